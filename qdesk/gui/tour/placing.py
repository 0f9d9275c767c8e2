"""Where the card of the tour stands: beside what it speaks of, and off whatever must stay in sight. Arithmetic only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce

from PySide6.QtCore import QPoint, QRect, QSize


def place_card(card: QSize, beside: Sequence[QRect], clear: Sequence[QRect], area: QRect, gap: int) -> QPoint:
    """Top left of a card within ``area`` that stands ``gap`` pixels off ``beside``, and off ``clear`` where it can.

    Among the places free of both it takes the nearest; if there is none, the one that covers least. A free place can be
    slid left and up until it touches something, so the edges of what is in the way are all that must be tried.
    """
    near = reduce(QRect.united, beside, QRect()) if beside else QRect(area.topRight(), QSize(1, 1))
    kept = [_grown(rect, gap) for rect in beside]
    wished = [_grown(rect, gap) for rect in clear]
    tops = _edges([*kept, *wished], area.top(), area.height(), card.height(), _upright)
    lefts = list(_edges([*kept, *wished], area.left(), area.width(), card.width(), _across))
    tried = (QRect(QPoint(left, top), card) for top in tops for left in lefts)

    def cost(place: QRect) -> tuple[int, ...]:
        apart = _apart(_across(place), _across(near)) + _apart(_upright(place), _upright(near))
        askew = abs(place.top() - near.top()) + abs(place.left() - near.left())
        return _covered(place, kept), _covered(place, wished), apart, askew

    return min(tried, key=cost).topLeft()


def clamped(place: QPoint, card: QSize, area: QRect) -> QPoint:
    """The place, shifted so that the card lies within ``area``; a card that is larger keeps its upper left part."""
    left = max(area.left(), min(place.x(), area.right() + 1 - card.width()))
    top = max(area.top(), min(place.y(), area.bottom() + 1 - card.height()))
    return QPoint(left, top)


Stretch = tuple[int, int]
"""Begin and end (excluded) of a rectangle across or upright."""

Along = Callable[[QRect], Stretch]


def _across(rect: QRect) -> Stretch:
    return rect.left(), rect.right() + 1


def _upright(rect: QRect) -> Stretch:
    return rect.top(), rect.bottom() + 1


def _grown(rect: QRect, gap: int) -> QRect:
    return rect.adjusted(-gap, -gap, gap, gap)


def _edges(rects: Iterable[QRect], start: int, room: int, size: int, along: Along) -> Iterator[int]:
    """Where a card may begin along one direction: at the ends of the area, and before, at and behind each rectangle."""
    last = max(start, start + room - size)
    found = {start, last}
    for rect in rects:
        begin, end = along(rect)
        found |= {begin - size, begin, end}
    return (place for place in sorted(found) if start <= place <= last)


def _apart(one: Stretch, other: Stretch) -> int:
    return max(0, other[0] - one[1], one[0] - other[1])


def _covered(place: QRect, rects: Iterable[QRect]) -> int:
    """Square pixels of the rectangles under a place."""
    common = (place.intersected(rect) for rect in rects)
    return sum(rect.width() * rect.height() for rect in common if rect.isValid())
