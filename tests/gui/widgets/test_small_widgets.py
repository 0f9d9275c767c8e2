"""The small parts: what they say, what they emit, and that they leave nothing behind."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from qdesk.gui.look.theme import Look
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.keycap import KeyCap, keycap_size
from qdesk.gui.widgets.label import Label, Sentence
from qdesk.gui.widgets.link import Link
from qdesk.gui.widgets.panel import PanelHeader
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.segments import Segments
from qdesk.gui.widgets.status import StatusBar
from qdesk.gui.widgets.tabs import Tabs
from qdesk.gui.widgets.tool import ToolButton

MAKERS = {
    "combo": lambda: Combo("Unit", ["Paragraph"]), "empty": lambda: EmptyState("Nothing.", "Begin"),
    "keycap": lambda: KeyCap("Ctrl K"), "label": lambda: Label("Codes"), "sentence": lambda: Sentence("Words."),
    "link": lambda: Link("Undo"), "panel": lambda: PanelHeader("Codes"), "search": lambda: SearchField("Filter"),
    "segments": lambda: Segments("View", ["Matrix", "Pairs"]), "status": StatusBar, "tabs": Tabs,
    "tool": lambda: ToolButton("plus", "New code"),
}  # fmt: skip


@pytest.mark.parametrize("name", MAKERS)
def test_a_closed_widget_is_forgotten_by_the_look(dressed: Look, name: str) -> None:
    widget = MAKERS[name]()
    assert widget.objectName() or name in ("label", "sentence")
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(widget)
    dressed.set_dark(True)


@pytest.mark.parametrize("name", ["combo", "panel", "search", "segments", "status", "tabs", "tool"])
def test_controls_have_an_accessible_name(dressed: Look, name: str) -> None:
    assert MAKERS[name]().accessibleName()


def test_status_tells_one_sentence_and_offers_undo(dressed: Look, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.set_facts("Saved")
    bar.set_selection("15 words selected · Teacher 7 · ¶ 13")
    undo = bar.findChild(Link)
    assert not undo.isVisible()
    bar.tell("Coded as Trust.", undo=True)
    with qtbot.waitSignal(bar.undo_asked):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    bar.tell("Exported.")
    assert not undo.isVisible()
    assert [label.text() for label in bar.findChildren(Label)] == [
        "Saved", "Exported.", "15 words selected · Teacher 7 · ¶ 13",
    ]  # fmt: skip
    assert bar.height() == 24


def test_segments_are_chosen_by_click_and_by_arrow(dressed: Look, qtbot: QtBot) -> None:
    segments = Segments("View", ["Matrix", "Network", "Pairs"])
    qtbot.addWidget(segments)
    segments.show()
    segments.activateWindow()
    qtbot.waitUntil(segments.isActiveWindow)
    width = segments.sizeHint().width()
    second = segments.findChildren(QAbstractButton)[1]
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert chosen.args == [1]
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(second, Qt.Key.Key_Right)
    assert chosen.args == [2]
    segments.choose(0)
    assert segments.current == 0
    assert segments.sizeHint().width() == width


def test_an_empty_state_offers_its_act_only_if_there_is_one(dressed: Look, qtbot: QtBot) -> None:
    empty = EmptyState("No quotes yet.", "Show how")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.findChild(Link), Qt.MouseButton.LeftButton)
    empty.say("No memos yet.")
    assert not empty.findChild(Link).isVisible()
    assert empty.accessibleName() == "No memos yet."


def test_typed_words_keep_clear_of_icon_and_keys(dressed: Look, qtbot: QtBot) -> None:
    field = SearchField("Search, or type a command", "Ctrl K")
    qtbot.addWidget(field)
    assert field.textMargins().right() >= keycap_size("Ctrl K").width()
    field.set_note("15 words selected")
    assert field.textMargins().right() > keycap_size("Ctrl K").width()
    field.set_note("")
    assert field.textMargins().left() >= dressed.px(16)


def test_a_panel_header_carries_its_tools_at_the_right(dressed: Look, qtbot: QtBot) -> None:
    header = PanelHeader("Codes")
    qtbot.addWidget(header)
    header.set_count("20")
    search, plus = header.add_tool("search", "Find a code"), header.add_tool("plus", "New code")
    header.resize(296, 40)
    header.show()
    assert search.geometry().right() < plus.geometry().left()
    assert header.rect().contains(plus.geometry())
    assert plus.toolTip() == plus.accessibleName() == "New code"
    assert plus.height() == 28


def test_the_keyboard_reaches_everything_in_a_row(dressed: Look, qtbot: QtBot) -> None:
    header = PanelHeader("Codes")
    qtbot.addWidget(header)
    plus = header.add_tool("plus", "New code")
    assert plus.focusPolicy() & Qt.FocusPolicy.TabFocus
