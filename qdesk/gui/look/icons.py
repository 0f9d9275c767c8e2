"""Icons: SVG lines in ``currentColor``, given the colour of the look at paint time."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DISABLED
from qdesk.places import resources


def icon(name: str, token: str = "text2") -> QIcon:
    """An icon of ``resources/icons`` in a colour of the look (the name of a token); checked it takes the accent.

    It recolours itself after a switch of the look. Raises FileNotFoundError when painted under an unknown name.
    """
    return QIcon(_LineIcon(name, token))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a rectangle (logical pixels) in a given colour, for delegates and painted widgets."""
    _renderer(name, colour.name()).render(painter, rect)


class _LineIcon(QIconEngine):
    """Draws from the file on every paint, so nothing has to be told about a new look or another screen."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        _clones.append(_LineIcon(self._name, self._token))
        return _clones[-1]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "accent" if state == QIcon.State.On else self._token
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(DISABLED)
        paint_icon(painter, QRectF(rect), self._name, QColor(getattr(look.tokens, token)))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """``size`` is in logical pixels: the picture has ``scale`` times as many."""
        picture = QPixmap(size * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        picture.setDevicePixelRatio(scale)
        return picture


_clones: list[_LineIcon] = []
"""Held here because Qt takes a clone without telling Python, which would free it at once. Qt clones seldom."""


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
