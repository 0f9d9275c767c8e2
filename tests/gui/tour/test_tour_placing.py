"""The card stands off what it speaks of wherever there is a place, and always in its area."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from qdesk.gui.tour.placing import clamped, place_card

AREA = QRect(0, 0, 60, 40)
GAP = 2
RECTS = st.builds(QRect, st.integers(0, 55), st.integers(0, 35), st.integers(1, 40), st.integers(1, 30))


def standing(card: QSize) -> list[QRect]:
    """Every place in the area, by trying all of them."""
    lefts, tops = range(AREA.width() - card.width() + 1), range(AREA.height() - card.height() + 1)
    return [QRect(QPoint(left, top), card) for left, top in product(lefts, tops)]


def is_free(place: QRect, rects: list[QRect]) -> bool:
    return not any(place.intersects(rect.adjusted(-GAP, -GAP, GAP, GAP)) for rect in rects)


@given(st.lists(RECTS, min_size=1, max_size=2), st.lists(RECTS, max_size=3), st.integers(1, 40), st.integers(1, 30))
def test_it_covers_nothing_where_there_is_room(
    beside: list[QRect], clear: list[QRect], width: int, height: int
) -> None:  # fmt: skip
    size = QSize(width, height)
    card = QRect(place_card(size, beside, clear, AREA, GAP), size)
    assert AREA.contains(card)
    places = standing(size)
    if any(is_free(place, beside + clear) for place in places):
        assert is_free(card, beside + clear)
    elif any(is_free(place, beside) for place in places):
        assert is_free(card, beside)


def test_of_free_places_it_takes_the_nearest() -> None:
    area, size = QRect(0, 0, 1000, 800), QSize(320, 160)
    row = QRect(0, 300, 296, 28)
    assert place_card(size, [row], [], area, 12) == QPoint(0, 340)
    assert place_card(size, [row], [QRect(0, 200, 296, 600)], area, 12) == QPoint(308, 288)


def test_with_nothing_to_stand_beside_it_goes_to_the_upper_right() -> None:
    assert place_card(QSize(320, 160), [], [], QRect(12, 72, 1000, 700), 12) == QPoint(692, 72)


@given(st.integers(-100, 100), st.integers(-100, 100), st.integers(1, 90), st.integers(1, 90))
def test_a_clamped_card_lies_inside_or_shows_its_upper_left_part(left: int, top: int, width: int, height: int) -> None:
    size = QSize(width, height)
    card = QRect(clamped(QPoint(left, top), size, AREA), size)
    assert AREA.contains(card.topLeft())
    assert card.right() <= AREA.right() or card.left() == AREA.left()
    assert card.bottom() <= AREA.bottom() or card.top() == AREA.top()
