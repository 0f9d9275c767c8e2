"""Cards stay inside the window and off what they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qdesk.gui.look.tokens import LIGHT
from qdesk.gui.widgets.card import Card, _place


@given(
    st.integers(0, 900), st.integers(0, 700), st.integers(1, 300), st.integers(1, 60),
    st.integers(20, 400), st.integers(20, 300),
)  # fmt: skip
def test_a_card_is_inside_and_never_over_its_anchor_where_there_is_room(x, y, width, height, wide, high) -> None:
    window = QSize(1000, 800)
    anchor = QRect(x, y, width, height)
    card = QRect(_place(QSize(wide, high), anchor, window, 6), QSize(wide, high))
    assert card.left() >= 0
    assert card.right() < window.width()
    room = max(anchor.top(), window.height() - anchor.bottom() - 1) - 6
    if high <= room:
        assert QRect(QPoint(0, 0), window).contains(card)
        assert not card.intersects(anchor)


@pytest.fixture
def card(dressed, qtbot: QtBot) -> Card:
    window = QWidget()
    window.resize(500, 400)
    qtbot.addWidget(window)
    card = Card(window)
    QVBoxLayout(card).addWidget(QLineEdit())
    card.setFixedSize(200, 100)
    window.show()
    card.test_window = window  # keeps the window while the test runs
    return card


def test_a_card_opens_six_pixels_below_and_closes_on_escape(card: Card, qtbot: QtBot) -> None:
    card.open_at(QRect(50, 60, 80, 20))
    assert card.geometry().topLeft() == QPoint(50, 86)
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_corners_are_round(card: Card) -> None:
    card.open_at(QRect(50, 60, 80, 20))
    window = card.parentWidget()
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    corner, inside = card.geometry().topLeft(), card.geometry().topLeft() + QPoint(100, 4)
    assert image.pixelColor(corner).name().upper() != LIGHT.surface
    assert image.pixelColor(inside).name().upper() == LIGHT.surface
