"""The lines of a sentence as they are framed: what a selection of it covers, no word more."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qdesk.gui.look.theme import Look
from qdesk.gui.reader import Reader, ReaderDocument
from qdesk.gui.tour.textplaces import lines_of, span_in_sight
from qdesk.text.spans import Span

ENGLISH = "The old lady sat behind her table, and we stood in a line along the cupboard like girls who come late. "
URDU = "میں نے پرنسپل صاحبہ سے کہا کہ فیصلہ آپ کا ہے، لیکن کلاس ہماری ہے، اور ہم سب اس پر خوش ہوئے۔ "


@pytest.fixture
def reader(qtbot: object, dressed: Look) -> Reader:
    reader = Reader()
    reader.resize(700, 400)
    reader.show()
    QTest.qWaitForWindowExposed(reader)
    return reader


def show(reader: Reader, text: str) -> None:
    reader.set_document(ReaderDocument(1, 1, "One", "", text, [Span(0, len(text))]))
    QApplication.processEvents()


def places(reader: Reader, start: int, end: int) -> list[QPoint]:
    """The middle of each character of a stretch (all in the BMP)."""
    view = reader.view
    found = []
    for line in view.lines(0, 400):
        for unit in range(max(start, line.start), min(end, line.end)):
            found += [QPoint((left + right) // 2, round(line.centre)) for left, right in line.stretches(unit, unit + 1)]
    return found


@pytest.mark.parametrize("sentence", [ENGLISH, URDU], ids=["English", "Urdu"])
def test_it_holds_the_sentence_and_no_other(reader: Reader, sentence: str) -> None:
    show(reader, sentence * 3)
    start, end = len(sentence), 2 * len(sentence) - 1
    boxes = lines_of(reader.view, Span(start, end))
    assert len(boxes) > 1
    assert all(upper.bottom() >= lower.top() - 1 for upper, lower in pairwise(boxes))

    def framed(place: QPoint) -> bool:
        return any(box.adjusted(-4, 0, 4, 0).contains(place) for box in boxes)

    assert all(framed(place) for place in places(reader, start, end))
    inner = [box.adjusted(2, 2, -2, -4) for box in boxes]
    others = places(reader, 0, start - 3) + places(reader, end + 3, 3 * len(sentence))
    assert not [place for place in others if any(box.contains(place) for box in inner)]


def test_lines_begin_and_end_together_as_a_selection_does(reader: Reader) -> None:
    show(reader, ENGLISH * 4)
    boxes = lines_of(reader.view, Span(len(ENGLISH), 3 * len(ENGLISH)))
    assert len({box.left() for box in boxes[1:]}) == len({box.right() for box in boxes[:-1]}) == 1
    assert boxes[0].left() > boxes[1].left()


def test_only_whole_lines_are_in_sight(reader: Reader) -> None:
    show(reader, ENGLISH * 30)
    seen = span_in_sight(reader.view)
    assert seen.start == 0
    area: QRect = reader.view.viewport().rect()
    assert all(area.contains(place) for place in places(reader, seen.start, seen.end))
    assert not area.contains(places(reader, seen.end + 1, seen.end + 2)[0] + QPoint(0, 12))


def test_no_text_has_no_lines(reader: Reader) -> None:
    show(reader, "")
    assert lines_of(reader.view, Span(0, 0)) == []
    assert span_in_sight(reader.view) == Span(0, 0)
