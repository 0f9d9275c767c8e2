"""Lanes never let two codings overlap, and never use more lanes than are needed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.reader.lanes import pack

INTERVALS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=40).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)


def columns(intervals: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [start for start, _ in intervals], [end for _, end in intervals]


def depth(intervals: list[tuple[int, int]]) -> int:
    return max((sum(s <= x < e for s, e in intervals) for x in range(100)), default=0)


@given(INTERVALS, st.integers(1, 9))
def test_lanes_hold_no_overlaps(intervals: list[tuple[int, int]], cap: int) -> None:
    lanes = pack(*columns(intervals), cap)
    assert all(0 <= lane <= cap for lane in lanes)
    for lane in range(cap):
        taken = [interval for interval, at in zip(intervals, lanes, strict=True) if at == lane]
        assert all(end <= start for (_, end), (start, _) in pairwise(taken))


@given(INTERVALS)
def test_as_many_lanes_as_the_text_is_deep(intervals: list[tuple[int, int]]) -> None:
    lanes = pack(*columns(intervals), 99)
    assert max(lanes, default=-1) + 1 == depth(intervals)


@given(INTERVALS, st.integers(1, 4))
def test_nothing_is_left_out_without_need(intervals: list[tuple[int, int]], cap: int) -> None:
    lanes = pack(*columns(intervals), cap)
    for at, ((start, _), lane) in enumerate(zip(intervals, lanes, strict=True)):
        if lane == cap:
            placed = zip(intervals[:at], lanes[:at], strict=True)
            busy = {other for (s, e), other in placed if other < cap and s <= start < e}
            assert busy == set(range(cap))
