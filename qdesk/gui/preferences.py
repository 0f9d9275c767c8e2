"""What the user chose for every project: light or dark, size. One small JSON file among the user's own settings."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths


def settings_folder() -> Path:
    """Folder of QDesk's settings on this computer."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))


class Preferences:
    """Values by key. A file that cannot be read counts as empty; one that cannot be written is given up."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = None
        self._values: dict[str, Any] = kept if isinstance(kept, dict) else {}

    def get(self, key: str, default: Any = None) -> Any:
        """A value, or the default."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> bool:
        """Keep a JSON value; False where it could not be written (it then holds for this run)."""
        self._values[key] = value
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_name(self._path.name + ".part")
            beside.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            os.replace(beside, self._path)
        except OSError:
            return False
        return True
