"""Selecting by keys and by clicks, and borders moved word by word; passages marked by hand."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader_fakes import TEXT, Hands, span

from qdesk.gui.reader import Reader
from qdesk.gui.reader.selecting import stepped, widened
from qdesk.text.spans import Span

CONTROL, SHIFT, ALT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Shift", "Alt"))


def press(reader: Reader, key: str, modifiers: Qt.KeyboardModifier, times: int = 1) -> str:
    """What is selected after a key."""
    for _ in range(times):
        QTest.keyClick(reader.view, getattr(Qt.Key, f"Key_{key}"), modifiers)
    return reader.selection.span.of(TEXT) if reader.selection else ""


def test_sentences_paragraphs_and_turns(reader: Reader) -> None:
    reader.goto(span("Nobody"), flash=False)
    assert press(reader, "Down", CONTROL) == "Nobody told us 😀 where the keys were."
    assert press(reader, "Down", CONTROL).startswith("We waited in the corridor")
    assert press(reader, "Down", CONTROL) == "That is where the team began."
    assert press(reader, "Down", CONTROL).startswith("انہوں نے کہا")
    assert press(reader, "Up", CONTROL, 4) == "What was hard about the first weeks?"
    assert press(reader, "Up", CONTROL) == "What was hard about the first weeks?"
    assert press(reader, "Down", CONTROL | SHIFT).startswith("Nobody told us")
    assert reader.selection is not None
    assert reader.selection.span == span("Nobody", "team began.")
    assert press(reader, "Down", ALT, 2) == "And now?"
    assert press(reader, "Up", ALT, 2).startswith("Nobody told us")


def test_a_larger_step_takes_what_holds_the_selection(reader: Reader) -> None:
    reader.select(span("waited"))
    assert press(reader, "Down", CONTROL).startswith("We waited")
    assert press(reader, "Down", CONTROL | SHIFT).startswith("Nobody told us")
    assert press(reader, "Down", CONTROL) == "Nobody told us 😀 where the keys were."


def test_control_space_steps_through_the_codings_at_the_caret(reader: Reader) -> None:
    reader.goto(span("waited"), flash=False)
    chosen = []
    for _ in range(3):
        QTest.keyClick(reader.view, Qt.Key.Key_Space, CONTROL)
        chosen.append(reader.chosen)
    assert chosen == [1, 2, 1]


@pytest.mark.parametrize(
    ("key", "moved"),
    [
        ("Right", span("We waited", "morning,")),
        ("Left", span("We waited", "every")),
        ("Down", span("waited", "morning")),
        ("Up", span("were. We waited", "morning")),
    ],
)
def test_borders_of_a_coding_move_by_words(reader: Reader, key: str, moved: Span) -> None:
    asked: list[tuple[int, Span]] = []
    reader.resize_asked.connect(lambda coding, to: asked.append((coding, to)))
    reader.choose(1)
    press(reader, key, SHIFT | ALT)
    assert [(coding, to.of(TEXT)) for coding, to in asked] == [(1, moved.of(TEXT))]


def test_borders_of_the_selection_move_too_and_left_is_forward_in_urdu(reader: Reader) -> None:
    reader.select(span("And"))
    assert press(reader, "Right", SHIFT | ALT) == "And now"
    reader.select(span("team اچھی"))
    assert press(reader, "Left", SHIFT | ALT) == "team اچھی تھی"


def test_a_word_is_never_lost_wholly(reader: Reader) -> None:
    reader.select(span("And"))
    assert press(reader, "Left", SHIFT | ALT) == "And"


def click_again(hands: Hands, point: int, times: int) -> None:
    """So many presses at one place, the second a double click."""
    target, place = hands.view.viewport(), hands.at(point)
    for number in range(times):
        if number == 1:
            event = QMouseEvent(
                QEvent.Type.MouseButtonDblClick, QPointF(place), QPointF(target.mapToGlobal(place)),
                Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(target, event)
            hands.release(place)
        else:
            hands.click(place)


@pytest.mark.parametrize(
    ("times", "taken"),
    [(2, "corridor"), (3, span("We waited", "instead.").of(TEXT)), (4, span("Nobody", "team began.").of(TEXT))],
)
def test_more_clicks_take_more(reader: Reader, hands: Hands, times: int, taken: str) -> None:
    click_again(hands, TEXT.index("corridor"), times)
    assert reader.selection is not None
    assert reader.selection.span.of(TEXT) == taken


def test_a_stroke_takes_whole_words_unless_told_not_to(reader: Reader, hands: Hands) -> None:
    start, end = TEXT.index("obody"), TEXT.index("us 😀")
    hands.stroke(hands.before(start), hands.before(end + 1))
    assert reader.selection is not None
    assert reader.selection.span.of(TEXT) == "Nobody told us"
    reader.select(None)
    reader.set_snapping(False)
    hands.stroke(hands.before(start), hands.before(end + 1))
    assert reader.selection is not None
    assert reader.selection.span.of(TEXT) == "obody told u"


def test_words_are_widened_in_every_script() -> None:
    assert widened("We waited, (long).", Span(4, 13)) == Span(3, 16)
    assert widened("我们同意了", Span(1, 3)) == Span(1, 3)
    assert widened("استاد نے کہا", Span(2, 7)) == Span(0, 8)
    assert widened("", Span(0, 0)) == Span(0, 0)
    assert stepped("one two", 7, at_start=False, forward=True) == 7


def test_a_click_elsewhere_right_after_a_double_click_is_a_click(reader: Reader, hands: Hands) -> None:
    click_again(hands, TEXT.index("corridor"), 2)
    hands.click(hands.at(TEXT.index("And now")))
    assert reader.selection is None


def test_a_selection_that_is_hidden_with_the_interviewer_is_given_up(reader: Reader) -> None:
    reader.select(span("And now?"))
    reader.set_interviewer("hidden")
    assert reader.selection is None
    reader.set_interviewer("shown")
