"""What looks after a project ends with it, and what it remembers is written in time."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from qdesk.gui.bus import Bus
from qdesk.gui.window.care import Care
from qdesk.gui.window.desk import Desk
from qdesk.store.project import Project


def test_nothing_begins_after_the_stop(qtbot: Any, tmp_path: Path) -> None:
    parent = QObject()
    project = Project.create(tmp_path / "study.qdesk", "window")
    care = Care(project, parent)
    timers = care.findChildren(QTimer)
    assert len(timers) == 4
    care.stop()
    project.close()
    assert not any(timer.isActive() for timer in timers)


def test_digits_are_written_after_a_pause_or_with_the_layout(qtbot: Any, dressed: Any, tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        with project.change("Set up"):
            code = project.codes.add("Trust")
        desk = Desk(Bus(project))
        qtbot.addWidget(desk)
        desk.coding.pin(code)
        assert project.layout.get("digits") is None
        desk.keep()
        assert project.layout.get("digits")["pinned"] == [code]
        desk.coding.pin(code)
        qtbot.waitUntil(lambda: project.layout.get("digits")["pinned"] == [], timeout=6_000)
