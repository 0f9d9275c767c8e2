"""Qt counts UTF-16 units; Python's own encoder is the judge."""

from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.positions import Positions

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("a😀𐎠é"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_units_are_those_of_the_utf16_encoder(text: str) -> None:
    positions = Positions(text)
    wanted = [units(text[:point]) for point in range(len(text) + 1)]
    assert [positions.unit(point) for point in range(len(text) + 1)] == wanted
    assert positions.units_of(range(len(text) + 1)).tolist() == wanted
    assert (positions.points, positions.units) == (len(text), units(text))


@given(TEXT)
def test_points_come_back(text: str) -> None:
    positions = Positions(text)
    there = positions.units_of(range(len(text) + 1))
    assert positions.points_of(there).tolist() == list(range(len(text) + 1))


@given(TEXT, st.data())
def test_a_range_is_never_half_a_character(text: str, data: st.DataObject) -> None:
    positions = Positions(text)
    end = data.draw(st.integers(0, positions.units))
    start = data.draw(st.integers(0, end))
    span = positions.span(start, end)
    assert positions.unit(span.start) <= start
    assert positions.unit(span.end) >= end
    assert start - positions.unit(span.start) <= 1
    assert positions.unit(span.end) - end <= 1


def test_between_two_surrogates_is_the_character_itself() -> None:
    positions = Positions("a😀b")
    assert [positions.point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert positions.span(1, 2) == (1, 2)
    assert positions.span(2, 3) == (1, 2)
    assert positions.span(2, 2) == (1, 2)
