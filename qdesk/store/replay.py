"""Undo and redo: the log of a step played back or forth, rows in runs of one table and one kind."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby

from qdesk.store.schema import COLUMNS, PATCHED, row_image
from qdesk.text.changes import Change, apply, invert

_Entry = tuple[int, str, int, str, str | None]  # id, table, row, op, image


def replay(db: sqlite3.Connection, step: int, *, back: bool) -> None:
    """Play a step back (undo) or forth (redo), inside the caller's transaction; triggers log nothing meanwhile."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("UPDATE history_now SET replaying = 1")
    order = "DESC" if back else "ASC"
    entries = db.execute(
        f"SELECT id, tbl, row, op, image FROM history_row WHERE step = ? ORDER BY id {order}", (step,)
    ).fetchall()
    for (table, op), run in groupby(entries, key=lambda entry: (entry[1], entry[3])):
        if op == "U":
            _update(db, table, run, back=back)
        elif (op == "I") == back:
            _delete(db, table, list(run), keep_images=op == "I")
        else:
            _insert(db, table, run)
    db.execute("UPDATE history_now SET replaying = 0")


def _delete(db: sqlite3.Connection, table: str, run: list[_Entry], *, keep_images: bool) -> None:
    """Take rows out; those that no image holds yet are written into the log first."""
    if keep_images:
        image = row_image(table, f'"{table}"')
        db.executemany(
            f'UPDATE history_row SET image = (SELECT {image} FROM "{table}" WHERE id = ?) WHERE id = ?',
            ((row, entry) for entry, _, row, _, _ in run),
        )
    db.executemany(f'DELETE FROM "{table}" WHERE id = ?', ((row,) for _, _, row, _, _ in run))


def _insert(db: sqlite3.Connection, table: str, run: Iterator[_Entry]) -> None:
    columns = COLUMNS[table]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    db.executemany(f'INSERT INTO "{table}"(id, {names}) VALUES (?, {marks})', _rows(run, columns))


def _rows(run: Iterator[_Entry], columns: tuple[str, ...]) -> Iterator[list[object]]:
    for _, _, row, _, image in run:
        assert image is not None
        values = json.loads(image)
        yield [row, *(values[column] for column in columns)]


def _update(db: sqlite3.Connection, table: str, run: Iterator[_Entry], *, back: bool) -> None:
    """Put columns back or forth; runs of rows with the same columns share one statement."""
    decoded = ((row, json.loads(image or "{}")) for _, _, row, _, image in run)
    for columns, rows in groupby(decoded, key=lambda entry: tuple(entry[1])):
        if any((table, column) in PATCHED for column in columns):
            for row, image in rows:
                _update_patched(db, table, row, image, back=back)
        else:
            _update_columns(db, table, columns, ((row, image) for row, image in rows), back=back)


def _update_columns(
    db: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterator[tuple[int, dict[str, list[object]]]],
    *, back: bool,
) -> None:  # fmt: skip
    side = 0 if back else 1
    assignments = ", ".join(f'"{column}" = ?' for column in columns)
    db.executemany(
        f'UPDATE "{table}" SET {assignments} WHERE id = ?',
        ([*(image[column][side] for column in columns), row] for row, image in rows),
    )


def _update_patched(
    db: sqlite3.Connection, table: str, row: int, image: dict[str, list[object]], *, back: bool
) -> None:
    """As :func:`_update_columns`, with the long texts rebuilt from their patches."""
    whole: dict[str, list[object]] = {}
    for column, logged in image.items():
        if (table, column) in PATCHED:
            changes = [Change(*patch) for patch in logged]  # type: ignore[misc]
            (text,) = db.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row,)).fetchone()
            logged = [apply(text, invert(changes) if back else changes)] * 2
        whole[column] = logged
    _update_columns(db, table, tuple(whole), iter([(row, whole)]), back=back)
