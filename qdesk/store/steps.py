"""Steps of the history as rows: begin and end one, list them, and tell what a stretch of the log changed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from qdesk.store.changes import Changes, Rows, rows_of
from qdesk.store.schema import VERSION
from qdesk.store.sessions import now

Cause = Literal["do", "undo", "redo"]


class Stretch(NamedTuple):
    """Entries of the log with ``after < id <= last``; those of one step follow each other."""

    after: int
    last: int


IN_STRETCH: Final = "id > ? AND id <= ?"
"""SQL condition on history_row, with a stretch as its values."""


@dataclass(frozen=True, slots=True)
class Step:
    """One user gesture. ``at`` is ISO 8601 in UTC; an "abandoned" step was undone and then overtaken by a new act.

    ``fixed``: it can be neither undone nor redone (any more), because of a newer schema or Forget.
    """

    id: int
    label: str
    why: str
    at: str
    state: Literal["done", "undone", "abandoned"]
    session: int
    mine: bool
    fixed: bool = False


def begin_step(db: sqlite3.Connection, label: str, why: str, fold: str, session: int) -> tuple[int, int]:
    """Open a step, or join the last one of this session with the same ``fold``; its id, and the log's last id."""
    last: int = db.execute("SELECT coalesce(max(id), 0) FROM history_row").fetchone()[0]
    step = _foldable(db, fold, session) if fold else None
    if step is None:
        cursor = db.execute(
            "INSERT INTO history_step(label, why, at, fold, schema, after_row, last_row, session) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (label, why, now(), fold, VERSION, last, last, session),
        )
        step = cursor.lastrowid
        assert step is not None
    db.execute("UPDATE history_now SET step = ?", (step,))
    return step, last


def _foldable(db: sqlite3.Connection, fold: str, session: int) -> int | None:
    row = db.execute("SELECT id, fold, session, state, forgotten FROM history_step ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row and row[1:] == (fold, session, "done", 0) else None


def end_step(db: sqlite3.Connection, step: int, after: int, session: int) -> Event | None:
    """Close a step: what was undone before it is now abandoned. None if nothing was changed since ``after``."""
    db.execute("UPDATE history_now SET step = NULL")
    last: int = db.execute("SELECT coalesce(max(id), 0) FROM history_row").fetchone()[0]
    if last == after:
        return None
    db.execute("UPDATE history_step SET last_row = ? WHERE id = ?", (last, step))
    db.execute("UPDATE history_step SET state = 'abandoned' WHERE state = 'undone'")
    return add_event(db, step, "do", Stretch(after, last), session)


@dataclass(frozen=True, slots=True)
class Event:
    """That a step (or what was folded into it) was done, undone or redone: the trail, and what windows refresh from."""

    id: int
    step: int
    label: str
    kind: Cause
    why: str
    at: str
    stretch: Stretch


def add_event(db: sqlite3.Connection, step: int, kind: Cause, stretch: Stretch, session: int, why: str = "") -> Event:
    """Note an event; a step's own reason stands with the step."""
    at = now()
    cursor = db.execute(
        "INSERT INTO history_event(step, kind, after_row, last_row, why, at, session) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (step, kind, *stretch, why, at, session),
    )
    assert cursor.lastrowid is not None
    (label,) = db.execute("SELECT label FROM history_step WHERE id = ?", (step,)).fetchone()
    return Event(cursor.lastrowid, step, label, kind, why, at, stretch)


def list_events(db: sqlite3.Connection, after: int = 0, before: int | None = None) -> list[Event]:
    """Events with ids between two others, oldest first."""
    rows = db.execute(
        "SELECT e.id, e.step, s.label, e.kind, e.why, e.at, e.after_row, e.last_row FROM history_event e "
        "JOIN history_step s ON s.id = e.step WHERE e.id > ? AND e.id < ? ORDER BY e.id",
        (after, before or 1 << 62),
    )
    return [
        Event(event, step, label, kind, why, at, Stretch(first, last))
        for event, step, label, kind, why, at, first, last in rows.fetchall()
    ]


def list_steps(
    db: sqlite3.Connection, session: int | None, where: str = "", limit: int = -1,
    order: Literal["ASC", "DESC"] = "DESC",
) -> list[Step]:  # fmt: skip
    """Steps, newest first by default."""
    rows = db.execute(
        "SELECT id, label, why, at, state, session, forgotten OR schema < ? FROM history_step "
        f"{where} ORDER BY id {order} LIMIT ?",
        (VERSION, limit),
    )
    return [
        Step(step, label, why, at, state, owner, owner == session, bool(fixed))
        for step, label, why, at, state, owner, fixed in rows
    ]


class Run(NamedTuple):
    """Entries of the log that follow each other, all of one table and one kind ("I", "U" or "D")."""

    table: str
    op: str
    stretch: Stretch


def runs_of(db: sqlite3.Connection, stretch: Stretch) -> Iterator[Run]:
    """The runs of a stretch, in order. The database looks for their ends: a run may have 100,000 entries."""
    after, last = stretch
    while after < last:
        table, op = db.execute("SELECT tbl, op FROM history_row WHERE id > ? ORDER BY id LIMIT 1", (after,)).fetchone()
        (end,) = db.execute(
            f"SELECT coalesce(min(id) - 1, ?) FROM history_row WHERE {IN_STRETCH} AND NOT (tbl = ? AND op = ?)",
            (last, after, last, table, op),
        ).fetchone()
        yield Run(table, op, Stretch(after, end))
        after = end


_INVERSE = {"I": "D", "D": "I", "U": "U"}


def changes_of(db: sqlite3.Connection, label: str, kind: Cause, stretch: Stretch, *, foreign: bool = False) -> Changes:
    """What doing, undoing or redoing a stretch changed, from the log itself."""
    runs: dict[str, list[tuple[str, Iterable[int]]]] = defaultdict(list)
    for run in runs_of(db, stretch):
        rows = db.execute(f"SELECT row FROM history_row WHERE {IN_STRETCH}", run.stretch)
        runs[run.table].append((run.op, {row for (row,) in rows}))
    if kind == "undo":
        runs = {table: [(_INVERSE[op], rows) for op, rows in reversed(ops)] for table, ops in runs.items()}
    documents = db.execute(
        f"SELECT DISTINCT document FROM history_row WHERE {IN_STRETCH} AND document IS NOT NULL", stretch
    )
    return Changes(label, "foreign" if foreign else kind, _net(runs), frozenset(one for (one,) in documents))


def _net(runs: Mapping[str, Iterable[tuple[str, Iterable[int]]]]) -> dict[str, Rows]:
    return {table: rows for table, ops in runs.items() if (rows := rows_of(ops)).all}


def merged(changes: Iterable[Changes], label: str) -> Changes:
    """Several changes, one after the other, as one foreign change."""
    runs: dict[str, list[tuple[str, Iterable[int]]]] = defaultdict(list)
    documents: set[int] = set()
    for change in changes:
        documents |= change.documents
        for table, rows in change.tables.items():
            runs[table] += [("I", rows.inserted), ("U", rows.updated), ("D", rows.deleted)]
    return Changes(label, "foreign", _net(runs), frozenset(documents))
