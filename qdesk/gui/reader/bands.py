"""The codings of one paragraph as bands under its lines: which of them find room, and where others have found none."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from qdesk.gui.reader.lanes import pack
from qdesk.gui.reader.marks import Marks

BANDS = 3
"""Bands under a line; more are counted in the gutter."""


class Band(NamedTuple):
    """A coding under the lines of one paragraph, in a lane from 0 that holds for the whole of it. UTF-16 units."""

    start: int
    end: int
    coding: int
    code: int
    lane: int


class Bands:
    """The bands of a paragraph, that is of a UTF-16 range; read once, asked for in every frame."""

    def __init__(self, marks: Marks, start: int, end: int) -> None:
        within = marks.between(start, end)
        starts, ends = marks.starts[within], marks.ends[within]
        lanes = np.array(pack(starts.tolist(), ends.tolist(), BANDS), np.int64)
        room = lanes < BANDS
        self._starts, self._ends = starts[room], ends[room]
        columns = (self._starts, self._ends, marks.ids[within][room], marks.codes[within][room], lanes[room])
        self._bands = [Band(*row) for row in np.stack(columns).T.tolist()]
        self._hidden_starts, self._hidden_ends = starts[~room], np.sort(ends[~room])

    def between(self, start: int, end: int) -> list[Band]:
        """The bands that share a unit with a range, in painting order."""
        return [self._bands[row] for row in np.flatnonzero((self._starts < end) & (self._ends > start)).tolist()]

    def hidden(self, start: int, end: int) -> int:
        """How many codings share a unit with a range and found no room."""
        if not len(self._hidden_starts):
            return 0
        return int(np.searchsorted(self._hidden_starts, end) - np.searchsorted(self._hidden_ends, start, "right"))
