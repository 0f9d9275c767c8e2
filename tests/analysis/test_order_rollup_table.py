"""Order by similarity, themes at the top of the tree, rows of text, and what a heat map writes in its cells."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from slow_reference import Coded, arrays

from qdesk.analysis.cooccurrence import cooccurrence
from qdesk.analysis.figure import heat_map
from qdesk.analysis.order import by_similarity
from qdesk.analysis.rollup import roll_up
from qdesk.analysis.table import cooccurrence_rows
from qdesk.analysis.units import held_word
from qdesk.store.records import Code
from qdesk.text.counted import counted


def code(id, parent, kind="code"):
    return Code(id, parent, 0, kind, f"code {id}", "#000000", "", "", "", "", "")


def line_table(places):
    """Similar where near on a line: the true order is known."""
    places = np.asarray(places, dtype=float)
    return 1 / (1 + np.abs(places[:, None] - places[None, :]))


def test_codes_on_a_line_are_put_back_in_order():
    places = [0.0, 9.0, 1.1, 10.3, 2.4, 3.9, 11.8]
    ordered = [places[i] for i in by_similarity(line_table(places))]
    assert ordered in (sorted(places), sorted(places, reverse=True))


@given(st.integers(0, 9), st.integers(0, 1000))
def test_order_names_every_code_once(k, seed):
    table = np.random.default_rng(seed).integers(0, 3, (k, k)).astype(float)
    assert sorted(by_similarity(table + table.T)) == list(range(k))


def test_codes_roll_up_to_the_topmost_theme():
    codes = [code(1, None, "theme"), code(2, 1, "theme"), code(3, 2), code(4, None), code(5, 4)]
    assert roll_up(codes) == {1: 1, 2: 1, 3: 1}


def test_rows_hold_the_own_n_on_the_diagonal():
    coded = arrays([Coded(1, 1, 0, 10), Coded(1, 2, 5, 20), Coded(2, 2, 0, 4), Coded(2, 3, 8, 9)])
    table = cooccurrence(coded, (1, 2, 3), "overlap")
    names = ["A", "B", "C"]
    assert cooccurrence_rows(table, names, "count") == [
        ["", "A", "B", "C"],
        ["A", "1", "1", "0"],
        ["B", "1", "2", "0"],
        ["C", "0", "0", "1"],
    ]
    assert cooccurrence_rows(table, names, "c", 6)[1] == ["A", "1", "0.208333", "0"]


def test_numbers_are_written_from_a_tenth():
    coded = arrays([Coded(1, 1 + i % 2, 0, 10 + i) for i in range(20)])
    table = cooccurrence(coded, (1, 2), "overlap")
    assert heat_map(table, "AB", ["", ""], "count").top == 100
    assert heat_map(table, "AB", ["", ""], "count").least_written == 10
    assert heat_map(table, "AB", ["", ""], "c").least_written == 0.1


def test_words_for_numbers():
    assert counted(1, "paragraph") == "1 paragraph"
    assert counted(1184, "paragraph") == "1,184 paragraphs"
    assert held_word("overlap") == "quote"
