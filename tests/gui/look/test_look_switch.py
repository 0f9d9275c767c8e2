"""A switch of the look on a living window, compared with a window that was built in that look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QMainWindow, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qdesk.gui.look.theme import Look
from qdesk.gui.look.tokens import DARK, LIGHT
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.keycap import KeyCap
from qdesk.gui.widgets.panel import PanelHeader
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.gui.widgets.segments import Segments
from qdesk.gui.widgets.status import StatusBar
from qdesk.gui.widgets.tabs import Tabs
from qdesk.gui.widgets.tool import ToolButton


def window_of_everything(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(500, 640)
    window.menuBar().addMenu("File")
    window.setStatusBar(StatusBar())
    window.statusBar().tell("Coded as Trust.", undo=True)
    header = PanelHeader("Codes")
    header.set_count("20")
    header.add_tool("plus", "New code")
    tabs = Tabs()
    tabs.addTab("Teacher 7")
    tabs.addTab("Themes")
    primary = QPushButton("Export")
    primary.setProperty("primary", True)
    checked = ToolButton("panel-left", "Left panel", "Left")
    checked.setCheckable(True)
    checked.setChecked(True)
    middle = QWidget()
    column = QVBoxLayout(middle)
    for widget in (
        header, tabs, primary, checked, QPushButton("Plain"), QLineEdit("field"), SearchField("Filter", "Ctrl K"),
        Combo("Unit", ["Paragraph"]), Segments("View", ["Matrix", "Pairs"]), QCheckBox("Spread"), QLabel("plain"),
        KeyCap("1"), EmptyState("Nothing yet.", "Begin"),
    ):  # fmt: skip
        column.addWidget(widget)
    splitter = QSplitter()
    splitter.addWidget(middle)
    splitter.addWidget(QLabel("right"))
    window.setCentralWidget(splitter)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    window.show()
    window.setFocus()
    return window


def heights(window: QMainWindow) -> dict[type, int]:
    sized = (PanelHeader, Tabs, SearchField, Segments, StatusBar, ToolButton, Combo)
    return {type(child): child.height() for child in window.findChildren(QWidget) if type(child) in sized}


def picture(window: QMainWindow, qtbot: QtBot) -> QImage:
    qtbot.wait(1)
    image = QImage(window.size(), QImage.Format.Format_RGB32)  # a grab would take the screen's depth
    window.render(image)
    return image


def test_a_living_window_repaints_like_a_new_one(dressed: Look, qtbot: QtBot) -> None:
    window = window_of_everything(qtbot)
    light = picture(window, qtbot)
    dressed.set_dark(True)
    switched = picture(window, qtbot)
    built_dark = picture(window_of_everything(qtbot), qtbot)
    assert switched == built_dark
    assert switched != light
    dressed.set_dark(False)
    assert picture(window, qtbot) == light


def test_sampled_places_take_the_colours_of_the_look(dressed: Look, qtbot: QtBot) -> None:
    window = window_of_everything(qtbot)
    dressed.set_dark(True)
    image = picture(window, qtbot)
    for widget, token in ((window.menuBar(), DARK.background), (window.findChild(QLineEdit), DARK.surface)):
        corner = widget.mapTo(window, widget.rect().center())
        right = corner.x() + widget.width() // 2 - 5
        assert image.pixelColor(right, corner.y()).name().upper() == token


def test_a_living_window_takes_another_size_like_a_new_one(dressed: Look, qtbot: QtBot) -> None:
    window = window_of_everything(qtbot)
    before = window.findChild(SearchField).height()
    dressed.set_scale(1.5)
    qtbot.wait(1)
    assert heights(window) == heights(window_of_everything(qtbot))
    assert window.findChild(SearchField).height() == pytest.approx(before * 1.5, abs=1)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_selection_keeps_its_colour_without_focus(dressed: Look, qapp, tokens) -> None:
    dressed.set_dark(tokens.dark)
    palette = qapp.palette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert palette.color(group, QPalette.ColorRole.Highlight).name().upper() == tokens.selection


def test_the_system_is_followed_only_if_asked(dressed: Look, qapp) -> None:
    scheme = qapp.styleHints().colorSchemeChanged
    dressed.set_theme("system")
    assert dressed.tokens is LIGHT  # offscreen the scheme is unknown
    scheme.emit(Qt.ColorScheme.Dark)
    assert dressed.tokens is DARK
    scheme.emit(Qt.ColorScheme.Unknown)
    assert dressed.tokens is LIGHT
    dressed.set_theme("dark")
    scheme.emit(Qt.ColorScheme.Light)
    assert dressed.tokens is DARK
