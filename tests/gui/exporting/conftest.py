"""A small study, and the dialog that exports it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qdesk.gui.bus import Bus
from qdesk.gui.exporting.dialog import ExportDialog
from qdesk.gui.look.theme import Look
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span

URDU = "ہم نے مل کر فیصلہ کیا۔"
TEXTS = {"Teacher 1": "We had the room. Nobody asked me to start.", "Teacher 2": f"We were heard. {URDU}"}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two participants, a theme with two codes, four quotes, one in Urdu with its translation."""
    with Project.create(tmp_path / "Rooms.qdesk", "window") as project:
        with project.change("Study"):
            documents = {}
            for name, text in TEXTS.items():
                case = project.cases.add(name)
                project.cases.set_values(case, {"Age": "41"})
                documents[name] = project.documents.add(NewDocument(name, text, "txt"), case)
            theme = project.codes.add("Climate", kind="theme")
            trust, room = (project.codes.add(name, theme) for name in ("Trust", "Room"))
            first, second = documents.values()
            project.codings.add(first, room, Span(0, 16), starred=True)
            project.codings.add(first, trust, Span(7, 30))
            project.codings.add(second, trust, Span(0, 14))
            start = TEXTS["Teacher 2"].index(URDU)
            project.codings.add(second, trust, Span(start, start + len(URDU)), comment="[We decided together.]")
        yield project


@pytest.fixture
def bus(dressed: Look, project: Project) -> Bus:
    """The window's bus, which keeps what was told."""
    bus = Bus(project)
    bus.heard = []
    bus.told.connect(lambda sentence, undo: bus.heard.append(sentence))
    return bus


@pytest.fixture
def settled(qtbot) -> Callable[[ExportDialog], ExportDialog]:
    """Wait until the preview follows the last change."""

    def wait(dialog: ExportDialog) -> ExportDialog:
        qtbot.waitUntil(lambda: not dialog._pause.isActive() and not dialog._is_building, timeout=10_000)
        return dialog

    return wait


@pytest.fixture
def dialog(qtbot, bus: Bus, settled) -> Iterator[ExportDialog]:
    """The dialog with its first preview."""
    dialog = ExportDialog(None, bus)
    qtbot.addWidget(dialog)
    dialog.show()
    yield settled(dialog)
    qtbot.waitUntil(lambda: not dialog._is_writing, timeout=10_000)
    dialog.reject()
