"""Two windows, or a window and commands, on one project."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import CONTROL, SHIFT, Hands
from journey_material import content, write_interviews
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from qdesk.importers import read_document
from qdesk.store.check import check
from qdesk.store.project import Project

pytestmark = pytest.mark.journey
MONDAY = "We meet every Monday and decide together."
FEELS = "everybody feels it"
HOUR = "An hour a week that nobody may take away from us."


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A closed project with one interview and two codes."""
    path = tmp_path / "Shared.qdesk"
    with Project.create(path) as project, project.change("Begin"):
        project.documents.add(read_document(write_interviews(tmp_path)[0]))
        project.codes.add("Trust")
        project.codes.add("Time")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of its own process."""
    command = [sys.executable, "-m", "qdesk", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)


def test_two_windows_on_one_project(sit_down: Callable[[], Hands], study: Path) -> None:
    first, second = sit_down(), sit_down()
    first.window.doors.open(str(study))
    second.window.doors.open(str(study))
    coding_shows_in_the_other(first, second)
    a_stale_selection_is_refused(first, second)
    undo_of_the_other_asks(first, second)
    assert content(first.project) == content(second.project)
    assert check(first.project) == []


def coding_shows_in_the_other(first: Hands, second: Hands) -> None:
    """What one window codes the other one shows by itself: in its text, tree, list and status line."""
    first.come_forward()
    first.select(MONDAY)
    first.click(first.desk.codes.tree.viewport(), first.swatch(first.code("Trust")))
    assert first.coded() == [("Trust", MONDAY)]
    second.qtbot.waitUntil(lambda: len(second.desk.reader.view.scene.marks) == 1)
    assert second.told == "Changed in another window: Code “Trust” on 7 words."
    assert second.desk.codes.tree.codes_model.counts(second.code("Trust")) == (1, 1)
    second.shot("20-second-window")


def a_stale_selection_is_refused(first: Hands, second: Hands) -> None:
    """A passage selected before the other window corrected the text is not stored over other words."""
    second.come_forward()
    second.select(HOUR)
    hold_the_poll(second)
    first.come_forward()
    first.select(FEELS)
    first.press(Qt.Key.Key_E, CONTROL | SHIFT)
    first.press(Qt.Key.Key_End)
    first.type(" all day")
    first.shot("21-correction")
    first.press(Qt.Key.Key_Return)
    assert f"{FEELS} all day. The workload" in first.project.documents.text(1)
    before = content(first.project)
    second.come_forward()
    second.type("tru")
    second.press(Qt.Key.Key_Return)
    assert second.told == "The text was changed in another window, so nothing was coded. Select the passage again."
    assert content(first.project) == before
    assert f"{FEELS} all day. The workload" in second.desk.reader.view.scene.document.text
    assert second.window.bus.selection is None
    second.shot("22-refused")
    second.window.care.polling.start()


def hold_the_poll(hands: Hands) -> None:
    """A user who is faster than the look for others: the window does not yet know of what comes."""
    hands.window.care.polling.stop()


def undo_of_the_other_asks(first: Hands, second: Hands) -> None:
    """The last step is the other window's, which is open: it is named, and undone only after a yes."""
    before = content(second.project)
    asked: list[str] = []

    def say(button: str) -> Callable[[QDialog], None]:
        def answer(dialog: QDialog) -> None:
            asked.append(dialog.accessibleDescription())
            second.shot("23-ask", dialog)
            second.answer(dialog, button)

        return answer

    second.come_forward()
    second.meanwhile(lambda: second.press(Qt.Key.Key_Z, CONTROL), say("Cancel"))
    assert content(second.project) == before
    second.meanwhile(lambda: second.press(Qt.Key.Key_Z, CONTROL), say("Undo it"))
    assert asked[0] == asked[1]
    assert asked[0].startswith("The last step (Correct the text of “Teacher 1”) was done in the window opened at ")
    assert "all day" not in second.project.documents.text(1)
    first.qtbot.waitUntil(lambda: "all day" not in first.desk.reader.view.scene.document.text)


def test_a_window_and_commands_on_one_project(hands: Hands, study: Path, tmp_path: Path) -> None:
    hands.window.doors.open(str(study))
    hands.select(MONDAY)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.type("tru")
    hands.press(Qt.Key.Key_Return)
    refused = run("undo", str(study))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("qdesk: The last step (Code “Trust” on 7 words) was done in the window opened at ")
    assert refused.stderr.strip().endswith("Use --force to undo it.")
    assert hands.coded() == [("Trust", MONDAY)]
    table = tmp_path / "codings.csv"
    table.write_text(f"document,code,quote\nTeacher 1,Time,{HOUR}\n", encoding="utf-8")
    coded = run("code", str(study), str(table))
    assert coded.returncode == 0, coded.stderr
    hands.qtbot.waitUntil(lambda: len(hands.desk.reader.view.scene.marks) == 2)
    assert hands.coded() == [("Trust", MONDAY), ("Time", HOUR)]
    assert run("undo", str(study)).returncode == 0
    forced = run("undo", str(study), "--force")
    assert (forced.returncode, forced.stdout) == (0, "Undone: Code “Trust” on 7 words\n")
    hands.qtbot.waitUntil(lambda: len(hands.desk.reader.view.scene.marks) == 0)
    assert hands.coded() == []
    assert run("check", str(study)).stdout == "ok\n"
    redone = hands.window.actions_table["redo"]
    assert redone.text() == "Redo: Code “Trust” on 7 words"
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert hands.coded() == [("Trust", MONDAY)]
