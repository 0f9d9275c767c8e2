"""Creating, opening and closing the project file."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from qdesk.errors import QDeskError
from qdesk.store import backups, migrations, schema
from qdesk.store.connection import connect, plain_errors

_HEADER = b"SQLite format 3\x00"
_WAL_FLAG = 18  # offset in the header: 2 while a write-ahead log may stand beside the file


def create(path: Path, *, force: bool) -> sqlite3.Connection:
    """A new file with empty tables, made beside and renamed; with ``force`` what lay there is set aside, not deleted.

    Raises QDeskError if the place is taken, open in a window or unwritable.
    """
    if path.exists() and not force:
        raise QDeskError(f"{path} exists already and was left as it is. Choose another name, or use --force.")
    draft = path.with_name(path.name + ".new")
    try:
        draft.write_bytes(b"")
        with plain_errors(), closing(connect(draft)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
            migrations.migrate(db)
        backups.set_aside(path, "before replacing")
        for old in _side_files(path):
            old.unlink(missing_ok=True)
        os.replace(draft, path)
    except OSError as error:
        raise QDeskError(f"{path} cannot be created: {_reason(error)}. Choose another folder.") from error
    finally:
        with suppress(OSError):
            for left in (draft, *_side_files(draft)):
                left.unlink(missing_ok=True)
    with plain_errors():
        return connect(path)


def open_file(path: Path) -> tuple[sqlite3.Connection, bool]:
    """An open connection at this version, and whether it is read-only."""
    header = _read_header(path)
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    alone = read_only and header[_WAL_FLAG] == 2 and not any(side.exists() for side in _side_files(path))
    with plain_errors():
        db = connect(path, read_only=read_only, immutable=alone)
        try:
            if migrations.version_of(db) < schema.VERSION:
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


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise QDeskError(
            f"There is no project at {path}. Check the name, or make a new one (File > New project, or qdesk new)."
        ) from None
    except OSError as error:
        raise QDeskError(f"{path} cannot be read: {_reason(error)}.") from error
    if not header.startswith(_HEADER) or len(header) < 100:
        what = "is empty" if not header else "is not a QDesk project"
        raise QDeskError(
            f"{path.name} {what}; it was left as it is. Open a file that ends in .qdesk, or restore a backup."
        )
    return header


def close(db: sqlite3.Connection, *, in_place: bool) -> None:
    """Close a connection; if it was the last, the write-ahead log is folded in and one file remains.

    ``in_place``: the file is still where it was opened and may be written.
    """
    if in_place:
        # With another window on it this fails, and the log stays valid beside the file.
        with suppress(sqlite3.Error):
            db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def _side_files(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal")]


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
