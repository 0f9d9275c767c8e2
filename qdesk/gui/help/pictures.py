"""The pictures of a page: never wider than the column, sharp on every screen, framed by a hairline."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from qdesk.gui.look.theme import look

PIXELS = 2
"""Pixels of a picture's file for each logical pixel of the page at 100 %."""

_IN_THE_DARK = 0.85
"""Opacity of pictures, which show the light window, on a dark page."""


class Pictures(QPyTextObject):
    """Draws the images of a text document from the files beside its pages, in place of Qt's own handler."""

    def __init__(self, document: QTextDocument, pages: Path) -> None:
        """``pages`` is the folder that the names of pictures are relative to."""
        super().__init__(document)
        self._pages = pages
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def intrinsicSize(self, document: QTextDocument, place: int, form: QTextFormat) -> QSizeF:
        """Half the file's pixels times View > Size, or less where the column is narrower."""
        picture = _file(self._path(form))
        if picture.isNull():
            return QSizeF()
        frame = document.rootFrame().frameFormat()
        column = document.pageSize().width() - frame.leftMargin() - frame.rightMargin()
        width = int(min(column, look.scale * picture.width() / PIXELS))
        return QSizeF(width, round(picture.height() * width / picture.width()))

    def drawObject(
        self, painter: QPainter, rect: QRectF, document: QTextDocument, place: int, form: QTextFormat
    ) -> None:  # fmt: skip
        """The picture at the pixels of the screen, and its frame."""
        ratio = painter.device().devicePixelRatioF()
        rect = QRectF(rect.toRect())
        painter.setOpacity(_IN_THE_DARK if look.tokens.dark else 1)
        painter.drawImage(rect.topLeft(), _scaled(self._path(form), round(rect.width() * ratio), ratio))
        painter.setOpacity(1)
        painter.setPen(QPen(QColor(look.tokens.border), 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _path(self, form: QTextFormat) -> Path:
        return self._pages / form.toImageFormat().name()


@lru_cache(maxsize=8)
def _file(path: Path) -> QImage:
    return QImage(str(path))


@lru_cache(maxsize=16)
def _scaled(path: Path, pixels: int, ratio: float) -> QImage:
    picture = _file(path).scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
    picture.setDevicePixelRatio(ratio)
    return picture
