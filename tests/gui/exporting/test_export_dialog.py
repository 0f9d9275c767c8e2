"""The dialog of the Word report: choices, preview, file."""

import io

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from qdesk.errors import QDeskError
from qdesk.exporters.options import PRESETS, ReportOptions
from qdesk.gui.bus import Bus
from qdesk.gui.exporting.choices import keep_options, kept_options
from qdesk.gui.exporting.dialog import ExportDialog
from qdesk.store.project import Project


def child(dialog, name):
    return dialog.findChild(object, name)


def facts(dialog):
    return child(dialog, "dialog_facts").words


def where(dialog):
    return dialog._where.text()


def text_of_pages(dialog):
    documents = dict.fromkeys(page.document for page in dialog._pages.pages)
    return "\n".join(document.toPlainText() for document in documents)


def words_of(path):
    file = docx.Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


@pytest.fixture
def save_as(monkeypatch):
    def choose(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return choose


def test_the_first_preview_holds_everything_and_says_how_much(dialog):
    assert facts(dialog) == "3 pages, 4 quotes from 2 participants. The preview follows every change."
    assert [page.section for page in dialog._pages.pages] == [
        "Findings", "Appendix A: Codebook", "Appendix B: Co-occurrence",
    ]  # fmt: skip
    assert where(dialog) == "page 1 of 3"
    assert "[We decided together.] (Teacher 2, ¶1)" in text_of_pages(dialog)


def test_the_codebook_lies_on_its_side(dialog):
    sizes = [page.size for page in dialog._pages.pages]
    assert [size.width() > size.height() for size in sizes] == [False, True, False]


def test_pages_are_turned_by_button_key_and_wheel(dialog, qtbot):
    assert not dialog._back.isEnabled()
    dialog._next.click()
    assert (where(dialog), dialog._heading.text()) == ("page 2 of 3", "Appendix A: Codebook")
    qtbot.keyClick(dialog._view, Qt.Key.Key_PageDown)
    assert where(dialog) == "page 3 of 3"
    assert not dialog._next.isEnabled()
    dialog._view.turned.emit(-5)
    assert where(dialog) == "page 1 of 3"


def test_the_reflexive_preset_leaves_the_counts_out(dialog, settled):
    assert "2 of 2" in text_of_pages(dialog)
    child(dialog, "report_preset").setCurrentText("Reflexive TA")
    assert "Counts are left out" in dialog._form._note.words
    settled(dialog)
    assert "2 of 2" not in text_of_pages(dialog)
    assert dialog._form.options.counts is PRESETS["Reflexive TA"].counts


def test_a_section_that_is_switched_on_is_shown(dialog, settled):
    box = child(dialog, "section_codebook")
    assert isinstance(box, QCheckBox)
    box.click()
    settled(dialog)
    assert [page.section for page in dialog._pages.pages] == ["Findings", "Appendix A: Co-occurrence"]
    box.click()
    settled(dialog)
    assert dialog._heading.text() == "Appendix A: Codebook"


def test_without_sections_there_is_nothing_to_export(dialog, settled):
    for name in ("findings", "codebook", "cooccurrence"):
        child(dialog, f"section_{name}").click()
    settled(dialog)
    assert not child(dialog, "export_act").isEnabled()
    assert "no sections" in child(dialog, "dialog_failure").words
    child(dialog, "section_findings").click()
    settled(dialog)
    assert child(dialog, "export_act").isEnabled()
    assert facts(dialog).startswith("1 page, 4 quotes")


def test_quotes_per_code_stars_and_spread(dialog, settled):
    assert child(dialog, "quotes_per_code").currentText() == "3"
    assert child(dialog, "spread").isEnabled()
    child(dialog, "quotes_per_code").setCurrentText("All")
    assert not child(dialog, "spread").isEnabled()
    child(dialog, "quotes_per_code").setCurrentText("1")
    settled(dialog)
    assert ", 2 of 4 quotes from 1 participant" in facts(dialog)
    child(dialog, "starred_only").click()
    settled(dialog)
    assert ", 1 of 4 quotes from 1 participant" in facts(dialog)


def test_the_citation_is_read_out_and_a_bad_one_is_said(dialog, settled):
    field = child(dialog, "citation_pattern")
    assert isinstance(field, QLineEdit)
    reads, wrong = dialog._form.citation._reads, dialog._form.citation._wrong
    assert reads.words == "reads (Teacher 1, ¶1)"
    field.setText("[{speaker}, {attribute:Age}]")
    assert reads.words == "reads [Teacher 1, 41]"
    settled(dialog)
    assert "[Teacher 1, 41]" in text_of_pages(dialog)
    field.setText("({line})")
    assert "{line}" in wrong.words
    assert wrong.isVisible()
    assert not reads.isVisible()
    assert not child(dialog, "export_act").isEnabled()
    field.setText("({document})")
    settled(dialog)
    assert child(dialog, "export_act").isEnabled()


def test_the_file_holds_what_was_chosen_and_the_choices_are_kept(
    dialog, settled, save_as, tmp_path, qtbot, bus, project
):
    child(dialog, "section_cooccurrence").click()
    child(dialog, "citation_pattern").setText("<{participant}>")
    settled(dialog)
    save_as(tmp_path / "Chapter 4.docx")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        child(dialog, "export_act").click()
    written = words_of(tmp_path / "Chapter 4.docx")
    assert "“We had the room.” <Teacher 1>" in written
    assert "Co-occurrence" not in written
    assert bus.heard == ["Exported Chapter 4.docx."]
    kept = kept_options(project)
    assert (kept.citation, kept.sections) == ("<{participant}>", ("findings", "codebook"))
    assert project.history.steps()[0].label == "Set up the report"


def test_unchanged_choices_make_no_step(dialog, save_as, tmp_path, qtbot, project):
    before = len(project.history.steps())
    save_as(tmp_path / "Report")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        child(dialog, "export_act").click()
    assert (tmp_path / "Report.docx").exists()
    assert len(project.history.steps()) == before


def test_a_name_we_complete_never_replaces_a_file(dialog, save_as, tmp_path, qtbot, bus):
    (tmp_path / "Report.docx").write_text("mine", encoding="utf-8")
    save_as(tmp_path / "Report")
    child(dialog, "export_act").click()
    qtbot.waitUntil(lambda: child(dialog, "dialog_failure").isVisible(), timeout=20_000)
    assert "is there already" in child(dialog, "dialog_failure").words
    assert (tmp_path / "Report.docx").read_text(encoding="utf-8") == "mine"
    assert dialog.isVisible()
    assert child(dialog, "export_act").isEnabled()
    assert not bus.heard


def test_a_file_that_cannot_be_written_is_one_sentence_and_the_dialog_stays(dialog, save_as, tmp_path, qtbot):
    save_as(tmp_path / "no such folder" / "Report.docx")
    child(dialog, "export_act").click()
    qtbot.waitUntil(lambda: child(dialog, "dialog_failure").isVisible(), timeout=20_000)
    assert "There is no folder" in child(dialog, "dialog_failure").words
    assert dialog.isVisible()


def test_cancel_in_the_file_dialog_and_cancel_keep_nothing(dialog, save_as, settled, project):
    child(dialog, "citation_pattern").setText("{document}")
    settled(dialog)
    save_as("")
    child(dialog, "export_act").click()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog._thread.isRunning()
    assert kept_options(project).citation == "({participant}, ¶{paragraph})"


def test_what_another_window_codes_stands_in_the_next_preview(dialog, settled, project):
    with project.change("Code"):
        trust = project.codes.find(("Climate", "Trust")).id
        project.codings.remove([coding.id for coding in project.codings.list() if coding.code == trust])
    child(dialog, "starred_only").click()
    child(dialog, "starred_only").click()
    settled(dialog)
    assert ", 1 quote from 1 participant" in facts(dialog)


def test_a_study_without_codes_can_be_looked_at(qtbot, dressed, tmp_path, settled):
    with Project.create(tmp_path / "empty.qdesk", "window") as empty:
        dialog = ExportDialog(None, Bus(empty))
        qtbot.addWidget(dialog)
        settled(dialog)
        assert facts(dialog).startswith("2 pages, 0 quotes")
        assert "Teacher 7, ¶14" in dialog._form.citation._reads.words
        dialog.reject()


def test_a_read_only_project_keeps_nothing(project, bus):
    project.read_only = True
    keep_options(bus, ReportOptions(citation="{document}"))
    project.read_only = False
    assert project.settings.get("report") == ""


def test_paper_stays_white_in_the_dark(dialog, dressed):
    dressed.set_theme("dark")
    picture = dialog._view._paper._drawn(dialog._pages, dialog._view._paper.page_size()).toImage()
    assert picture.pixelColor(5, 5).name() == "#ffffff"
    dark = sum(
        picture.pixelColor(x, y).lightness() < 100
        for x in range(0, picture.width(), 3)
        for y in range(picture.height())
    )
    assert dark > 50


def test_page_width_is_larger_than_the_whole_page(dialog):
    dialog.resize(1168, 796)
    paper = dialog._view._paper
    before = paper.height()
    child(dialog, "page_zoom").setCurrentText("Page width")
    assert paper.height() > before


def test_a_bug_in_the_worker_reaches_the_window(dialog, qtbot, monkeypatch):
    monkeypatch.setattr("qdesk.gui.exporting.worker.build_report", lambda *_: 1 / 0)
    with qtbot.captureExceptions() as raised:
        child(dialog, "starred_only").click()
        qtbot.waitUntil(lambda: bool(raised), timeout=10_000)
    assert raised[0][0] is ZeroDivisionError


def test_a_known_error_of_the_store_is_said(dialog, qtbot, monkeypatch):
    def locked(*_):
        raise QDeskError("Another window is writing.")

    monkeypatch.setattr("qdesk.gui.exporting.worker.build_report", locked)
    child(dialog, "starred_only").click()
    qtbot.waitUntil(lambda: child(dialog, "dialog_failure").isVisible(), timeout=10_000)
    assert child(dialog, "dialog_failure").words == "Another window is writing."
