"""The written file is read back with python-docx and, where it has no word for a thing, by its XML."""

import io
import re
import struct
import zipfile
import zlib
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from small_study import LONG, MIXED, NASTY, SHORT, TABBED, TRANSLATION, URDU

from qdesk.exporters.build import build_report
from qdesk.exporters.options import PRESETS, ReportOptions
from qdesk.exporters.report import CooccurrenceTable, Report
from qdesk.exporters.word import write_report
from qdesk.store.project import Project


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def table_of(count: int) -> CooccurrenceTable:
    names = tuple(f"Code {number}" for number in range(count))
    return CooccurrenceTable(names, tuple(tuple(i * j % 7 for j in range(count)) for i in range(count)))


def read(report: Report) -> Any:
    return docx.Document(io.BytesIO(write_report(report)))


@pytest.fixture
def document(study: Project) -> Any:
    return read(build_report(study, PRESETS["Codebook TA"], table_of(3), png(3000, 2000)))


def texts(document: Any, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name == style]


def test_headings_are_real_and_in_order(document: Any) -> None:
    headings = [(one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "Findings"),
        ("Heading 2", "Theme 1: Collaboration & <shared> decisions"),
        ("Heading 3", "Ways of meeting"),
        ("Heading 4", "Shared decisions"),
        ("Heading 3", "Trust"),
        ("Heading 2", "Theme 2: Empty theme"),
        ("Heading 2", "Codes outside the themes"),
        ("Heading 3", "=1+1"),
        ("Heading 1", "Appendix A: Codebook"),
        ("Heading 1", "Appendix B: Co-occurrence"),
    ]


def test_quotes_keep_every_character(document: Any) -> None:
    assert texts(document, "Quotation") == [
        f"“{SHORT}” (Teacher 7, ¶1)",
        "“I leave my door open now.” [Meine Tür steht jetzt offen.] (Teacher 12, ¶3)",
        f"“{TABBED}” (Teacher 12, ¶1)",
        f"“{NASTY}” (Teacher 12, ¶2)",
    ]
    assert texts(document, "Block Quotation") == [
        f"{LONG} (Teacher 7, ¶2)",
        URDU,
        f"[{TRANSLATION}] (Teacher 7, ¶3)",
        f"{MIXED} (Teacher 7, ¶4)",
    ]
    assert texts(document, "Code Definition") == ["Where and when.", "Relying on others."]
    assert texts(document, "Body Text") == ["Decisions were made in rooms.", "Or in corridors."]


def test_right_to_left_runs_are_marked_with_their_language(document: Any) -> None:
    mixed = next(one for one in document.paragraphs if one.text.startswith(MIXED))
    assert mixed._p.pPr.find(qn("w:bidi")) is not None
    runs = [(run.text, run.font.rtl, run._r.find(".//" + qn("w:lang"))) for run in mixed.runs]
    assert [(text, rtl) for text, rtl, _ in runs] == [
        ("ہم نے ", True), ("feedback form", None), (" بھرا، 12 بار۔ ", True), ("(Teacher 7, ¶4)", None),
    ]  # fmt: skip
    assert runs[0][2].get(qn("w:bidi")) == "ur-PK"
    left = next(one for one in document.paragraphs if one.text.startswith(LONG))
    assert left._p.pPr.find(qn("w:bidi")) is None


def test_header_row_repeats_and_no_row_splits(document: Any) -> None:
    for table in document.tables:
        marks = [row._tr.trPr for row in table.rows]
        assert [mark.find(qn("w:tblHeader")) is not None for mark in marks] == [True] + [False] * (len(marks) - 1)
        assert all(mark.find(qn("w:cantSplit")) is not None for mark in marks)
        assert table._tbl.tblPr.find(qn("w:tblDescription")) is not None


def test_codebook_table(document: Any) -> None:
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        "Theme and code", "Definition", "Include when", "Exclude when", "Example", "Quotes", "Participants",
    ]  # fmt: skip
    theme = table.rows[1]
    assert len(theme._tr.tc_lst) == 1
    assert theme._tr.tc_lst[0].grid_span == 7
    assert theme._tr.tc_lst[0].tcPr.find(qn("w:shd")).get(qn("w:fill")) == "EDEDED"
    trust = next(row for row in table.rows if row.cells[0].text == "Trust")
    assert [cell.text for cell in trust.cells[1:]] == [
        "Relying on others.", "relied upon", "",
        "“I leave my door open now.” [Meine Tür steht jetzt offen.] (Teacher 12, ¶3)", "4", "2 of 2",
    ]  # fmt: skip
    borders = {edge.tag for edge in document.styles["Thesis Table"].element.iter(qn("w:left"), qn("w:insideV"))}
    assert borders <= {qn("w:left")}, "cell margins only: no vertical rules"


def test_captions_are_numbered_by_fields(document: Any) -> None:
    captions = texts(document, "Caption")
    assert [caption.split("\n")[0] for caption in captions] == ["Table A1", "Table B1", "Figure B1"]
    fields = [one.text.strip() for one in document.element.iter(qn("w:instrText"))]
    assert fields == [r"SEQ Table \* ARABIC \r 1", r"SEQ Table \* ARABIC \r 1", r"SEQ Figure \* ARABIC \r 1"]


def test_pages_turn_for_the_codebook_and_are_numbered(document: Any) -> None:
    sections = list(document.sections)
    assert [one.orientation for one in sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    assert [round(one.page_width.mm) for one in sections] == [210, 297, 210]
    assert all("PAGE" in one.footer._element.xml for one in sections)


def test_figure_fits_the_page_and_is_told_in_words(document: Any) -> None:
    (shape,) = document.inline_shapes
    section = document.sections[-1]
    assert shape.width <= section.page_width - section.left_margin - section.right_margin
    assert shape.width / shape.height == pytest.approx(1.5, rel=0.01)
    assert shape._inline.docPr.get("descr").startswith("Heat map of the co-occurrence of 3 codes.")


@pytest.mark.parametrize(
    ("count", "tables", "landscape"), [(1, 1, False), (15, 1, False), (16, 1, True), (60, 3, True)]
)
def test_cooccurrence_table_fits_its_page(study: Project, count: int, tables: int, landscape: bool) -> None:
    document = read(build_report(study, ReportOptions(sections=("cooccurrence",)), table_of(count)))
    assert len(document.tables) == tables
    assert (document.sections[0].orientation == WD_ORIENT.LANDSCAPE) is landscape
    shown = [cell.text for table in document.tables for row in table.rows[1:] for cell in row.cells[1:] if cell.text]
    assert len(shown) == count * (count + 1) // 2, "every pair once, and the diagonal"


def test_no_trace_of_other_programs(study: Project) -> None:
    data = write_report(build_report(study, ReportOptions(title="Chapter 4")))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.comments) == ("Chapter 4", "", "")
    archive = zipfile.ZipFile(io.BytesIO(data))
    whole = b"".join(archive.read(name) for name in archive.namelist())
    assert not re.search(rb"python-docx|Calibri|4F81BD", whole)


def test_twelve_levels_of_themes_and_an_empty_study(project: Project) -> None:
    assert texts(read(build_report(project, ReportOptions())), "Body Text") == ["The study has no codes yet."] * 2
    with project.change("Deep"):
        parent = None
        for level in range(12):
            parent = project.codes.add(f"Level {level}\x0b", parent, kind="theme")
    document = read(build_report(project, ReportOptions()))
    assert [one.style.name for one in document.paragraphs if one.text.startswith("Level 11")] == ["Heading 9"]


def test_every_style_in_use_is_defined(document: Any) -> None:
    defined = {style.style_id for style in document.styles}
    used = {one.get(qn("w:val")) for one in document.element.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= defined
