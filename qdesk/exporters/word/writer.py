"""Writes a whole report, section by section."""

from qdesk.exporters.report import CodebookSection, CooccurrenceSection, FindingsSection, Report, Section
from qdesk.exporters.word.codebook import codebook
from qdesk.exporters.word.cooccurrence import PORTRAIT_CODES, cooccurrence
from qdesk.exporters.word.findings import findings
from qdesk.exporters.word.pages import Pages


def write_report(report: Report) -> bytes:
    """The report as a .docx file; each section begins on a new page, wide ones in landscape."""
    pages = Pages(report.title)
    for section in report.sections:
        pages.start_section(landscape=_is_wide(section))
        match section:
            case CodebookSection():
                pages.add(codebook(section, pages.width))
            case FindingsSection():
                pages.add(findings(section))
            case CooccurrenceSection():
                pages.add(cooccurrence(section, pages.width, pages.picture))
    return pages.save()


def _is_wide(section: Section) -> bool:
    match section:
        case CodebookSection():
            return True
        case FindingsSection():
            return False
        case CooccurrenceSection():
            return len(section.names) > PORTRAIT_CODES
