"""A project to import into, test material from outside, and dialogs that are answered while they run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from qdesk.gui.bus import Bus
from qdesk.gui.importing.dialog import ImportDialog
from qdesk.gui.look.theme import Look
from qdesk.store.project import Project

TALK = "Interviewer: How did it begin?\n{0}: With a room of our own.\nInterviewer: And then?\n{0}: Then we met in it.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        yield project


@pytest.fixture
def bus(dressed: Look, project: Project) -> Bus:
    """The window's bus, which keeps what was told."""
    bus = Bus(project)
    bus.heard = []
    bus.told.connect(lambda sentence, undo: bus.heard.append((sentence, undo)))
    return bus


@pytest.fixture
def talks(tmp_path: Path) -> Callable[..., list[Path]]:
    """Make interviews of the people named, each with two questions."""

    def make(*people: str) -> list[Path]:
        folder = tmp_path / "talks"
        folder.mkdir(exist_ok=True)
        paths = [folder / f"{name}.txt" for name in people]
        for path in paths:
            path.write_text(TALK.format(path.stem), encoding="utf-8")
        return paths

    return make


@pytest.fixture
def opened(qtbot, bus: Bus) -> Iterator[Callable[[list[Path]], ImportDialog]]:
    """Open the dialog on files, and wait until all of them are read."""
    dialogs: list[ImportDialog] = []

    def show(paths: list[Path]) -> ImportDialog:
        dialog = ImportDialog(None, bus, paths)
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.findChild(object, "import_progress").isVisible(), timeout=20_000)
        return dialog

    yield show
    for dialog in dialogs:
        dialog.reject()


@pytest.fixture
def while_running() -> Callable[[Callable[[QDialog], None]], None]:
    """Act on the dialog that runs next."""

    def prepare(act: Callable[[QDialog], None]) -> None:
        QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))

    return prepare
