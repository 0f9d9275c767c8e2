"""The hands of a user on one window: real mouse and key events of the window system, one gesture a method."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QTextCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu, QWidget

from qdesk.gui.window.desk import Desk
from qdesk.gui.window.window import MainWindow
from qdesk.store.project import Project
from qdesk.text.spans import Span

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
STEP_MS = 25


class Hands:
    """Acts on one window. Places are in the coordinates of the widget that is named."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot

    # ---- what is there

    @property
    def desk(self) -> Desk:
        """The desk of the open project."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def project(self) -> Project:
        """The open project."""
        assert self.window.bus is not None
        return self.window.bus.project

    @property
    def told(self) -> str:
        """The sentence that stands in the status line."""
        return self.window.status._told.text()

    def code(self, *path: str) -> int:
        """Id of a code by its path."""
        found = self.project.codes.find(path)
        assert found is not None, f"no code {path} among {list(self.project.codes.paths().values())}"
        return found.id

    def coded(self) -> list[tuple[str, str]]:
        """Name of the code and quote of every coding, in the order they were made."""
        names = {code.id: code.name for code in self.project.codes.list()}
        codings = [coding for one in self.project.documents.list() for coding in self.project.codings.of(one.id)]
        return [(names[coding.code], coding.quote) for coding in sorted(codings, key=lambda coding: coding.id)]

    # ---- mouse and keys

    def come_forward(self) -> None:
        """Bring the window to the front, as a click on its frame would: there is no window manager."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: self.window.isActiveWindow() and self.window.isVisible())

    def click(self, widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = LEFT, keys: Any = NONE) -> None:
        """Click on a widget, in its middle unless a place is given."""
        place = widget.mapTo(widget.window(), widget.rect().center() if at is None else at)
        QTest.mouseMove(handle(widget), place)
        QTest.mouseClick(handle(widget), button, keys, place)

    def right_click(self, widget: QWidget, at: QPoint) -> None:
        """Click with the right button and wait for the menu: it opens on press or release, as the system has it."""
        self.click(widget, at, RIGHT)
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))

    def press(self, key: Qt.Key, keys: Any = NONE, within: QWidget | None = None) -> None:
        """Press a key where the focus is, in the window or in the one of a widget."""
        QTest.keyClick(handle(within or self.window), key, keys)

    def type(self, letters: str, within: QWidget | None = None) -> None:
        """Type letters where the focus is."""
        for letter in letters:
            QTest.keyClick(handle(within or self.window), letter)

    def drag(
        self, source: QWidget, start: QPoint, target: QWidget, end: QPoint, look_at_it: Callable[[], object] = bool
    ) -> None:
        """Press, move in twelve steps, wiggle and release, one timer a step, since a drag blocks in its own loop."""
        window = handle(source)
        here, there = source.mapTo(source.window(), start), target.mapTo(target.window(), end)
        path = [here + (there - here) * share / 12 for share in range(1, 13)] + [there + QPoint(1, 0), there]
        done: list[bool] = []
        acts: list[Callable[[], object]] = [lambda: QTest.mousePress(window, LEFT, NONE, here)]
        acts += [lambda at=at: QTest.mouseMove(window, at) for at in path]
        acts += [look_at_it, lambda: QTest.mouseRelease(window, LEFT, NONE, there)]
        acts += [lambda: done.append(True)]
        for number, act in enumerate(acts):
            QTimer.singleShot(50 + number * STEP_MS, act)
        self.qtbot.waitUntil(lambda: bool(done), timeout=5000)
        QApplication.processEvents()

    # ---- the text

    def place_of(self, words: str, share: float = 0.5) -> QPoint:
        """A place on words of the open document, in the text's viewport; ``share`` of their length from the start."""
        start, end = self._range(words)
        return self._point(start + round((end - start) * share))

    def _range(self, words: str) -> tuple[int, int]:
        document = self.desk.reading.document
        assert document is not None
        text = self.project.documents.text(document.id)
        start = text.index(words)
        view = self.desk.reader.view
        return view.scene.positions.range(Span(start, start + len(words)))

    def _point(self, unit: int) -> QPoint:
        view = self.desk.reader.view
        cursor = QTextCursor(view.document())
        cursor.setPosition(unit)
        place = view.cursorRect(cursor).center()
        assert view.viewport().rect().contains(place), "the words are not in sight"
        return place

    def select(self, words: str) -> None:
        """Draw the mouse over words of the open document."""
        view = self.desk.reader.view
        window = handle(view)
        start, end = (view.viewport().mapTo(self.window, self._point(unit)) for unit in self._range(words))
        QTest.mousePress(window, LEFT, NONE, start)
        QTest.mouseMove(window, (start + end) / 2)
        QTest.mouseMove(window, end)
        QTest.mouseRelease(window, LEFT, NONE, end)
        selection = self.window.bus.selection if self.window.bus else None
        assert selection is not None
        assert selection.span.of(self.project.documents.text(selection.document)) == words

    def read(self, name: str) -> None:
        """Open a document with a click on its row."""
        document = self.project.documents.find(name)
        assert document is not None
        rows = self.desk.documents.list
        self.click(rows.viewport(), rows.visualRect(rows.documents_model.index_of(document.id)).center())
        assert self.desk.reading.document is not None
        assert self.desk.reading.document.id == document.id

    # ---- the tree

    def row(self, code: int, share: float = 0.5, x: int = 130) -> QPoint:
        """A place on the row of a code, in the tree's viewport; ``share`` of its height from its top."""
        rect = self.desk.codes.tree.visualRect(self.desk.codes.tree.codes_model.index_of(code))
        return QPoint(x, rect.top() + int(rect.height() * share))

    def swatch(self, code: int) -> QPoint:
        """The swatch of a code, in the tree's viewport."""
        tree = self.desk.codes.tree
        index = tree.codes_model.index_of(code)
        rect = tree.visualRect(index)
        return rect.topLeft() + tree.itemDelegate().parts(index, rect.size()).swatch.center()

    # ---- lists, menus, dialogs

    def click_row(self, rows: QAbstractItemView, number: int, at: QPoint | None = None) -> None:
        """Click on a row of a list, near its left end."""
        rect = rows.visualRect(rows.model().index(number, 0))
        self.click(rows.viewport(), at or rect.topLeft() + QPoint(30, 16))

    def choose(self, *path: str) -> None:
        """Click through the menu that is open, by the texts of its entries."""
        for text in path:
            self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
            menu = QApplication.activePopupWidget()
            action = next(one for one in menu.actions() if one.text().startswith(text))
            QTest.qWaitForWindowExposed(menu)
            self.click(menu, menu.actionGeometry(action).center())

    def meanwhile(self, act: Callable[[], object], answer: Callable[[QDialog], object]) -> None:
        """Do what opens a dialog, and answer it while it is open."""
        answered: list[BaseException | None] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or not dialog.isVisible():
                QTimer.singleShot(20, look)
                return
            try:
                QTest.qWaitForWindowExposed(dialog)
                answer(dialog)
                answered.append(None)
            except BaseException as error:
                answered.append(error)
                dialog.reject()

        QTimer.singleShot(0, look)
        act()
        self.qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
        if answered[0] is not None:
            raise answered[0]
        self.come_forward()  # a window manager would have given the focus back

    def answer(self, dialog: QDialog, button: str) -> None:
        """Click a button of a dialog by its text."""
        found = [one for one in dialog.findChildren(QWidget) if getattr(one, "text", str)() == button]
        assert len(found) == 1, f"no button {button}"
        self.click(found[0])

    # ---- looking

    def shot(self, name: str, widget: QWidget | None = None) -> QImage:
        """A picture of the window; kept in the folder that QDESK_JOURNEY_PICTURES names, if it names one."""
        QApplication.processEvents()
        picture = (widget or self.window).grab()
        if folder := os.environ.get("QDESK_JOURNEY_PICTURES"):
            picture.save(str(Path(folder) / f"{name}.png"))
        return picture.toImage()

    def count(self, widget: QWidget, rect: QRect, colour: str) -> int:
        """How many pixels of a part of a widget have a colour."""
        QApplication.processEvents()
        image, wanted = widget.grab(rect).toImage(), QColor(colour).rgb()
        return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def handle(widget: QWidget) -> QWindow:
    """The window of the window system in which a widget lies."""
    window = widget.window().windowHandle()
    assert window is not None
    return window
