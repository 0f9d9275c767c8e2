"""Quotes and participants of each code, own and rolled up, kept up without counting everything again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from qdesk.store.changes import Changes
from qdesk.store.records import Sizes

if TYPE_CHECKING:
    from qdesk.store.project import Project


@dataclass(frozen=True, slots=True)
class CodeCount:
    """Own codings and participants of a code; rolled up over all below it: distinct passages and participants."""

    codings: int = 0
    participants: int = 0
    codings_rolled_up: int = 0
    participants_rolled_up: int = 0


class Counts:
    """The counts of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._counts: defaultdict[int, CodeCount] = defaultdict(CodeCount)
        self._parents: dict[int, int | None] = {}
        self._below: dict[int, list[int]] = {}
        self._before = project.arrays.codings
        self._count_everything()

    def all(self) -> dict[int, CodeCount]:
        """Counts by code id, every code named; one made elsewhere a moment ago counts nothing yet."""
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
        self._below = {code: [] for code in self._parents}
        for code in self._parents:
            for above in self._above(code):
                self._below[above].append(code)
        self._counts = defaultdict(CodeCount)
        self._count(set(self._parents))

    def _above(self, code: int) -> list[int]:
        above = []
        at = self._parents[code]
        while at is not None:
            above.append(at)
            at = self._parents[at]
        return above

    def _count(self, codes: set[int]) -> None:
        rows = _RowsByCode(self._before.code, codes.union(*(self._below[code] for code in codes)))
        for code in codes:
            self._counts[code] = self._count_one(rows.of(code), [rows.of(other) for other in self._below[code]])

    def _count_one(self, own: Any, under: list[Any]) -> CodeCount:
        arrays = self._before
        people = _distinct_people(arrays.participant[own])
        if not under:
            return CodeCount(len(own), people, len(own), people)
        every = np.concatenate([own, *under])
        passages = _distinct_passages(arrays.document[every], arrays.start[every], arrays.end[every])
        return CodeCount(len(own), people, passages, _distinct_people(arrays.participant[every]))


class _RowsByCode:
    """For each of some codes the rows of an array that carry it."""

    def __init__(self, code: Any, wanted: set[int]) -> None:
        highest = max(int(code.max(initial=0)), max(wanted, default=0))
        flags = np.zeros(highest + 2, dtype=bool)
        flags[list(wanted)] = True
        rows = np.flatnonzero(flags[code])
        self._rows = rows[np.argsort(code[rows], kind="stable")]
        self._borders = np.searchsorted(code[self._rows], np.arange(highest + 2))

    def of(self, code: int) -> Any:
        return self._rows[self._borders[code] : self._borders[code + 1]]


def _distinct_people(participant: Any) -> int:
    present = np.unique(participant)
    return int(len(present) - (len(present) > 0 and present[0] == 0))


def _distinct_passages(document: Any, start: Any, end: Any) -> int:
    if not len(document):
        return 0
    order = np.lexsort((end, start, document))
    table = np.stack((document[order], start[order], end[order]))
    return 1 + int((np.diff(table, axis=1) != 0).any(axis=0).sum())


def sizes(db: sqlite3.Connection) -> Sizes:
    """How many rows of each kind there are, counted in the database."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document d WHERE d.case_id IS NOT NULL "
        "OR EXISTS (SELECT 1 FROM turn t JOIN speaker s ON s.id = t.speaker "
        "WHERE t.document = d.id AND NOT s.is_interviewer)), (SELECT count(*) FROM code WHERE kind = 'code'), "
        "(SELECT count(*) FROM code WHERE kind = 'theme'), (SELECT count(*) FROM coding)"
    ).fetchone()
    return Sizes(*row)
