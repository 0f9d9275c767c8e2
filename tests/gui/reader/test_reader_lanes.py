"""Lanes never let two codings overlap, and never use more lanes than are needed."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.reader.bands import BANDS, Bands
from qdesk.gui.reader.lanes import pack
from qdesk.gui.reader.marks import MARGIN_LANES, Marks

INTERVALS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=40).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)
LONG = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 300)), max_size=60)
BREAKS = st.sets(st.integers(0, 3300), max_size=20).map(lambda places: np.array(sorted(places), np.int64))


def columns(intervals: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [start for start, _ in intervals], [end for _, end in intervals]


def depth(intervals: list[tuple[int, int]]) -> int:
    return max((sum(s <= x < e for s, e in intervals) for x in range(100)), default=0)


def marks(pairs: list[tuple[int, int]], breaks: np.ndarray | None = None) -> Marks:
    """Marks of codings with these starts and lengths."""
    starts = np.array([start for start, _ in pairs], np.int64)
    lengths = np.array([length for _, length in pairs], np.int64)
    numbers = np.arange(len(pairs))
    table = np.stack((numbers, numbers % 5, starts, starts + lengths)).reshape(4, -1)
    return Marks(table, np.zeros(0, np.int64) if breaks is None else breaks)


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


@given(LONG, BREAKS, st.data())
def test_lanes_asked_for_piece_by_piece_are_those_of_the_whole(
    pairs: list[tuple[int, int]], breaks: np.ndarray, data: st.DataObject
) -> None:
    ours = marks(pairs, breaks)
    ends = np.append(breaks, 10_000)
    held = [min(end + 80, int(ends[np.searchsorted(breaks, end)])) for end in ours.ends.tolist()]
    whole = pack(ours.starts.tolist(), held, MARGIN_LANES)
    for _ in range(3):
        chosen = sorted(data.draw(st.sets(st.integers(0, len(pairs) - 1)))) if pairs else []
        assert ours.lanes(np.array(chosen, np.int64)).tolist() == [whole[index] for index in chosen]
    assert ours.lane_count == min(MARGIN_LANES, max(whole, default=-1) + 1)


@given(LONG, st.integers(0, 3300), st.integers(1, 400))
def test_bands_and_what_finds_no_room_are_all_codings(pairs: list[tuple[int, int]], start: int, length: int) -> None:
    ours, end = marks(pairs), start + length
    bands = Bands(ours, start, end)
    middle = (start + end) // 2
    for first, last in ((start, end), (start, middle), (middle, end)):
        if first >= last:
            continue
        shown = bands.between(first, last)
        touching = len(ours.between(first, last))
        assert len(shown) + bands.hidden(first, last) == touching
        assert all(band.lane < BANDS for band in shown)
        assert bands.hidden(first, last) == 0 or len(bands.between(start, end)) >= BANDS


@given(LONG, st.integers(0, 3300), st.booleans(), st.none() | st.sets(st.integers(0, 4)))
def test_the_next_coding_is_the_nearest_in_order(
    pairs: list[tuple[int, int]], unit: int, forward: bool, codes: set[int] | None
) -> None:
    ours = marks(pairs)
    rows = list(zip(ours.starts.tolist(), ours.ids.tolist(), ours.codes.tolist(), strict=True))
    wanted = [one for start, one, code in rows if (codes is None or code in codes) and (start >= unit) == forward]
    found = ours.beyond(unit, None, codes, forward)
    assert found == (None if not wanted else wanted[0] if forward else wanted[-1])
    if found is not None:
        again = ours.beyond(0, found, codes, not forward)
        assert again != found
