"""Settings of a project (with history), and the layout of its window (without)."""

import json
from typing import Any

from qdesk.store.connection import plain_errors
from qdesk.store.table import Table
from qdesk.text.names import plain


class Settings(Table):
    """What belongs to the study, by key: a title, a citation pattern."""

    table = "setting"

    def get(self, key: str, default: str = "") -> str:
        """A setting, or the default."""
        row = self._db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return row[0] if row else default

    def set(self, key: str, value: str) -> None:
        """Keep a setting; stands inside a change."""
        self._db.execute(
            "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (key, plain(value)),
        )


class Layout(Table):
    """Pins, panel widths and the like, as JSON by key. Not history: written at once, outside any step."""

    table = "layout"

    def get(self, key: str, default: Any = None) -> Any:
        """What was kept under a key, or the default."""
        row = self._db.execute("SELECT value FROM layout WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def set(self, key: str, value: Any) -> None:
        """Keep a JSON value. Nothing is kept in a read-only project."""
        if self._project.read_only:
            return
        with plain_errors():
            self._db.execute(
                "INSERT INTO layout(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )
