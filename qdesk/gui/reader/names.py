"""Where the names of codes stand in the margin: beside the first line, sliding down rather than overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

ABOVE: Final = -(1 << 30)
"""Where a bracket begins that begins further up than one viewport."""


class Bracket(NamedTuple):
    """A coding beside its lines: id, code, margin lane, upper and lower edge, and the middle of its first line, px."""

    coding: int
    code: int
    lane: int
    top: int
    bottom: int
    begins: int


@dataclass(slots=True)
class Name:
    """A row of the margin: the codings of one code that begin on one line, or (``code`` None) what found no room."""

    y: float
    lane: int
    code: int | None
    codings: list[int] = field(default_factory=list)


def place(brackets: Iterable[Bracket], pitch: float, reach: float, kept: int | None = None) -> list[Name]:
    """Rows at least ``pitch`` apart, from above. A name that would slide further than ``reach`` joins a "+n more".

    That one takes in what follows, too, up to a name that can stand nearly where it wants: one such row for a heap.
    The name of the coding ``kept`` is never folded into one.
    """
    rows: list[Name] = []
    following = float("-inf")
    heap: Name | None = None
    for group in _grouped(brackets):
        first = group[0]
        y = max(first.begins, following)
        codings = [bracket.coding for bracket in group]
        if y - first.begins <= (pitch if heap else reach) or kept in codings:
            heap = None
            rows.append(Name(y, first.lane, first.code, codings))
        elif heap:
            heap.codings += codings
            continue
        else:
            heap = Name(y, first.lane, None, codings)
            rows.append(heap)
        following = y + pitch
    return rows


def free_rows(taken: Sequence[float], pitch: float, height: float) -> Iterator[float]:
    """Places for more names, from above: a pitch from both edges, from each other and from those taken (ascending)."""
    y, row = pitch, 0
    while y < height - pitch:
        while row < len(taken) and taken[row] <= y - pitch:
            row += 1
        if row < len(taken) and taken[row] < y + pitch:
            y = taken[row] + pitch
        else:
            yield y
            y += pitch


def _grouped(brackets: Iterable[Bracket]) -> Iterable[list[Bracket]]:
    """Brackets of one code that begin on one line together; in order of their lines, then of their lanes."""
    groups: dict[tuple[int, int], list[Bracket]] = {}
    for bracket in sorted(brackets, key=_LINE_AND_LANE):
        if bracket.begins != ABOVE:
            groups.setdefault((bracket.begins, bracket.code), []).append(bracket)
    return groups.values()


_LINE_AND_LANE = attrgetter("begins", "lane")


def label(name: Name, title: str) -> str:
    """What the row says: "Waiting", "9× Waiting", "+3 more"."""
    if name.code is None:
        return f"+{len(name.codings)} more"
    return title if len(name.codings) == 1 else f"{len(name.codings)}× {title}"
