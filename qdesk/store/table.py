"""What the tables of a project share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from qdesk.store.schema import COLUMNS

if TYPE_CHECKING:
    from qdesk.store.project import Project


ONE_OF: Final = "(SELECT value FROM json_each(?))"
"""A list of ids in SQL, given as JSON: as many as one likes, where placeholders end at 32,766."""


class Table:
    """A view on one table of an open project. Writes outside :meth:`Project.change` fail in the database itself."""

    table: str

    def __init__(self, project: Project) -> None:
        self._project = project

    @property
    def _db(self) -> sqlite3.Connection:
        return self._project.db

    def _insert(self, **values: Any) -> int:
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        cursor = self._db.execute(f'INSERT INTO "{self.table}"({names}) VALUES ({marks})', tuple(values.values()))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _update(self, row: int, values: Mapping[str, Any]) -> None:
        """Set columns of a row. Raises KeyError for a column that the table does not have."""
        unknown = set(values) - set(COLUMNS[self.table])
        if unknown:
            raise KeyError(f"{self.table} has no {', '.join(sorted(unknown))}")
        if values:
            assignments = ", ".join(f'"{name}" = ?' for name in values)
            self._db.execute(f'UPDATE "{self.table}" SET {assignments} WHERE id = ?', (*values.values(), row))

    def _delete(self, rows: Iterable[int]) -> None:
        self._db.executemany(f'DELETE FROM "{self.table}" WHERE id = ?', ((row,) for row in rows))
