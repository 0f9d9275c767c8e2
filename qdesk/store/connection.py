"""The one way to open a project file, and what a failing disk is called in plain words."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qdesk.errors import QDeskError
from qdesk.text.changes import difference
from qdesk.text.folding import index_form, is_aligned

BUSY_SECONDS = 5.0
PAGE_BYTES = 8192  # of a new file: a transcript lies on half the pages, and one coding still writes little
CACHE_KIB = 48 * 1024
CHECKPOINT_PAGES = 10_000  # 80 MB: checkpoints are made when idle, one in the middle of work costs 0.2 s


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> sqlite3.Connection:
    """A connection with foreign keys on and transactions in our own hands. Raises sqlite3.Error.

    ``immutable``: nobody can write it, so no lock and no log is looked for.
    """
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}{'&immutable=1' if immutable else ''}"
    db = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if not read_only:
            db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            log(db)
            db.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        db.close()
        raise
    db.create_function("qdesk_patch", 2, _patch, deterministic=True)
    db.create_function("qdesk_index", 1, index_form, deterministic=True)
    db.create_function("qdesk_aligned", 1, is_aligned, deterministic=True)
    return db


def log(db: sqlite3.Connection) -> None:
    """Write ahead into a log beside the file, as long as it is open."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


def _patch(old: str, new: str) -> str:
    return json.dumps(difference(old, new), ensure_ascii=False)


UNWRITABLE = (
    "This project can only be read here, so nothing was changed. Save a copy in a folder of your own to work on it."
)
DAMAGED = (
    "The project file is damaged. Nothing was changed. "
    "Restore a backup (File > Restore a backup, or qdesk restore PROJECT)."
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full, so the last act was not saved; everything before it is. "
    "Free some space and do it again.",
    sqlite3.SQLITE_CANTOPEN: "The project file cannot be opened or written where it lies. "
    "Check that the folder still exists and may be written.",
    sqlite3.SQLITE_READONLY: UNWRITABLE,
    sqlite3.SQLITE_PERM: UNWRITABLE,
    sqlite3.SQLITE_BUSY: "Another window or program is writing to this project, so nothing was changed. "
    "Try again in a moment.",
    sqlite3.SQLITE_IOERR: "The disk failed while the project was read or written; the last act may not be saved, "
    "everything before it is. Save a copy elsewhere.",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: "This file is not a QDesk project.",
}


def plain_error(error: sqlite3.Error) -> QDeskError | None:
    """A database error that lies outside the program as one sentence, or None for a bug."""
    if str(error).startswith("Could not decode to UTF-8"):  # raised by Python, without a code; it quotes the text
        return QDeskError(DAMAGED)
    sentence = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return QDeskError(sentence) if sentence else None


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn database errors that lie outside the program into QDeskError."""
    try:
        yield
    except sqlite3.Error as error:
        if known := plain_error(error):
            raise known from error
        raise


def same_file(path: Path, identity: tuple[int, int]) -> bool:
    """True while the file at the path is the one that was opened (device and inode)."""
    try:
        return file_identity(path) == identity
    except OSError:
        return False


def file_identity(path: Path) -> tuple[int, int]:
    """Device and inode. Raises OSError."""
    status = os.stat(path)
    return status.st_dev, status.st_ino
