"""The last resort: a bug is told with a report that can be copied (no interview text in it), and the work goes on."""

from __future__ import annotations

import platform
import sqlite3
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from qdesk import __version__
from qdesk.errors import QDeskError
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.dialog import Dialog, inform
from qdesk.store.connection import plain_error


def catch_crashes() -> None:
    """Show what nobody caught; Qt's slots end up here too."""
    sys.excepthook = _show


def _show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.exit(130)
        return
    known = error if isinstance(error, QDeskError) else plain_error(error) if isinstance(error, sqlite3.Error) else None
    if known is not None:
        inform(QApplication.activeWindow(), "That did not work", str(known))
        return
    sys.__excepthook__(kind, error, trace)
    CrashDialog(report(kind, trace)).exec()


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions and places in the program; never the error's own words, which may quote an interview."""
    versions = [
        f"QDesk {__version__}, Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}",
        platform.platform(),
    ]
    frames = traceback.extract_tb(trace)
    places = [f"{frame.filename.rsplit('qdesk', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*versions, kind.__name__, *places])


class CrashDialog(Dialog):
    """Says that QDesk made a mistake, that the work is saved, and offers the report."""

    def __init__(self, text: str) -> None:
        super().__init__(
            QApplication.activeWindow(), "QDesk made a mistake",
            "What you did last may not have been carried out; everything shown before it is saved. You can go on. "
            "The report below holds no interview text; it can go into a bug report as it is.",
        )  # fmt: skip
        self.setObjectName("crash_dialog")
        field = QPlainTextEdit(text)
        field.setObjectName("crash_report")
        field.setAccessibleName("Report")
        field.setReadOnly(True)
        field.setProperty("part", "field")
        field.setMinimumSize(look.px(520), look.px(200))
        self.body.addWidget(field)
        self.add_plain("Copy the report").clicked.connect(lambda: QApplication.clipboard().setText(text))
        self.add_act("Go on")
