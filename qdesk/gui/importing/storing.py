"""Interviews go into the project as one step, which can be stopped while it runs and then leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.bus import Bus
from qdesk.importers.documents import step_label, store_each
from qdesk.text.newdocument import NewDocument


class _Stopped(Exception):
    """The user cancelled; the step is rolled back."""


def store(
    bus: Bus, interviews: Sequence[tuple[NewDocument, str]], dialog: QWidget, go_on: Callable[[int], bool]
) -> list[int] | None:
    """Store documents with their participants; their ids, or None where it failed or was stopped.

    ``go_on`` hears of every one that is stored and answers whether to go on. The dialog stays alive meanwhile.
    """

    def act() -> list[int]:
        ids: list[int] = []
        for document in store_each(bus.project, interviews):
            ids.append(document)
            QApplication.processEvents()
            if not go_on(len(ids)):
                raise _Stopped
        return ids

    quiet = _Quiet(dialog)
    told = f"Imported {len(interviews)} interview{'' if len(interviews) == 1 else 's'}."
    QApplication.instance().installEventFilter(quiet)
    try:
        return bus.run(step_label([document for document, _participant in interviews]), act, told=told)
    except _Stopped:
        return None
    finally:
        QApplication.instance().removeEventFilter(quiet)


class _Quiet(QObject):
    """Holds the timers of the window back: none may read or write a project in the middle of a step."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__()
        self._dialog = dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.Timer and not self._is_ours(watched)

    def _is_ours(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and (watched is self._dialog or self._dialog.isAncestorOf(watched))
