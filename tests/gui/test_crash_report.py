"""The report of a bug names places in the program and never quotes an interview."""

import sys

from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from qdesk.gui.crash import CrashDialog, report


def _failed() -> str:
    try:
        raise ValueError("Mrs Potter said her salary is late")
    except ValueError:
        kind, _error, trace = sys.exc_info()
        return report(kind, trace)


def test_the_report_holds_no_word_of_the_error() -> None:
    told = _failed()
    assert "ValueError" in told
    assert "test_crash_report.py" in told
    assert "Potter" not in told


def test_the_report_can_be_copied(qtbot: QtBot, dressed: object) -> None:
    dialog = CrashDialog(_failed())
    qtbot.addWidget(dialog)
    shown = dialog.findChild(QPlainTextEdit, "crash_report").toPlainText()
    dialog.findChild(type(dialog.add_plain("x")), "button_copy_the_report").click()
    assert QApplication.clipboard().text() == shown
