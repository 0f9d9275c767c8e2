"""How the help is opened: one window for the whole program, at the page that fits what is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.help.pages import read_contents
from qdesk.gui.help.window import HelpWindow
from qdesk.places import resources

_open: list[HelpWindow] = []
"""The window while it is open: nothing else holds it."""


def open_help(parent: QWidget, page: str = "") -> HelpWindow:
    """Show the help at a page (its name; "" or an unknown one is the first), raised if it is open already.

    A new window stands over ``parent``. It can be used while a modal dialog is open, being a child of that dialog then.
    """
    if not _open:
        window = HelpWindow(resources() / "help")
        window.destroyed.connect(lambda: _open.clear())
        window.move(parent.window().frameGeometry().center() - window.rect().center())
        _open.append(window)
    window = _open[0]
    window.open_page(page)
    window.show()
    dialog = QApplication.activeModalWidget()
    window.windowHandle().setTransientParent(dialog.windowHandle() if dialog else None)
    window.raise_()
    window.activateWindow()
    window.view.setFocus(Qt.FocusReason.OtherFocusReason)
    return window


def page_for(widget: QWidget | None) -> str:
    """The page about the part of the window in which a widget lies, "" where there is none.

    The nearest part counts that has the property "help" (a page) or a name in the help's table of parts.
    """
    here = read_contents(resources() / "help").here
    while widget is not None:
        if page := widget.property("help") or here.get(widget.objectName(), ""):
            return str(page)
        widget = widget.parentWidget()
    return ""


def answer_f1(window: QWidget) -> None:
    """Let F1 open the help from a window of its own, such as a dialog, at the page of what has the focus."""
    keys = QKeySequence(QKeySequence.StandardKey.HelpContents)
    QShortcut(keys, window, lambda: open_help(window, page_for(QApplication.focusWidget())))
