"""The guided tour of the sample study, step by step with real gestures, left in the middle and gone on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import CONTROL, LEFT, NONE, Hands, handle
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from qdesk.gui.start.door import Door
from qdesk.gui.tour.card import TourCard
from qdesk.gui.tour.frame import Frame

pytestmark = pytest.mark.journey


def test_the_tour_of_the_sample(
    sit_down: Callable[[], Hands], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setenv("QDESK_HOME", str(tmp_path))
    first = sit_down()
    open_sample(first)
    accept_the_offer(first)
    code_the_framed_sentence(first)
    open_quotes_and_a_place(first)
    code, theme = drag_into_the_framed_theme(first)
    leave_in_the_middle(first)
    second = sit_down()
    go_on_from_the_help_menu(second)
    undo_and_look_back(second, code, theme)
    open_the_chart_and_a_cell(second)
    look_at_the_report(second)
    end_the_tour(second)
    stay_away_uninvited(second)


def open_sample(hands: Hands) -> None:
    """The third door of the start page."""
    hands.click(next(one for one in hands.window.start.findChildren(Door) if one.text() == "Try the sample study"))


def accept_the_offer(hands: Hands) -> None:
    """The card offers the tour and leaves the focus where the work is."""
    assert card(hands).page.title == "New here?"
    assert frame(hands).isHidden()
    assert hands.desk.reader.isAncestorOf(QApplication.focusWidget())
    hands.shot("tour-0-offer")
    hands.click(card(hands).act)
    assert card(hands).page.count == "1 of 7"


def code_the_framed_sentence(hands: Hands) -> None:
    """The mouse is drawn over the framed lines; the codes are framed then, and the drag goes through the frame."""
    lines = framed(hands)
    before = len(hands.coded())
    assert_beside(hands)
    hands.shot("tour-1-sentence")
    begin, end = QPoint(lines[0].left(), lines[0].center().y()), QPoint(lines[-1].right(), lines[-1].center().y())
    QTest.mousePress(handle(hands.window), LEFT, NONE, begin)
    QTest.mouseMove(handle(hands.window), (begin + end) / 2)
    QTest.mouseMove(handle(hands.window), end)
    QTest.mouseRelease(handle(hands.window), LEFT, NONE, end)
    selection = hands.window.bus.selection
    assert selection is not None
    assert 8 <= selection.words <= 24
    tree = hands.desk.codes.tree
    hands.qtbot.waitUntil(lambda: framed(hands) != lines)
    (codes,) = framed(hands)
    assert QRect(tree.mapTo(hands.window, QPoint(0, 0)), tree.size()).contains(codes)
    hands.shot("tour-1-selected")
    code = next(one for one in hands.project.codes.list() if one.kind == "code")
    hands.drag(hands.window, lines[0].center(), tree.viewport(), hands.row(code.id))
    assert len(hands.coded()) == before + 1
    go_on(hands, "tour-1-done")


def open_quotes_and_a_place(hands: Hands) -> None:
    """A click on the framed number, then on the framed quote."""
    dock, number = hands.desk.quotes, framed(hands)[0]
    assert_beside(hands)
    hands.shot("tour-2-number")
    hands.click(hands.window, number.center())
    assert len(dock.view.rows.rows) > 1
    hands.qtbot.waitUntil(lambda: framed(hands) not in ([], [number]))
    quote = framed(hands)[0]
    assert dock.geometry().translated(dock.parentWidget().mapTo(hands.window, QPoint(0, 0))).contains(quote)
    assert_beside(hands)
    hands.shot("tour-2-quote")
    hands.click(hands.window, quote.center() - QPoint(0, quote.height() // 4))
    assert hands.desk.reader.chosen is not None
    assert hands.desk.reader.span_rect(hands.project.codings.get(hands.desk.reader.chosen).span).isValid()
    go_on(hands, "tour-2-done")


def drag_into_the_framed_theme(hands: Hands) -> tuple[int, int]:
    """From frame to frame; the code that moved, and the theme it came from."""
    before = {code.id: code.parent for code in hands.project.codes.list()}
    source, target = framed(hands)
    assert_beside(hands)
    hands.shot("tour-3-rows")
    hands.drag(hands.window, source.center(), hands.window, target.center())
    moved = [code for code in hands.project.codes.list() if code.parent != before[code.id]]
    assert len(moved) == 1
    assert hands.project.codes.get(moved[0].parent).kind == "theme"
    go_on(hands, "tour-3-done")
    return moved[0].id, before[moved[0].id]


def leave_in_the_middle(hands: Hands) -> None:
    """Nothing of the tour stays in the window; what was done stays in the project."""
    assert card(hands).page.count == "4 of 7"
    hands.click(card(hands).leave)
    assert hands.told == "The tour waits for you: Help > Go on with the tour: step 4."
    assert hands.window.tour.card is None
    QApplication.processEvents()
    assert not [one for one in hands.window.findChildren(QWidget) if one.isVisible() and "tour_" in one.objectName()]
    hands.window.close()


def go_on_from_the_help_menu(hands: Hands) -> None:
    """Another run of the program; the tour does not show itself, the menu names the step."""
    hands.press(Qt.Key.Key_Return)  # the recent project
    assert hands.window.tour.card is None
    hands.click(hands.window.menuBar(), title_of(hands, "Help").center())
    hands.choose("Go on with the tour: step 4")
    assert card(hands).page.count == "4 of 7"


def undo_and_look_back(hands: Hands, code: int, theme: int) -> None:
    """Ctrl+Z, then a click on the framed button."""
    undo = framed(hands)
    assert hands.project.codes.get(code).parent != theme
    hands.shot("tour-4-undo")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.project.codes.get(code).parent == theme
    hands.qtbot.waitUntil(lambda: framed(hands) not in ([], undo))
    assert_beside(hands)
    hands.shot("tour-4-history")
    hands.click(hands.window, framed(hands)[0].center())
    assert hands.desk.right_shown is hands.desk.history
    go_on(hands, "tour-4-done")


def open_the_chart_and_a_cell(hands: Hands) -> None:
    """The framed menu, its entry, and the framed cell."""
    (title,) = framed(hands)
    hands.shot("tour-5-menu")
    hands.click(hands.window, title.center())
    hands.choose("Co-occurrence")
    hands.qtbot.waitUntil(lambda: framed(hands) not in ([], [title]))
    (cell,) = framed(hands)
    assert_beside(hands)
    hands.click(hands.window, cell.center())
    assert hands.desk.right_shown is hands.desk.quotes
    assert hands.desk.quotes.view.rows.rows[0].bands
    hands.shot("tour-5-cell")
    go_on(hands, "tour-5-done")


def look_at_the_report(hands: Hands) -> None:
    """The card waits behind the dialog and is done when that closes, though nothing was saved."""

    def leaf_through(dialog: QDialog) -> None:
        act = dialog.findChild(QWidget, "export_act")
        hands.qtbot.waitUntil(act.isEnabled)
        assert not card(hands).page.is_done
        hands.press(Qt.Key.Key_Escape, within=dialog)

    hands.shot("tour-6-menu")
    hands.meanwhile(lambda: hands.press(Qt.Key.Key_E, CONTROL), leaf_through)
    go_on(hands, "tour-6-done")


def end_the_tour(hands: Hands) -> None:
    """The last card has one button; the menu begins again."""
    assert len(framed(hands)) == 1
    assert [one.isVisible() for one in (card(hands).leave, card(hands).skip, card(hands).act)] == [False, False, True]
    hands.shot("tour-7-end")
    hands.click(card(hands).act)
    assert hands.window.tour.card is None
    assert hands.told == "That was the tour. Help > Guided tour takes you round again."
    assert hands.window.actions_table["tour"].text() == "Guided tour"


def stay_away_uninvited(hands: Hands) -> None:
    """The sample, opened once more, makes no second offer."""
    hands.press(Qt.Key.Key_W, CONTROL)
    open_sample(hands)
    assert hands.window.tour.card is None


def card(hands: Hands) -> TourCard:
    found = hands.window.tour.card
    assert found.isVisible()
    return found


def frame(hands: Hands) -> Frame:
    (found,) = hands.window.findChildren(Frame)
    return found


def framed(hands: Hands) -> list[QRect]:
    """What stands framed now, in the window."""
    QApplication.processEvents()
    return list(frame(hands).rects) if frame(hands).isVisible() else []


def assert_beside(hands: Hands) -> None:
    """The card lies in the window and covers nothing that is framed."""
    assert hands.window.rect().contains(card(hands).geometry())
    assert not any(card(hands).geometry().intersects(rect) for rect in framed(hands))


def go_on(hands: Hands, picture: str) -> None:
    """The step is done: a tick, no frame, and Next."""
    hands.qtbot.waitUntil(lambda: card(hands).page.is_done)
    count = card(hands).page.count
    assert framed(hands) == []
    hands.shot(picture)
    hands.click(card(hands).act)
    assert card(hands).page.count != count


def title_of(hands: Hands, title: str) -> QRect:
    """Where a title of the menu bar stands in it."""
    bar = hands.window.menuBar()
    found: list[QAction] = [action for action in bar.actions() if action.text() == title]
    return bar.actionGeometry(found[0])
