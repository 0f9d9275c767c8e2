"""Reading with the interviewer dimmed or folded away: what is shown, numbered, walked through and found again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader_fakes import TEXT, Hands, coding, document, span

from qdesk.gui.look.mix import mix
from qdesk.gui.look.tokens import LIGHT
from qdesk.gui.reader import Reader, ReaderDocument
from qdesk.gui.reader.interviewer import folded_lines, without
from qdesk.store.records import Turn
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST, LAST = span("Interviewer: What", "weeks?"), span("Interviewer: And now?")


def lines_of(reader: Reader) -> list[str]:
    """The lines of the text that are on the screen, by their first words."""
    units = {reader.view.scene.line_at(line.start) for line in reader.view.lines(0, 500)}
    return [TEXT.split("\n")[line][:12] for line in sorted(units)]


def transcript(text: str, **asks: bool) -> ReaderDocument:
    turns = [
        Turn(number, 1, turn.start, turn.label_end, turn.end, 1, turn.speaker, turn.is_interviewer, None)
        for number, turn in enumerate(turns_for(text, asks))
    ]
    return ReaderDocument(1, 1, "Talk", "", text, paragraph_spans(text, "line"), turns)


# ---- what is folded


def test_lines_with_nothing_but_questions_fold() -> None:
    assert [where.of(TEXT) for where in folded_lines(document())] == [FIRST.of(TEXT), LAST.of(TEXT)]


def test_a_question_over_lines_folds_with_the_blank_ones_behind_it() -> None:
    text = "Notes\n\nI: So?\nAnd more?\n\nA: Yes.\n\nI: Well?\n"
    folded = folded_lines(transcript(text, I=True, A=False))
    assert [where.of(text) for where in folded] == ["I: So?", "And more?", "", "I: Well?", ""]


def test_a_line_that_an_answer_shares_stays() -> None:
    text = "I: So? A: Yes."
    turns = [Turn(1, 1, 0, 3, 6, 1, "I", True, None), Turn(2, 1, 7, 10, 14, 2, "A", False, None)]
    assert folded_lines(ReaderDocument(1, 1, "Talk", "", text, [Span(0, 14)], turns)) == []


PIECES = st.lists(st.sampled_from(["I: So?", "A: Yes.", "more", "", "  ", "I:"]), max_size=12)


@given(PIECES)
def test_what_folds_is_said_by_interviewers_alone(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    shown = transcript(text, I=True, A=False)
    asked = {place for turn in shown.turns if turn.is_interviewer for place in range(turn.start, turn.end)}
    folded = folded_lines(shown)
    assert {place for where in folded for place in range(*where) if not text[place].isspace()} <= asked
    kept = without([Span(0, len(text))], folded)
    answers = {place for turn in shown.turns if not turn.is_interviewer for place in range(turn.start, turn.end)}
    assert answers <= {place for where in kept for place in range(*where)}


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=6)


@given(SPANS, st.sets(st.integers(0, 46)))
def test_without_leaves_all_but_the_holes(spans: list[tuple[int, int]], gaps: set[int]) -> None:
    wanted = [Span(start, start + length) for start, length in spans]
    holes = [Span(place, place + 1) for place in sorted(gaps)]
    left = {place for piece in without(wanted, holes) for place in range(*piece)}
    assert left == {place for one in wanted for place in range(*one)} - gaps


# ---- in the reader


def test_hidden_lines_leave_the_screen_and_numbers_stay_true(reader: Reader) -> None:
    reader.set_interviewer("hidden")
    QApplication.processEvents()
    assert lines_of(reader) == ["Ana: Nobody ", "انہوں نے کہا", "Ana: Now we "]
    reader._gutter.grab()
    drawn = {text for text, *_ in reader._gutter._texts._kept}
    assert {"2", "3", "5"} <= drawn
    assert len(reader._gutter._folds) == 2
    reader.set_interviewer("shown")
    assert len(lines_of(reader)) == 5
    assert reader.view.document().toPlainText().count("Interviewer") == 2


def test_a_fold_at_the_end_is_told_too(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(transcript("A: Yes.\nI: Thank you.\n", I=True, A=False), [])
    reader.set_interviewer("hidden")
    reader._gutter.grab()
    (fold,) = reader._gutter._folds
    (line,) = reader.view.lines(0, 400)
    assert fold.center().y() > line.bottom


def test_a_click_on_a_fold_shows_the_interviewer_again(reader: Reader, qtbot: object) -> None:
    told: list[str] = []
    reader.interviewer_changed.connect(told.append)
    reader.set_interviewer("hidden")
    reader._gutter.grab()
    QTest.mouseClick(reader._gutter, Qt.MouseButton.LeftButton, pos=reader._gutter._folds[1].center())
    assert (reader.interviewer, told) == ("shown", ["shown"])


def test_dimmed_is_paler_and_only_the_interviewer(reader: Reader) -> None:
    def ink(words: str) -> QColor:
        cursor = reader.view.textCursor()
        cursor.setPosition(reader.view.scene.positions.unit(TEXT.index(words) + 1))
        return cursor.charFormat().foreground().color()

    assert ink("What was") == QColor(LIGHT.said)
    answer = ink("Nobody")
    reader.set_interviewer("dimmed")
    assert ink("What was") == mix(LIGHT.said, LIGHT.surface, 0.45)
    assert ink("Nobody") == answer
    assert len(lines_of(reader)) == 5


def test_going_into_a_question_shows_it_and_reading_on_does_not(reader: Reader) -> None:
    reader.set_interviewer("hidden")
    reader.goto(span("Nobody told"))
    reader.goto(Span(FIRST.start, FIRST.start), flash=False)
    assert reader.interviewer == "hidden"
    reader.goto(span("And now?"))
    assert reader.interviewer == "shown"


def test_walking_skips_what_is_folded(reader: Reader) -> None:
    reader.set_interviewer("hidden")
    reader.goto(Span(0, 0), flash=False)
    taken = []
    for _ in range(4):
        QTest.keyClick(reader.view, Qt.Key.Key_Down, ALT)
        assert reader.selection is not None
        taken.append(reader.selection.span.of(TEXT)[:6])
    assert taken == ["Nobody", "انہوں ", "Now we", "Now we"]
    QTest.keyClick(reader.view, Qt.Key.Key_Up, CONTROL)
    assert reader.selection.span.of(TEXT).startswith("انہوں")


def test_the_arrows_step_over_what_is_folded(reader: Reader) -> None:
    reader.set_interviewer("hidden")
    reader.goto(span("ہم ہنسے۔"), flash=False)
    lines = []
    for _ in range(3):
        QTest.keyClick(reader.view, Qt.Key.Key_Down)
        lines.append(reader.view.scene.line_at(reader.view.textCursor().position()))
    assert 3 not in lines
    cursor = reader.view.textCursor()
    cursor.setPosition(reader.view.scene.line_starts[4])
    reader.view.setTextCursor(cursor)
    QTest.keyClick(reader.view, Qt.Key.Key_Left)
    assert reader.view.scene.line_at(reader.view.textCursor().position()) == 2


def test_place_and_selection_stay(make_reader: Callable[..., Reader]) -> None:
    text = "\n".join(f"I: Question {number}?\nA: Answer {number} of many words here." for number in range(200))
    reader = make_reader(transcript(text, I=True, A=False), [])
    words = Span(text.index("Answer 90"), text.index("Answer 90") + 9)
    reader.goto(words, flash=False)
    reader.select(words)
    (before,) = {line.top for line in reader.view.lines(0, 400) if line.start == reader.view.scene.line_starts[181]}
    reader.set_interviewer("hidden")
    QApplication.processEvents()
    (after,) = {line.top for line in reader.view.lines(0, 400) if line.start == reader.view.scene.line_starts[181]}
    assert abs(after - before) < reader.view.viewport().height() / 2
    assert reader.selection is not None
    assert reader.selection.span == words


def test_a_coding_of_a_question_has_no_bracket_and_one_over_both_begins_with_the_answer(
    reader: Reader, hands: Hands
) -> None:
    reader.set_codings([coding(1, 2, span("What was", "weeks?")), coding(2, 3, Span(FIRST.start, span("Nobody").end))])
    reader.set_interviewer("hidden")
    reader._margin.grab()
    (bracket,) = reader._margin._brackets
    answer = next(line for line in reader.view.lines(0, 400))
    assert (bracket.coding, bracket.begins) == (2, round(answer.centre))
    assert reader.view.pointer.codings_at(hands.at(span("Nobody").start + 2)) == [2]
    assert reader.view.pointer.codings_at(QPoint(4, 4)) == []


@pytest.mark.parametrize("view", ["shown", "dimmed", "hidden"])
def test_another_document_keeps_the_setting(reader: Reader, view: str) -> None:
    reader.set_interviewer(view)
    reader.set_document(document("Interviewer: Hm?\nAna: Yes.", number=2))
    QApplication.processEvents()
    assert len(reader.view.lines(0, 400)) == (1 if view == "hidden" else 2)
    assert reader.interviewer == view
