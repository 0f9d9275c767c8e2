"""From the schema of any released QDesk to this one: numbered steps, each with its reason, after a verified backup."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from qdesk.errors import QDeskError
from qdesk.store import schema

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations


def version_of(db: sqlite3.Connection) -> int:
    """Schema version of an open project. Raises QDeskError for another kind of file or a newer one."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise QDeskError("This file is not a QDesk project; it was left as it is. Open a file that ends in .qdesk.")
    if version > schema.VERSION:
        raise QDeskError(
            "This project was made by a newer QDesk; it was left as it is. Install the newer version to open it."
        )
    return int(version)


def migrate(db: sqlite3.Connection) -> None:
    """Bring the tables to this version. The caller has made a backup where there is something to lose.

    Foreign keys are off meanwhile (table rebuilds would cascade), every trigger is made anew, and the result is
    checked: no broken reference, no row lost. Raises QDeskError and leaves the file as it was otherwise.
    """
    from sqlite_utils import Database

    wrapped = Database(db, execute_plugins=False)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        before = _row_counts(db)
        _migrations().apply(wrapped)
        if before:
            schema.create_triggers(wrapped)
        _check(db, before)
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {schema.VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _migrations() -> Migrations:
    from sqlite_utils import Migrations

    steps = Migrations("qdesk")

    @steps()
    def m001_first_tables(db: Database) -> None:
        """The tables of the first QDesk, with their history and search index."""
        schema.create_tables(db)

    return steps


def _row_counts(db: sqlite3.Connection) -> dict[str, int]:
    present = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        table: db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in schema.COLUMNS
        if table in present
    }


def _check(db: sqlite3.Connection, before: dict[str, int]) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    after = _row_counts(db)
    lost = [table for table, count in before.items() if after.get(table) != count]
    if broken or lost:
        what = ", ".join(lost) or "its references"
        raise QDeskError(f"The project could not be brought to this version ({what} did not survive); it is unchanged.")
