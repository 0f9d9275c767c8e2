"""The dialog before an import: what it says of the files, what can be corrected, what is stored."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QRadioButton, QWidget

from qdesk.gui.bus import Bus
from qdesk.gui.importing.dialog import ImportDialog
from qdesk.gui.importing.filelist import STATE
from qdesk.gui.importing.flow import import_files
from qdesk.gui.look.theme import look
from qdesk.importers import read_document
from qdesk.importers.documents import store_documents
from qdesk.store.project import Project


def child(dialog, name):
    return dialog.findChild(object, name)


def look_at(dialog, row):
    view = child(dialog, "import_files")
    view.setCurrentIndex(view.model().index(row, 0))


def states(dialog):
    model = child(dialog, "import_files").model()
    return [model.index(row, 0).data(STATE) for row in range(model.rowCount())]


def ticks(dialog):
    model = child(dialog, "import_files").model()
    role = Qt.ItemDataRole.CheckStateRole
    return [model.index(row, 0).data(role) == Qt.CheckState.Checked for row in range(model.rowCount())]


def press(dialog):
    child(dialog, "import_act").click()


def facts(dialog):
    return child(dialog, "dialog_facts").words


def test_what_is_ticked_is_stored_as_one_step_with_speakers_and_participant(opened, talks, project, bus):
    dialog = opened(talks("Teacher 1", "Teacher 2"))
    assert child(dialog, "import_act").text() == "Import 2 interviews"
    press(dialog)
    assert [document.name for document in project.documents.list()] == ["Teacher 1", "Teacher 2"]
    assert [case.name for case in project.cases.list()] == ["Teacher 1", "Teacher 2"]
    assert [turn.is_interviewer for turn in project.turns.of(dialog.ids[0])] == [True, False, True, False]
    assert bus.heard == [("Imported 2 interviews.", True)]
    project.undo()
    assert not project.documents.list()


def test_a_file_that_cannot_be_read_is_listed_with_its_sentence_and_stops_nobody(opened, talks, tmp_path, project):
    broken = tmp_path / "talks" / "A broken one.docx"
    paths = talks("Teacher 1")
    broken.write_bytes(b"PK\x03\x04 nothing more")
    dialog = opened([broken, *paths])
    assert states(dialog)[0] == "Could not be read"
    assert "A broken one.docx" in dialog._unread._sentence.words
    assert dialog._pages.currentWidget() is dialog._unread
    assert facts(dialog) == "2 files · 1 could not be read"
    press(dialog)
    assert [document.name for document in project.documents.list()] == ["Teacher 1"]


def test_every_nasty_file_is_read_or_told(opened, shared_data):
    paths = sorted((shared_data / "nasty" / "encodings").iterdir()) + sorted((shared_data / "nasty" / "docx").iterdir())
    paths += [shared_data / "nasty" / "pdf" / "pdfminer_simple1.pdf", shared_data / "nasty" / "rtf"]
    dialog = opened(paths)
    for state in states(dialog):
        assert state == "Could not be read" or "words" in state
    assert states(dialog)[-2:] == ["Could not be read"] * 2


def test_the_same_content_is_said_and_not_ticked(opened, talks, project, tmp_path):
    first, second = talks("Teacher 1", "Teacher 2")
    store_documents(project, [read_document(first)])
    copy = tmp_path / "talks" / "Copy.txt"
    shutil.copy(second, copy)
    dialog = opened([first, second, copy])
    assert [state.partition(" · ")[2] for state in states(dialog)] == [
        "there already as “Teacher 1”", "", "the same as Teacher 2.txt",
    ]  # fmt: skip
    assert ticks(dialog) == [False, True, False]
    assert child(dialog, "import_act").text() == "Import 1 interview"


def test_space_ticks_the_row_and_without_a_tick_nothing_can_be_imported(opened, talks, qtbot):
    dialog = opened(talks("Teacher 1"))
    view = child(dialog, "import_files")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert ticks(dialog) == [False]
    assert not child(dialog, "import_act").isEnabled()


def test_a_click_on_the_box_ticks_and_a_click_on_the_name_only_shows(opened, talks, qtbot):
    dialog = opened(talks("Teacher 1", "Teacher 2"))
    view = child(dialog, "import_files")
    row = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert view.currentIndex().row() == 1
    assert ticks(dialog) == [True, True]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(32, 24))
    assert ticks(dialog) == [True, False]


def test_a_guessed_encoding_can_be_corrected(opened, shared_data):
    dialog = opened([shared_data / "nasty" / "encodings" / "es_macroman.txt"])
    reference = (shared_data / "nasty" / "encodings" / "es_reference_utf8_lf.txt").read_text(encoding="utf-8")
    combo = child(dialog, "import_encoding")
    assert combo.isVisible()
    assert combo.itemData(0) == "mac_roman"
    other = combo.findData("cp1252")
    combo.setCurrentIndex(other)
    combo.activated.emit(other)
    assert dialog._candidates[0].document.text != reference
    assert combo.currentData() == "cp1252"
    back = combo.findData("mac_roman")
    combo.activated.emit(back)
    assert dialog._candidates[0].document.text.strip() == reference.strip()


def test_other_encodings_are_offered_on_demand_where_the_file_is_certain(opened, talks):
    dialog = opened(talks("Zoë"))
    combo = child(dialog, "import_encoding")
    assert not combo.isVisible()
    child(dialog, "import_other_encoding").click()
    assert combo.isVisible()
    assert combo.currentData() == "utf-8"
    assert combo.count() > 1


def test_the_paragraph_rule_is_chosen_by_its_count_and_for_all_files(opened, tmp_path, project):
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{name} a\nb\n\nc\nd\n", encoding="utf-8")
    dialog = opened([tmp_path / "one.txt", tmp_path / "two.txt"])
    line, blank = child(dialog, "import_rule_line"), child(dialog, "import_rule_blank")
    assert isinstance(line, QRadioButton)
    assert (line.text(), blank.text()) == ("A line break · 4 paragraphs", "A blank line · 2 paragraphs")
    assert line.isChecked()
    blank.click()
    child(dialog, "import_rule_for_all").click()
    press(dialog)
    assert [document.paragraphs for document in project.documents.list()] == [2, 2]


def test_labels_are_confirmed_and_used_for_all_files_that_share_them(opened, tmp_path, project):
    talk = "Amy: Why?\nBo: So.\nAmy: Really?\nBo: Yes.\n"
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n{talk}", encoding="utf-8")
    dialog = opened([tmp_path / "one.txt", tmp_path / "two.txt"])
    speaks, asks = child(dialog, "speaks_2"), child(dialog, "asks_2")
    assert isinstance(speaks, QCheckBox)
    assert asks.accessibleName() == "Bo is an interviewer"
    asks_first = child(dialog, "asks_1")
    if asks_first.isChecked():
        asks_first.click()
    asks.click()
    child(dialog, "import_voices_for_all").click()
    assert child(dialog, "import_participant").text() == "Amy"
    press(dialog)
    for document in dialog.ids:
        turns = project.turns.of(document)
        assert [(turn.speaker_name, turn.is_interviewer) for turn in turns[:2]] == [("Amy", False), ("Bo", True)]
    assert [case.name for case in project.cases.list()] == ["Amy"]


def test_a_label_that_nobody_speaks_behind_makes_no_turn(opened, talks, project):
    dialog = opened(talks("Teacher 1"))
    child(dialog, "speaks_1").click()
    assert not child(dialog, "asks_1").isEnabled()
    press(dialog)
    assert {turn.speaker_name for turn in project.turns.of(dialog.ids[0])} == {"Teacher 1"}


def test_the_participant_can_be_named(opened, talks, project, qtbot):
    dialog = opened(talks("P1"))
    field = child(dialog, "import_participant")
    assert field.text() == "P1"
    field.selectAll()
    qtbot.keyClicks(field, "Nadia")
    press(dialog)
    assert [case.name for case in project.cases.list()] == ["Nadia"]
    assert project.documents.list()[0].case == project.cases.find("Nadia")


def test_comments_of_a_word_file_are_mentioned(opened, shared_data):
    dialog = opened([shared_data / "nasty" / "docx" / "mammoth_comments.docx"])
    count = len(dialog._candidates[0].document.comments)
    assert count
    assert "kept as" in dialog._details._remarks.words
    assert str(count) in dialog._details._remarks.words


def test_cancel_while_reading_leaves_nothing(qtbot, bus, talks, project):
    dialog = ImportDialog(None, bus, talks(*(f"Teacher {number}" for number in range(40))))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    assert dialog._reading.isFinished()
    assert not project.documents.list()


def test_cancel_while_storing_rolls_the_whole_step_back(opened, talks, project, monkeypatch):
    dialog = opened(talks("Teacher 1", "Teacher 2", "Teacher 3"))
    monkeypatch.setattr(QApplication, "processEvents", lambda *_: dialog.reject())
    press(dialog)
    assert dialog.isVisible()
    assert facts(dialog) == "Stopped; nothing was imported."
    assert not project.documents.list()
    assert not project.cases.list()
    monkeypatch.undo()
    press(dialog)
    assert len(dialog.ids) == 3


def test_timers_of_the_window_wait_while_a_step_is_stored(opened, talks, qtbot, project):
    dialog = opened(talks(*(f"Teacher {number}" for number in range(5))))
    inside = []
    timer = QTimer()
    timer.timeout.connect(lambda: inside.append(project.db.in_transaction))
    timer.start(0)
    press(dialog)
    qtbot.waitUntil(lambda: len(inside) > 0)
    assert not any(inside)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_dark_and_large(opened, talks, dressed, scale):
    dialog = opened(talks("Teacher 1"))
    dressed.set_scale(scale)
    dressed.set_theme("dark")
    image = dialog.grab().toImage()
    assert image.pixelColor(2, 2).name().upper() == dressed.tokens.surface


def test_files_are_asked_for_and_the_first_one_opens(bus, talks, project, monkeypatch, while_running, qtbot, tmp_path):
    talks("Teacher 2", "Teacher 10")
    window = QWidget()
    qtbot.addWidget(window)
    chosen = [str(tmp_path / "talks" / name) for name in ("Teacher 10.txt", "Teacher 2.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))

    def act(dialog):
        qtbot.waitUntil(lambda: child(dialog, "import_act").isEnabled(), timeout=10_000)
        press(dialog)

    while_running(act)
    with qtbot.waitSignal(bus.place_asked) as asked:
        import_files(window, bus, None)
    assert [document.name for document in project.documents.list()] == ["Teacher 2", "Teacher 10"]
    assert project.documents.get(asked.args[0].document).name == "Teacher 2"
    assert not asked.args[0].flash


@pytest.mark.parametrize(
    "name", ["Distributed leadership", "Distributed_leadership_in_forty_schools_" * 3, "a b " * 40]
)
def test_the_title_names_the_project_within_its_column(tmp_path, talks, dressed, qtbot, name):
    with Project.create(tmp_path / f"{name}.qdesk") as project:
        dialog = ImportDialog(None, Bus(project), talks("Teacher 1"))
        title = dialog._title
        begin = "Import interviews into "
        assert dialog.windowTitle().startswith(begin + name[:4])
        assert (dialog.windowTitle() == begin + name) is (name == "Distributed leadership")
        assert title.minimumSizeHint().width() <= look.px(300 - 48)
        qtbot.waitUntil(child(dialog, "import_act").isEnabled)
        dialog.reject()
        dialog.deleteLater()
