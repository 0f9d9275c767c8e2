"""Codings as rows of a matrix: which row each belongs to, and where it lies when all documents stand on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from qdesk.analysis.pairs import Ints, pairs_in_ranges
from qdesk.analysis.units import Unit
from qdesk.store.records import CodingArrays, UnitArrays


@dataclass(frozen=True, slots=True)
class Coded:
    """The codings of the wanted rows, arrays of one length sorted by document, then start.

    ``start`` and ``end`` are code points on one line that holds all documents with a gap between them, so that spans of
    two documents never meet. ``row`` is the index of the code (or of the theme it rolls up into) among the wanted,
    ``holder`` the document of the coding, or its participant (0 for nobody) where these are the unit.
    """

    id: Ints
    row: Ints
    holder: Ints
    start: Ints
    end: Ints

    def __getitem__(self, where: Any) -> Coded:
        return Coded(*(getattr(self, name)[where] for name in self.__slots__))

    def distinct(self) -> Coded:
        """One coding for each row and span: two codes of a theme on one passage are one passage of the theme."""
        order = np.lexsort((self.end, self.start, self.row))
        ordered = self[order]
        new = np.ones(order.size, dtype=bool)
        new[1:] = (np.diff(ordered.row) != 0) | (np.diff(ordered.start) != 0) | (np.diff(ordered.end) != 0)
        return self[np.sort(order[new])]


def coded_rows(
    codings: CodingArrays, rows: Sequence[int], unit: Unit, groups: Mapping[int, int] | None, length: int
) -> Coded:
    """The codings whose code, or its group in ``groups``, is one of ``rows``; a code without a group is left out.

    ``length`` is the room of a document on the line: more than the end of any span in it (``room``).
    """
    row = _row_of_code(codings.code, rows, groups)
    kept = row >= 0
    base = codings.document * length
    holder = codings.participant if unit == "participant" else codings.document
    whole = Coded(codings.id, row, holder, base + codings.start, base + codings.end)
    return whole if kept.all() else whole[kept]


def room(codings: CodingArrays, units: UnitArrays | None = None) -> int:
    """Code points to set aside for each document on the line."""
    ends = [part.end for part in (codings, units) if part is not None and part.end.size]
    return 1 + max((int(end.max()) for end in ends), default=0)


def units_held(coded: Coded, unit: Unit, units: UnitArrays | None, length: int) -> tuple[Ints, Ints]:
    """Which coding holds which unit: indexes into ``coded`` beside unit numbers, for every unit but "overlap".

    A paragraph or turn is held by a coding that shares a character with it; a coding of nobody holds no participant.
    """
    if unit in ("document", "participant"):
        known = np.flatnonzero(coded.holder)
        return known, coded.holder[known]
    if units is None:
        raise ValueError(f"unit {unit!r} needs its UnitArrays")
    filled = units.start < units.end
    base = units.document[filled] * length
    start, end = base + units.start[filled], base + units.end[filled]
    first = np.searchsorted(end, coded.start, side="right")
    blocks = list(pairs_in_ranges(first, np.searchsorted(start, coded.end)))
    return np.concatenate([left for left, _ in blocks]), np.concatenate([right for _, right in blocks])


def _row_of_code(code: Ints, rows: Sequence[int], groups: Mapping[int, int] | None) -> Ints:
    row = {wanted: index for index, wanted in enumerate(rows)}
    table = np.full(int(code.max(initial=0)) + 1, -1, dtype=np.int64)
    for one, group in ({one: one for one in rows} if groups is None else groups).items():
        if one < table.size:
            table[one] = row.get(group, -1)
    return table[code]
