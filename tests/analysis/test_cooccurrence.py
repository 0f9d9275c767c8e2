"""Co-occurrence against definitions written a second time, and against answers worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from slow_reference import Coded, arrays, held, slow_tables, unit_arrays

from qdesk.analysis import pairs
from qdesk.analysis.behind import pair_codings
from qdesk.analysis.cooccurrence import cooccurrence
from qdesk.analysis.units import UNITS

A, B, C, UNUSED = 11, 12, 15, 99
CODES = (C, A, UNUSED, B)

spans = st.tuples(st.integers(0, 24), st.integers(1, 12))
codings = st.lists(
    st.builds(
        lambda document, code, span, participant: Coded(document, code, span[0], span[0] + span[1], participant),
        st.integers(1, 3),
        st.sampled_from([A, B, C, 77]),
        spans,
        st.sampled_from([0, 0, 4, 5]),
    ),
    max_size=14,
)


@st.composite
def unit_lists(draw):
    """Units that do not overlap, some empty, some with gaps between, not in every document."""
    units = []
    for document in draw(st.sets(st.integers(1, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, 40), max_size=8)))
        units += [(document, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return sorted(set(units))


def together(coded, unit, units=(), codes=CODES, groups=None):
    return cooccurrence(arrays(coded), codes, unit, unit_arrays(units), groups)


@given(codings, unit_lists(), st.sampled_from(UNITS))
def test_equals_the_definitions(coded, units, unit):
    table = together(coded, unit, units)
    n, count, c = slow_tables(coded, CODES, unit, units)
    assert table.n.tolist() == n
    assert table.count.tolist() == count
    np.testing.assert_allclose(table.c, c, rtol=0, atol=1e-12)


@given(codings, unit_lists())
def test_labels_are_no_covered_text(coded, labels):
    """c and shares as if the characters of speaker labels were not there; counts stay."""
    table = cooccurrence(arrays(coded), CODES, "overlap", labels=unit_arrays(labels))
    plain = together(coded, "overlap")
    gone = set().union(*(Coded(one[0], 0, one[1], one[2]).characters for one in labels))
    covers = [set().union(*(one.characters for one in coded if one.code == code)) - gone for code in CODES]
    assert table.count.tolist() == plain.count.tolist()
    assert table.shared.tolist() == [[len(a & b) for b in covers] for a in covers]


@given(codings, unit_lists(), st.sampled_from(UNITS))
def test_codings_behind_a_cell(coded, units, unit):
    ids = dict(enumerate(coded, 1))
    of = {code: [i for i, one in ids.items() if one.code == code] for code in (A, B)}
    holds = {i: held(one, unit, units) for i, one in ids.items()}
    if unit == "overlap":
        meets = lambda i, other: any(holds[i] & holds[j] for j in of[other])  # noqa: E731
    else:
        both = {u for i in of[A] for u in holds[i]} & {u for i in of[B] for u in holds[i]}
        meets = lambda i, other: bool(holds[i] & both)  # noqa: E731
    wanted = {i for i in of[A] if meets(i, B)}, {i for i in of[B] if meets(i, A)}
    found = pair_codings(arrays(coded), A, B, unit, unit_arrays(units))
    assert (set(found[0]), set(found[1])) == wanted
    assert len(found[0]) == len(wanted[0])


def test_many_pairs_are_made_in_blocks(monkeypatch):
    coded = [Coded(1, code, 0, 10 + i) for i, code in enumerate([A, B] * 6)]
    whole = together(coded, "overlap", codes=(A, B))
    monkeypatch.setattr(pairs, "_BLOCK", 7)
    in_blocks = together(coded, "overlap", codes=(A, B))
    assert whole.count.tolist() == in_blocks.count.tolist() == [[6, 36], [36, 6]]


def test_one_coding_over_five_keeps_c_within_one():
    """FIELD: one A over five Bs would give a pair-based c of 5; on characters it is 25 of 100."""
    coded = [Coded(1, A, 0, 100), *(Coded(1, B, 20 * i, 20 * i + 5) for i in range(5))]
    cell = together(coded, "overlap", codes=(A, B)).cell(0, 1)
    assert (cell.n1, cell.n2, cell.n12) == (1, 5, 5)
    assert (cell.size1, cell.size2, cell.shared) == (100, 25, 25)
    assert (cell.c, cell.share1, cell.share2) == (0.25, 0.25, 1.0)


def test_sentence_of_the_drawn_screen():
    """LOOK's screen 4: 7 of 22 with one code, 7 of 15 with the other, c = 0.23."""
    paragraphs = [(1, 10 * i, 10 * i + 9) for i in range(40)]
    coded = [Coded(1, A, 10 * i, 10 * i + 5) for i in range(22)]
    coded += [Coded(1, B, 10 * i + 6, 10 * i + 8) for i in range(15, 30)]
    cell = together(coded, "paragraph", paragraphs, codes=(A, B)).cell(0, 1)
    assert (cell.n1, cell.n2, cell.n12) == (22, 15, 7)
    assert round(cell.c, 2) == 0.23
    assert (round(cell.share1, 2), round(cell.share2, 2)) == (0.32, 0.47)
    assert together(coded, "overlap", codes=(A, B)).cell(0, 1).n12 == 0


def test_touching_codings_do_not_overlap():
    assert together([Coded(1, A, 0, 5), Coded(1, B, 5, 9)], "overlap", codes=(A, B)).count[0, 1] == 0


def test_the_same_place_in_two_documents_is_not_together():
    assert together([Coded(1, A, 0, 5), Coded(2, B, 0, 5)], "overlap", codes=(A, B)).count[0, 1] == 0


def test_participant_of_two_documents_counts_once_and_nobody_not_at_all():
    coded = [Coded(1, A, 0, 5, 4), Coded(2, B, 0, 5, 4), Coded(3, A, 0, 5, 4)]
    coded += [Coded(3, A, 6, 8, 0), Coded(3, B, 6, 8, 0)]
    table = together(coded, "participant", codes=(A, B))
    assert table.n.tolist() == [1, 1]
    assert table.count.tolist() == [[1, 1], [1, 1]]


def test_themes_hold_distinct_passages():
    theme_x, theme_y = 1, 2
    groups = {theme_x: theme_x, A: theme_x, B: theme_x, C: theme_y}
    coded = [Coded(1, A, 0, 10), Coded(1, B, 0, 10), Coded(1, B, 5, 15), Coded(1, C, 8, 12), Coded(1, 77, 0, 20)]
    table = together(coded, "overlap", codes=(theme_x, theme_y), groups=groups)
    assert table.n.tolist() == [2, 1]
    assert table.count.tolist() == [[2, 2], [2, 1]]
    assert table.c[0, 1] == pytest.approx(4 / 15)
    behind = pair_codings(arrays(coded), theme_x, theme_y, "overlap", groups=groups)
    assert behind == ((1, 2, 3), (4,))


def test_no_codings_and_no_codes():
    assert together([], "overlap").count.tolist() == [[0] * 4] * 4
    assert together([Coded(1, A, 0, 5)], "document", codes=()).count.shape == (0, 0)


@pytest.mark.parametrize("unit", ["overlap", "document"])
def test_participants_are_read_only_where_they_are_the_unit(unit):
    read = []
    coded = replace(arrays([Coded(1, A, 0, 5), Coded(1, B, 2, 9)]), read_participants=lambda: read.append(1))
    assert cooccurrence(coded, (A, B), unit).count[0, 1] == 1
    assert pair_codings(coded, A, B, unit) == ((1,), (2,))
    assert not read


def test_paragraphs_must_be_given():
    with pytest.raises(ValueError, match="paragraph"):
        cooccurrence(arrays([Coded(1, A, 0, 5)]), (A,), "paragraph")


def test_taken_reorders_everything():
    coded = [Coded(1, A, 0, 10), Coded(1, B, 5, 15), Coded(1, C, 8, 30)]
    table = together(coded, "overlap", codes=(A, B, C))
    turned = table.taken([2, 0])
    assert turned.codes == (C, A)
    assert turned.cell(0, 1) == together(coded, "overlap", codes=(C, A)).cell(0, 1)
