"""Backups beside the project, made through SQLite's own backup, verified by opening, thinned out with time."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from qdesk.errors import QDeskError
from qdesk.store import schema
from qdesk.store.connection import connect, plain_errors

KEPT_LAST = 10
KEPT_DAYS = 30
_STAMP = "%Y-%m-%d %H-%M-%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and the local time it was made."""

    path: Path
    made: datetime


def folder_of(project: Path) -> Path:
    """Where a project's backups lie."""
    return project.with_name(f"{project.name}-backups")


def list_backups(project: Path) -> list[Backup]:
    """Backups of a project, newest first."""
    found = []
    for path in folder_of(project).glob("*.qdesk"):
        try:
            found.append(Backup(path, datetime.strptime(path.stem[-19:], _STAMP)))
        except ValueError:
            continue  # a file of the user's own
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def make(project: Path, db: sqlite3.Connection) -> Backup:
    """Write a verified backup of an open project and thin out old ones. Raises QDeskError; the project is unharmed."""
    made = datetime.now()
    folder = folder_of(project)
    target = folder / f"{project.stem} {made.strftime(_STAMP)}.qdesk"
    try:
        folder.mkdir(exist_ok=True)
        copy_to(db, target)
    except OSError as error:
        raise QDeskError(
            f"No backup could be written to {folder} ({error.strerror}). Your project is unharmed."
        ) from error
    _thin_out(project, made)
    return Backup(target, made)


def leftovers(project: Path) -> list[Path]:
    """Half-written backups and restored files, left by a program that was killed over them."""
    restoring = [project.with_name(f"{project.name}.restoring{suffix}") for suffix in ("", ".part")]
    return [*folder_of(project).glob("*.part*"), *(path for path in restoring if path.exists())]


def make_if_due(project: Path, db: sqlite3.Connection, every: timedelta) -> Backup | None:
    """A backup if the project has changed since the newest one and that is at least so old; else None."""
    newest = next(iter(list_backups(project)), None)
    if newest and datetime.now() - newest.made < every:
        return None
    last = last_event(db)
    if last is None or (newest and last == last_event_of(newest.path)):
        return None
    return make(project, db)


def last_event(db: sqlite3.Connection) -> tuple[int, str] | None:
    """Id and time of the newest event: together they tell histories apart that went separate ways."""
    row: tuple[int, str] | None = db.execute("SELECT id, at FROM history_event ORDER BY id DESC LIMIT 1").fetchone()
    return row


def last_event_of(backup: Path) -> tuple[int, str] | None:
    """The newest event when a backup was made; None for one that cannot be read."""
    try:
        with closing(connect(backup, read_only=True)) as db:
            return last_event(db)
    except sqlite3.Error:
        return None


def save_copy(db: sqlite3.Connection, target: Path) -> None:
    """A verified copy of an open project anywhere, in place of what lies there. Raises QDeskError."""
    try:
        copy_to(db, target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QDeskError(f"No copy could be written to {target} ({reason}). Choose another folder.") from error


def copy_to(db: sqlite3.Connection, target: Path) -> None:
    """A verified copy of an open project: written beside the target, opened, checked, then renamed onto it."""
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        with plain_errors():
            draft.touch()
            with closing(sqlite3.connect(draft)) as copy:
                db.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
                copy.execute("UPDATE history_session SET closed = opened WHERE closed IS NULL")
                copy.commit()
        verify(draft)
        os.replace(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def verify(path: Path) -> None:
    """Raise QDeskError unless the file is a sound project."""
    with plain_errors(), closing(connect(path, read_only=True)) as db:
        sound = db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        ours = db.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    if not (sound and ours):
        raise QDeskError(f"{path.name} is not a sound QDesk project; nothing was changed.")


def restore(project: Path, backup: Path | None = None) -> Backup:
    """Put a backup (the newest by default) in the project's place, keeping what lay there beside the backups.

    Raises QDeskError when there is none, when it is damaged, or while the project is open in a window.
    """
    chosen = Backup(backup, datetime.now()) if backup else next(iter(list_backups(project)), None)
    if chosen is None:
        raise QDeskError(f"There is no backup of {project.name} in {folder_of(project)}; nothing was changed.")
    if not chosen.path.is_file():
        raise QDeskError(f"There is no backup at {chosen.path}; nothing was changed.")
    verify(chosen.path)
    draft = project.with_name(project.name + ".restoring")
    try:
        with plain_errors(), closing(connect(chosen.path, read_only=True)) as db:
            copy_to(db, draft)
        set_aside(project, "before restoring")
        os.replace(draft, project)
    except OSError as error:
        raise QDeskError(f"{project.name} could not be restored ({error.strerror}); it was left as it is.") from error
    finally:
        draft.unlink(missing_ok=True)
    return chosen


def set_aside(project: Path, occasion: str) -> None:
    """Keep the present file, sound or not, beside the backups; nothing is ever overwritten.

    ``occasion`` begins its new name. Raises QDeskError while it is open in a window, OSError.
    """
    if not project.is_file():
        return
    refuse_if_open(project)
    stamp = datetime.now().strftime(f"{_STAMP}-%f")
    folder_of(project).mkdir(exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        present = project.with_name(project.name + suffix)
        if present.exists():
            os.replace(present, folder_of(project) / f"{occasion} {stamp} {project.name}{suffix}.kept")


def refuse_if_open(project: Path) -> None:
    """Raise QDeskError while a window or command has the project open."""
    try:
        with closing(sqlite3.connect(project, timeout=0, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:  # any other one: damaged, and that is why it is restored
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise QDeskError("The project is open in a window. Close it first; nothing was changed.") from error


def _thin_out(project: Path, today: datetime) -> None:
    """Keep the last ten, and the newest of each day for a month."""
    days: set[str] = set()
    for number, backup in enumerate(list_backups(project)):
        day = backup.made.strftime("%Y-%m-%d")
        first_of_day = day not in days and today - backup.made < timedelta(days=KEPT_DAYS)
        days.add(day)
        if number >= KEPT_LAST and not first_of_day:
            backup.path.unlink(missing_ok=True)
