"""Tabs: nothing moves, and the cross closes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.tokens import LIGHT
from qdesk.gui.widgets.tabs import Tabs

NAMES = ("Teacher 7", "Co-occurrence", "Themes")


@pytest.fixture
def tabs(dressed, qtbot: QtBot) -> Tabs:
    tabs = Tabs()
    for name in NAMES:
        tabs.addTab(name)
    tabs.resize(900, 40)
    qtbot.addWidget(tabs)
    tabs.show()
    return tabs


def test_widths_stay_whichever_tab_is_current_or_hovered(tabs: Tabs, qtbot: QtBot) -> None:
    rects = [tabs.tabRect(index) for index in range(3)]
    for index in range(3):
        tabs.setCurrentIndex(index)
        qtbot.mouseMove(tabs, tabs.tabRect((index + 1) % 3).center())
        assert [tabs.tabRect(place) for place in range(3)] == rects


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5, 2.0])
def test_the_bold_name_and_the_cross_have_room_at_every_size(tabs: Tabs, dressed, scale: float) -> None:
    dressed.set_scale(scale)
    for index, name in enumerate(NAMES):
        bold = QFontMetrics(ui_font(13, bold=True)).horizontalAdvance(name)
        assert tabs.tabRect(index).left() + dressed.px(16) + bold <= tabs.cross_rect(index).left()
        assert tabs.tabRect(index).contains(tabs.cross_rect(index))
    assert tabs.height() == dressed.px(40)


def test_the_line_stands_under_the_current_tab_only(tabs: Tabs) -> None:
    tabs.setCurrentIndex(1)
    image = QImage(tabs.size(), QImage.Format.Format_RGB32)
    tabs.render(image)
    bottom = tabs.height() - 1
    colours = [image.pixelColor(tabs.tabRect(index).center().x(), bottom).name().upper() for index in range(3)]
    assert colours == [LIGHT.border, LIGHT.accent, LIGHT.border]


def test_a_click_on_the_cross_closes_and_does_not_choose(tabs: Tabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.tabCloseRequested) as closed:
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.cross_rect(2).center())
    assert closed.args == [2]
    assert tabs.currentIndex() == 0


def test_the_middle_button_closes_and_a_drag_off_the_cross_does_not(tabs: Tabs, qtbot: QtBot) -> None:
    closed: list[int] = []
    tabs.tabCloseRequested.connect(closed.append)
    qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(1).center())
    qtbot.mousePress(tabs, Qt.MouseButton.LeftButton, pos=tabs.cross_rect(0).center())
    qtbot.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=tabs.cross_rect(0).center() + QPoint(60, 0))
    assert closed == [1]


def test_a_click_on_the_name_chooses(tabs: Tabs, qtbot: QtBot) -> None:
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).topLeft() + QPoint(30, 20))
    assert tabs.currentIndex() == 2


def test_a_tab_without_a_cross_stays(tabs: Tabs, qtbot: QtBot) -> None:
    tabs.set_closable(2, False)
    with qtbot.assertNotEmitted(tabs.tabCloseRequested):
        qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(2).center())
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.cross_rect(2).center())
    assert tabs.currentIndex() == 2
