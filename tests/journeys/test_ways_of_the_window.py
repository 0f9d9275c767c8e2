"""What a window must take in its stride: another look, the palette, keys only, files that are no good."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import CONTROL, SHIFT, Hands
from journey_material import content, write_interviews
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from qdesk.gui.look.theme import look
from qdesk.importers import read_document
from qdesk.store.project import Project
from qdesk.text.spans import Span

pytestmark = pytest.mark.journey
Answers = Callable[[list[Path]], None]
MONDAY = "We meet every Monday and decide together."
HEARD = "Trust grows where everybody is heard 🙂 and nobody is blamed."


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A closed project: two interviews, a theme of two codes, and two codings that meet."""
    path = tmp_path / "Study.qdesk"
    with Project.create(path) as project, project.change("Begin"):
        for file in write_interviews(tmp_path):
            project.documents.add(read_document(file))
        theme = project.codes.add("Leading", kind="theme")
        codes = [project.codes.add(name, parent=theme) for name in ("Trust", "Deciding together")]
        start = project.documents.text(1).index(MONDAY)
        for code in codes:
            project.codings.add(1, code, Span(start, start + len(MONDAY)))
    return path


@pytest.fixture
def reading(hands: Hands, study: Path) -> Hands:
    """A window on the study."""
    hands.window.doors.open(str(study))
    return hands


def ask_palette(hands: Hands, words: str) -> None:
    """Open the command palette, type, and take the first row."""
    hands.press(Qt.Key.Key_K, CONTROL)
    hands.type(words)
    hands.press(Qt.Key.Key_Return)


def test_another_look_on_the_living_desk(reading: Hands) -> None:
    """Dark, 150 % and back, with a passage selected and the chart open: nothing is lost, all is painted anew."""
    reading.select(HEARD)
    selection = reading.window.bus.selection
    corner = QRect(4, 4, 8, 8)
    bar = reading.window.menuBar()
    surface = reading.desk.reader.view.viewport()
    assert reading.count(surface, corner, "#FFFFFF") == 64
    ask_palette(reading, "dark")
    assert reading.count(surface, corner, "#222528") == 64
    reading.shot("30-dark")
    reading.press(Qt.Key.Key_O, CONTROL | SHIFT)
    reading.shot("31-dark-chart")
    for _step in range(5):
        reading.press(Qt.Key.Key_Plus, CONTROL)
    assert look.scale == 1.5
    reading.shot("32-dark-chart-150")
    reading.click(reading.desk.tabs, reading.desk.tabs.tabRect(0).center())
    ask_palette(reading, "light")
    reading.shot("33-light-150")
    assert reading.window.width() == 1440
    assert all(bar.rect().contains(bar.actionGeometry(menu)) for menu in bar.actions())
    assert reading.window.status._selection.text() == "10 words selected · Teacher 1 · ¶ 2"
    assert reading.desk.reader.width() >= 820  # the sides make room for the text
    assert reading.window.bus.selection == selection
    assert reading.window.preferences.get("size") == 150
    reading.press(Qt.Key.Key_0, CONTROL)
    assert look.scale == 1.0
    assert [reading.desk.left.width(), reading.desk.right.width()] == [296, 320]
    reading.shot("34-light-100")


def test_the_palette_finds_everything(reading: Hands) -> None:
    """An action, a document, a code, and words in the texts."""
    desk = reading.desk
    ask_palette(reading, "history")
    assert desk.right_shown is desk.history
    ask_palette(reading, "teacher 2")
    assert desk.reading.document.name == "Teacher 2"
    reading.press(Qt.Key.Key_K, CONTROL)
    reading.type("trust")
    reading.shot("35-palette")
    reading.press(Qt.Key.Key_Return)
    assert desk.right_shown is desk.quotes
    assert [row.text for row in desk.quotes.view.rows.rows] == [MONDAY]
    reading.press(Qt.Key.Key_K, CONTROL)
    reading.type("workload eats")
    reading.press(Qt.Key.Key_Return)
    reading.shot("36-palette-hits")
    reading.press(Qt.Key.Key_Return)
    assert desk.reading.document.name == "Teacher 1"
    around = QRect(reading.place_of("workload eats"), QSize(20, 10))
    view = desk.reader.view.viewport()
    reading.qtbot.waitUntil(lambda: reading.count(view, around, look.tokens.selection) > 50)


def test_keys_only(reading: Hands) -> None:
    """F6 goes round the panels; with the one-key shortcuts off, letters and digits code nothing."""
    desk = reading.desk
    desk.reader.setFocus()
    panels = [desk.reader, desk.quotes, desk.documents, desk.codes, desk.reader]
    for panel in panels:
        assert panel.isAncestorOf(QApplication.focusWidget()), panel
        reading.press(Qt.Key.Key_F6)
    reading.select(HEARD)
    reading.type("tru")
    reading.press(Qt.Key.Key_Return)
    assert ("Trust", f"{MONDAY} {HEARD}") in reading.coded()  # one with the sentence before it
    ask_palette(reading, "one-key")
    assert not reading.window.preferences.get("one_key")
    before = content(reading.project)
    reading.press(Qt.Key.Key_1)
    reading.type("d")
    assert not desk.coding._picker.isVisible()
    assert content(reading.project) == before
    path = str(reading.project.path)
    reading.press(Qt.Key.Key_W, CONTROL)
    reading.window.doors.open(path)
    reading.select(HEARD)
    reading.type("d")
    assert not reading.desk.coding._picker.isVisible()
    reading.press(Qt.Key.Key_Return, CONTROL)
    assert reading.desk.coding._picker.isVisible()


def test_a_read_only_project(hands: Hands, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be read and looked through; nothing that would change it is offered, and a try is refused in words."""
    study.chmod(0o444)
    if os.access(study, os.W_OK):  # an administrator may write everywhere
        monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    hands.window.doors.open(str(study))
    hands.select(HEARD)
    hands.shot("37-read-only")
    actions = hands.window.actions_table
    for name in ("import", "undo", "redo", "pick", "in_vivo", "correct", "new_code", "uncode", "forget"):
        assert not actions[name].isEnabled(), name
    for name in ("report", "quotes_csv", "cooccurrence", "save_copy", "palette"):
        assert actions[name].isEnabled(), name
    before = content(hands.project)
    hands.click(hands.desk.codes.tree.viewport(), hands.swatch(hands.code("Leading", "Trust")))
    assert hands.told.startswith("This project can only be read here, so nothing was changed.")
    assert content(hands.project) == before
    hands.click(hands.desk.codes.tree.viewport(), hands.row(hands.code("Leading", "Trust")))
    assert [row.text for row in hands.desk.quotes.view.rows.rows] == [MONDAY]
    hands.press(Qt.Key.Key_W, CONTROL)
    assert hands.window.desk is None


@pytest.mark.parametrize("harm", ["not a project", "empty", "cut", "gone"])
def test_a_file_that_cannot_be_opened(hands: Hands, study: Path, file_dialog: Answers, harm: str) -> None:
    """One sentence, and the start page stays."""
    whole = study.read_bytes()
    if harm == "gone":
        study.unlink()
    else:
        study.write_bytes({"not a project": b"Hello", "empty": b"", "cut": whole[:3000]}[harm])
    said: list[str] = []

    def agree(dialog: QDialog) -> None:
        said.append(dialog.accessibleDescription())
        hands.shot(f"38-{harm.replace(' ', '-')}", dialog)
        hands.answer(dialog, "Close")

    file_dialog([study])
    hands.meanwhile(lambda: hands.press(Qt.Key.Key_O, CONTROL), agree)
    assert len(said) == 1
    assert said[0].endswith(".")
    assert hands.window.stack.currentWidget() is hands.window.start
    assert hands.window.desk is None
    if harm != "gone":
        assert study.read_bytes() == {"not a project": b"Hello", "empty": b"", "cut": whole[:3000]}[harm]


def test_a_damaged_project_is_restored_from_the_start_page(hands: Hands, study: Path, file_dialog: Answers) -> None:
    """Its newest backup takes its place, and the damaged file is kept."""
    hands.window.doors.open(str(study))
    before = content(hands.project)
    from_menu(hands, "File", "Back up now")
    hands.press(Qt.Key.Key_W, CONTROL)
    damaged = study.read_bytes()[:3000]
    study.write_bytes(damaged)
    backup = max(study.with_name("Study.qdesk-backups").glob("*.qdesk"))
    file_dialog([backup])
    hands.meanwhile(
        lambda: from_menu(hands, "File", "Restore a backup…"), lambda dialog: hands.answer(dialog, "Restore")
    )
    assert content(hands.project) == before
    (kept,) = backup.parent.glob("*.kept")
    assert kept.read_bytes() == damaged


def from_menu(hands: Hands, title: str, text: str) -> None:
    """Click an entry of the menu bar."""
    bar = hands.window.menuBar()
    menu = next(action for action in bar.actions() if action.text() == title)
    hands.click(bar, bar.actionGeometry(menu).center())
    hands.choose(text)


def test_the_recent_projects(sit_down: Callable[[], Hands], study: Path) -> None:
    """A window closed with its chart open comes back with it; recents open by key and are taken off by Delete."""
    first = sit_down()
    first.window.doors.open(str(study))
    first.press(Qt.Key.Key_O, CONTROL | SHIFT)
    first.desk.show_right(first.desk.history)
    first.window.close()
    assert not study.with_name(study.name + "-wal").exists()
    second = sit_down()
    recents = second.window.start.findChild(QWidget, "recent_projects")
    assert [recents.item(row).text() for row in range(recents.count())] == ["Study"]
    assert QApplication.focusWidget() is recents
    second.shot("39-start")
    second.press(Qt.Key.Key_Return)
    assert second.window.windowTitle() == "Study – QDesk"
    assert second.desk.tabs.isTabVisible(1)
    second.press(Qt.Key.Key_W, CONTROL)
    second.press(Qt.Key.Key_Delete)
    assert recents.count() == 0
    assert study.exists()
    second.shot("40-start-empty")
