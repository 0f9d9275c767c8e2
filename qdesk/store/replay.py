"""Undo and redo: a stretch of the log played back or forth, in runs of one table and one kind."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from qdesk.store.schema import COLUMNS, PATCHED, row_image
from qdesk.store.steps import IN_STRETCH, Run, Stretch, runs_of
from qdesk.text.changes import Change, apply, invert


def replay(db: sqlite3.Connection, stretch: Stretch, *, back: bool) -> None:
    """Play a step back (undo) or forth (redo), inside the caller's transaction; triggers log nothing meanwhile."""
    db.execute("UPDATE history_now SET replaying = 1")
    runs = list(runs_of(db, stretch))
    for run in reversed(runs) if back else runs:
        if run.op == "U":
            _update(db, run, back=back)
        elif (run.op == "I") == back:
            _delete(db, run)
        else:
            _insert(db, run)
    db.execute("UPDATE history_now SET replaying = 0")


def _delete(db: sqlite3.Connection, run: Run) -> None:
    """Take rows out; those that no image holds yet (insertions never undone before) are written into the log first."""
    db.execute(
        f'UPDATE history_row SET image = (SELECT {row_image(run.table)} FROM "{run.table}" t WHERE t.id = row) '
        f"WHERE {IN_STRETCH} AND image IS NULL",
        run.stretch,
    )
    db.execute(f'DELETE FROM "{run.table}" WHERE id IN (SELECT row FROM history_row WHERE {IN_STRETCH})', run.stretch)


def _insert(db: sqlite3.Connection, run: Run) -> None:
    columns = COLUMNS[run.table]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(f"image ->> {number}" for number in range(len(columns)))
    db.execute(
        f'INSERT OR ROLLBACK INTO "{run.table}"(id, {names}) '
        f"SELECT row, {values} FROM history_row WHERE {IN_STRETCH} ORDER BY id",
        run.stretch,
    )


def _update(db: sqlite3.Connection, run: Run, *, back: bool) -> None:
    """Put columns back or forth; runs of rows with the same columns share one statement."""
    for columns, rows in groupby(_images(db, run, back=back), key=lambda entry: tuple(entry[1])):
        if any((run.table, column) in PATCHED for column in columns):
            for row, image in rows:
                _update_patched(db, run.table, row, image, back=back)
        else:
            _update_columns(db, run.table, columns, rows, back=back)


def _images(db: sqlite3.Connection, run: Run, *, back: bool) -> Iterator[tuple[int, dict[str, list[Any]]]]:
    """Row ids and decoded images of updates, in the order of playing."""
    sql = f"SELECT row, image FROM history_row WHERE {IN_STRETCH} ORDER BY id {'DESC' if back else 'ASC'}"
    for row, image in db.execute(sql, run.stretch).fetchall():
        yield row, json.loads(image)


def _update_columns(
    db: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterator[tuple[int, dict[str, list[Any]]]],
    *, back: bool,
) -> None:  # fmt: skip
    side = 0 if back else 1
    assignments = ", ".join(f'"{column}" = ?' for column in columns)
    db.executemany(
        f'UPDATE OR ROLLBACK "{table}" SET {assignments} WHERE id = ?',
        ([*(image[column][side] for column in columns), row] for row, image in rows),
    )


def _update_patched(db: sqlite3.Connection, table: str, row: int, image: dict[str, list[Any]], *, back: bool) -> None:
    """As :func:`_update_columns`, with the long texts rebuilt from their patches."""
    whole: dict[str, list[Any]] = {}
    for column, logged in image.items():
        if (table, column) in PATCHED:
            changes = [Change(*patch) for patch in logged]
            (text,) = db.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row,)).fetchone()
            logged = [apply(text, invert(changes) if back else changes)] * 2
        whole[column] = logged
    _update_columns(db, table, tuple(whole), iter([(row, whole)]), back=back)
