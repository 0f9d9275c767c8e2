"""Where the parts of a tree row stand: chevron, swatch, name, key-cap, counts."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.keycap import keycap_size

_LEFT, _CHEVRON, _SWATCH, _GAP = 8, 12, 12, 8
_COLUMN = 24
_LEAST_NAME = 120
ROW_HEIGHT = 28
RIGHT = 16
"""Distance of the last column from the panel's edge."""


class RowParts(NamedTuple):
    """Rectangles of a row's parts; ``keycap`` and ``people`` are None where there is none or no room."""

    chevron: QRect
    swatch: QRect
    name: QRect
    keycap: QRect | None
    quotes: QRect
    people: QRect | None


def indent(level: int) -> int:
    """Left shift of a level in px: 16 a level, 12 from level 4."""
    return look.px(16 * min(level, 3) + 12 * max(level - 3, 0))


def row_parts(size: QSize, level: int, digit: str, right: int) -> RowParts:
    """Parts of a row, from its top left. ``digit`` is the key-cap's or ""; ``right`` px stay free at the row's end.

    The people column, then the key-cap, make room for the name; the column does so for the rows of the first two levels
    at once, so that numbers stand under what they are called.
    """
    px = look.px
    middle, height = size.height() // 2, size.height()
    left = px(_LEFT) + indent(level)
    chevron = _square(left, middle, px(_CHEVRON))
    swatch = _square(chevron.right() + 1 + px(_GAP), middle, px(_SWATCH))
    start, end = swatch.right() + 1 + px(_GAP), size.width() - right
    column, gap, cap = px(_COLUMN), px(_GAP), keycap_size(digit)

    def room(columns: int, keycap: bool) -> int:
        return end - start - columns * (column + gap) - (cap.width() + gap) * keycap

    deeper = indent(1) if level == 0 else 0
    two = room(2, bool(digit)) - deeper >= px(_LEAST_NAME)
    capped = bool(digit) and (two or room(1, True) >= px(_LEAST_NAME))
    people = QRect(end - column, 0, column, height) if two else None
    quotes_end = end - column - gap if two else end
    quotes = QRect(quotes_end - column, 0, column, height)
    cap_place = QPoint(quotes.left() - gap - cap.width(), middle - cap.height() // 2)
    keycap = QRect(cap_place, cap) if capped else None
    name_width = max(px(16), room(2 if two else 1, capped))
    return RowParts(chevron, swatch, QRect(start, 0, name_width, height), keycap, quotes, people)


def _square(left: int, middle: int, side: int) -> QRect:
    return QRect(left, middle - side // 2, side, side)
