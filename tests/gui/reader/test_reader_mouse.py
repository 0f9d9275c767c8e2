"""Choosing, selecting, dragging out and resizing with real mouse events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from reader_fakes import TEXT, Hands, document, span

from qdesk.gui.mime import selection_of
from qdesk.gui.reader import Reader
from qdesk.text.spans import Span


def heard(signal) -> list:
    found: list = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found


def test_a_click_takes_the_smallest_coding_then_the_next(reader: Reader, hands: Hands) -> None:
    chosen = heard(reader.coding_chosen)
    place = hands.at(span("waited").start)
    hands.click(place)
    hands.click(place)
    hands.click(place)
    hands.click(hands.at(span("What was").start))
    assert chosen == [1, 2, 1, None]


def test_a_click_beside_the_text_takes_nothing(reader: Reader, hands: Hands) -> None:
    end = hands.at(span("began.").end - 1)
    assert reader.view.pointer.codings_at(end) == [2]
    assert reader.view.pointer.codings_at(end + QPoint(60, 0)) == []
    assert reader.view.pointer.codings_at(QPoint(end.x(), 480)) == []


def test_a_stroke_selects_and_freezes_at_release(reader: Reader, hands: Hands) -> None:
    told = heard(reader.selected)
    where = span("twenty", "morning")
    start, end = hands.before(where.start), hands.before(where.end)
    hands.press(start)
    hands.move(end)
    assert told == []
    hands.release(end)
    assert [(selection.span, selection.words) for selection in told] == [(where, 4)]
    assert told[0].document == 1
    assert told[0].revision == 1


def test_a_selection_gives_up_the_chosen_coding(reader: Reader, hands: Hands) -> None:
    hands.click(hands.at(span("waited").start))
    chosen = heard(reader.coding_chosen)
    reader.select(span("And now?"))
    assert chosen == [None]


def test_the_selection_stays_when_codings_change(reader: Reader) -> None:
    reader.select(span("And now?"))
    reader.set_codings([])
    assert reader.selection is not None


def test_a_coding_that_is_gone_is_no_longer_chosen(reader: Reader) -> None:
    reader.choose(1)
    chosen = heard(reader.coding_chosen)
    reader.update_codings([], gone=[1])
    assert chosen == [None]
    assert reader.view.shown_handles() == []


def test_a_click_in_the_selection_gives_it_up(reader: Reader, hands: Hands) -> None:
    reader.select(span("What was", "first weeks?"))
    told = heard(reader.selected)
    hands.click(hands.at(span("hard").start))
    assert told == [None]
    assert not reader.view.textCursor().hasSelection()


def test_the_selection_is_dragged_out_as_a_passage(
    reader: Reader, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = span("What was", "first weeks?")
    reader.select(where)
    dragged: list = []
    view = reader.view
    monkeypatch.setattr(view, "start_drag", lambda: dragged.append(view.createMimeDataFromSelection()))
    place = hands.at(span("hard").start)
    hands.press(place)
    hands.move(place + QPoint(2, 0))
    assert dragged == []
    hands.move(place + QPoint(30, 4))
    hands.release(place + QPoint(30, 4))
    (mime,) = dragged
    assert selection_of(mime) == reader.selection
    assert mime.text() == where.of(TEXT)
    assert reader.selection is not None


def test_pulling_a_handle_asks_for_a_new_size_in_whole_words(reader: Reader, hands: Hands) -> None:
    reader.view.choose(1)
    asked = heard(reader.resize_asked)
    end = next(handle for handle in reader.view.shown_handles() if not handle.at_start)
    place = QPoint(end.x, end.y)
    to = hands.at(span("laughed").start + 1) + QPoint(0, place.y() - hands.at(span("morning").end - 1).y())
    hands.press(place)
    hands.move(to)
    assert reader.view.scene.ghost is not None
    hands.release(to)
    (coding, wanted) = asked[0]
    assert coding == 1
    assert wanted.start == span("We waited").start
    assert wanted.of(TEXT).endswith(("somebody", "laughed"))
    assert reader.view.scene.ghost is None
    assert reader.selection is None


def test_escape_lets_a_pulled_handle_go(reader: Reader, hands: Hands, qtbot) -> None:
    reader.view.choose(1)
    asked = heard(reader.resize_asked)
    start = next(handle for handle in reader.view.shown_handles() if handle.at_start)
    hands.press(QPoint(start.x, start.y))
    hands.move(QPoint(start.x - 150, start.y))
    qtbot.keyClick(reader.view, Qt.Key.Key_Escape)
    hands.release(QPoint(start.x - 150, start.y))
    assert asked == []
    assert reader.chosen == 1


def test_handles_are_mirrored_in_right_to_left(reader: Reader) -> None:
    unit = reader.view.scene.positions.unit(TEXT.index("انہوں"))
    rtl = reader.view.document().findBlock(unit)
    reader.view.choose(3)
    handles = {handle.at_start: handle.x for handle in reader.view.shown_handles()}
    assert rtl.textDirection() == Qt.LayoutDirection.RightToLeft
    assert handles[True] > handles[False]


def test_the_menu_is_asked_for_with_the_codings_there(reader: Reader, hands: Hands) -> None:
    asked = heard(reader.context_asked)
    place = hands.at(span("waited").start)
    viewport = reader.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert asked == [([1, 2], viewport.mapToGlobal(place))]


def test_hovering_a_band_lights_its_coding_up(reader: Reader, hands: Hands) -> None:
    place = hands.at(span("waited").start)
    line = next(line for line in reader.view.lines(0, 500) if line.top <= place.y() < line.bottom)
    hands.move(QPoint(place.x(), line.bottom + 1), held=False)
    assert reader.view.scene.hovered == {2}
    hands.move(QPoint(place.x(), line.bottom + 5), held=False)
    assert reader.view.scene.hovered == {1}
    hands.move(place, held=False)
    assert reader.view.scene.hovered == frozenset()


def test_a_name_in_the_margin_chooses_its_coding(reader: Reader, qtbot) -> None:
    margin = reader.view.findChild(type(reader._margin))
    margin.grab()
    name = next(name for name in margin._names if name.codings == [1])
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=margin._name_rect(name).center())
    assert reader.chosen == 1


def test_going_to_a_place_shows_it_in_the_upper_third(make_reader, qtbot) -> None:
    text = "\n".join(f"Ana: Line number {number} of many." for number in range(300))
    reader = make_reader(document(text), [])
    shown = heard(reader.place_shown)
    where = Span(text.index("number 150"), text.index("number 150") + 10)
    reader.goto(where)
    unit = reader.view.scene.positions.unit(where.start)
    line = next(line for line in reader.view.lines(0, 400) if line.start <= unit < line.end)
    assert 0 <= line.top < reader.view.viewport().height() / 3
    assert reader.view.scene.flash == reader.view.scene.positions.range(where)
    assert shown == [where]
    qtbot.waitUntil(lambda: reader.view.scene.flash is None, timeout=2000)


def test_the_place_stays_when_the_text_is_set_anew(make_reader) -> None:
    text = "\n".join(f"Ana: Line number {number} of many words that go on for a while." for number in range(300))
    reader = make_reader(document(text), [])
    reader.goto(Span(text.index("number 150"), text.index("number 150") + 5), flash=False)
    top = reader.top()
    reader.resize(600, 500)
    assert text[reader.top() :].startswith(text[top : top + 12])
    reader.set_document(document(text, revision=2))
    assert reader.top() == top


def test_the_last_selected_line_is_where_the_picker_opens(reader: Reader, hands: Hands) -> None:
    reader.select(span("What was", "Nobody told us"))
    rect = reader.selection_rect()
    place = reader.view.viewport().mapTo(reader.window(), hands.at(span("Nobody").start))
    assert rect.contains(place)
    reader.select(None)
    assert not reader.selection_rect().isValid()
