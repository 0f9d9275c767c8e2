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


def people_fit(width: int, right: int) -> bool:
    """True if rows of a width have the people column: a code in a theme with a key-cap decides for all.

    So the numbers of all rows stand under what they are called.
    """
    px = look.px
    taken = px(_LEFT) + indent(1) + px(_CHEVRON + _SWATCH + 2 * _GAP) + right
    columns = 2 * px(_COLUMN + _GAP) + keycap_size("9").width() + px(_GAP)
    return width - taken - columns >= px(_LEAST_NAME)


def row_parts(size: QSize, level: int, digit: str, right: int) -> RowParts:
    """Parts of a row, from its top left. ``digit`` is the key-cap's or ""; ``right`` px stay free at the row's end.

    The people column of all rows, then the key-cap, make room for the name.
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

    two = people_fit(size.width(), right)
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
