"""The page: the scene's text laid out for the look in force, and kept in its place when lines break anew."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.reader.format import SLACK, make_document
from qdesk.gui.reader.laying import LaidInSteps
from qdesk.gui.reader.lines import Line, Lines
from qdesk.gui.reader.scene import Scene

_REACH = 60
"""px above and below what must be painted: bands and handles hang out of their lines."""


class Page(QTextEdit):
    """A read-only text with a caret. Units are UTF-16 positions, px those of the viewport."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._text: QTextDocument | None = None
        self._set_up()
        self._set_text()
        look.changed.connect(self.restore)
        scene.setting_changed.connect(self.restore)

    def _set_up(self) -> None:
        self.setObjectName("reader_text")
        self.setAccessibleName("Transcript")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setReadOnly(True)  # takes keyboard selection away, so the flags come after it
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setAcceptDrops(True)

    def load(self) -> None:
        """Show the scene's text from its top."""
        self._set_text()
        self.verticalScrollBar().setValue(0)

    def restore(self) -> None:
        """Set the same text anew: for another look or setting, or as it was written into. Place and selection stay."""
        top, old = self.top_place(), self.textCursor()
        self._set_text()
        cursor = self.textCursor()
        cursor.setPosition(min(old.anchor(), self.scene.positions.units))
        cursor.setPosition(min(old.position(), self.scene.positions.units), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if top[0]:
            self.document().documentLayout().documentSize()  # lays out all: the scroll bar must reach the place
        self.scroll_back(top)

    def _set_text(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(look.tokens.text))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        palette.setBrush(QPalette.ColorRole.HighlightedText, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)
        before, self._text = self._text, make_document(self.scene, self)
        self._text.setModified(False)  # from here on only a hand from outside writes in it
        self.setDocument(self._text)
        self._lines = Lines(self._text)
        LaidInSteps(self._text)
        if before:
            before.deleteLater()

    def top_place(self) -> tuple[int, int]:
        """The UTF-16 position at the top of the viewport and the y of its line."""
        cursor = self.cursorForPosition(QPoint(look.px(SLACK), 0))
        return cursor.position(), self.y_of(cursor.position())

    def place_read(self) -> int:
        """The UTF-16 position of the caret if it is in sight, else of the top of the view."""
        in_sight = self.viewport().rect().intersects(self.cursorRect())
        return self.textCursor().position() if in_sight else self.top_place()[0]

    def scroll_back(self, place: tuple[int, int]) -> None:
        """Bring a line back to where it was."""
        bar = self.verticalScrollBar()
        unit, y = place
        bar.setValue(bar.value() + self.y_of(unit) - y)

    def scroll_to_unit(self, unit: int) -> None:
        """Bring the line of a UTF-16 position to the top."""
        self.document().documentLayout().documentSize()  # lays out all: the scroll bar must reach the place
        self.scroll_back((unit, 0))

    def y_of(self, unit: int) -> int:
        """The y of the line of a UTF-16 position."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self.scene.shown_unit(unit), self.scene.positions.units))
        return self.cursorRect(cursor).top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the top line in its place when lines break anew."""
        if event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        anchor = self.top_place()
        super().resizeEvent(event)
        self.scroll_back(anchor)

    def lines(self, top: float, bottom: float) -> list[Line]:
        """Lines whose marks reach into a band of the viewport."""
        return self.lines_between(top - look.px(_REACH), bottom + look.px(_REACH))

    def lines_between(self, top: float, bottom: float) -> list[Line]:
        """Lines that lie in a band of the viewport."""
        return self._lines.between(top, bottom, self.verticalScrollBar().value())
