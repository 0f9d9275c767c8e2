"""export: every quote, its characters unchanged, in Word and as a table."""

import csv

import pytest
from docx import Document

WHATS = ["codebook", "findings", "report", "quotes"]


def paragraphs(path):
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


@pytest.mark.parametrize("what", WHATS)
def test_word_opens_and_stays_as_it_is_without_force(qdesk, coded, tmp_path, what):
    out = tmp_path / f"{what}.docx"
    assert qdesk("export", what, coded, out) == (0, f"{out}\n", "")
    assert Document(str(out)).element.body is not None
    before = out.read_bytes()
    again = qdesk("export", what, coded, out)
    assert again.status == 1
    assert "--force" in again.err
    assert out.read_bytes() == before
    assert qdesk("export", what, coded, out, "--force").status == 0


@pytest.mark.parametrize("what", ["findings", "report", "quotes"])
def test_every_quote_is_in_the_document(qdesk, coded, tmp_path, what):
    out = tmp_path / "x.docx"
    qdesk("export", what, coded, out)
    text = "\n".join(paragraphs(out))
    for quote in ("We had trust", "we had trust", "We had “th", "the room", "ust, we had trust"):
        assert quote in text
    assert "(Ann, ¶2)" in text


def test_a_long_quote_with_breaks_and_spaces_keeps_its_characters(qdesk, project, tmp_path, table):
    qdesk("code", project, table("document,code,start,end", "Ann,A,30,144"))
    (quote,) = [row["quote"] for row in qdesk("list", project, "codings", "--json").rows]
    qdesk("export", "findings", project, tmp_path / "x.docx")
    assert quote in "\n".join(paragraphs(tmp_path / "x.docx"))
    qdesk("export", "quotes", project, tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == [quote]


def test_options_narrow_the_quotes(qdesk, coded, tmp_path, table):
    qdesk("code", coded, table("document,code,start,end,starred", "Ann,Voice,125,131,1"))
    qdesk("export", "findings", coded, tmp_path / "one.docx", "--starred", "--citation", "[{document}]")
    text = "\n".join(paragraphs(tmp_path / "one.docx"))
    assert "“Señora” [Ann]" in text
    assert "we had trust" not in text
    qdesk("export", "findings", coded, tmp_path / "two.docx", "--quotes-per-code", "1")
    assert "\n".join(paragraphs(tmp_path / "two.docx")).count("(Ann, ¶") + 1 >= 3
    assert qdesk("export", "findings", coded, tmp_path / "three.docx", "--citation", "{shoe size}").status == 1


def test_report_holds_the_figure_and_the_table_of_codes_in_use(qdesk, coded, tmp_path, figures):
    qdesk("export", "report", coded, tmp_path / "x.docx")
    (figure,) = figures
    assert figure.heatmap.names == ("Trust", "Room", "Voice")
    document = Document(str(tmp_path / "x.docx"))
    assert len(document.inline_shapes) == 1
    assert any("Voice" in cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_csv_of_quotes_and_codebook(qdesk, coded, tmp_path, table):
    assert qdesk("export", "quotes", coded, tmp_path / "quotes.csv").status == 0
    with (tmp_path / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["participant"], row["path"], row["quote"]) for row in rows][-1] == (
        "Bob",
        "Climate > Trust",
        "we had trust",
    )
    assert len(rows) == 6
    assert qdesk("export", "codebook", coded, tmp_path / "codebook.csv").status == 0
    qdesk("new", tmp_path / "copy.qdesk")
    assert qdesk("codebook", tmp_path / "copy.qdesk", tmp_path / "codebook.csv").out == "5 codes made\n"
    wanted = [(code["path"], code["kind"], code["colour"]) for code in qdesk("list", coded, "codes", "--json").rows]
    copied = qdesk("list", tmp_path / "copy.qdesk", "codes", "--json").rows
    assert [(code["path"], code["kind"], code["colour"]) for code in copied] == wanted


@pytest.mark.parametrize("what", WHATS)
def test_an_empty_project_exports(qdesk, tmp_path, what):
    qdesk("new", tmp_path / "empty.qdesk")
    assert qdesk("export", what, tmp_path / "empty.qdesk", tmp_path / "empty.docx").status == 0
    assert Document(str(tmp_path / "empty.docx")).paragraphs


def test_places_and_kinds_that_cannot_be(qdesk, coded, tmp_path):
    assert "ends in .docx or .csv" in qdesk("export", "report", coded, tmp_path / "x.pdf").err
    assert "can only be a Word document" in qdesk("export", "findings", coded, tmp_path / "x.csv").err
    assert "There is no folder" in qdesk("export", "report", coded, tmp_path / "none" / "x.docx").err
    assert not list(tmp_path.glob("x.*"))
