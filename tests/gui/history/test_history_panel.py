"""The History panel on a fake history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from qdesk.gui.history.panel import HistoryPanel
from qdesk.store.steps import Step


class FakeHistory:
    def __init__(self, count):
        now = datetime.now(UTC)
        states = ["undone", "undone", "abandoned"]
        self.asked = []
        self.held = [
            Step(
                count - i, f"Step {count - i}", "because" if i == 3 else "", (now - timedelta(seconds=i)).isoformat(),
                states[i] if i < 3 else "done", 1, True,
            )
            for i in range(count)
        ]  # fmt: skip

    def steps(self):
        return self.held

    def effects(self, ids):
        self.asked.append(list(ids))
        return [(2, "quotes are uncoded")]


class FakeBus(QObject):
    changed = Signal(object)

    def __init__(self, count):
        super().__init__()
        self.project = self
        self.history = FakeHistory(count)


@pytest.fixture
def panel(qtbot, dressed):
    """Ten steps: 10 and 9 undone, 8 abandoned, 7 to 1 done."""
    bus = FakeBus(10)
    panel = HistoryPanel(bus)
    panel.bus = bus  # the panel does not own it
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    qtbot.waitUntil(lambda: place(panel, 1).y() > 0)
    return panel


def place(panel, step):
    return panel.view.visualRect(panel.view.rows.index_of(step)).center()


def click(panel, qtbot, step):
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, step))


def test_choosing_a_step_asks_and_the_button_undoes(panel, qtbot):
    with qtbot.waitSignal(panel.preview) as shown:
        click(panel, qtbot, 4)
    assert shown.args == [[7, 6, 5]]
    assert panel.bus.history.asked == [[7, 6, 5]]
    assert panel.card.isVisible()
    assert panel.card.go.text() == "Undo 3 steps"
    assert panel.card.accessibleName().startswith("Go back to after “Step 4”? ")
    assert "This undoes 3 steps. Nothing is lost: redo brings them back." in panel.card.accessibleName()
    with qtbot.waitSignal(panel.undo_asked) as undone:
        panel.card.go.click()
    assert undone.args == [[7, 6, 5]]
    assert not panel.card.isVisible()


def test_an_undone_step_is_redone(panel, qtbot):
    click(panel, qtbot, 10)
    assert panel.card.go.text() == "Redo 2 steps"
    with qtbot.waitSignal(panel.redo_asked) as redone:
        panel.card.go.click()
    assert redone.args == [[9, 10]]


def test_the_beginning_undoes_all(panel, qtbot):
    click(panel, qtbot, 0)
    assert panel.card.go.text() == "Undo 7 steps"
    assert panel.card.accessibleName().startswith("Go back to the beginning?")


def test_an_abandoned_step_cannot_be_chosen(panel, qtbot):
    click(panel, qtbot, 8)
    assert not panel.card.isVisible()


def test_where_one_is_only_the_reason_is_given(panel, qtbot):
    click(panel, qtbot, 7)
    assert panel.card.reason.words.isVisible()
    assert panel.card.reason.words.words == "because"
    assert not panel.card.go.isVisible()
    click(panel, qtbot, 6)
    assert not panel.card.reason.isVisible()
    assert panel.card.go.isVisible()


def test_quotation_marks_in_a_label_become_single_ones(panel, qtbot):
    give(panel, 5, label="Code 1 passage as “Trust”")
    click(panel, qtbot, 5)
    assert panel.card.accessibleName().startswith("Go back to after “Code 1 passage as ‘Trust’”? ")


def give(panel, id, **facts):
    """Give a step another label or reason."""
    history = panel.bus.history
    history.held = [replace(step, **facts) if step.id == id else step for step in history.held]
    panel.refresh()
    panel.view.doItemsLayout()


def height(panel, step):
    return panel.view.visualRect(panel.view.rows.index_of(step)).height()


def test_a_row_is_as_high_as_its_reason_up_to_three_lines(panel):
    plain = height(panel, 5)
    heights = []
    for reason in ("short", "word " * 16, "word " * 400, "w" * 500):
        give(panel, 5, why=reason)
        heights.append(height(panel, 5))
    assert heights == [plain + 16, plain + 32, plain + 48, plain + 48]


def test_rows_grow_when_the_dock_gets_narrow(panel, qtbot):
    give(panel, 5, why="word " * 6)
    wide = height(panel, 5)
    panel.resize(200, 700)
    qtbot.waitUntil(lambda: height(panel, 5) > wide)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_clipped_in_a_narrow_dock(panel, qtbot, dressed, scale):
    dressed.set_scale(scale)
    give(
        panel, 4, label="New code Entscheidungsfindungsprozessbegleitung", why="Donaudampfschifffahrtsgesellschaft " * 3
    )
    panel.resize(round(200 * scale), round(700 * scale))
    panel.view.setCurrentIndex(panel.view.rows.index_of(4))
    qtbot.waitUntil(lambda: panel.card.go.y() < panel.card._cancel.y())
    assert panel.width() == round(200 * scale)
    labels = [label for label in panel.card.findChildren(QLabel) if label.isVisible()]
    assert all(label.minimumSizeHint().width() <= label.width() for label in labels)
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))
    for button in (panel.card.go, panel.card._cancel):
        assert button.width() >= button.sizeHint().width()
        assert panel.card.rect().contains(QRect(button.mapTo(panel.card, QPoint()), button.size()))


def test_a_very_long_reason_scrolls(panel, qtbot):
    give(panel, 5, why="word " * 2000)
    click(panel, qtbot, 5)
    assert panel.card.reason.height() == 200
    assert panel.card.reason.verticalScrollBar().maximum() > 0


def test_passing_over_the_list_points_at_nothing(panel, qtbot):
    shown = []
    panel.preview.connect(shown.append)
    for step in (3, 4, 5):
        qtbot.mouseMove(panel.view.viewport(), place(panel, step))
    assert shown == []
    qtbot.waitUntil(lambda: shown == [[7, 6]])
    qtbot.mouseMove(panel.view.viewport(), place(panel, 4))
    qtbot.waitUntil(lambda: shown == [[7, 6], [], [7, 6, 5]])


def test_scrolling_points_at_nothing(panel, qtbot):
    panel.resize(320, 300)
    qtbot.waitUntil(lambda: panel.view.verticalScrollBar().maximum() > 0)
    shown = []
    panel.preview.connect(shown.append)
    qtbot.mouseMove(panel.view.viewport(), place(panel, 6))
    qtbot.waitUntil(lambda: shown == [[7]])
    panel.view.verticalScrollBar().setValue(40)
    assert shown == [[7], []]


def test_the_selection_of_the_keyboard_strikes_at_once(panel, qtbot):
    click(panel, qtbot, 6)
    shown = []
    panel.preview.connect(shown.append)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert shown == [[7, 6]]


def test_leaving_ends_the_preview(panel, qtbot):
    shown = []
    panel.preview.connect(shown.append)
    panel.view.hovered.emit(5)
    panel.view.hovered.emit(-1)
    assert shown == [[7, 6], []]
    assert not panel.card.isVisible()


def test_leaving_goes_back_to_the_chosen_step(panel, qtbot):
    click(panel, qtbot, 5)
    shown = []
    panel.preview.connect(shown.append)
    panel.view.hovered.emit(3)
    panel.view.hovered.emit(-1)
    assert shown == [[7, 6, 5, 4], [7, 6]]


def test_keys_choose_agree_and_cancel(panel, qtbot):
    panel.activateWindow()
    panel.view.setFocus()
    click(panel, qtbot, 6)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.selected == 5
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.card.go
    qtbot.keyClick(panel.card.go, Qt.Key.Key_Escape)
    assert panel.view.selected == -1
    assert not panel.card.isVisible()
    assert panel.focusWidget() is panel.view


def test_a_new_step_gives_up_the_question_and_keeps_the_scroll(panel, qtbot):
    panel.resize(320, 200)
    click(panel, qtbot, 5)
    shown = []
    panel.preview.connect(shown.append)
    history = panel.bus.history
    newest = history.held[0]
    history.held = [Step(11, "Step 11", "", newest.at, "done", 1, True), *history.held]
    panel.bus.changed.emit(None)
    assert shown == [[]]
    assert not panel.card.isVisible()
    assert panel.view.rows.rows[1].step.id == 11


def test_a_screen_reader_hears_state_and_reason(panel):
    spoken = [
        QAccessible.queryAccessibleInterface(panel.view).child(row).text(QAccessible.Text.Name) for row in (1, 3, 4)
    ]
    assert spoken[0].startswith("Step 10, ")
    assert spoken[0].endswith(", undone")
    assert spoken[1].endswith("undone, replaced by later work")
    assert spoken[2].endswith(", because")


def test_older_steps_come_when_the_list_is_scrolled_to_its_end(panel, qtbot):
    panel.bus.history.held = FakeHistory(1300).held
    panel.bus.changed.emit(None)
    steps = [0]
    while not panel.view.rows.whole:
        steps.append(panel.view.rows.rowCount())
        panel.view.scrollToBottom()
        qtbot.waitUntil(lambda before=steps[-1]: panel.view.rows.rowCount() > before)
    assert 500 <= steps[1] < steps[2] < 1300
    assert panel.view.rows.rows[-1].key == 0
    assert panel.view.rows.rowCount() >= 1301


def test_days_are_not_chosen(panel, qtbot):
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 5))
    assert panel.view.selected == -1
