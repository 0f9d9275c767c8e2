"""Typing in the reader."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader_fakes import TEXT, span

from qdesk.gui.look.theme import look
from qdesk.gui.reader import Reader

NONE, SHIFT, KEYPAD, CONTROL = (
    getattr(Qt.KeyboardModifier, name) for name in ("NoModifier", "ShiftModifier", "KeypadModifier", "ControlModifier")
)


def type_text(reader: Reader, text: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)
    QApplication.sendEvent(reader.view, event)


@pytest.mark.parametrize(
    ("text", "modifiers", "digit"),
    [("1", NONE, 1), ("9", KEYPAD, 9), ("2", SHIFT, 2), ("٣", NONE, 3), ("۴", NONE, 4)],
)
def test_digits_of_every_keyboard(reader: Reader, text: str, modifiers: Qt.KeyboardModifier, digit: int) -> None:
    typed: list[int] = []
    reader.digit_typed.connect(typed.append)
    type_text(reader, text, modifiers)
    assert typed == [digit]


def test_zero_and_chords_are_no_digits(reader: Reader) -> None:
    typed: list[int] = []
    reader.digit_typed.connect(typed.append)
    type_text(reader, "0")
    type_text(reader, "1", CONTROL)
    assert typed == []


def test_letters_count_only_while_something_is_selected(reader: Reader) -> None:
    typed: list[str] = []
    reader.letter_typed.connect(typed.append)
    type_text(reader, "t")
    reader.select(span("And now?"))
    type_text(reader, "t")
    type_text(reader, "ا")
    type_text(reader, ".")
    assert typed == ["t", "ا"]
    assert reader.selection is not None


def test_the_keyboard_selects_in_a_read_only_text(reader: Reader) -> None:
    reader.goto(span("What was"), flash=False)
    for _ in range(2):
        QTest.keyClick(reader.view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert reader.selection is not None
    assert reader.selection.span.of(TEXT) == "What was"
    assert reader.selection.words == 2


def test_typing_never_changes_the_text(reader: Reader) -> None:
    reader.select(span("And now?"))
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_X, Qt.Key.Key_Space):
        QTest.keyClick(reader.view, key)
    assert reader.view.document().characterCount() - 1 == len(TEXT.encode("utf-16-le")) // 2


def test_enter_chooses_at_the_caret_and_escape_gives_up(reader: Reader) -> None:
    reader.goto(span("waited"), flash=False)
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    assert reader.chosen == 1
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    assert reader.chosen == 2
    QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    assert reader.chosen is None
    reader.select(span("And now?"))
    QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    assert reader.selection is None


def test_a_new_size_keeps_the_selection(reader: Reader) -> None:
    reader.select(span("And now?"))
    before = reader.selection
    look.set_scale(1.5)
    assert reader.selection == before
    assert reader.view.selected_units() == reader.view.scene.positions.range(span("And now?"))
