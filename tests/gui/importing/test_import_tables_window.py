"""Tables from the window: told in the status line, failed rows listed, success without a dialog."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget

from qdesk.gui.importing.tables import import_table
from qdesk.text.newdocument import NewDocument


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """Choose a table of these lines in the system's dialog."""

    def choose(*lines):
        path = tmp_path / "table.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


def test_participants_are_told_in_the_status_line(window, bus, chosen, project):
    chosen("name,Age", "Teacher 1,41", "Teacher 2,38")
    import_table(window, bus, "cases")
    assert [case.attributes for case in project.cases.list()] == [{"Age": "41"}, {"Age": "38"}]
    assert bus.heard == [("2 participants.", True)]


def test_codings_there_already_and_rows_left_out_are_told(window, bus, chosen, project, while_running):
    with project.change("Study"):
        project.documents.add(NewDocument("Teacher 1", "A room of our own, and time.", "txt"))
    chosen("document,code,quote", "Teacher 1,Room,A room of our own", "Teacher 9,Room,nowhere")
    seen = []

    def read(dialog):
        seen.append(dialog.findChild(QPlainTextEdit, "table_problem_lines").toPlainText())
        dialog.findChild(object, "button_copy").click()
        dialog.accept()

    while_running(read)
    import_table(window, bus, "codings")
    assert bus.heard[-1] == ("1 coding made, 1 row left out.", True)
    assert seen[0].startswith("line 3: ")
    assert "Teacher 9" in seen[0]
    assert QApplication.clipboard().text() == seen[0]
    while_running(lambda dialog: dialog.accept())
    import_table(window, bus, "codings")
    assert bus.heard[-1] == ("0 codings made, 1 there already, 1 row left out.", True)


def test_a_table_without_its_columns_is_one_sentence(window, bus, chosen, project, while_running):
    chosen("a,b", "1,2")
    told = []
    while_running(lambda dialog: (told.append(dialog.accessibleDescription()), dialog.accept()))
    import_table(window, bus, "codebook")
    assert "no column “code”" in told[0]
    assert not bus.heard
    assert not project.codes.list()


def test_cancel_changes_nothing(window, bus, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    import_table(window, bus, "codebook")
    assert not bus.heard
