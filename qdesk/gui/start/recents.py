"""The recent projects, in a small JSON file of the user's: paths and counts, never a word of an interview."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from qdesk.errors import QDeskError

MOST: Final = 10
"""Projects kept; the oldest falls out."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open: its file, what it held when it was closed, and when it was last changed (local)."""

    path: Path
    holding: str
    changed: datetime

    @property
    def name(self) -> str:
        """The name of the file without its suffix."""
        return self.path.stem


def default_path() -> Path:
    """Where the list lies: ``qdesk/recent.json`` in the user's folder of settings."""
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "qdesk" / "recent.json"


class Recents:
    """The stored list, latest first, at most ten. A file that is missing or damaged counts as an empty list."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> list[Recent]:
        """All recent projects, also those whose file is gone now."""
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
            return [_read(row) for row in rows][:MOST]
        except (OSError, ValueError, TypeError, KeyError):
            return []

    def note(self, project: Path, holding: str, changed: datetime) -> None:
        """Put a project first, with what it holds ("22 interviews · 406 quotes").

        Raises QDeskError if the list cannot be written.
        """
        first = Recent(project.absolute(), holding, changed)
        self._write([first, *(other for other in self.all() if other.path != first.path)][:MOST])

    def forget(self, project: Path) -> None:
        """Take a project off the list; its file is not touched. Raises QDeskError if the list cannot be written."""
        self._write([other for other in self.all() if other.path != project.absolute()])

    def _write(self, recents: list[Recent]) -> None:
        rows = [asdict(one) | {"path": str(one.path), "changed": one.changed.isoformat()} for one in recents]
        beside = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._path)
        except OSError as error:
            raise QDeskError(
                f"The list of recent projects could not be saved ({error.strerror}); the project itself is safe. "
                f"Open it with Open a project next time."
            ) from error


def _read(row: dict[str, object]) -> Recent:
    """One row of the file. Raises ValueError, TypeError or KeyError if it is not one of ours."""
    return Recent(Path(str(row["path"])), str(row["holding"]), datetime.fromisoformat(str(row["changed"])))
