"""Long reports are shown from their beginning; nothing is left out of the file."""

from qdesk.exporters.report import Caption, CodebookRow, CodebookSection, Finding, FindingsSection, Passage, Report
from qdesk.gui.exporting.preview import PAGES, Pages
from qdesk.gui.exporting.shorten import QUOTES, ROWS, shorten


def report(codes: int, quotes: int) -> Report:
    passage = Passage(1, "We had the room, and time.", "(Teacher 1, ¶1)")
    findings = tuple(
        Finding(code, "code", 1, f"Code {code}", "What it is.", (), (passage,) * quotes) for code in range(codes)
    )
    rows = tuple(CodebookRow(code, "code", 1, f"Code {code}", "What it is.") for code in range(codes))
    codebook = CodebookSection("Codebook", Caption("Table", "A", 1, "Codebook"), ("definition",), rows, "")
    return Report("Study", (FindingsSection("Findings", findings, ""), codebook))


def test_a_short_report_is_whole():
    short = report(3, 10)
    assert shorten(short) == (short, False)


def test_a_long_one_keeps_its_first_quotes_and_rows():
    shown, is_shortened = shorten(report(400, 50))
    findings, codebook = shown.sections
    assert is_shortened
    assert sum(len(finding.quotes) for finding in findings.findings) == QUOTES
    assert len(codebook.rows) == ROWS


def test_no_more_pages_than_the_cap_are_shown(qapp):
    wordy = Passage(1, "word " * 600, "(Teacher 1, ¶1)", block=True)
    findings = (Finding(1, "code", 1, "Trust", "", (), (wordy,) * 200),)
    pages = Pages(Report("Study", (FindingsSection("Findings", findings, ""),)))
    assert pages.total > PAGES == len(pages.pages)


def test_line_breaks_in_a_quote_stay_in_its_paragraph(qapp):
    passage = Passage(1, "one\ntwo", "(Teacher 1, ¶1)")
    findings = (Finding(1, "code", 1, "Trust", "", (), (passage,)),)
    document = Pages(Report("Study", (FindingsSection("Findings", findings, ""),))).pages[0].document
    assert document.lastBlock().text() == "“one\u2028two” (Teacher 1, ¶1)"


def test_sections_that_did_not_change_keep_their_pages(qapp):
    before = Pages(report(3, 2))
    findings, codebook = report(3, 1).sections
    after = Pages(Report("Study", (findings, codebook)), before)
    assert after.pages[0].document is not before.pages[0].document
    assert after.pages[-1].document is before.pages[-1].document
