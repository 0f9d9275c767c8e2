"""Where the names of codes stand in the margin: beside the first line, sliding down rather than overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Want:
    """A coding that wants its name at ``y`` (px). ``kept`` ones are never folded into "+n more"."""

    y: float
    lane: int
    coding: int
    code: int
    kept: bool = False


@dataclass(slots=True)
class Name:
    """A row of the margin: the codings of one code that begin on one line, or (``code`` None) what found no room."""

    y: float
    lane: int
    code: int | None
    codings: list[int] = field(default_factory=list)


def place(wants: Iterable[Want], pitch: float, reach: float) -> list[Name]:
    """Rows at least ``pitch`` apart, from above. A name that would slide further than ``reach`` joins a "+n more".

    That one takes in what follows, too, up to a name that can stand nearly where it wants: one such row for a heap.
    """
    rows: list[Name] = []
    bottom = float("-inf")
    for group in _grouped(wants):
        first, heaped = group[0], bool(rows) and rows[-1].code is None
        y = max(first.y, bottom + pitch)
        codings = [want.coding for want in group]
        if y - first.y <= (pitch if heaped else reach) or any(want.kept for want in group):
            rows.append(Name(y, first.lane, first.code, codings))
        elif heaped:
            rows[-1].codings += codings
        else:
            rows.append(Name(y, first.lane, None, codings))
        bottom = rows[-1].y
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


def _grouped(wants: Iterable[Want]) -> list[list[Want]]:
    """Wants of one code on one line together; in order of their lines, then of their lanes."""
    groups: dict[tuple[float, int], list[Want]] = {}
    for want in sorted(wants, key=lambda want: (want.y, want.lane)):
        groups.setdefault((want.y, want.code), []).append(want)
    return list(groups.values())


def label(name: Name, title: str) -> str:
    """What the row says: "Waiting", "9× Waiting", "+3 more"."""
    if name.code is None:
        return f"+{len(name.codings)} more"
    return title if len(name.codings) == 1 else f"{len(name.codings)}× {title}"
