"""The start page by keyboard, by mouse and by dropped files."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qdesk.gui.start.door import Door
from qdesk.gui.start.page import StartPage
from qdesk.gui.start.recentlist import RecentList
from qdesk.gui.start.recents import Recent

NOW = datetime(2026, 11, 23, 15, 0)


@pytest.fixture
def page(dressed, qtbot: QtBot, tmp_path: Path) -> StartPage:
    page = StartPage("6 invented interviews, already coded")
    qtbot.addWidget(page)
    page.resize(1200, 800)
    for name in ("one", "two"):
        (tmp_path / f"{name}.qdesk").touch()
    recents = [Recent(tmp_path / f"{name}.qdesk", "1 interview · 1 quote", NOW) for name in ("one", "gone", "two")]
    page.set_recents(recents, NOW, tmp_path)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


def test_enter_opens_the_latest_project_at_once(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.open_asked) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [str(tmp_path / "one.qdesk")]


def test_a_missing_project_says_why_and_does_not_open(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    rows = page.findChild(RecentList)
    opened: list[str] = []
    page.open_asked.connect(opened.append)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    told = rows.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "gone, Home (moved, renamed or deleted), 1 interview · 1 quote, Today, 15:00"
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened == [str(tmp_path / "two.qdesk")]


def test_delete_asks_to_forget_and_a_click_opens(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    rows = page.findChild(RecentList)
    with qtbot.waitSignal(page.forget_asked) as forgotten:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert forgotten.args == [tmp_path / "one.qdesk"]
    with qtbot.waitSignal(page.open_asked) as asked:
        place = rows.visualItemRect(rows.item(2)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [str(tmp_path / "two.qdesk")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    ("door", "signal"), [("plus", "new_asked"), ("folder", "open_asked"), ("book", "sample_asked")]
)
def test_doors_open_by_key(page: StartPage, qtbot: QtBot, door: str, signal: str, key: Qt.Key) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(page.findChild(Door, f"door_{door}"), key)


def test_without_recent_projects_the_first_door_has_the_focus(page: StartPage) -> None:
    page.set_recents([])
    page.take_focus()
    assert QApplication.focusWidget().text() == "New project"
    assert not page.findChild(RecentList).isVisible()


def drop(page: StartPage, *files: str) -> bool:
    """Drag files over the page and, if it takes them, drop them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    enter.ignore()
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))
    return enter.isAccepted()


def test_dropped_transcripts_go_on_together(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.files_dropped) as dropped:
        assert drop(page, "/tmp/a.docx", "/tmp/b.TXT", "/tmp/photo.png")
    assert dropped.args == [[Path("/tmp/a.docx"), Path("/tmp/b.TXT")]]


def test_a_dropped_project_opens(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_asked) as asked:
        assert drop(page, "/tmp/a.qdesk")
    assert asked.args == ["/tmp/a.qdesk"]


def test_other_files_are_not_taken(page: StartPage) -> None:
    assert not drop(page, "/tmp/photo.png")


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5, 2.0])
def test_nothing_is_cut_off_sideways_at_any_size(page: StartPage, dressed, qtbot: QtBot, scale: float) -> None:
    dressed.set_scale(scale)
    qtbot.wait(1)
    assert page.horizontalScrollBar().maximum() == 0
