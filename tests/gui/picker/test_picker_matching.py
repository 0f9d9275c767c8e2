"""Typed letters against names: what fits, in which order, and which letters are emboldened."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.picker.matching import Fit, match, ranked

CODES = [
    ("Shared decisions", "Collaboration"),
    ("Trust", "Collaboration"),
    ("Loss of trust", "Challenges"),
    ("Distrustful", "Challenges"),
    ("Time to meet", "Challenges"),
    ("Tired rust", ""),
]


@pytest.mark.parametrize(
    ("typed", "name", "path", "fit", "marked"),
    [
        ("tru", "Trust", "", Fit.NAME_START, ["Tru"]),
        ("tru", "Loss of trust", "", Fit.WORD_START, ["tru"]),
        ("rus", "Trust", "", Fit.INSIDE, ["rus"]),
        ("col", "Trust", "Collaboration", Fit.PATH_WORD_START, []),
        ("labor", "Trust", "Collaboration", Fit.PATH_INSIDE, []),
        ("tst", "Trust", "", Fit.SCATTERED, ["T", "st"]),
        ("trust loss", "Loss of trust", "", Fit.WORD_START, ["Loss", "trust"]),
        ("chal trust", "Loss of trust", "Challenges", Fit.PATH_WORD_START, ["trust"]),
        ("time to", "Time to meet", "", Fit.NAME_START, ["Time", "to"]),
        ("ecole", "École ouverte", "", Fit.NAME_START, ["École"]),
        ("STRASSE", "straße", "", Fit.NAME_START, ["straße"]),
        ("e", "Cafe\u0301", "", Fit.INSIDE, ["e\u0301"]),
        ("اعتماد", "اِعتِماد", "", Fit.NAME_START, ["اِعتِماد"]),
    ],
)
def test_fit_and_marks(typed, name, path, fit, marked):
    found = match(typed, name, path)
    assert found is not None
    assert (found.fit, [span.of(name) for span in found.marks]) == (fit, marked)


@pytest.mark.parametrize(
    ("typed", "name"), [("tsurt", "Trust"), ("x", "Trust"), ("tt", "Trust"), ("rst", "Trust"), ("trust x", "Trust")]
)
def test_no_fit(typed, name):
    assert match(typed, name) is None


def test_order_is_name_then_word_then_inside_then_scattered():
    names = [item[0] for item, _ in ranked("trust", CODES, lambda code: code)]
    assert names == ["Trust", "Loss of trust", "Distrustful", "Tired rust"]


def test_the_shorter_of_two_equal_fits_comes_first():
    names = [name for name, _ in ranked("time", ["Time to meet", "Time"], lambda name: (name, ""))]
    assert names == ["Time", "Time to meet"]


def test_nothing_typed_keeps_all_in_order():
    assert [item for item, _ in ranked("  ", CODES, lambda code: code)] == CODES


@given(st.text(min_size=1, max_size=20), st.text(max_size=6))
def test_marks_lie_in_the_name_in_order(name, typed):
    found = match(typed, name, "")
    marks = found.marks if found else ()
    assert all(0 <= span.start < span.end <= len(name) for span in marks)
    assert all(before.end < after.start for before, after in pairwise(marks))


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll")), min_size=1, max_size=12), st.data())
def test_every_beginning_of_a_name_finds_it_first(name, data):
    typed = name[: data.draw(st.integers(1, len(name)))]
    found = match(typed, name)
    assert found is not None
    assert found.fit == Fit.NAME_START
