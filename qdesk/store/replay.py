"""Undo and redo: the log of a step played back or forth, rows in runs of one table and one kind."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from qdesk.store.schema import COLUMNS, PATCHED, row_image
from qdesk.text.changes import Change, apply, invert


def replay(db: sqlite3.Connection, step: int, *, back: bool) -> None:
    """Play a step back (undo) or forth (redo), inside the caller's transaction; triggers log nothing meanwhile."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("UPDATE history_now SET replaying = 1")
    order = "DESC" if back else "ASC"
    entries = db.execute(f"SELECT id, tbl, op FROM history_row WHERE step = ? ORDER BY id {order}", (step,)).fetchall()
    for (table, op), run in groupby(entries, key=itemgetter(1, 2)):
        ids = [entry for entry, _, _ in run]
        logged = _Run(db, table, step, min(ids), max(ids))
        if op == "U":
            _update(logged, back=back)
        elif (op == "I") == back:
            _delete(logged, keep_images=op == "I")
        else:
            _insert(logged)
    db.execute("UPDATE history_now SET replaying = 0")


_WHERE = "WHERE step = ? AND id BETWEEN ? AND ?"


class _Run(NamedTuple):
    """Entries of one step that follow each other, all of one table and one kind."""

    db: sqlite3.Connection
    table: str
    step: int
    first: int
    last: int

    @property
    def place(self) -> tuple[int, int, int]:
        return self.step, self.first, self.last

    def images(self, *, back: bool = False) -> Iterator[tuple[int, dict[str, Any]]]:
        """Row ids and decoded images in the order of playing."""
        order = "DESC" if back else "ASC"
        sql = f"SELECT row, image FROM history_row {_WHERE} ORDER BY id {order}"
        for row, image in self.db.execute(sql, self.place).fetchall():
            yield row, json.loads(image)


def _delete(run: _Run, *, keep_images: bool) -> None:
    """Take rows out; those that no image holds yet are written into the log first."""
    if keep_images:
        image = f'SELECT {row_image(run.table, "t")} FROM "{run.table}" t WHERE t.id = history_row.row'
        run.db.execute(f"UPDATE history_row SET image = ({image}) {_WHERE}", run.place)
    run.db.execute(f'DELETE FROM "{run.table}" WHERE id IN (SELECT row FROM history_row {_WHERE})', run.place)


def _insert(run: _Run) -> None:
    columns = COLUMNS[run.table]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    in_order = itemgetter(*columns) if len(columns) > 1 else lambda image: (image[columns[0]],)
    run.db.executemany(
        f'INSERT INTO "{run.table}"(id, {names}) VALUES (?, {marks})',
        ((row, *in_order(image)) for row, image in run.images()),
    )


def _update(run: _Run, *, back: bool) -> None:
    """Put columns back or forth; runs of rows with the same columns share one statement."""
    for columns, rows in groupby(run.images(back=back), key=lambda entry: tuple(entry[1])):
        if any((run.table, column) in PATCHED for column in columns):
            for row, image in rows:
                _update_patched(run.db, run.table, row, image, back=back)
        else:
            _update_columns(run.db, run.table, columns, rows, back=back)


def _update_columns(
    db: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterator[tuple[int, dict[str, list[Any]]]],
    *, back: bool,
) -> None:  # fmt: skip
    side = 0 if back else 1
    assignments = ", ".join(f'"{column}" = ?' for column in columns)
    db.executemany(
        f'UPDATE "{table}" SET {assignments} WHERE id = ?',
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
