"""What happens to an open project without being asked for: others' changes, backups, the check of its quotes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from qdesk.errors import QDeskError
from qdesk.store import backups
from qdesk.store.check import quotes_breaches
from qdesk.store.connection import connect, plain_errors
from qdesk.store.project import Project
from qdesk.store.risks import risky_place

T = TypeVar("T")

POLL_MS = 700
"""How often writes of other windows and commands are looked for."""

IDLE_MS = 20_000
"""How often the write-ahead log is folded into the file."""

BEGIN_MS = 400
"""When the check and the first backup begin: after the first paint."""

BACKUP_EVERY = timedelta(minutes=20)


class Care(QObject):
    """Looks after one open project until :meth:`stop`. Failures are told, without a dialog: nobody asked for this."""

    told = Signal(str)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._pool = QThreadPool(self)
        self.polling = self._every(POLL_MS, self.catch_up)
        if not project.read_only:
            self._every(IDLE_MS, lambda: self._quietly(project.checkpoint))
            self._every(round(BACKUP_EVERY.total_seconds() * 1000), self._back_up)
        self._every(BEGIN_MS, self._begin).setSingleShot(True)

    def _every(self, milliseconds: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(milliseconds)
        return timer

    def _begin(self) -> None:
        path = self._project.path
        if warning := risky_place(path):
            self.told.emit(warning)
        self._in_background(lambda: _first_of(quotes_breaches(path)))
        if not self._project.read_only:
            self._back_up()

    def stop(self) -> None:
        """Let what runs in the background finish, and begin nothing more; the project can then be closed."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._pool.waitForDone()
        self.deleteLater()

    def catch_up(self) -> None:
        """Take in what other windows and commands have committed."""
        if changes := self._quietly(self._project.poll):
            self.told.emit(f"Changed in another window: {changes.label}.")

    def _back_up(self) -> None:
        path = self._project.path
        self._in_background(lambda: _back_up(path))

    def _in_background(self, act: Callable[[], str]) -> None:
        task = _Task(act)
        task.signals.told.connect(self.told)
        self._pool.start(task)

    def _quietly(self, act: Callable[[], T]) -> T | None:
        try:
            with plain_errors():
                return act()
        except QDeskError as error:
            self.told.emit(str(error))
            return None


class _Signals(QObject):
    told = Signal(str)


class _Task(QRunnable):
    """Something that reads the project on a connection of its own; what it returns is told, "" is not."""

    def __init__(self, act: Callable[[], str]) -> None:
        super().__init__()
        self._act, self.signals = act, _Signals()

    def run(self) -> None:
        """Carried out by the thread pool."""
        try:
            with plain_errors():
                sentence = self._act()
        except QDeskError as error:
            sentence = str(error)
        if sentence:
            self.signals.told.emit(sentence)


def _first_of(breaches: list[str]) -> str:
    """Breaches are told, never mended by guessing."""
    if len(breaches) < 2:
        return "".join(breaches)
    return f"{breaches[0]} There are {len(breaches)} such places; File > Check the project lists them."


def _back_up(path: Path) -> str:
    with closing(connect(path, read_only=True)) as db:
        backups.make_if_due(path, db, BACKUP_EVERY)
    return ""
