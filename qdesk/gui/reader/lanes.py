"""Greedy packing of intervals into lanes, for brackets in the margin and for bands under the lines."""

from collections.abc import Sequence


def pack(starts: Sequence[int], ends: Sequence[int], cap: int) -> list[int]:
    """The lane of each of n intervals: the first one that is free where it starts.

    ``starts`` ascend and ends are exclusive. Intervals in one lane below ``cap`` never overlap; those that find
    no lane among the first ``cap`` get ``cap`` itself. Deep documents stay linear: a full margin is seen at once.
    """
    taken_until: list[int] = []
    soonest = 0
    lanes: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        lane = len(taken_until)
        if start >= soonest:
            lane = next((lane for lane, until in enumerate(taken_until) if until <= start), lane)
        if lane < len(taken_until):
            taken_until[lane] = end
        elif lane < cap:
            taken_until.append(end)
        lanes.append(lane)
        if lane < cap:
            soonest = min(taken_until)
    return lanes
