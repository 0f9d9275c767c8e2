"""Steps of the history as rows: begin and end one, list them, and tell what one changed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from qdesk.store.changes import Changes, Rows, rows_of
from qdesk.store.schema import VERSION
from qdesk.store.sessions import now

Cause = Literal["do", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Step:
    """One user gesture. ``at`` is ISO 8601 in UTC; an "abandoned" step was undone and then overtaken by a new act."""

    id: int
    label: str
    why: str
    at: str
    state: Literal["done", "undone", "abandoned"]
    session: int
    mine: bool


def begin_step(db: sqlite3.Connection, label: str, why: str, fold: str, session: int) -> tuple[int, int]:
    """Open a step, or join the last one if it is this session's with the same ``fold``; (step id, last row id)."""
    last_row = db.execute("SELECT coalesce(max(id), 0) FROM history_row").fetchone()[0]
    step = _foldable(db, fold, session) if fold else None
    if step is None:
        cursor = db.execute(
            "INSERT INTO history_step(label, why, at, fold, schema, session) VALUES (?, ?, ?, ?, ?, ?)",
            (label, why, now(), fold, VERSION, session),
        )
        step = cursor.lastrowid
        assert step is not None
    db.execute("UPDATE history_now SET step = ?", (step,))
    return step, last_row


def _foldable(db: sqlite3.Connection, fold: str, session: int) -> int | None:
    row = db.execute("SELECT id, fold, session, state FROM history_step ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row and row[1:] == (fold, session, "done") else None


def end_step(db: sqlite3.Connection, step: int, last_row: int, session: int) -> int | None:
    """Close a step: what was undone before it is now abandoned. The event's id, or None if nothing was changed."""
    db.execute("UPDATE history_now SET step = NULL")
    if not db.execute("SELECT 1 FROM history_row WHERE step = ? AND id > ?", (step, last_row)).fetchone():
        return None
    db.execute("UPDATE history_step SET state = 'abandoned' WHERE state = 'undone'")
    return add_event(db, step, "do", last_row, session)


def add_event(db: sqlite3.Connection, step: int, kind: Cause, first_row: int, session: int) -> int:
    """Note that a step was done, undone or redone: the trail, and what other windows refresh from."""
    cursor = db.execute(
        "INSERT INTO history_event(step, kind, first_row, at, session) VALUES (?, ?, ?, ?, ?)",
        (step, kind, first_row, now(), session),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def list_steps(db: sqlite3.Connection, session: int | None, where: str = "", limit: int = -1) -> list[Step]:
    """Steps, newest first."""
    sql = f"SELECT id, label, why, at, state, session FROM history_step {where} ORDER BY id DESC LIMIT ?"
    rows = db.execute(sql, (limit,))
    return [Step(step, label, why, at, state, owner, owner == session) for step, label, why, at, state, owner in rows]


_INVERSE = {"I": "D", "D": "I", "U": "U"}


def changes_of(db: sqlite3.Connection, step: int, kind: Cause, first_row: int = 0, *, foreign: bool = False) -> Changes:
    """What an event changed, from the log itself."""
    label = db.execute("SELECT label FROM history_step WHERE id = ?", (step,)).fetchone()[0]
    entries: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for table, op, row in db.execute(
        "SELECT tbl, op, row FROM history_row WHERE step = ? AND id > ? ORDER BY id", (step, first_row)
    ):
        entries[table].append((op, row))
    if kind == "undo":
        entries = {table: [(_INVERSE[op], row) for op, row in reversed(rows)] for table, rows in entries.items()}
    tables = {table: rows for table, ops in entries.items() if (rows := rows_of(ops)).all}
    return Changes(label, "foreign" if foreign else kind, tables, _documents(db, step, tables))


def _documents(db: sqlite3.Connection, step: int, tables: dict[str, Rows]) -> frozenset[int]:
    """Documents whose text, turns, formatting or codings a step changed; a deleted row tells it by its image."""
    documents = set(tables["document"].all) if "document" in tables else set()
    for table in ("coding", "turn", "formatting"):
        if table in tables:
            documents.update(
                document
                for (document,) in db.execute(
                    f"SELECT DISTINCT coalesce(t.document, json_extract(h.image, '$.document')) FROM history_row h "
                    f'LEFT JOIN "{table}" t ON t.id = h.row WHERE h.step = ? AND h.tbl = ?',
                    (step, table),
                )
                if isinstance(document, int)
            )
    return frozenset(documents)


def merged(changes: Iterable[Changes], label: str) -> Changes:
    """Several changes, one after the other, as one foreign change."""
    tables: dict[str, Rows] = {}
    documents: set[int] = set()
    for change in changes:
        documents |= change.documents
        for table, rows in change.tables.items():
            ops = (
                [("I", i) for i in rows.inserted] + [("U", i) for i in rows.updated] + [("D", i) for i in rows.deleted]
            )
            old = tables.get(table, Rows())
            before = (
                [("I", i) for i in old.inserted] + [("U", i) for i in old.updated] + [("D", i) for i in old.deleted]
            )
            tables[table] = rows_of(before + ops)
    return Changes(label, "foreign", tables, frozenset(documents))
