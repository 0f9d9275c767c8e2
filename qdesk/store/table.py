"""What the tables of a project share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from qdesk.errors import QDeskError
from qdesk.store.schema import COLUMNS
from qdesk.text.names import plain

if TYPE_CHECKING:
    from qdesk.store.project import Project


ONE_OF: Final = "(SELECT value FROM json_each(?))"
"""A list of ids in SQL, given as JSON: as many as one likes, where placeholders end at 32,766."""


_AS_IT_IS: Final = {"text", "quote"}
"""Columns whose text is normalised already, and must keep every code point."""


class Gone(QDeskError, KeyError):
    """A row is asked for or written to that is not there (any more)."""

    def __str__(self) -> str:
        return "This was deleted in another window; nothing was changed."


def stored(column: str, value: Any) -> Any:
    """A value as it is stored: text of the user's own without characters that a file or a report cannot carry."""
    return plain(value) if isinstance(value, str) and column not in _AS_IT_IS else value


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
        row = tuple(stored(*field) for field in values.items())
        cursor = self._db.execute(f'INSERT INTO "{self.table}"({names}) VALUES ({marks})', row)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _update(self, row: int, values: Mapping[str, Any]) -> None:
        """Set columns of a row. Raises Gone if it is not there, KeyError for a column that the table does not have."""
        unknown = set(values) - set(COLUMNS[self.table])
        if unknown:
            raise KeyError(f"{self.table} has no {', '.join(sorted(unknown))}")
        if values:
            assignments = ", ".join(f'"{name}" = ?' for name in values)
            fields = [stored(*field) for field in values.items()]
            if not self._db.execute(f'UPDATE "{self.table}" SET {assignments} WHERE id = ?', (*fields, row)).rowcount:
                raise Gone(row)

    def _delete(self, rows: Iterable[int]) -> None:
        self._db.executemany(f'DELETE FROM "{self.table}" WHERE id = ?', ((row,) for row in rows))
