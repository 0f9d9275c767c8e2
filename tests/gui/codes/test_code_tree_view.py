"""The tree on the screen: what survives a change, clicks, keys, renaming."""

from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from qdesk.gui.bus import QuoteQuery, TextSelection
from qdesk.gui.codes.delegate import CodeDelegate
from qdesk.gui.codes.view import CodeTree
from qdesk.gui.look.theme import look
from qdesk.text.spans import Span

LEFT = Qt.MouseButton.LeftButton


def spot(tree: CodeTree, code: int, part: str = "name") -> QPoint:
    """The middle of a part of a row, in the viewport."""
    delegate = tree.itemDelegate()
    assert isinstance(delegate, CodeDelegate)
    index = tree.codes_model.index_of(code)
    row = tree.visualRect(index)
    return row.topLeft() + getattr(delegate.parts(index, row.size()), part).center()


def select_text(tree: CodeTree, document: int) -> TextSelection:
    revision = tree.bus.project.documents.get(document).revision
    selection = TextSelection(document, revision, Span(300, 340), 15)
    tree.bus.select(selection)
    return selection


def test_themes_start_open_and_stay_closed_when_closed(tree: CodeTree, ids: Any) -> None:
    index = tree.codes_model.index_of
    assert tree.isExpanded(index(ids["Challenges"]))
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot(tree, ids["Challenges"], "chevron"))
    assert tree.collapsed_codes() == [ids["Challenges"]]
    with tree.bus.project.change("More"):
        new = tree.bus.project.codes.add("New", kind="theme")
        tree.bus.project.codes.add("Below it", parent=new)
        tree.bus.project.codes.add("In a closed one", parent=ids["Challenges"])
    assert not tree.isExpanded(index(ids["Challenges"]))
    assert tree.isExpanded(index(new))


def test_selection_current_row_and_scroll_survive_changes(tree: CodeTree, ids: Any, panel: Any) -> None:
    project = tree.bus.project
    panel.resize(296, 200)
    tree.choose([ids["Time to meet"], ids["Workload"]])
    tree.verticalScrollBar().setValue(90)
    assert tree.verticalScrollBar().value() == 90
    with project.change("Stir"):
        project.codes.move([ids["Time to meet"]], ids["Growth"])
        project.codes.move([ids["Growth"]], ids["Collaboration"])
        project.codes.delete([ids["Unclear roles"]])
        project.codings.add(ids.document, ids["Mentoring"], Span(5, 9))
    assert set(tree.chosen_all()) == {ids["Time to meet"], ids["Workload"]}
    assert tree.currentIndex().internalId() == ids["Time to meet"]
    assert tree.verticalScrollBar().value() == 90
    assert all(tree.isExpanded(tree.codes_model.index_of(ids[theme])) for theme in ("Growth", "Challenges"))


def test_undo_brings_rows_back(tree: CodeTree, ids: Any) -> None:
    project = tree.bus.project
    with project.change("Delete"):
        project.codes.delete([ids["Challenges"]])
    assert ids["Workload"] not in tree.codes_model.tree
    project.undo()
    assert tree.codes_model.tree.children[ids["Challenges"]] == [
        ids["Workload"], ids["Time to meet"], ids["Unclear roles"],
    ]  # fmt: skip
    assert tree.codes_model.counts(ids["Workload"]) == (1, 0)


def test_a_click_on_a_name_asks_for_its_quotes(tree: CodeTree, ids: Any) -> None:
    asked: list[QuoteQuery] = []
    tree.bus.quotes_asked.connect(asked.append)
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot(tree, ids["Trust"]))
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, spot(tree, ids["Workload"]))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    both = QuoteQuery(codes=(ids["Trust"], ids["Workload"]))
    assert asked == [QuoteQuery(codes=(ids["Trust"],)), both, both]


def test_a_click_on_a_swatch_codes_the_selected_text(tree: CodeTree, ids: Any) -> None:
    asked: list[QuoteQuery] = []
    tree.bus.quotes_asked.connect(asked.append)
    place = spot(tree, ids["Mentoring"], "swatch")
    select_text(tree, ids.document)
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert [
        (coding.start, coding.end) for coding in tree.bus.project.codings.list() if coding.code == ids["Mentoring"]
    ] == [(300, 340)]
    assert tree.codes_model.counts(ids["Mentoring"])[0] == 1
    assert not asked, "the quotes stay as they are"
    tree.bus.select(None)
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert asked == [QuoteQuery(codes=(ids["Mentoring"],))], "without a selection a swatch is part of its row"


def test_a_press_that_leaves_the_swatch_codes_nothing(tree: CodeTree, ids: Any) -> None:
    select_text(tree, ids.document)
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(tree.viewport(), LEFT, none, spot(tree, ids["Mentoring"], "swatch"))
    QTest.mouseRelease(tree.viewport(), LEFT, none, spot(tree, ids["Trust"], "swatch"))
    assert len(tree.bus.project.codings.list()) == 4


def test_half_typed_name_survives_a_count_change(tree: CodeTree, ids: Any, qtbot: Any) -> None:
    project = tree.bus.project
    tree.choose([ids["Trust"]])
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit, "codeNameEditor")
    assert field is not None
    assert field.text() == "Trust"
    field.setText("Trust in the")
    with project.change("Elsewhere"):
        project.codings.add(ids.document, ids["Trust"], Span(500, 510))
        project.codes.move([ids["Trust"]], ids["Growth"])
    assert tree.codes_model.counts(ids["Trust"])[0] == 4
    assert field.text() == "Trust in the"
    QTest.keyClicks(field, " head")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: project.codes.get(ids["Trust"]).name == "Trust in the head")
    assert tree.currentIndex().data() == "Trust in the head"


def test_alt_and_arrows_move_without_a_mouse(tree: CodeTree, ids: Any) -> None:
    project, alt = tree.bus.project, Qt.KeyboardModifier.AltModifier
    order = tree.codes_model.tree.children
    tree.choose([ids["Trust"]])
    QTest.keyClick(tree, Qt.Key.Key_Up, alt)
    assert order[ids["Collaboration"]] == [ids["Trust"], ids["Shared decisions"], ids["Team planning"]]
    QTest.keyClick(tree, Qt.Key.Key_Down, alt)
    QTest.keyClick(tree, Qt.Key.Key_Down, alt)
    assert order[ids["Collaboration"]] == [ids["Shared decisions"], ids["Team planning"], ids["Trust"]]
    QTest.keyClick(tree, Qt.Key.Key_Right, alt)
    assert project.codes.get(ids["Trust"]).parent == ids["Team planning"]
    QTest.keyClick(tree, Qt.Key.Key_Left, alt)
    QTest.keyClick(tree, Qt.Key.Key_Left, alt)
    assert order[0] == [ids["Collaboration"], ids["Trust"], ids["Challenges"], ids["Growth"]]
    assert tree.currentIndex().internalId() == ids["Trust"]


def test_rows_follow_a_switch_of_the_look(tree: CodeTree, ids: Any) -> None:
    tree.choose([ids["Trust"]])
    row = tree.visualRect(tree.codes_model.index_of(ids["Trust"]))
    corner = row.topLeft() + QPoint(2, 2)
    try:
        for dark in (False, True, False):
            look.set_dark(dark)
            picture = tree.viewport().grab().toImage()
            assert picture.pixelColor(corner) == QColor(look.tokens.selected)
            assert picture.pixelColor(corner - QPoint(0, row.height())) == QColor(look.tokens.background)
    finally:
        look.set_dark(False)


def test_a_narrow_row_drops_people_then_the_keycap(tree: CodeTree, ids: Any, panel: Any) -> None:
    panel.set_digits({ids["Trust"]: 2})
    delegate, index = tree.itemDelegate(), tree.codes_model.index_of(ids["Trust"])
    assert isinstance(delegate, CodeDelegate)
    seen = []
    for width in range(296, 180, -4):
        parts = delegate.parts(index, QSize(width, look.px(28)))
        seen.append((parts.people is not None, parts.keycap is not None))
        if parts.keycap:
            assert parts.name.width() >= look.px(120)
    assert list(dict.fromkeys(seen)) == [(True, True), (False, True), (False, False)]
