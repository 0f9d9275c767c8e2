"""Codes dropped on the selection: only there."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from reader_fakes import Hands, span

from qdesk.gui.mime import codes_mime
from qdesk.gui.reader import Reader
from qdesk.gui.reader.drops import edge_speed

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag_to(reader: Reader, mime: QMimeData, place: QPoint) -> tuple[bool, bool, Qt.DropAction]:
    """Whether the move and the drop were accepted, and the action."""
    target = reader.view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(place, ACTIONS, mime, LEFT, NONE))
    move = QDragMoveEvent(place, ACTIONS, mime, LEFT, NONE)
    QApplication.sendEvent(target, move)
    drop = QDropEvent(QPointF(place), ACTIONS, mime, LEFT, NONE)
    drop.ignore()
    QApplication.sendEvent(target, drop)
    return move.isAccepted(), drop.isAccepted(), drop.dropAction()


def test_codes_are_taken_on_the_selection_as_a_copy(reader: Reader, hands: Hands) -> None:
    dropped: list[list[int]] = []
    reader.code_dropped.connect(dropped.append)
    reader.select(span("What was", "first weeks?"))
    mime = codes_mime([4, 2])
    assert drag_to(reader, mime, hands.at(span("hard").start)) == (True, True, Qt.DropAction.CopyAction)
    assert dropped == [[4, 2]]
    assert reader.selection is not None


@pytest.mark.parametrize("selected", [True, False])
def test_codes_are_refused_elsewhere(reader: Reader, hands: Hands, selected: bool) -> None:
    dropped: list[list[int]] = []
    reader.code_dropped.connect(dropped.append)
    reader.select(span("And now?") if selected else None)
    mime = codes_mime([4])
    assert drag_to(reader, mime, hands.at(span("hard").start))[:2] == (False, False)
    assert dropped == []


def test_text_from_elsewhere_is_refused(reader: Reader, hands: Hands) -> None:
    reader.select(span("What was", "first weeks?"))
    mime = QMimeData()
    mime.setText("foreign")
    assert drag_to(reader, mime, hands.at(span("hard").start))[:2] == (False, False)


def test_the_edges_scroll(qapp: QApplication) -> None:
    assert edge_speed(100, 400) == 0
    assert edge_speed(2, 400) < edge_speed(20, 400) < 0
    assert edge_speed(398, 400) > edge_speed(380, 400) > 0
