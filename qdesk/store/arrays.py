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

UnitName = Literal["paragraph", "turn", "label"]

_CODINGS = 'SELECT id, document, code, start, "end" FROM coding {} ORDER BY document, start, "end", code'
_TURNS = (
    'SELECT t.document, t.label_end, t."end", s.is_interviewer, coalesce(s.case_id, 0) '
    "FROM turn t CROSS JOIN speaker s ON s.id = t.speaker {} ORDER BY t.document, t.start"
)
_LABELS = "SELECT document, start, label_end FROM turn ORDER BY document, start"
_CASES = "SELECT id, coalesce(case_id, 0) FROM document {}"


class Arrays:
    """The arrays of one project. Reading is cheap: nothing is computed twice between changes."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._codings: CodingArrays | None = None
        self._turns: Any = None
        self._paragraphs: UnitArrays | None = None
        self._labels: UnitArrays | None = None

    @property
    def codings(self) -> CodingArrays:
        """All codings, by document, start, end and code."""
        if self._codings is None:
            self._codings = self._read_codings("")
        return self._codings

    def units(self, name: UnitName) -> UnitArrays:
        """Paragraphs, the speech of turns (labels left out), or the labels, of all documents."""
        if name == "turn":
            turns = self._all_turns()
            return UnitArrays(turns[:, 0], turns[:, 1], turns[:, 2])
        if name == "label":
            if self._labels is None:
                self._labels = UnitArrays(*read(self._project.db, _LABELS, 3).T)
            return self._labels
        if self._paragraphs is None:
            self._paragraphs = _paragraphs(self._project.db)
        return self._paragraphs

    def refresh(self, changes: Changes) -> None:
        """Take in a change: only the codings of its documents are read again."""
        if changes.touches("turn", "speaker", "case", "document"):
            self._turns = self._labels = None
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
        old, fresh = self._codings, self._read_codings(f"WHERE document IN ({', '.join(map(str, documents))})")
        assert old is not None
        out, put = _runs(old.document, documents), _runs(fresh.document, documents)

        def spliced(name: str) -> Any:
            return _spliced(getattr(old, name), out, getattr(fresh, name), put)

        coding, document, code, start, end = map(spliced, ("id", "document", "code", "start", "end"))
        known = spliced("participant") if "participant" in vars(old) else None
        self._codings = CodingArrays(
            coding, document, code, start, end,
            lambda: self._participants("", document, start, end) if known is None else known,
        )  # fmt: skip

    def _read_codings(self, where: str) -> CodingArrays:
        rows = read(self._project.db, _CODINGS.format(where), 5)
        coding, document, code, start, end = (np.ascontiguousarray(column) for column in rows.T)
        return CodingArrays(
            coding, document, code, start, end, lambda: self._participants(where, document, start, end)
        )  # fmt: skip

    def _participants(self, where: str, document: Any, start: Any, end: Any) -> Any:
        db = self._project.db
        cases = read(db, _CASES.format(where.replace("document", "id")), 2)
        turns = read(db, _TURNS.format(where), 5) if where else self._all_turns()
        return participants_of(document, start, end, turns, cases)

    def _all_turns(self) -> Any:
        if self._turns is None:
            self._turns = read(self._project.db, _TURNS.format(""), 5)
        return self._turns


def read(db: sqlite3.Connection, sql: str, columns: int) -> Any:
    """Rows of whole numbers as an int64 array of shape (rows, columns)."""
    flat = np.fromiter(chain.from_iterable(db.execute(sql)), dtype=np.int64)
    return flat.reshape(-1, columns)


def _runs(column: Any, values: list[int]) -> list[tuple[int, int]]:
    """Where each of some rising values stands in a sorted column: start and end."""
    return list(
        zip(np.searchsorted(column, values).tolist(), np.searchsorted(column, values, "right").tolist(), strict=True)
    )


def _spliced(kept: Any, out: list[tuple[int, int]], fresh: Any, put: list[tuple[int, int]]) -> Any:
    """A column with its runs ``out`` replaced by the runs ``put`` of another one."""
    parts: list[Any] = []
    done = 0
    for (start, end), (first, last) in zip(out, put, strict=True):
        parts += [kept[done:start], fresh[first:last]]
        done = end
    return np.concatenate([*parts, kept[done:]])


def _paragraphs(db: sqlite3.Connection) -> UnitArrays:
    rows = [
        (document, start, end)
        for document, rule, text in db.execute("SELECT id, paragraph_rule, text FROM document ORDER BY id")
        for start, end in paragraph_spans(text, rule)
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return UnitArrays(table[:, 0], table[:, 1], table[:, 2])
