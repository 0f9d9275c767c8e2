"""The main job from end to end in one real window: from interviews on disk to themes, a chart and a Word report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hands import CONTROL, SHIFT, Hands
from journey_material import TEACHER_1, TEACHER_2, Content, content, write_interviews
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from qdesk.gui.history.panel import HistoryPanel
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.entries import Grouping, Heading, Passage
from qdesk.gui.start.door import Door
from qdesk.store.check import check

pytestmark = pytest.mark.journey
Answers = Callable[[list[Path]], None]

MONDAY = "We meet every Monday and decide together."
HEARD = "Trust grows where everybody is heard 🙂 and nobody is blamed."
MEETINGS = "The workload eats the meetings."
HOUR = "An hour a week that nobody may take away from us."
SHOW = "Like being asked for show."
PLANS = "the plans are finished before we see them"
SILENT = "others have as well"


def test_from_interviews_to_a_word_report(hands: Hands, file_dialog: Answers, tmp_path: Path) -> None:
    project = tmp_path / "Leading together.qdesk"
    begin(hands, file_dialog, project)
    empty = content(hands.project)
    bring_in(hands, file_dialog, write_interviews(tmp_path))
    make_codes(hands)
    code_in_every_way(hands)
    gather_into_a_theme(hands)
    see_the_overlap(hands)
    go_to_the_quote(hands)
    tend_a_coding(hands)
    look_through_the_dock(hands)
    write_the_report(hands, file_dialog, tmp_path / "Report.docx")
    undo_all_and_redo_all(hands, empty)
    go_back_in_the_history(hands)
    close_and_reopen(hands, project)


def begin(hands: Hands, file_dialog: Answers, path: Path) -> None:
    """The start page's first door makes a project."""
    hands.shot("1-start")
    file_dialog([path])
    hands.click(door(hands, "New project"))
    assert hands.window.windowTitle() == "Leading together – QDesk"
    assert not hands.window.actions_table["undo"].isEnabled()
    hands.shot("2-new-project")


def bring_in(hands: Hands, file_dialog: Answers, files: list[Path]) -> None:
    """A .txt and a .docx through the import dialog."""

    def agree(dialog: QDialog) -> None:
        act = dialog.findChild(QWidget, "import_act")
        hands.qtbot.waitUntil(act.isEnabled)
        hands.shot("3-import", dialog)
        hands.click(act)

    file_dialog(files)
    hands.meanwhile(lambda: hands.press(Qt.Key.Key_I, CONTROL), agree)
    project = hands.project
    assert [one.name for one in project.documents.list()] == ["Teacher 1", "Teacher 2"]
    assert project.documents.text(1) == TEACHER_1
    assert project.documents.text(2) == "\n".join(["Second interview", *TEACHER_2, ""])
    assert [case.name for case in project.cases.list()] == ["Teacher 1", "Teacher 2"]
    assert hands.desk.tabs.tabText(0) == "Teacher 1"
    hands.shot("4-imported")


def make_codes(hands: Hands) -> None:
    """Two codes by the panel's plus and the keyboard."""
    plus = hands.desk.codes.findChild(QWidget, "tool_plus")
    hands.click(plus)
    hands.type("Trust")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_N, CONTROL | SHIFT)
    hands.type("Deciding together")
    hands.press(Qt.Key.Key_Return)
    assert [code.name for code in hands.project.codes.list()] == ["Trust", "Deciding together"]


def code_in_every_way(hands: Hands) -> None:
    """Drag both ways, digit, letters, new code in the picker, swatch, in vivo."""
    desk, tree, text = hands.desk, hands.desk.codes.tree, hands.desk.reader.view
    trust, together = hands.code("Trust"), hands.code("Deciding together")
    said: list[str] = []
    hands.select(HEARD)
    hands.drag(
        text.viewport(), hands.place_of(HEARD), tree.viewport(), hands.row(trust),
        look_at_it=lambda: (said.append(tree.drag.words()), hands.shot("5-drag")),
    )  # fmt: skip
    assert said == ["Code “…10 words” as Trust"]
    assert hands.told == "Coded as Trust."
    hands.select(MONDAY)
    hands.drag(tree.viewport(), hands.row(together), text.viewport(), hands.place_of(MONDAY))
    assert hands.coded() == [("Trust", HEARD), ("Deciding together", MONDAY)]
    assert desk.coding.digits.by_code() == {trust: 1, together: 2}
    hands.select(MEETINGS)
    hands.type("Time is short")
    hands.shot("6-picker")
    hands.press(Qt.Key.Key_Return)
    hands.select(HOUR)
    hands.press(Qt.Key.Key_3)
    hands.read("Teacher 2")
    hands.select(PLANS)
    hands.type("dec")
    hands.press(Qt.Key.Key_Return)
    hands.select(SHOW)
    hands.click(tree.viewport(), hands.swatch(trust))
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.type("Asked for show")
    hands.press(Qt.Key.Key_Return)
    hands.select(SILENT)
    hands.press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert hands.coded() == [
        ("Trust", HEARD), ("Deciding together", MONDAY), ("Time is short", MEETINGS), ("Time is short", HOUR),
        ("Deciding together", PLANS), ("Trust", SHOW), ("Asked for show", SHOW), (SILENT, SILENT),
    ]  # fmt: skip


def gather_into_a_theme(hands: Hands) -> None:
    """A new theme, two codes dragged into it together, a name changed in its row."""
    desk, tree = hands.desk, hands.desk.codes.tree
    hands.press(Qt.Key.Key_T, CONTROL | SHIFT)
    hands.type("Leading")
    hands.press(Qt.Key.Key_Return)
    leading, trust, together = hands.code("Leading"), hands.code("Trust"), hands.code("Deciding together")
    hands.click(tree.viewport(), hands.row(trust))
    hands.click(tree.viewport(), hands.row(together), keys=CONTROL)
    said: list[str] = []
    hands.drag(
        tree.viewport(), hands.row(trust), tree.viewport(), hands.row(leading),
        look_at_it=lambda: (said.append(tree.drag.words()), hands.shot("7-into-theme")),
    )  # fmt: skip
    assert said == ["2 codes into “Leading”"]
    assert tree.codes_model.tree.children[leading] == [trust, together]
    silent = hands.code(SILENT)
    hands.click(tree.viewport(), hands.row(silent))
    hands.press(Qt.Key.Key_F2)
    hands.type("Falling silent")
    hands.press(Qt.Key.Key_Return)
    assert hands.project.codes.path(silent) == ("Falling silent",)
    assert desk.codes.tree.hasFocus()


def see_the_overlap(hands: Hands) -> None:
    """The chart counts the passage that holds two codes; its cell brings the passage into the dock."""
    desk = hands.desk
    hands.press(Qt.Key.Key_O, CONTROL | SHIFT)
    chart = desk.chart.findChild(QWidget, "heat_map")
    hands.qtbot.waitUntil(lambda: chart.isVisible() and chart.layout_now is not None)
    names = chart.heatmap.names
    assert names == ("Time is short", "Asked for show", "Falling silent", "Trust", "Deciding together")
    pairs = [(row, column) for row in range(5) for column in range(row) if chart.table.count[row, column]]
    assert pairs == [(names.index("Trust"), names.index("Asked for show"))]
    cell, empty = chart.layout_now.cell_rect(*pairs[0]), chart.layout_now.cell_rect(1, 0)
    hands.shot("8-heat-map")
    assert hands.count(chart.viewport(), cell, "#1F4A6B") > cell.width() * cell.height() / 2
    assert hands.count(chart.viewport(), empty, "#F1F3F4") > empty.width() * empty.height() / 2
    hands.click(chart.viewport(), cell.center())
    (passage,) = desk.quotes.view.rows.rows
    assert passage.text == SHOW
    assert [hands.project.codes.get(band.code).name for band in passage.bands] == ["Trust", "Asked for show"]


def go_to_the_quote(hands: Hands) -> None:
    """A click on a quote opens its document at its place, which lights up for a moment."""
    desk = hands.desk
    hands.click(desk.tabs, desk.tabs.tabRect(0).center())
    hands.read("Teacher 1")
    hands.press(Qt.Key.Key_O, CONTROL | SHIFT)
    assert desk.left.isHidden()
    hands.click_row(desk.quotes.view, 0)
    assert desk.reading.document.name == "Teacher 2"
    assert desk.tabs.currentIndex() == 0
    assert desk.left.isVisible()
    assert hands.window.status._selection.text() == "Trust · Teacher 2 · ¶ 5"
    assert hands.window.actions_table["uncode"].isEnabled()
    view, place = desk.reader.view, hands.place_of(SHOW)
    around = QRect(place - QPoint(60, 12), QSize(120, 24))
    hands.qtbot.waitUntil(lambda: hands.count(view.viewport(), around, look.tokens.selection) > 800)
    hands.shot("9-flash")
    hands.qtbot.waitUntil(lambda: hands.count(view.viewport(), around, look.tokens.selection) == 0)


def tend_a_coding(hands: Hands) -> None:
    """Comment, star, another code, uncode: by keys and by the menu of the highlight."""
    desk, project = hands.desk, hands.project
    text = desk.reader.view.viewport()
    hands.click(text, hands.place_of(PLANS))
    coding = desk.reader.chosen
    assert project.codings.get(coding).quote == PLANS
    hands.press(Qt.Key.Key_F2)
    hands.shot("10-comment")
    hands.type("said twice")
    hands.press(Qt.Key.Key_Return)
    assert project.codings.get(coding).comment == "said twice"
    hands.press(Qt.Key.Key_D, CONTROL)
    assert project.codings.get(coding).starred
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    hands.type("time")
    hands.press(Qt.Key.Key_Return)
    assert project.codings.get(coding).code == hands.code("Time is short")
    hands.right_click(text, hands.place_of(PLANS))
    hands.shot("11-menu", QApplication.activePopupWidget())
    hands.choose("Uncode “Time is short”")
    assert PLANS not in [quote for _code, quote in hands.coded()]
    assert hands.told == "Uncoded “Time is short”."
    hands.right_click(text, hands.place_of(SHOW))
    hands.choose("Trust", "Star")
    assert [one.quote for one in project.codings.of(2) if one.starred] == [SHOW]


def look_through_the_dock(hands: Hands) -> None:
    """The quotes of a theme, filtered by a word and grouped by code."""
    desk, dock = hands.desk, hands.desk.quotes
    hands.click(desk.codes.tree.viewport(), hands.row(hands.code("Leading")))
    shown = dock.view.rows
    assert [row.text for row in shown.rows if isinstance(row, Passage)] == [MONDAY, HEARD, SHOW]
    hands.click(dock.findChild(QWidget, "quotes_filter"))
    hands.type("heard")
    assert [row.text for row in shown.rows] == [HEARD]
    for _letter in "heard":
        hands.press(Qt.Key.Key_Backspace)
    grouping = dock.findChild(QWidget, "quotes_grouping")
    grouping.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert dock.grouping is Grouping.CODE
    headings = [(row.title, row.count) for row in shown.rows if isinstance(row, Heading)]
    assert headings == [("Trust", 2), ("Deciding together", 1)]
    hands.shot("12-dock")


def write_the_report(hands: Hands, file_dialog: Answers, path: Path) -> None:
    """Through the export dialog; Word's file holds every theme and code as a heading and every quote."""

    def agree(dialog: QDialog) -> None:
        act = dialog.findChild(QWidget, "export_act")
        hands.qtbot.waitUntil(act.isEnabled)
        hands.shot("13-export", dialog)
        hands.click(act)

    file_dialog([path])
    hands.meanwhile(lambda: hands.press(Qt.Key.Key_E, CONTROL), agree)
    assert path.is_file()
    assert hands.told == "Exported Report.docx."
    report = docx.Document(str(path))
    headings = [one.text for one in report.paragraphs if one.style.name.startswith("Heading")]
    text = "\n".join(one.text for one in report.paragraphs)
    for code in hands.project.codes.list():
        assert any(code.name in heading for heading in headings)
    quotes = hands.project.codings.quotes()
    assert len(quotes) == 7
    for quote in quotes:
        assert quote.text in text


def undo_all_and_redo_all(hands: Hands, empty: Content) -> None:
    """Back to the empty project key by key, and forth again, row by row the same."""
    full, undo, redo = content(hands.project), hands.window.actions_table["undo"], hands.window.actions_table["redo"]
    digits = hands.desk.coding.digits.by_code()
    assert empty != full
    steps = press_while(hands, undo, Qt.Key.Key_Z, CONTROL)
    assert content(hands.project) == empty
    assert not hands.desk.documents.list.documents_model.ids()
    hands.shot("14-all-undone")
    assert press_while(hands, redo, Qt.Key.Key_Z, CONTROL | SHIFT) == steps
    assert content(hands.project) == full
    assert check(hands.project) == []
    assert hands.desk.reading.document.name == "Teacher 2"
    assert hands.desk.coding.digits.by_code() == digits


def go_back_in_the_history(hands: Hands) -> None:
    """The panel says what going back undoes, goes there, and forth again."""
    full, panel = content(hands.project), hands.desk.history
    hands.press(Qt.Key.Key_H, CONTROL)
    steps = hands.project.history.steps()
    labels, rows = [step.label for step in steps], panel.view

    def choose(label: str) -> int:
        index = rows.rows.index_of(steps[labels.index(label)].id)
        hands.click(rows.viewport(), rows.visualRect(index).center())
        return labels.index(label)

    choose("Code “Deciding together” on 8 words")
    struck = [hands.project.codings.get(coding).quote for coding in hands.desk.reader.view.scene.struck]
    assert sorted(struck) == [SHOW, SHOW, SILENT]
    assert {"3 quotes are uncoded", "1 quote is coded again", "3 codes are taken out"} <= effects(panel)
    hands.shot("15-struck")
    target = choose("New theme “Leading”")
    assert not hands.desk.reader.view.scene.struck
    said = [label.text() for label in panel.card.findChildren(QLabel)]
    hands.shot("16-history")
    assert f"This undoes {target} steps. Nothing is lost: redo brings them back." in said
    hands.click(panel.card.go)
    assert hands.told == f"Undone {target} steps."
    assert hands.project.history.undoable().label == "New theme “Leading”"
    assert hands.project.codes.find(["Leading", "Trust"]) is None
    press_while(hands, hands.window.actions_table["redo"], Qt.Key.Key_Z, CONTROL | SHIFT)
    assert content(hands.project) == full
    hands.press(Qt.Key.Key_H, CONTROL)


def effects(panel: HistoryPanel) -> set[str]:
    """What the card says that going there does."""
    grid = panel.card._effects
    rows = [[grid.itemAtPosition(row, column) for column in (0, 1)] for row in range(grid.rowCount())]
    return {" ".join(item.widget().text() for item in row) for row in rows if all(row)}


def close_and_reopen(hands: Hands, path: Path) -> None:
    """The start page names the project; opened again it is as it was left, and undo still works."""
    full = content(hands.project)
    hands.press(Qt.Key.Key_W, CONTROL)
    assert hands.window.desk is None
    assert [one for one in path.parent.glob(f"{path.name}*") if one.is_file()] == [path]
    hands.shot("17-start-again")
    hands.press(Qt.Key.Key_Return)
    assert content(hands.project) == full
    label = hands.project.history.undoable().label
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.told == f"Undone: {label}."
    assert content(hands.project) != full
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert content(hands.project) == full


def press_while(hands: Hands, action: QAction, key: Qt.Key, keys: Any) -> int:
    """Press a key until its action is switched off; how often."""
    times = 0
    while action.isEnabled():
        hands.press(key, keys)
        times += 1
        assert times < 100
    return times


def door(hands: Hands, title: str) -> Door:
    return next(one for one in hands.window.start.findChildren(Door) if one.text() == title)
