"""Names in the margin keep apart, keep near, and lose none."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.reader.names import ABOVE, Bracket, Name, free_rows, label, place

PITCH, REACH = 17, 60
BRACKETS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 4), st.integers(0, 8)), max_size=60
).map(lambda rows: [bracket(number, *row) for number, row in enumerate(rows)])  # fmt: skip
HEIGHTS = st.lists(st.integers(0, 300), max_size=12).map(sorted)


def bracket(number: int, y: int, code: int, lane: int = 0) -> Bracket:
    return Bracket(number, code, lane, y - 10, y + 100, y)


@given(BRACKETS)
def test_names_keep_apart_and_name_every_coding_once(brackets: list[Bracket]) -> None:
    rows = place(brackets, PITCH, REACH)
    assert all(below.y - above.y >= PITCH for above, below in pairwise(rows))
    assert sorted(coding for row in rows for coding in row.codings) == list(range(len(brackets)))


@given(BRACKETS)
def test_names_do_not_slide_further_than_allowed(brackets: list[Bracket]) -> None:
    named = [row for row in place(brackets, PITCH, REACH) if row.code is not None]
    assert all(0 <= row.y - brackets[coding].begins <= REACH for row in named for coding in row.codings)


@given(BRACKETS, st.integers(0, 59))
def test_the_chosen_coding_always_has_a_name(brackets: list[Bracket], chosen: int) -> None:
    rows = place(brackets, PITCH, REACH, chosen)
    assert all(row.code is not None for row in rows if chosen in row.codings)
    assert all(below.y - above.y >= PITCH for above, below in pairwise(rows))


@given(BRACKETS)
def test_no_two_heaps_follow_each_other(brackets: list[Bracket]) -> None:
    rows = place(brackets, PITCH, REACH)
    assert not any(above.code is None and below.code is None for above, below in pairwise(rows))


def test_the_chosen_coding_keeps_its_name() -> None:
    rows = place([bracket(number, 0, number) for number in range(10)], PITCH, 34, kept=9)
    assert [row.code for row in rows] == [0, 1, 2, None, 9]
    assert rows[3].codings == [3, 4, 5, 6, 7, 8]


def test_a_heap_takes_in_what_follows_up_to_a_name_with_room() -> None:
    crowd = [bracket(number, 0, number) for number in range(10)]
    late = [bracket(10, 32, 50), bracket(11, 60, 51), bracket(12, 90, 52)]
    rows = place([*crowd, *late], PITCH, 34)
    assert [(row.y, row.code) for row in rows] == [(0, 0), (17, 1), (34, 2), (51, None), (68, 51), (90, 52)]
    assert rows[3].codings == [3, 4, 5, 6, 7, 8, 9, 10]


def test_what_begins_far_above_has_no_name_here() -> None:
    assert place([bracket(1, 10, 1)._replace(begins=ABOVE)], PITCH, REACH) == []


@given(HEIGHTS)
def test_free_rows_keep_clear_of_names_and_of_each_other(taken: list[int]) -> None:
    free = list(free_rows(taken, PITCH, 300))
    assert all(abs(row - name) >= PITCH for row in free for name in taken)
    assert all(below - above >= PITCH for above, below in pairwise(free))
    assert all(PITCH <= row < 300 - PITCH for row in free)


def test_free_rows_fill_what_is_free() -> None:
    assert list(free_rows([], 10, 45)) == [10, 20, 30]
    assert list(free_rows([12, 40], 10, 75)) == [22, 50, 60]


def test_labels_say_how_many() -> None:
    assert label(Name(0, 0, 2, [5]), "Waiting") == "Waiting"
    assert label(Name(0, 0, 2, list(range(9))), "Waiting") == "9× Waiting"
    assert label(Name(0, 0, None, [1, 2, 3]), "") == "+3 more"
