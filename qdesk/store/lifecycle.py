"""Creating, opening and closing the project file."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from qdesk.errors import QDeskError
from qdesk.store import backups, migrations, schema
from qdesk.store.connection import connect, plain_errors

_HEADER = b"SQLite format 3\x00"


def create(path: Path, *, force: bool) -> sqlite3.Connection:
    """A new file with empty tables. Raises QDeskError if the place is taken or cannot be written."""
    if path.exists() and not force:
        raise QDeskError(f"{path} exists already and was left as it is. Choose another name, or use --force.")
    try:
        for old in (path, *_side_files(path)):
            old.unlink(missing_ok=True)
        path.touch(exist_ok=False)
    except OSError as error:
        raise QDeskError(f"{path} cannot be created: {_reason(error)}. Choose another folder.") from error
    try:
        with plain_errors():
            db = connect(path)
            migrations.migrate(db)
            return db
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def open_file(path: Path) -> tuple[sqlite3.Connection, bool]:
    """An open connection at this version, and whether it is read-only."""
    _check_readable(path)
    read_only = not _is_writable(path)
    with plain_errors():
        db = connect(path, read_only=read_only)
        try:
            version = migrations.version_of(db)
            if version < schema.VERSION:
                _migrate(path, db, read_only)
            return db, read_only
        except BaseException:
            db.close()
            raise


def _migrate(path: Path, db: sqlite3.Connection, read_only: bool) -> None:
    if read_only:
        raise QDeskError(
            "This project was made by an older QDesk and cannot be written here. Copy it and open the copy."
        )
    backups.make(path, db)
    migrations.migrate(db)


def _check_readable(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except FileNotFoundError:
        raise QDeskError(f"There is no project at {path}. Check the name, or make one with File > New.") from None
    except OSError as error:
        raise QDeskError(f"{path} cannot be read: {_reason(error)}.") from error
    if header != _HEADER:
        what = "is empty" if not header else "is not a QDesk project"
        raise QDeskError(
            f"{path.name} {what}; it was left as it is. Open a file that ends in .qdesk, or restore a backup."
        )


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def close(db: sqlite3.Connection, *, read_only: bool) -> None:
    """Close a connection; if it was the last, the write-ahead log is folded in and one file remains."""
    if not read_only:
        # With another window on it, or the folder gone, this fails: the log stays valid beside the file.
        with suppress(sqlite3.Error):
            db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def _side_files(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal")]


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
