"""A page of the help to read: a text browser that knows the folder of the help and nothing beyond it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from qdesk.gui.help.dressing import KEY, PAGE, dress, is_page, prepared, set_side
from qdesk.gui.help.finding import marks_in
from qdesk.gui.help.pictures import Pictures
from qdesk.gui.look.theme import look
from qdesk.gui.positions import Positions

_COLUMN, _LEAST_SIDE, _CAP = 640, 32, 20
"""LOOK's px: the widest column, the least room beside it, the height of a key's cap."""

Range = tuple[int, int]


class PageView(QTextBrowser):
    """Shows pages by name, keeps the way back, and marks the words that were searched for."""

    turned = Signal(str)  # name of the page now shown

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """``folder`` is that of the help; nothing outside is ever read."""
        super().__init__(parent)
        self.setObjectName("help_page")
        self.setAccessibleName("Help page")
        self._folder = folder
        self._words: Sequence[str] = ()
        self._keys: list[tuple[QTextBlock, Range]] = []
        self._marks: list[tuple[QTextBlock, Range]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pictures = Pictures(self.document(), folder / "pages")
        self.sourceChanged.connect(self._on_page)
        look.changed.connect(self._relook)

    # ---- pages

    def open_page(self, name: str) -> None:
        """Show a page from its top; the one before can be gone back to."""
        self.setSource(QUrl(name + PAGE))

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return self.source().fileName().removesuffix(PAGE)

    def doSetSource(self, url: QUrl, type: QTextDocument.ResourceType) -> None:
        """Follow links to pages only."""
        if self._file(url) is not None:
            super().doSetSource(url, QTextDocument.ResourceType.MarkdownResource)

    def loadResource(self, type: int, url: QUrl) -> Any:
        """The Markdown of a page. Pictures are drawn from their files; all else is refused."""
        file = self._file(url)
        return prepared(file.read_text(encoding="utf-8")) if file else None

    def _file(self, url: QUrl) -> Path | None:
        """The file of a page, None for any other address."""
        address = url.toString()
        file = self._folder / "pages" / address
        return file if is_page(address) and file.is_file() else None

    def _on_page(self, url: QUrl) -> None:
        self._dress()
        self.turned.emit(url.fileName().removesuffix(PAGE))

    # ---- look

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.tokens.surface))  # the ground of the scroll bar
        self.setPalette(palette)
        dress(self.document(), self._side())
        self._keys = list(self._keys_of_page())
        self._find_marks()

    def _relook(self) -> None:
        with self._place_kept():
            self._dress()

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """What stands at the top goes on standing there when the page is laid out anew; so does its beginning."""
        bar = self.verticalScrollBar()
        top = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)) if bar.value() else None
        yield
        self.document().documentLayout().documentSize()  # lays out all, so that the bar has its new range
        if top is not None:
            bar.setValue(bar.value() + self.cursorRect(top).top())

    def _side(self) -> int:
        """Room at either side of the column."""
        return max(look.px(_LEAST_SIDE), (self.viewport().width() - look.px(_COLUMN)) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle."""
        with self._place_kept():
            super().resizeEvent(event)
            set_side(self.document(), self._side())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of everything, as in the reader."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        step = (event.angleDelta().y() > 0) - (event.angleDelta().y() < 0)
        look.set_scale(round(look.scale + step / 10, 1))

    # ---- words searched for

    def mark(self, words: Sequence[str]) -> None:
        """Mark folded words wherever they begin a word of the page; none of them unmarks."""
        self._words = words
        self._find_marks()

    def show_first_mark(self) -> None:
        """Bring the first marked place in sight."""
        if self._marks:
            block, (start, _end) = self._marks[0]
            cursor = self.textCursor()
            cursor.setPosition(block.position() + start)
            self.setTextCursor(cursor)

    def _find_marks(self) -> None:
        self._marks = []
        for block in _blocks(self.document()) if self._words else ():
            text = block.text()
            positions = Positions(text)
            self._marks += [(block, positions.range(mark)) for mark in marks_in(text, self._words)]
        self.viewport().update()

    def _keys_of_page(self) -> Iterator[tuple[QTextBlock, Range]]:
        for block in _blocks(self.document()):
            for stretch in block.textFormats():
                if stretch.format.hasProperty(KEY):
                    yield block, (stretch.start, stretch.start + stretch.length)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, caps of keys and marks first, then Qt's text."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        painter.setPen(QPen(QColor(look.tokens.border), 1))
        painter.setBrush(QColor(look.tokens.background))
        for rect in self._rects(self._keys):
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.selection))
        for rect in self._rects(self._marks):
            painter.drawRoundedRect(rect.adjusted(-1, 2, 1, -2), look.px(3), look.px(3))
        painter.end()
        super().paintEvent(event)

    def _rects(self, stretches: Sequence[tuple[QTextBlock, Range]]) -> Iterator[QRectF]:
        """Boxes round stretches of text, one for each line, in px of the document."""
        height = look.px(_CAP)
        for block, (start, end) in stretches:
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
                    top = corner + QPointF(left, line.y() + (line.height() - height) / 2)
                    yield QRectF(top.x(), round(top.y()), right - left, height)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
