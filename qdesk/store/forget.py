"""Forget: the past of a study leaves the file. What stands in the project now stays; what stood there once is gone.

Kept of the past: what was done when, and the history of the codebook (unless a name that is given occurs in it).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from qdesk.errors import QDeskError
from qdesk.store import backups
from qdesk.store.connection import BUSY_SECONDS, log, plain_error
from qdesk.store.schema import VERSION, renew_search
from qdesk.store.sessions import now
from qdesk.store.steps import Event, Stretch, add_event
from qdesk.text.folding import fold

_LABEL: Final = "Forget the past"
_CODEBOOK: Final = "('code', 'setting')"

_NAMED: Final = {
    "document": ("name || ' ' || description || ' ' || text", "documents"),
    "code": ("name || ' ' || definition || ' ' || include_when || ' ' || exclude_when || ' ' || memo", "codes"),
    "coding": ("comment", "comments"),
    "memo": ("title || ' ' || body", "memos"),
    "case": ("name", "participants"),
    "speaker": ("name", "speakers"),
    "attribute_value": ("value", "attribute values"),
    "setting": ("value", "settings"),
}
"""Where a name may stand now, and what to call the rows."""


@contextmanager
def alone(db: sqlite3.Connection) -> Iterator[None]:
    """Work without a write-ahead log, which only the sole connection can. Raises QDeskError if there is another one."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        raise QDeskError(
            "Another window or program has this project open, so nothing was forgotten. Close it and forget again."
        ) from error
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    try:
        yield
    finally:
        log(db)


def erase(db: sqlite3.Connection, names: Sequence[str], session: int, why: str) -> Event:
    """Inside a transaction: no image, source, reason or index holds interview text of the past any more."""
    db.execute(f"UPDATE history_row SET image = NULL WHERE tbl NOT IN {_CODEBOOK}")
    _erase_named(db, "history_row", "image", names)
    _erase_named(db, "layout", "value", names)
    db.execute("UPDATE history_step SET state = 'abandoned' WHERE state = 'undone'")
    db.execute("UPDATE history_step SET why = '', fold = '', forgotten = 1")
    db.execute("UPDATE history_event SET why = ''")
    _erase_named(db, "history_step", "label", names)
    db.execute("DELETE FROM source WHERE id NOT IN (SELECT source FROM document WHERE source IS NOT NULL)")
    db.execute("UPDATE source SET name = '', bytes = x''")
    renew_search(db)
    last: int = db.execute("SELECT coalesce(max(id), 0) FROM history_row").fetchone()[0]
    cursor = db.execute(
        "INSERT INTO history_step(label, why, at, schema, after_row, last_row, forgotten, session) "
        "VALUES (?, ?, ?, ?, ?, ?, 1, ?)",
        (_LABEL, why, now(), VERSION, last, last, session),
    )
    assert cursor.lastrowid is not None
    return add_event(db, cursor.lastrowid, "do", Stretch(last, last), session)


_INSTEAD: Final = {"image": "NULL", "value": "'null'", "label": "'A step whose name was forgotten'"}


def _erase_named(db: sqlite3.Connection, table: str, column: str, names: Sequence[str]) -> None:
    """Empty a column where a name occurs, whatever its case and accents."""
    rows = db.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
    named = [(row,) for row, text in rows if _holds(text, names)]
    db.executemany(f"UPDATE {table} SET {column} = {_INSTEAD[column]} WHERE rowid = ?", named)


def _holds(text: str, names: Sequence[str]) -> bool:
    if not names:
        return False
    folded = fold(text)
    return any(fold(name) in folded for name in names)


def compact(db: sqlite3.Connection) -> list[str]:
    """Write the file anew without the old pages: in memory, not through a temporary file. What failed, in sentences."""
    try:
        db.execute("PRAGMA secure_delete = ON")
        db.execute("VACUUM")
    except sqlite3.Error as error:
        if plain_error(error) is None:
            raise
        return [
            "The past was forgotten, but the file could not be written anew, so its unused pages may still hold the "
            "old text: make room on the disk and forget again."
        ]
    return []


def replace_backups(project: Path, db: sqlite3.Connection) -> list[str]:
    """One new backup instead of all older ones and of what was set aside. What failed, in sentences."""
    folder = backups.folder_of(project)
    try:
        kept = backups.make(project, db).path
        for old in folder.iterdir():
            if old != kept and old.suffix in (".qdesk", ".kept"):
                old.unlink()
        for half in backups.leftovers(project):
            half.unlink()
    except (QDeskError, OSError) as error:
        return [f"The past was forgotten in the project, but not in all of its backups in {folder}: {_why(error)}"]
    return []


def _why(error: QDeskError | OSError) -> str:
    return str(error) if isinstance(error, QDeskError) else f"{(error.strerror or str(error)).lower()}."


def unreached(project: Path, db: sqlite3.Connection, names: Sequence[str]) -> list[str]:
    """What Forget cannot reach, one sentence each."""
    return [
        *_still_named(db, names),
        *_old_backups(project, db),
        "Exports, prints and copies made earlier, also in cloud folders and e-mails, still hold the old text: "
        "delete them yourself.",
        "What a disk has deleted can be read back with special tools until it is overwritten: keep confidential "
        "studies on an encrypted disk.",
    ]


def _still_named(db: sqlite3.Connection, names: Sequence[str]) -> Iterator[str]:
    rows = {
        kind: [text for (text,) in db.execute(f'SELECT {columns} FROM "{table}"')]
        for table, (columns, kind) in (_NAMED.items() if names else ())
    }
    for name in names:
        counts = {kind: sum(_holds(text, [name]) for text in texts) for kind, texts in rows.items()}
        found = [f"{kind} ({count})" for kind, count in counts.items() if count]
        if found:
            yield (
                f"“{name}” still stands in {', '.join(found)} of the project as it is now: "
                "change those, then forget again."
            )


def _old_backups(project: Path, db: sqlite3.Connection) -> Iterator[str]:
    folder = backups.folder_of(project)
    forgotten = backups.last_event(db)
    held = [one for one in backups.list_backups(project) if backups.last_event_of(one.path) != forgotten]
    held_count = len(held) + len(list(folder.glob("*.kept"))) + len(backups.leftovers(project))
    if held_count:
        yield f"Backups in {folder} that still hold the old text: {held_count}. Replace them, or delete them yourself."
