"""The codings of one document as arrays, in the order and the units in which they are painted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from operator import attrgetter

import numpy as np
import numpy.typing as npt

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

    def __init__(self, table: npt.NDArray[np.int64], breaks: Ints) -> None:
        order = np.lexsort((table[0], -table[3], table[2]))
        self._table = table[:, order]
        self.ids, self.codes, self.starts, self.ends = self._table
        self._breaks = breaks

    @classmethod
    def of(cls, codings: Sequence[Coding], positions: Positions, breaks: Ints) -> Marks:
        """The marks of n codings."""
        return cls(_table(codings, positions), breaks)

    def changed(self, put: Sequence[Coding], gone: Collection[int], positions: Positions) -> Marks:
        """Marks without the ids ``gone`` and with ``put`` instead; 20,000 that stay need not be read again."""
        stay = self._table[:, ~np.isin(self.ids, np.fromiter(gone, np.int64))]
        return Marks(np.hstack((stay, _table(put, positions))), self._breaks)

    def __len__(self) -> int:
        return len(self.ids)

    def between(self, start: int, end: int) -> Ints:
        """Indexes of the codings that share a unit with the range, in painting order."""
        return np.flatnonzero((self.starts < end) & (self.ends > start))

    def index(self, coding: int | None) -> int | None:
        """Index of a coding's id, or None if it is not shown."""
        found = np.flatnonzero(self.ids == coding) if coding is not None else ()
        return int(found[0]) if len(found) else None

    def beyond(self, unit: int, coding: int | None, codes: Collection[int] | None, forward: bool) -> int | None:
        """Id of the next coding, or the one before, of some codes (None: of all), or None at the end.

        Counted from a coding that is shown, else from a place in the text.
        """
        index = self.index(coding)
        places, here = (self.starts, unit - forward) if index is None else (np.arange(len(self)), index)
        wanted = places > here if forward else places < here
        if codes is not None:
            wanted &= np.isin(self.codes, np.fromiter(codes, np.int64))
        found = np.flatnonzero(wanted)
        return int(self.ids[found[0 if forward else -1]]) if len(found) else None

    def lanes(self, indexes: Ints) -> Ints:
        """The margin lanes of some codings (ascending indexes); MARGIN_LANES where none was free.

        Lanes hold over the whole document. They are found heap by heap, where one is asked for: a heap begins where
        no coding before it holds a lane any more.
        """
        heaps = np.unique(np.searchsorted(self._heaps, indexes, "right"))
        bounds = np.append(self._heaps, len(self))
        for heap in heaps.tolist():
            first, after = int(bounds[heap - 1]), int(bounds[heap])
            if self._lanes[first] < 0:
                held = self._held[first:after].tolist()
                self._lanes[first:after] = pack(self.starts[first:after].tolist(), held, MARGIN_LANES)
        return self._lanes[indexes]

    @cached_property
    def _lanes(self) -> Ints:
        """What was found already, else -1."""
        return np.full(len(self), -1, np.int64)

    @cached_property
    def _heaps(self) -> Ints:
        """Indexes of the codings with which heaps begin."""
        before = np.maximum.accumulate(self._held)[:-1]
        return np.flatnonzero(np.append(True, self.starts[1:] >= before)[: len(self)])

    @cached_property
    def _held(self) -> Ints:
        """How far the codings hold their lanes: to the end of the line, for brackets that meet on one would touch.

        That is for one line's length, or to the next line break.
        """
        at = np.searchsorted(self._breaks, self.ends)
        breaks = np.append(self._breaks, np.iinfo(np.int64).max)
        return np.minimum(self.ends + _LINE, breaks[at])

    @cached_property
    def lane_count(self) -> int:
        """How many margin lanes are in use, at most MARGIN_LANES: as many as codings hold one at the same place."""
        begun = np.searchsorted(self.starts, self.starts, "right")
        over = np.searchsorted(np.sort(self._held), self.starts, "right")
        return min(MARGIN_LANES, int((begun - over).max(initial=0)))


def _table(codings: Sequence[Coding], positions: Positions) -> npt.NDArray[np.int64]:
    """Rows id, code, start, end (UTF-16) of n codings."""
    count = len(codings)
    table = np.empty((4, count), np.int64)
    for row, field in enumerate(("id", "code", "start", "end")):
        table[row] = np.fromiter(map(attrgetter(field), codings), np.int64, count)
    table[2:] = positions.units_of(table[2:])
    return table
