"""Quotes and participants of each code, own and rolled up, kept up without counting everything again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from qdesk.store.changes import Changes

if TYPE_CHECKING:
    from qdesk.store.project import Project


@dataclass(frozen=True, slots=True)
class CodeCount:
    """Own codings and participants of a code; rolled up over all below it: distinct passages and distinct participants."""

    codings: int = 0
    participants: int = 0
    codings_rolled_up: int = 0
    participants_rolled_up: int = 0


class Counts:
    """The counts of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._counts: dict[int, CodeCount] = {}
        self._parents: dict[int, int | None] = {}
        self._before = project.arrays.codings
        self._count_everything()

    def all(self) -> dict[int, CodeCount]:
        """Counts by code id, every code named."""
        return self._counts

    def refresh(self, changes: Changes) -> None:
        """Count again what a change can have touched."""
        before, self._before = self._before, self._project.arrays.codings
        if changes.touches("code", "speaker", "case", "document", "turn"):
            self._count_everything()
        elif changes["coding"].all:
            rows = list(changes["coding"].all)
            touched = {int(code) for arrays in (before, self._before) for code in arrays.code[np.isin(arrays.id, rows)]}
            self._count(touched | {above for code in touched for above in self._above(code)})

    def _count_everything(self) -> None:
        self._parents = {code.id: code.parent for code in self._project.codes.list()}
        self._counts = {}
        self._count(set(self._parents))

    def _above(self, code: int) -> list[int]:
        above = []
        at = self._parents[code]
        while at is not None:
            above.append(at)
            at = self._parents[at]
        return above

    def _count(self, codes: set[int]) -> None:
        arrays = self._before
        below: dict[int, list[int]] = {code: [] for code in codes}
        for code in self._parents:
            for above in self._above(code):
                if above in below:
                    below[above].append(code)
        rows = _rows_by_code(arrays.code, max(self._parents, default=0))
        for code in codes:
            own = rows(code)
            people = _distinct_people(arrays.participant[own])
            if below[code]:
                every = np.concatenate([own, *(rows(other) for other in below[code])])
                passages = _distinct_passages(arrays.document[every], arrays.start[every], arrays.end[every])
                rolled = passages, _distinct_people(arrays.participant[every])
            else:
                rolled = len(own), people
            self._counts[code] = CodeCount(len(own), people, *rolled)


def _rows_by_code(code: Any, highest: int) -> Any:
    """A function from a code id to the rows that carry it."""
    order = np.argsort(code, kind="stable")
    borders = np.searchsorted(code[order], np.arange(highest + 2))
    return lambda one: order[borders[one] : borders[one + 1]]


def _distinct_people(participant: Any) -> int:
    present = np.unique(participant)
    return int(len(present) - (len(present) > 0 and present[0] == 0))


def _distinct_passages(document: Any, start: Any, end: Any) -> int:
    if not len(document):
        return 0
    order = np.lexsort((end, start, document))
    table = np.stack((document[order], start[order], end[order]))
    return 1 + int((np.diff(table, axis=1) != 0).any(axis=0).sum())
