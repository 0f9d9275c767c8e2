"""A project with themes and codes, and a bus that writes to it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qdesk.gui.bus import Bus
from qdesk.gui.codes.panel import CodesPanel
from qdesk.gui.codes.view import CodeTree
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span

THEMES = {
    "Collaboration": ["Shared decisions", "Trust", "Team planning"],
    "Challenges": ["Workload", "Time to meet", "Unclear roles"],
    "Growth": ["Mentoring"],
}
TEXT = "Teacher 7: The timetable, two years ago. Before that it came down from the office in August.\n" * 20


class Coded(dict[str, int]):
    """Ids of codes by name; ``document`` is the interview's."""

    document: int


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        yield project


@pytest.fixture
def ids(project: Project) -> Coded:
    """The tree of THEMES; Trust has three quotes, Workload one."""
    ids = Coded()
    with project.change("Set up"):
        ids.document = project.documents.add(NewDocument(name="Teacher 7", text=TEXT, format="txt"))
        for theme, codes in THEMES.items():
            ids[theme] = project.codes.add(theme, kind="theme")
            for code in codes:
                ids[code] = project.codes.add(code, parent=ids[theme])
        for start in (0, 100, 200):
            project.codings.add(ids.document, ids["Trust"], Span(start, start + 10))
        project.codings.add(ids.document, ids["Workload"], Span(50, 60))
    return ids


class NotingBus(Bus):
    """The window's bus, which also notes the labels of the acts."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self.labels: list[str] = []

    def run(self, label: str, act: Callable[[], Any], *, told: str = "", why: str | None = None) -> Any:
        self.labels.append(label)
        return super().run(label, act, told=told, why=why)


@pytest.fixture
def bus(qtbot: object, project: Project) -> NotingBus:
    return NotingBus(project)


@pytest.fixture
def panel(qtbot: Any, bus: NotingBus, ids: Coded) -> CodesPanel:
    """The panel on the screen, 296 px wide as in the pictures."""
    panel = CodesPanel(bus)
    qtbot.addWidget(panel)
    panel.resize(296, 480)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def tree(panel: CodesPanel) -> CodeTree:
    return panel.tree
