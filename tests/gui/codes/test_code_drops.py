"""Drops on the tree: zones, words, marks, what is refused and what is done."""

from collections.abc import Iterable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from qdesk.gui.bus import TextSelection
from qdesk.gui.codes.view import CodeTree
from qdesk.gui.mime import codes_mime, codings_mime, selection_mime
from qdesk.text.spans import Span

BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
PLAIN = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


class Hand:
    """Sends the events of a drag to a tree's viewport; keeps the mime data alive as a drag does."""

    def __init__(self, tree: CodeTree, mime: QMimeData, keys: Qt.KeyboardModifier = PLAIN[1]) -> None:
        self.tree, self.mime, self.at = tree, mime, QPoint(1, 1)
        self.held = (PLAIN[0], keys)
        enter = QDragEnterEvent(self.at, BOTH, mime, *self.held)
        QApplication.sendEvent(tree.viewport(), enter)
        self.entered = enter.isAccepted()

    def over(self, code: int, share: float) -> bool:
        """Point at a row, ``share`` of its height from its top; whether a drop would be taken."""
        row = self.tree.visualRect(self.tree.codes_model.index_of(code))
        return self.to(QPoint(row.left() + 120, row.top() + int(row.height() * share)))

    def to(self, at: QPoint) -> bool:
        self.at = at
        event = QDragMoveEvent(at, BOTH, self.mime, *self.held)
        QApplication.sendEvent(self.tree.viewport(), event)
        return event.isAccepted()

    def drop(self) -> bool:
        event = QDropEvent(QPointF(self.at), BOTH, self.mime, *self.held)
        QApplication.sendEvent(self.tree.viewport(), event)
        return event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.tree.viewport(), QDragLeaveEvent())

    @property
    def words(self) -> str:
        return self.tree.drag.words()


def hand(tree: CodeTree, codes: Iterable[int]) -> Hand:
    return Hand(tree, codes_mime(list(codes)))


def text_hand(tree: CodeTree, document: int) -> Hand:
    revision = tree.bus.project.documents.get(document).revision
    return Hand(tree, selection_mime(TextSelection(document, revision, Span(300, 340), 15), "some words"))


def test_codings_change_their_code_or_with_control_get_another(tree: CodeTree, ids: Any) -> None:
    project = tree.bus.project
    (coding, *_rest) = (one for one in project.codings.list() if one.code == ids["Trust"])
    drag = Hand(tree, codings_mime([coding.id]))
    assert drag.entered
    assert drag.over(ids["Mentoring"], 0.1)
    assert drag.words == "Change 1 quote to Mentoring; Ctrl adds it"
    assert drag.drop()
    assert project.codings.get(coding.id).code == ids["Mentoring"]
    again = Hand(tree, codings_mime([coding.id]), Qt.KeyboardModifier.ControlModifier)
    assert again.over(ids["Trust"], 0.9)
    assert again.words == "Code 1 quote as Trust too"
    assert again.drop()
    codes = {one.code for one in project.codings.of(coding.document) if one.span == coding.span}
    assert codes >= {ids["Mentoring"], ids["Trust"]}


def test_zones_and_words_of_a_row(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Trust"], ids["Mentoring"]])
    assert drag.entered
    row = tree.visualRect(tree.codes_model.index_of(ids["Time to meet"]))
    assert row.height() == 28
    words = []
    for offset in range(28):
        assert drag.to(QPoint(120, row.top() + offset))
        words.append(drag.words)
    assert words == (
        ["2 codes, before “Time to meet”"] * 7
        + ["2 codes into “Time to meet”, which becomes a theme"] * 14
        + ["2 codes, after “Time to meet”"] * 7
    )


def test_below_an_open_row_is_its_first_child(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Mentoring"]])
    assert drag.over(ids["Challenges"], 0.9)
    assert drag.words == "“Mentoring”, first in “Challenges”"
    assert drag.drop()
    assert tree.codes_model.tree.children[ids["Challenges"]][0] == ids["Mentoring"]


def test_below_a_closed_row_is_after_it(tree: CodeTree, ids: Any) -> None:
    tree.collapse(tree.codes_model.index_of(ids["Challenges"]))
    drag = hand(tree, [ids["Trust"]])
    assert drag.over(ids["Challenges"], 0.9)
    drag.drop()
    assert tree.codes_model.tree.children[0] == [ids["Collaboration"], ids["Challenges"], ids["Trust"], ids["Growth"]]


def test_before_moves_several_in_their_order(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Shared decisions"], ids["Trust"]])
    drag.over(ids["Time to meet"], 0.1)
    assert drag.drop()
    assert tree.codes_model.tree.children[ids["Challenges"]] == [
        ids["Workload"], ids["Shared decisions"], ids["Trust"], ids["Time to meet"], ids["Unclear roles"],
    ]  # fmt: skip
    assert tree.bus.labels == ["Move 2 codes into Challenges"]
    tree.bus.project.undo()
    assert len(tree.codes_model.tree.children[ids["Collaboration"]]) == 3


def test_moving_down_among_siblings(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Workload"]])
    drag.over(ids["Unclear roles"], 0.9)
    drag.drop()
    assert tree.codes_model.tree.children[ids["Challenges"]] == [
        ids["Time to meet"], ids["Unclear roles"], ids["Workload"],
    ]  # fmt: skip
    assert tree.bus.labels == ["Reorder “Workload”"]


def test_into_a_code_makes_it_a_theme_that_is_open(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Workload"]])
    drag.over(ids["Trust"], 0.5)
    assert tree.framed == ids["Trust"]
    assert drag.words == "“Workload” into “Trust”, which becomes a theme"
    drag.over(ids["Growth"], 0.5)
    assert drag.words == "“Workload” into “Growth”"
    drag.over(ids["Trust"], 0.5)
    drag.drop()
    assert tree.codes_model.code(ids["Trust"]).kind == "theme"
    assert tree.shows_children(tree.codes_model.index_of(ids["Trust"]))
    assert tree.framed == 0


def test_the_space_below_the_rows_is_the_top_level(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Trust"]])
    assert drag.to(QPoint(100, tree.viewport().height() - 40))
    assert drag.words == "“Trust” to the top level"
    drag.drop()
    assert tree.codes_model.tree.children[0][-1] == ids["Trust"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("row", ["Challenges", "Workload"])
def test_a_theme_is_refused_on_and_below_itself(tree: CodeTree, ids: Any, row: str, share: float) -> None:
    drag = hand(tree, [ids["Challenges"]])
    assert not drag.over(ids[row], share)
    assert drag.words == ""
    assert not drag.drop()
    assert tree.bus.labels == []


def test_text_codes_wherever_on_the_row_it_is_dropped(tree: CodeTree, ids: Any) -> None:
    for share in (0.05, 0.5, 0.95):
        drag = text_hand(tree, ids.document)
        assert drag.over(ids["Mentoring"], share)
        assert drag.words == "Code “…15 words” as Mentoring"
        assert tree.framed == ids["Mentoring"]
    assert drag.drop()
    assert [coding.span for coding in tree.bus.project.codings.list() if coding.code == ids["Mentoring"]] == [
        Span(300, 340)
    ]
    assert tree.bus.labels == ["Code “Mentoring” on 15 words"]


def test_text_below_the_rows_becomes_a_new_code(tree: CodeTree, ids: Any, panel: Any) -> None:
    drag = text_hand(tree, ids.document)
    assert drag.to(QPoint(100, tree.viewport().height() - 40))
    assert (drag.words, tree.framed) == ("Code “…15 words” as a new code", 0)
    assert not tree.grab().isNull()
    assert drag.drop()
    field = panel.findChild(QLineEdit, "codeNameField")
    assert (field.isVisible(), field.placeholderText(), tree.bus.labels) == (True, "New code for 15 words", [])
    QTest.keyClicks(field, "Waiting")
    QTest.keyClick(field, Qt.Key.Key_Return)
    code = tree.bus.project.codes.find(["Waiting"])
    assert [one.span for one in tree.bus.project.codings.list() if one.code == code.id] == [Span(300, 340)]
    assert tree.bus.labels == ["Code new “Waiting” on 15 words"]


def test_codings_beside_the_rows_are_refused(tree: CodeTree) -> None:
    coding = tree.bus.project.codings.list()[0]
    assert not Hand(tree, codings_mime([coding.id])).to(QPoint(100, tree.viewport().height() - 40))


def test_files_are_left_to_the_window(tree: CodeTree) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/somewhere/interview.txt")])
    assert not Hand(tree, mime).entered


def test_leaving_forgets_everything(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Trust"]])
    drag.over(ids["Workload"], 0.5)
    drag.leave()
    assert (drag.words, tree.framed, tree.drag.target) == ("", 0, None)
    assert tree.bus.labels == []


def test_rows_deleted_under_a_drag_end_it(tree: CodeTree, ids: Any) -> None:
    drag = hand(tree, [ids["Trust"]])
    drag.over(ids["Workload"], 0.5)
    with tree.bus.project.change("Elsewhere"):
        tree.bus.project.codes.delete([ids["Workload"]])
    assert (drag.words, tree.framed) == ("", 0)
    assert not drag.over(ids["Growth"], 0.5)
    assert not drag.drop()
    tree.viewport().grab()


def test_a_closed_theme_springs_open_under_a_moving_pointer(tree: CodeTree, ids: Any, qtbot: Any) -> None:
    index = tree.codes_model.index_of(ids["Challenges"])
    tree.collapse(index)
    drag = hand(tree, [ids["Trust"]])
    shares = [0.4, 0.6]

    def still_moving() -> bool:
        shares.reverse()
        drag.over(ids["Challenges"], shares[0])
        return tree.isExpanded(index)

    qtbot.waitUntil(still_moving, timeout=3000)


def test_the_tree_scrolls_under_a_pointer_that_moves_at_its_edge(
    tree: CodeTree, ids: Any, qtbot: Any, panel: Any
) -> None:
    panel.resize(296, 200)
    bar, drag = tree.verticalScrollBar(), hand(tree, [ids["Trust"]])
    assert bar.maximum() > 0
    bottom = tree.viewport().height() - 4

    def moved_to_the_end() -> bool:
        drag.to(QPoint(100 + bar.value() % 3, bottom))
        return bar.value() == bar.maximum()

    qtbot.waitUntil(moved_to_the_end, timeout=3000)
    drag.leave()


def test_the_label_stays_inside_the_window(tree: CodeTree, ids: Any, panel: Any) -> None:
    drag = hand(tree, [ids["Trust"]])
    drag.to(QPoint(290, tree.viewport().height() - 30))
    label = panel.findChild(type(tree.drag._label), "dragLabel")
    assert panel.rect().contains(label.geometry())
