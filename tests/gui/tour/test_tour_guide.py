"""The guide frames the real thing, keeps up with it, and stands beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tour_fakes import ROUND, STOOD, TEXT

from qdesk.gui.acts import codes, coding
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.entries import Passage
from qdesk.gui.tour import guide as guide_module
from qdesk.gui.tour.guide import Guide
from qdesk.gui.tour.steps import STEPS
from qdesk.gui.window.window import MainWindow
from qdesk.text.spans import Span

Ids = dict[str, int]


def settle() -> None:
    """Let layouts, paints and what waits for them happen."""
    for _ in range(4):
        QApplication.processEvents()


def area_of(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def whole(rects: tuple[QRect, ...]) -> QRect:
    united = QRect()
    for rect in rects:
        united = united.united(rect)
    return united


def assert_in_the_clear(guide: Guide, window: MainWindow) -> None:
    card = guide.card.geometry()
    assert window.rect().contains(card)
    assert not any(card.intersects(rect) for rect in guide.frame.rects)


def test_the_sentence_then_the_codes(guide: Guide, window: MainWindow, ids: Ids) -> None:
    guide.begin(1)
    settle()
    reader, tree = window.desk.reader, window.desk.codes.tree
    view = reader.view
    first, last = guide.frame.rects[0], guide.frame.rects[-1]
    begin = view.cursorForPosition(view.viewport().mapFrom(window, QPoint(first.left(), first.center().y())))
    end = view.cursorForPosition(view.viewport().mapFrom(window, QPoint(last.right() + look.px(3), last.center().y())))
    assert TEXT[begin.position() : end.position()] == STOOD
    assert_in_the_clear(guide, window)
    stood = guide.card.geometry()
    reader.select(span_of(STOOD))
    settle()
    assert area_of(tree.viewport(), window).contains(whole(guide.frame.rects))
    assert guide.card.geometry() == stood
    coding.apply_code(window.bus, ids["Planning"])
    settle()
    assert guide.card.page.is_done
    assert guide.frame.isHidden()
    assert (guide.card.pos(), guide.card.page.act) == (stood.topLeft(), "Next")


@pytest.mark.parametrize("width", [1280, 1440])
def test_offer_and_first_step_leave_the_margin_free(guide: Guide, window: MainWindow, width: int) -> None:
    window.resize(width, 800)
    settle()
    for show in (guide.offer, lambda: guide.begin(1)):
        show()
        settle()
        assert not guide.card.geometry().intersects(area_of(window.desk.reader, window))


def test_the_last_step_points_at_the_file_menu_alone(guide: Guide, window: MainWindow) -> None:
    guide.begin(len(STEPS))
    settle()
    (title,) = guide.frame.rects
    assert window.menuBar().actionAt(window.menuBar().mapFrom(window, title.center())).text() == "File"


def test_three_clicks_take_what_is_framed(guide: Guide, window: MainWindow) -> None:
    guide.begin(1)
    settle()
    place, left = guide.frame.rects[0].center(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(window.windowHandle(), left, pos=place)
    QTest.mouseClick(window.windowHandle(), left, pos=place)
    assert window.bus.selection.span == span_of(STOOD)


def test_the_frame_follows_the_text(guide: Guide, window: MainWindow) -> None:
    guide.begin(1)
    settle()
    view, before = window.desk.reader.view, guide.frame.rects
    view.verticalScrollBar().setValue(40)
    settle()
    assert guide.frame.rects == tuple(rect.translated(0, -40) for rect in before)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    settle()
    assert guide.frame.isHidden()
    assert guide.card.isVisible()
    view.verticalScrollBar().setValue(0)
    settle()
    assert guide.frame.rects == before


def test_a_sentence_out_of_sight_is_brought_in(guide: Guide, window: MainWindow) -> None:
    guide.begin(1)
    settle()
    view = window.desk.reader.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    guide.begin(1)
    settle()
    assert guide.frame.isVisible()
    assert area_of(view.viewport(), window).contains(guide.frame.rects[0])


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1, 1440, 900), (1, 1000, 620), (1.5, 1280, 800), (0.75, 1280, 800)]
)
def test_the_card_is_beside_at_every_size(
    guide: Guide, window: MainWindow, scale: float, width: int, height: int
) -> None:  # fmt: skip
    look.set_scale(scale)
    window.resize(width, height)
    for number in range(1, len(STEPS) + 1):
        guide.begin(number)
        settle()
        assert guide.frame.isVisible()
        assert_in_the_clear(guide, window)


def test_number_then_quote(guide: Guide, window: MainWindow, ids: Ids) -> None:
    """A click through the frame; Trust has the most quotes."""
    guide.begin(2)
    settle()
    tree = window.desk.codes.tree
    row = tree.visualRect(tree.codes_model.index_of(ids["Trust"]))
    (number,) = guide.frame.rects
    assert row.translated(tree.viewport().mapTo(window, QPoint(0, 0))).adjusted(0, -2, 0, 2).contains(number)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=number.center())
    settle()
    assert [row.text for row in window.desk.quotes.view.rows.rows if isinstance(row, Passage)][:1] == [ROUND]
    quote = whole(guide.frame.rects)
    assert area_of(window.desk.quotes.view, window).contains(quote)
    assert_in_the_clear(guide, window)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=quote.center() - QPoint(0, 20))
    settle()
    assert guide.card.page.is_done


def test_the_rows_framed_are_a_code_and_another_theme(guide: Guide, window: MainWindow, ids: Ids) -> None:
    guide.begin(3)
    settle()
    tree = window.desk.codes.tree
    found = [tree.indexAt(tree.viewport().mapFrom(window, rect.center())).internalId() for rect in guide.frame.rects]
    assert found == [ids["Trust"], ids["Challenges"]]
    named = "Drag “Trust” onto “Challenges”: it moves in there, with all its quotes."
    assert guide.card.page.words == named
    codes.move(window.bus, [ids["Trust"]], ids["Challenges"])
    settle()
    assert guide.card.page.is_done
    assert guide.card.page.words == named


def test_without_themes_two_codes_are_framed(window: MainWindow, ids: Ids) -> None:
    codes.move(window.bus, [ids["Trust"], ids["Time"]], None)
    codes.delete(window.bus, [ids["Collaboration"], ids["Challenges"]])
    guide = Guide(window)
    guide.begin(3)
    settle()
    assert len(guide.frame.rects) == 2


def test_what_was_done_early_is_complete_when_it_comes(guide: Guide, window: MainWindow, ids: Ids) -> None:
    guide.begin(1)
    codes.move(window.bus, [ids["Trust"]], ids["Challenges"])
    window.actions_table["undo"].trigger()
    window.actions_table["history"].trigger()
    guide.begin(3)
    assert guide.card.page.is_done
    guide.card.act.click()
    assert (guide.number, guide.card.page.is_done) == (4, True)


def test_a_history_open_already_counts(guide: Guide, window: MainWindow, ids: Ids) -> None:
    window.actions_table["history"].trigger()
    codes.move(window.bus, [ids["Trust"]], ids["Challenges"])
    guide.begin(4)
    window.actions_table["undo"].trigger()
    settle()
    assert guide.card.page.is_done


def tool(name: str) -> Callable[[MainWindow], QWidget]:
    return lambda window: window.tools.findChild(QWidget, f"tool_{name}")


def folded(side: str) -> Callable[[MainWindow], object]:
    return lambda window: window.actions_table[side].trigger()


@pytest.mark.parametrize(
    ("number", "before", "way"),
    [
        (1, lambda window: window.desk.show_chart(), lambda window: window.desk.tabs),
        (1, lambda window: window.desk.reading.close(), lambda window: window.desk.documents.list),
        (2, folded("left"), tool("left")),
        (2, lambda window: window.desk.show_chart(), lambda window: window.desk.tabs),
        (3, folded("left"), tool("left")),
        (4, folded("left"), tool("undo")),
        (5, lambda window: (window.desk.show_chart(), window.desk.open_document(1)), lambda window: window.desk.tabs),
    ],
)
def test_the_way_there_is_framed_where_a_thing_is_out_of_sight(
    guide: Guide,
    window: MainWindow,
    number: int,
    before: Callable[[MainWindow], object],
    way: Callable[[MainWindow], QWidget],
) -> None:
    before(window)
    guide.begin(number)
    settle()
    assert area_of(way(window), window).contains(whole(guide.frame.rects))
    assert_in_the_clear(guide, window)


def test_a_folded_dock_is_unfolded_first(guide: Guide, window: MainWindow, ids: Ids) -> None:
    window.actions_table["right"].trigger()
    guide.begin(2)
    window.desk.codes.tree.choose([ids["Trust"]])
    settle()
    assert area_of(tool("right")(window), window).contains(guide.frame.rects[0])


def test_menu_then_strongest_cell(guide: Guide, window: MainWindow) -> None:
    guide.begin(5)
    settle()
    (title,) = guide.frame.rects
    assert window.menuBar().actionAt(window.menuBar().mapFrom(window, title.center())).text() == "Analyse"
    window.desk.show_chart()
    settle()
    chart = window.desk.chart.findChild(QWidget, "heat_map")
    (cell,) = guide.frame.rects
    i, j = chart.layout_now.cell_at(chart.viewport().mapFrom(window, cell.center()))
    assert {chart.heatmap.names[i], chart.heatmap.names[j]} == {"Time", "Workload"}
    assert_in_the_clear(guide, window)


def test_a_chart_without_meetings_frames_nothing(guide: Guide, window: MainWindow, ids: Ids) -> None:
    codes.delete(window.bus, [ids["Time"]])
    window.desk.show_chart()
    guide.begin(5)
    settle()
    assert guide.frame.isHidden()
    assert guide.card.page.skip


def test_skipping_leads_to_the_end(guide: Guide) -> None:
    reached: list[int] = []
    guide.reached.connect(reached.append)
    guide.begin(1)
    for _step in STEPS[1:]:
        guide.card.skip.click()
    assert (guide.card.page.leave, guide.card.page.act) == ("", "End the tour")
    guide.card.act.click()
    assert reached == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_frame_wears_the_look(guide: Guide, window: MainWindow) -> None:
    guide.begin(4)
    for is_dark in (False, True):
        look.set_dark(is_dark)
        settle()
        shown = window.grab(guide.frame.geometry()).toImage()
        left = QPoint(2, shown.height() // 2)
        accent = QColor(look.tokens.accent).rgb()
        assert accent in [shown.pixel(x, left.y()) for x in range(8)]


def test_each_page_is_announced_once(guide: Guide, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Listening:
        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: object) -> None:
            said.append(event.message())

    monkeypatch.setattr(guide_module, "QAccessible", Listening)
    guide.begin(6)
    settle()
    assert said == [f"Guided tour, 6 of 7: {guide.card.page.spoken}"]
