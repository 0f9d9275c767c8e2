"""Real drags through the window system: they need a display (Xvfb) and cannot happen on the offscreen platform."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qdesk.gui.codes.view import CodeTree

pytestmark = pytest.mark.journey
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
STEP_MS = 25


def row_point(tree: CodeTree, code: int, share: float) -> QPoint:
    """A place on a row in the window; ``share`` of its height from its top."""
    row = tree.visualRect(tree.codes_model.index_of(code))
    return tree.viewport().mapTo(tree.window(), QPoint(120, row.top() + int(row.height() * share)))


def drag(tree: CodeTree, start: QPoint, end: QPoint, qtbot: Any, *, before_release: Callable[[], None]) -> None:
    """Press, move in twelve steps, wiggle and release, one timer a step, since the drag blocks in its own loop."""
    window: QWindow = tree.window().windowHandle()
    path = [start + (end - start) * share / 12 for share in range(1, 13)]
    path += [end + QPoint(1, 0), end]
    done: list[bool] = []
    acts: list[Callable[[], object]] = [lambda: QTest.mousePress(window, LEFT, NONE, start)]
    acts += [lambda at=at: QTest.mouseMove(window, at) for at in path]
    acts += [before_release, lambda: QTest.mouseRelease(window, LEFT, NONE, end), lambda: done.append(True)]
    for number, act in enumerate(acts):
        QTimer.singleShot(50 + number * STEP_MS, act)
    qtbot.waitUntil(lambda: bool(done), timeout=5000)
    QApplication.processEvents()


@pytest.fixture
def on_display(tree: CodeTree) -> CodeTree:
    assert QApplication.platformName() != "offscreen", "run these with a display: xvfb-run, QT_QPA_PLATFORM unset"
    return tree


def test_two_codes_are_dragged_into_a_theme(on_display: CodeTree, ids: Any, qtbot: Any) -> None:
    tree, seen = on_display, []
    tree.choose([ids["Shared decisions"], ids["Trust"]])

    def look_at_it() -> None:
        seen.append((tree.drag.words(), set(tree.dragged), tree.framed))

    drag(
        tree, row_point(tree, ids["Trust"], 0.5), row_point(tree, ids["Growth"], 0.5), qtbot, before_release=look_at_it
    )
    both = {ids["Shared decisions"], ids["Trust"]}
    assert seen == [("2 codes into “Growth”", both, ids["Growth"])]
    assert tree.codes_model.tree.children[ids["Growth"]] == [ids["Mentoring"], ids["Shared decisions"], ids["Trust"]]
    assert tree.bus.labels == ["Move 2 codes into Growth"]
    assert tree.dragged == frozenset()


def test_a_code_is_dragged_between_two_others(on_display: CodeTree, ids: Any, qtbot: Any) -> None:
    tree = on_display
    start, end = row_point(tree, ids["Mentoring"], 0.5), row_point(tree, ids["Time to meet"], 0.1)
    drag(tree, start, end, qtbot, before_release=lambda: None)
    assert tree.codes_model.tree.children[ids["Challenges"]] == [
        ids["Workload"], ids["Mentoring"], ids["Time to meet"], ids["Unclear roles"],
    ]  # fmt: skip


def test_esc_cancels(on_display: CodeTree, ids: Any, qtbot: Any) -> None:
    tree = on_display
    window = tree.window().windowHandle()
    start, end = row_point(tree, ids["Mentoring"], 0.5), row_point(tree, ids["Time to meet"], 0.5)
    drag(tree, start, end, qtbot, before_release=lambda: QTest.keyClick(window, Qt.Key.Key_Escape))
    assert tree.bus.labels == []
    assert tree.dragged == frozenset()
    assert tree.drag.words() == ""
