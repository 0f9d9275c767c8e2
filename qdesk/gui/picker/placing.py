"""Where the picker opens: beside a selection, never over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize


def place_beside(card: QSize, selection: QRect, end: int, window: QRect, gap: int) -> QPoint:
    """Top left of a card in the window's coordinates.

    ``gap`` pixels under the selection, so that a third of it lies left of ``end`` (where the last line ends); above if
    there is no room below; beside it if there is none above either (a selection as high as the window), at the side
    with more room. Always inside ``window``.
    """
    left = _within(end - card.width() // 3, window.left(), window.right() + 1 - card.width())
    below, above = selection.bottom() + 1 + gap, selection.top() - gap - card.height()
    if below + card.height() <= window.bottom() + 1:
        return QPoint(left, below)
    if above >= window.top():
        return QPoint(left, above)
    room_left, room_right = selection.left() - window.left(), window.right() - selection.right()
    aside = selection.right() + 1 + gap if room_right >= room_left else selection.left() - gap - card.width()
    top = _within(below, window.top(), window.bottom() + 1 - card.height())
    return QPoint(_within(aside, window.left(), window.right() + 1 - card.width()), top)


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
