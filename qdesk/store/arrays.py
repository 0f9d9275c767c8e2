"""Codings, turns and paragraphs as numpy arrays: read once, kept up with every change."""

from __future__ import annotations

import sqlite3
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from qdesk.store.changes import Changes
from qdesk.store.records import CodingArrays, UnitArrays
from qdesk.store.speech import participants_of
from qdesk.text.paragraphs import paragraph_spans

if TYPE_CHECKING:
    from qdesk.store.project import Project

UnitName = Literal["paragraph", "turn"]

_CODINGS = 'SELECT id, document, code, start, "end" FROM coding {} ORDER BY document, start, id'
_TURNS = (
    'SELECT t.document, t.label_end, t."end", s.is_interviewer, coalesce(s.case_id, 0) '
    "FROM turn t CROSS JOIN speaker s ON s.id = t.speaker {} ORDER BY t.document, t.start"
)
_CASES = "SELECT id, coalesce(case_id, 0) FROM document {}"


class Arrays:
    """The arrays of one project. Reading is cheap: nothing is computed twice between changes."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._codings: CodingArrays | None = None
        self._turns: Any = None
        self._paragraphs: UnitArrays | None = None

    @property
    def codings(self) -> CodingArrays:
        """All codings, by document, start and id."""
        if self._codings is None:
            self._codings = self._read_codings("")
        return self._codings

    def units(self, name: UnitName) -> UnitArrays:
        """Paragraphs, or the speech of turns (labels left out), of all documents."""
        if name == "turn":
            turns = self._all_turns()
            return UnitArrays(turns[:, 0], turns[:, 1], turns[:, 2])
        if self._paragraphs is None:
            self._paragraphs = _paragraphs(self._project.db)
        return self._paragraphs

    def refresh(self, changes: Changes) -> None:
        """Take in a change: only the codings of its documents are read again."""
        if changes.touches("turn", "speaker", "case", "document"):
            self._turns = None
            if changes["document"].all:
                self._paragraphs = None
        if self._codings is None:
            return
        if changes.touches("speaker", "case"):
            self._codings = None
        elif changes.documents:
            self._reread(sorted(changes.documents))

    def _reread(self, documents: list[int]) -> None:
        """Replace the rows of some documents; those of the others are copied, not read or sorted again."""
        assert self._codings is not None
        fresh = self._read_codings(f"WHERE document IN ({', '.join(map(str, documents))})")
        old, new = self._codings.document, fresh.document
        borders = [(np.searchsorted(old, one), np.searchsorted(old, one, "right")) for one in documents]
        inserts = [(np.searchsorted(new, one), np.searchsorted(new, one, "right")) for one in documents]
        columns = []
        for name in CodingArrays.__slots__:
            kept, read_again = getattr(self._codings, name), getattr(fresh, name)
            parts: list[Any] = []
            done: Any = 0
            for (start, end), (first, last) in zip(borders, inserts, strict=True):
                parts += [kept[done:start], read_again[first:last]]
                done = end
            columns.append(np.concatenate([*parts, kept[done:]]))
        self._codings = CodingArrays(*columns)

    def _read_codings(self, where: str) -> CodingArrays:
        db = self._project.db
        rows = read(db, _CODINGS.format(where), 5)
        coding, document, code, start, end = (np.ascontiguousarray(column) for column in rows.T)
        cases = read(db, _CASES.format(where.replace("document", "id")), 2)
        turns = read(db, _TURNS.format(where), 5) if where else self._all_turns()
        participant = participants_of(document, start, end, turns, cases)
        return CodingArrays(coding, document, code, start, end, participant)

    def _all_turns(self) -> Any:
        if self._turns is None:
            self._turns = read(self._project.db, _TURNS.format(""), 5)
        return self._turns


def read(db: sqlite3.Connection, sql: str, columns: int) -> Any:
    """Rows of whole numbers as an int64 array of shape (rows, columns)."""
    flat = np.fromiter(chain.from_iterable(db.execute(sql)), dtype=np.int64)
    return flat.reshape(-1, columns)


def _paragraphs(db: sqlite3.Connection) -> UnitArrays:
    rows = [
        (document, start, end)
        for document, rule, text in db.execute("SELECT id, paragraph_rule, text FROM document ORDER BY id")
        for start, end in paragraph_spans(text, rule)
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return UnitArrays(table[:, 0], table[:, 1], table[:, 2])
