"""Find in the interview: every place marked, stepped through, counted by hand; and what it hands on."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from search_study import part

from qdesk.gui.look.mix import mix
from qdesk.gui.look.theme import look
from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.reader import Reader
from qdesk.gui.search.findbar import FindBar
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
TEXT = (
    "Trust 🙂 is work.\nWe trusted her, and mistrust went.\nSeñora Gul: اعتماد بہت ضروری ہے۔\n"
    + "More.\n" * 60
    + "TRUST."
)
PLACES = [Span(0, 5), Span(20, 25), Span(40, 45), Span(445, 450)]


def document(number: int, text: str) -> ReaderDocument:
    return ReaderDocument(
        id=number, revision=1, name="Ann", facts="", text=text, paragraphs=paragraph_spans(text, "line"),
        turns=(), formatting=(),
    )  # fmt: skip


@pytest.fixture
def reader(dressed: object, qtbot: Any) -> Reader:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(800, 600)
    reader.set_document(document(1, TEXT))
    with qtbot.waitExposed(reader):
        reader.show()
    reader.activateWindow()
    return reader


@pytest.fixture
def bar(reader: Reader) -> FindBar:
    bar = FindBar(reader)
    reader.layout().insertWidget(1, bar)
    return bar


def count(bar: FindBar) -> str:
    return part(bar, "find_count").text()


def marked(reader: Reader) -> list[Span]:
    scene = reader.view.scene
    return [scene.span(*place) for place in scene.found]


def now(reader: Reader) -> Span | None:
    scene = reader.view.scene
    return scene.span(*scene.found_now) if scene.found_now else None


def type_in(bar: FindBar, qtbot: Any, words: str) -> QWidget:
    bar.open_bar()
    field = part(bar, "find_field")
    qtbot.keyClicks(field, words)
    return field


def test_every_place_is_marked_and_stepped_through(bar: FindBar, reader: Reader, qtbot: Any) -> None:
    assert bar.isHidden()
    field = type_in(bar, qtbot, "trust")
    assert (count(bar), marked(reader), now(reader)) == ("1 of 4", PLACES, PLACES[0])
    for key, keys, number in (
        (KEY.Key_Return, Qt.KeyboardModifier.NoModifier, 1), (KEY.Key_Return, Qt.KeyboardModifier.NoModifier, 2),
        (KEY.Key_Return, SHIFT, 1), (KEY.Key_F3, Qt.KeyboardModifier.NoModifier, 2),
        (KEY.Key_F3, Qt.KeyboardModifier.NoModifier, 3), (KEY.Key_F3, Qt.KeyboardModifier.NoModifier, 0),
        (KEY.Key_F3, SHIFT, 3),
    ):  # fmt: skip
        qtbot.keyClick(field, key, keys)
        assert (count(bar), now(reader)) == (f"{number + 1} of 4", PLACES[number])
    assert reader.view.verticalScrollBar().value() > 0
    assert reader.view.textCursor().position() == reader.view.scene.positions.unit(445)


def test_accents_case_and_scripts(bar: FindBar, reader: Reader, qtbot: Any) -> None:
    field = type_in(bar, qtbot, "senora")
    assert count(bar) == "1 of 1"
    field.setText("اعتماد")
    assert marked(reader)[0].of(TEXT) == "اعتماد"
    field.setText("zebra")
    assert (count(bar), marked(reader)) == ("No hit", [])
    assert field.accessibleDescription() == "No hit"
    qtbot.keyClick(field, KEY.Key_Return)
    field.clear()
    assert count(bar) == ""


def test_the_search_begins_at_the_caret_and_with_what_is_selected(bar: FindBar, reader: Reader, qtbot: Any) -> None:
    reader.select(Span(20, 25))
    bar.open_bar()
    assert part(bar, "find_field").text() == "trust"
    assert (count(bar), now(reader)) == ("2 of 4", PLACES[1])
    bar.close_bar()
    reader.select(Span(0, 60))
    bar.open_bar()
    assert part(bar, "find_field").text() == "trust"
    reader.select(None)
    cursor = reader.view.textCursor()
    cursor.setPosition(44)
    reader.view.setTextCursor(cursor)
    bar.open_bar()
    assert count(bar) == "4 of 4"


def test_escape_closes_in_the_field_and_in_the_text(bar: FindBar, reader: Reader, qtbot: Any) -> None:
    field = type_in(bar, qtbot, "trust")
    qtbot.keyClick(field, KEY.Key_Escape)
    assert bar.isHidden()
    assert marked(reader) == []
    bar.open_bar()
    assert len(marked(reader)) == 4
    qtbot.keyClick(reader.view, KEY.Key_F3)
    assert count(bar) == "2 of 4"
    qtbot.keyClick(reader.view, KEY.Key_Escape)
    assert bar.isHidden()
    qtbot.keyClick(reader.view, KEY.Key_F3)
    assert now(reader) is None


def test_another_interview_is_searched_for_the_same_words(bar: FindBar, reader: Reader, qtbot: Any) -> None:
    type_in(bar, qtbot, "trust")
    reader.set_document(document(2, "No trust, no entrusting."))
    assert (count(bar), now(reader)) == ("2 hits", None)
    assert marked(reader) == [Span(3, 8), Span(15, 20)]
    qtbot.keyClick(part(bar, "find_field"), KEY.Key_F3)
    assert count(bar) == "1 of 2"
    reader.set_document(document(3, "Nothing."))
    qtbot.keyClick(part(bar, "find_field"), KEY.Key_F3, SHIFT)
    assert count(bar) == "No hit"


def test_stepping_back_first_goes_to_the_place_before_the_caret(bar: FindBar, reader: Reader, qtbot: Any) -> None:
    type_in(bar, qtbot, "trust")
    reader.set_document(document(2, "No trust, no entrusting."))
    cursor = reader.view.textCursor()
    cursor.setPosition(10)
    reader.view.setTextCursor(cursor)
    qtbot.keyClick(part(bar, "find_field"), KEY.Key_F3, SHIFT)
    assert count(bar) == "1 of 2"


def test_the_same_words_in_all_interviews(bar: FindBar, qtbot: Any) -> None:
    type_in(bar, qtbot, " trust ")
    with qtbot.waitSignal(bar.all_asked) as asked:
        qtbot.mouseClick(part(bar, "find_all"), Qt.MouseButton.LeftButton)
    assert asked.args == ["trust"]


def colours(reader: Reader, rect: QRect) -> dict[str, int]:
    image: QImage = reader.view.viewport().grab(rect).toImage()
    found: dict[str, int] = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_are_painted_under_the_text(bar: FindBar, reader: Reader, qtbot: Any, theme: Any) -> None:
    look.set_theme(theme)
    type_in(bar, qtbot, "trust")
    tokens = look.tokens
    strong = colours(reader, reader.view.rect_of(*reader.view.scene.found[0]))
    assert strong[QColor(tokens.selection).name()] > 200
    assert strong[QColor(tokens.accent).name()] > 50  # the frame
    pale = colours(reader, reader.view.rect_of(*reader.view.scene.found[1]))
    assert QColor(tokens.accent).name() not in pale
    wanted = mix(tokens.selection, tokens.surface, 0.6)
    close = [number for name, number in pale.items() if _distance(QColor(name), wanted) <= 6]
    assert sum(close) > 200


def _distance(one: QColor, other: QColor) -> int:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in pairs)


def test_the_strip_is_40_high_and_follows_the_size(bar: FindBar) -> None:
    bar.open_bar()
    assert bar.height() == 40
    look.set_scale(1.5)
    assert bar.height() == 60
