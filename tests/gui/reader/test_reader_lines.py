"""Lines are read from the layout once, and again when the text is laid out anew; long texts in steps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QElapsedTimer
from PySide6.QtWidgets import QApplication
from reader_fakes import Hands, document, span

from qdesk.gui.look.theme import look
from qdesk.gui.reader import Reader
from qdesk.gui.reader.lines import Line, Lines

MANY = "\n".join(
    f"Ana: Line number {number} of many words that go on for a while and then some." for number in range(900)
)


def places(lines: list[Line]) -> list[tuple]:
    """What can be compared of lines."""
    return [(line.start, line.end, line.baseline, line.left, line.centre, line.top, line.bottom) for line in lines]


def test_kept_lines_are_those_of_the_layout(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(document(MANY), [])
    view = reader.view
    for width, at in ((824, 0), (824, 700), (620, 700), (700, 90), (824, 1)):
        reader.resize(width, 500)
        view.verticalScrollBar().setValue(at)
        QApplication.processEvents()
        fresh = Lines(view.document()).between(-60, 560, view.verticalScrollBar().value())
        assert places(view.lines(0, 500)) == places(fresh)
        assert fresh


def test_edges_are_remembered_while_scrolling_and_forgotten_with_the_layout(reader: Reader, hands: Hands) -> None:
    unit = reader.view.scene.positions.unit(span("waited").start)

    def edge() -> int:
        line = next(line for line in reader.view.lines(0, 500) if line.start <= unit < line.end)
        return line.stretches(unit, unit + 1)[0][0]

    before = edge()
    assert edge() == before
    look.set_scale(1.5)
    QApplication.processEvents()
    assert edge() == hands.before(span("waited").start).x() != before


def test_a_long_text_is_laid_out_to_its_end_behind_what_is_shown(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(document(MANY * 12), [])
    bar, layout = reader.view.verticalScrollBar(), reader.view.document().documentLayout()
    early, clock = bar.maximum(), QElapsedTimer()
    clock.start()
    while QAbstractEventDispatcher.instance().registeredTimers(layout) and clock.elapsed() < 20_000:
        QApplication.processEvents()
    reached = bar.maximum()
    assert early < reached
    assert reached + bar.pageStep() == layout.documentSize().height()  # asking lays out all that is not yet


@pytest.mark.parametrize("interviewer", ["shown", "hidden"])
def test_the_lines_at_any_height_are_those_of_the_whole(reader: Reader, interviewer: str) -> None:
    reader.set_interviewer(interviewer)
    QApplication.processEvents()
    text = reader.view.document()
    height, kept = int(text.size().height()), Lines(text)
    whole = places(Lines(text).between(0, height, 0))
    assert whole
    for top in (*range(0, height, 5), *range(height, 0, -77), height // 2, 0):
        found = places(kept.between(top, top + 30, 0))
        assert found == [one for one in whole if one in found]
        assert {one for one in whole if top <= one[2] <= top + 30} <= set(found)


def test_looking_for_lines_lays_out_no_more_than_is_near(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(document(MANY * 12), [])
    layout = reader.view.document().documentLayout()
    for y in range(300):
        reader.view.lines_between(y, y + 1)
    assert QAbstractEventDispatcher.instance().registeredTimers(layout)  # there is still something to lay out
