"""The widget shows the stored text: every place is true, every line is set by its script, copies are the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader_fakes import TEXT, Hands, document, span

from qdesk.gui.look.theme import look
from qdesk.gui.reader import Reader
from qdesk.gui.reader.format import make_document
from qdesk.gui.reader.scene import Scene
from qdesk.text.newdocument import Formatting
from qdesk.text.spans import Span


def block_of(reader: Reader, piece: str):
    unit = reader.view.scene.positions.unit(TEXT.index(piece))
    return reader.view.document().findBlock(unit)


def test_lines_are_as_high_as_their_script_asks(reader: Reader) -> None:
    assert block_of(reader, "Ana: Nobody").blockFormat().lineHeight() == 32
    assert block_of(reader, "انہوں").blockFormat().lineHeight() == 36
    look.set_scale(1.5)
    assert block_of(reader, "انہوں").blockFormat().lineHeight() == 54


def test_right_to_left_is_aligned_right_in_the_same_column(reader: Reader) -> None:
    block = block_of(reader, "انہوں")
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    line, other = block.layout().lineAt(0), block_of(reader, "Interviewer").layout().lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.rect().right(), abs=1)
    assert line.rect().width() == other.rect().width()


def test_a_foreign_label_does_not_turn_the_speech(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(document("Ana: انہوں نے کہا"))
    assert reader.view.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft


def test_the_interviewer_speaks_in_said(reader: Reader) -> None:
    cursor = QTextCursor(reader.view.document())
    cursor.setPosition(span("And now?").end)
    assert cursor.charFormat().foreground().color().name().upper() == look.tokens.said


def test_blank_lines_are_low_and_paragraphs_apart(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(document("First.\n\nSecond.\nThird."))
    first, blank, second = (reader.view.document().findBlockByNumber(number) for number in range(3))
    assert blank.blockFormat().lineHeight() == 8
    assert first.blockFormat().bottomMargin() == 0
    assert second.blockFormat().bottomMargin() == 8


def test_headings_are_larger(make_reader: Callable[..., Reader]) -> None:
    shown = document("Notes\nText")
    shown = type(shown)(1, 1, "", "", shown.text, shown.paragraphs, (), (Formatting(0, 5, "heading1"),))
    cursor = QTextCursor(make_reader(shown).view.document())
    cursor.setPosition(3)
    assert cursor.charFormat().font().pixelSize() == 21


def test_copied_text_is_the_stored_text(reader: Reader) -> None:
    where = span("café\u00a0instead")
    reader.select(where)
    QTest.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == where.of(TEXT)


def test_places_after_an_emoji_are_true(reader: Reader, hands: Hands) -> None:
    where = span("We waited")
    hands.stroke(hands.before(where.start), hands.before(where.end))
    assert reader.selection is not None
    assert reader.selection.span == where


@pytest.mark.parametrize("character", ["\ufdd0", "\u2029", "\r\n"])
def test_text_that_qt_would_count_otherwise_is_a_bug(qapp: QApplication, character: str) -> None:
    scene = Scene()
    scene.set_document(document(f"One{character}two"))
    with pytest.raises(AssertionError, match="not normalised"):
        make_document(scene, scene)


def test_mixed_directions_give_several_stretches(reader: Reader) -> None:
    line = next(line for line in reader.view.lines(0, 500) if line.right_to_left)
    unit = reader.view.scene.positions.unit
    number, word, both = (
        line.stretches(unit(where.start), unit(where.end))
        for where in (span("(2019)"), Span(TEXT.index("team اچھی"), TEXT.index(" اچھی")), span("2019) کہ te"))
    )
    assert len(both) > 1
    assert all(left < right for left, right in both)
    whole = line.stretches(line.start, line.end)
    assert len(whole) == 1
    natural = block_of(reader, "انہوں").layout().lineAt(0).naturalTextWidth()
    assert whole[0][1] - whole[0][0] == pytest.approx(natural, abs=2)
    assert number[0][0] >= word[-1][1]  # what is read first stands further right


def test_the_caret_tells_the_codes_it_is_in(reader: Reader) -> None:
    reader.goto(Span(span("waited").start, span("waited").end), flash=False)
    assert reader.view.accessibleDescription() == "Coded as Keys, Waiting"
    reader.goto(span("And now?"), flash=False)
    assert reader.view.accessibleDescription() == ""
