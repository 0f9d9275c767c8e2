"""The list of documents: rows, counts, opening, renaming, deleting."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from qdesk.gui.bus import Bus
from qdesk.gui.documents.model import COUNT
from qdesk.gui.documents.panel import DocumentsPanel
from qdesk.gui.widgets.empty import EmptyState
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument, NewTurn
from qdesk.text.spans import Span

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def interview(name: str) -> NewDocument:
    text = f"{name}: It was noisy and it was not perfect."
    return NewDocument(name=name, text=text, format="txt", turns=(NewTurn(0, len(name) + 2, len(text), name),))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        yield project


@pytest.fixture
def panel(qtbot: Any, project: Project) -> DocumentsPanel:
    """Teacher 1 to Teacher 4, with 0 to 3 codings."""
    with project.change("Set up"):
        code = project.codes.add("Trust")
        for number in range(1, 5):
            document = project.documents.add(interview(f"Teacher {number}"))
            for start in range(number - 1):
                project.codings.add(document, code, Span(start, start + 5))
    bus = Bus(project)
    panel = DocumentsPanel(bus)
    qtbot.addWidget(panel)
    bus.setParent(panel)
    panel.resize(296, 260)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def rows(panel: DocumentsPanel) -> list[tuple[str, int]]:
    model = panel.list.documents_model
    indexes = [model.index(row) for row in range(model.rowCount())]
    return [(index.data(), index.data(COUNT)) for index in indexes]


def press_next(name: str) -> None:
    """Press a button of the next dialog, by its object name."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        button = dialog.findChild(QPushButton, name)
        assert button is not None
        button.click()

    QTimer.singleShot(0, press)


def test_rows_with_their_codings_follow_the_project(panel: DocumentsPanel, project: Project) -> None:
    tester = QAbstractItemModelTester(panel.list.documents_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows(panel) == [("Teacher 1", 0), ("Teacher 2", 1), ("Teacher 3", 2), ("Teacher 4", 3)]
    panel.choose(3)
    with project.change("Change"):
        project.codings.add(1, 1, Span(0, 4))
        project.documents.rename(2, "Head")
        project.documents.delete([4])
        project.documents.add(interview("Teacher 5"))
    assert rows(panel) == [("Teacher 1", 1), ("Head", 1), ("Teacher 3", 2), ("Teacher 5", 0)]
    assert panel.list.chosen() == [3]
    project.undo()
    assert rows(panel)[-1] == ("Teacher 4", 3)
    assert tester is not None


def test_a_coding_repaints_only_its_own_row(panel: DocumentsPanel, project: Project) -> None:
    told: list[int] = []
    panel.list.documents_model.dataChanged.connect(lambda first, last: told.append(first.data()))
    with project.change("Code"):
        project.codings.add(2, 1, Span(7, 9))
    assert told == ["Teacher 2"]


def test_a_click_and_enter_open(panel: DocumentsPanel) -> None:
    opened: list[int] = []
    panel.opened.connect(opened.append)
    view = panel.list
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(view.documents_model.index_of(2)).center())
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert opened == [2], "arrows only walk"
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.mouseClick(
        view.viewport(),
        LEFT,
        Qt.KeyboardModifier.ControlModifier,
        view.visualRect(view.documents_model.index_of(4)).center(),
    )
    assert opened == [2, 3]
    assert view.chosen() == [3, 4]


def test_renaming_in_the_row(panel: DocumentsPanel, project: Project, qtbot: Any) -> None:
    panel.choose(2)
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    field = panel.findChild(QLineEdit, "documentNameEditor")
    assert field is not None
    field.setText("Deputy head")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: project.documents.get(2).name == "Deputy head")


def test_deleting_asks_with_what_is_lost(panel: DocumentsPanel, project: Project) -> None:
    panel.choose(4)
    press_next("button_cancel")
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(rows(panel)) == 4
    said: list[str] = []
    QTimer.singleShot(0, lambda: said.append(QApplication.activeModalWidget().accessibleDescription()))
    press_next("button_delete")
    panel.delete_chosen()
    assert said == ["The text goes with 3 codings. Undo brings it back."]
    assert [name for name, _ in rows(panel)] == ["Teacher 1", "Teacher 2", "Teacher 3"]


def test_the_tooltip_tells_the_participant(panel: DocumentsPanel, project: Project) -> None:
    case = project.documents.get(1).case
    assert case is not None
    with project.change("Facts"):
        project.cases.set_values(case, {"School": "Rural <primary>"})
    tip = panel.list.documents_model.index_of(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Participant Teacher 1<br>School: Rural &lt;primary&gt;<br>" in tip


def test_without_documents_it_offers_to_import(panel: DocumentsPanel, project: Project) -> None:
    asked: list[None] = []
    panel.import_asked.connect(lambda: asked.append(None))
    with project.change("Delete"):
        project.documents.delete([1, 2, 3, 4])
    empty = panel.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    empty.acted.emit()
    assert len(asked) == 1


def test_letters_narrow_the_list(panel: DocumentsPanel) -> None:
    panel.open_filter()
    field = panel.findChild(QLineEdit, "documentFilter")
    assert field is not None
    QTest.keyClicks(field, "er 3")
    hidden = [panel.list.isRowHidden(row) for row in range(4)]
    assert hidden == [True, True, False, True]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not any(panel.list.isRowHidden(row) for row in range(4))
