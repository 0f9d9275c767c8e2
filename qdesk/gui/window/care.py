"""What happens to an open project without being asked for: others' changes, backups, the check of its quotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from qdesk.errors import QDeskError
from qdesk.store.check import quotes_breaches
from qdesk.store.connection import plain_errors
from qdesk.store.project import Project
from qdesk.store.risks import risky_place

T = TypeVar("T")

POLL_MS = 700
"""How often writes of other windows and commands are looked for."""

IDLE_MS = 20_000
"""How often the write-ahead log is folded into the file."""

BACKUP_EVERY = timedelta(minutes=20)


class Care(QObject):
    """Looks after one open project until it is stopped. Failures are told in the status line: nobody asked for this."""

    told = Signal(str)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        for every, act in ((POLL_MS, self.catch_up), (IDLE_MS, project.checkpoint), (60_000, self._back_up)):
            timer = QTimer(self)
            timer.timeout.connect(lambda act=act: self._quietly(act))
            timer.start(every)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        """After the first paint."""
        if warning := risky_place(self._project.path):
            self.told.emit(warning)
        if not self._project.read_only:
            self._quietly(self._project.backup_if_due)
            check = _Check(self._project.path)
            check.signals.found.connect(self._on_found)
            QThreadPool.globalInstance().start(check)

    def catch_up(self) -> None:
        """Take in what other windows and commands have committed."""
        if changes := self._project.poll():
            self.told.emit(f"Changed in another window: {changes.label}.")

    def _back_up(self) -> None:
        if not self._project.read_only:
            self._project.backup_if_due(BACKUP_EVERY)

    def _on_found(self, breaches: list[str]) -> None:
        """Breaches are told, never mended by guessing."""
        if breaches:
            more = f" ({len(breaches)} places; File > Check the project lists them.)" if len(breaches) > 1 else ""
            self.told.emit(breaches[0] + more)

    def _quietly(self, act: Callable[[], T]) -> T | None:
        try:
            with plain_errors():
                return act()
        except QDeskError as error:
            self.told.emit(str(error))
            return None


class _Found(QObject):
    found = Signal(list)  # sentences


class _Check(QRunnable):
    """Compares every quote with its text, on a connection of its own in another thread."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self.signals = path, _Found()

    def run(self) -> None:
        """Carried out by the thread pool."""
        try:
            breaches = quotes_breaches(self._path)
        except QDeskError as error:
            breaches = [str(error)]
        self.signals.found.emit(breaches)
