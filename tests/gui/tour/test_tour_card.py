"""The card keeps out of the way of keys and focus until it is gone to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from qdesk.gui.look.theme import Look, look
from qdesk.gui.tour.card import Page, TourCard

STEP = Page("2 of 7", "Read on", "Click the number beside a code.", "By keyboard: Enter.", leave="Leave", skip="Skip")
DONE = replace(STEP, is_done=True, skip="", act="Next")


@pytest.fixture
def work(qtbot: Any, dressed: Look) -> Iterator[QLineEdit]:
    """A field with the focus, in a window with room for the card."""
    window, work = QMainWindow(), QLineEdit()
    qtbot.addWidget(window)
    window.setCentralWidget(work)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work.setFocus()
    yield work
    window.close()


@pytest.fixture
def card(work: QLineEdit) -> TourCard:
    card = TourCard(work.window())
    card.say(STEP)
    card.show()
    return card


def shown(card: TourCard) -> list[str]:
    return [one.text() for one in (card.leave, card.skip, card.act) if one.isVisible()]


def test_a_page_shows_what_it_has(card: TourCard) -> None:
    assert shown(card) == ["Leave", "Skip"]
    assert not card.findChild(QWidget, "tour_done").isVisible()
    card.say(DONE)
    assert shown(card) == ["Leave", "Next"]
    assert card.findChild(QWidget, "tour_done").isVisible()


def test_it_is_read_out_as_one(card: TourCard) -> None:
    assert card.accessibleName() == "Guided tour, 2 of 7"
    assert card.accessibleDescription() == "Read on. Click the number beside a code. By keyboard: Enter."
    card.say(DONE)
    assert card.accessibleDescription() == "Read on. Done. Click the number beside a code. By keyboard: Enter."


def test_the_focus_stays_with_the_work(card: TourCard, work: QLineEdit) -> None:
    assert work.hasFocus()
    card.say(DONE)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.act, Qt.MouseButton.LeftButton)
    assert work.hasFocus()


def test_a_focus_within_goes_along_from_page_to_page(card: TourCard) -> None:
    card.setFocus()
    assert card.skip.hasFocus()
    card.say(DONE)
    assert card.act.hasFocus()
    card.say(STEP)
    assert card.skip.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_what_has_the_focus(card: TourCard, key: Qt.Key) -> None:
    pressed: list[str] = []
    card.acted.connect(lambda: pressed.append("act"))
    card.skipped.connect(lambda: pressed.append("skip"))
    card.left.connect(lambda: pressed.append("leave"))
    card.setFocus()
    QTest.keyClick(QApplication.focusWidget(), key)
    card.say(DONE)
    QTest.keyClick(QApplication.focusWidget(), key)
    card.leave.setFocus()
    QTest.keyClick(QApplication.focusWidget(), key)
    assert pressed == ["skip", "act", "leave"]


def test_escape_on_it_leaves(card: TourCard, qtbot: Any) -> None:
    card.setFocus()
    with qtbot.waitSignal(card.left):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert card.isVisible()  # it stays until it is told to go


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5, 2.0])
def test_it_is_as_high_as_its_words_at_every_size(card: TourCard, scale: float) -> None:
    look.set_scale(scale)
    QApplication.processEvents()
    assert card.width() == round(292 * scale)
    for words in card.findChildren(QWidget):
        if words.isVisible() and words.hasHeightForWidth():
            assert words.height() >= words.heightForWidth(words.width())
        assert card.rect().contains(words.geometry()) or not words.isVisible() or words.parentWidget() is not card
