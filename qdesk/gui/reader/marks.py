"""The codings of one document as arrays, in the order and the units in which they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

import numpy as np

from qdesk.gui.positions import Ints, Positions
from qdesk.gui.reader.lanes import pack
from qdesk.store.records import Coding

MARGIN_LANES = 8
"""Brackets side by side in the margin; what lies deeper shows as names only."""

_LINE = 80
"""UTF-16 units: more than a line of the text column holds."""


class Marks:
    """Codings as int64 arrays of n (``ids``, ``codes``, ``starts``, ``ends``), by start, the longest first.

    Starts and ends are UTF-16 units. ``breaks`` are the places of all line breaks of the text.
    """

    def __init__(self, codings: Sequence[Coding], positions: Positions, breaks: Ints) -> None:
        count = len(codings)
        columns = [np.fromiter(map(attrgetter(name), codings), np.int64, count) for name in _FIELDS]
        order = np.lexsort((columns[0], -columns[3], columns[2]))
        self.ids, self.codes = columns[0][order], columns[1][order]
        self.starts = positions.units_of(columns[2][order])
        self.ends = positions.units_of(columns[3][order])
        self._breaks = breaks

    def __len__(self) -> int:
        return len(self.ids)

    def between(self, start: int, end: int) -> Ints:
        """Indexes of the codings that share a unit with the range, in painting order."""
        return np.flatnonzero((self.starts < end) & (self.ends > start))

    def index(self, coding: int | None) -> int | None:
        """Index of a coding's id, or None if it is not shown."""
        found = np.flatnonzero(self.ids == coding) if coding is not None else ()
        return int(found[0]) if len(found) else None

    @cached_property
    def margin_lanes(self) -> Ints:
        """The margin lane of each coding over the whole document; MARGIN_LANES where none was free.

        Two brackets that meet on one line would touch, so a coding holds its lane to the end of the line: for one
        line's length, or to the next line break.
        """
        at = np.searchsorted(self._breaks, self.ends)
        breaks = np.append(self._breaks, np.iinfo(np.int64).max)
        held = np.minimum(self.ends + _LINE, np.maximum(breaks[at], self.ends))
        return np.array(pack(self.starts.tolist(), held.tolist(), MARGIN_LANES), np.int64)

    @cached_property
    def lane_count(self) -> int:
        """How many margin lanes are in use, at most MARGIN_LANES."""
        return min(MARGIN_LANES, int(self.margin_lanes.max()) + 1) if len(self) else 0


_FIELDS = ("id", "code", "start", "end")
