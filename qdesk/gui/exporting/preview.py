"""The pages of a report for the screen, from the same model that is written to Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument

from qdesk.exporters.direction import is_rtl
from qdesk.exporters.report import (
    CodebookSection,
    CooccurrenceSection,
    FindingsSection,
    Report,
    Section,
)
from qdesk.gui.exporting import codebookpages, cooccurrencepages
from qdesk.gui.exporting.passages import passage_in_findings
from qdesk.gui.exporting.sheet import MARGIN, UNITS, Sheet

PAGES: Final = 60
"""No more pages than these are shown."""

_DEEPEST = 4
_FOOTER = 35.5
_NUMBER_SIZE = 10


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a part of a document. ``number`` counts from 0 within it; ``size`` is in points."""

    document: QTextDocument
    number: int
    size: QSizeF
    section: str


class Pages:
    """The pages of a report, at most `PAGES` of them; ``total`` counts all that were laid out.

    Sections that are as they were ``before`` keep their pages.
    """

    def __init__(self, report: Report, before: Pages | None = None) -> None:
        known = before.laid_out if before else []
        self.laid_out = [(section, _known(section, known) or _pages_of(section)) for section in report.sections]
        pages = [page for _section, pages in self.laid_out for page in pages]
        self.total = len(pages)
        self.pages = pages[:PAGES]

    def first_of(self, section: str) -> int:
        """Place of the first page of a section, by its title; 0 where there is none."""
        return next((place for place, page in enumerate(self.pages) if page.section == section), 0)

    def paint(self, painter: QPainter, place: int) -> None:
        """Paint a page with its number; the painter's units are points. Always black on white."""
        page = self.pages[place]
        painter.fillRect(QRectF(QRectF(0, 0, page.size.width(), page.size.height())), Qt.GlobalColor.white)
        painter.save()
        painter.scale(1 / UNITS, 1 / UNITS)
        top = page.number * page.size.height() * UNITS
        painter.translate(0, -top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
        context.clip = QRectF(0, top, page.size.width() * UNITS, page.size.height() * UNITS)
        painter.setClipRect(context.clip)
        page.document.documentLayout().draw(painter, context)
        painter.restore()
        self._paint_number(painter, page, place + 1)

    def _paint_number(self, painter: QPainter, page: Page, number: int) -> None:
        font = page.document.defaultFont()
        font.setPixelSize(_NUMBER_SIZE)
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.black))
        foot = QRectF(MARGIN, page.size.height() - MARGIN, page.size.width() - 2 * MARGIN, MARGIN - _FOOTER)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number))


def _known(section: Section, known: list[tuple[Section, list[Page]]]) -> list[Page] | None:
    return next((pages for other, pages in known if other == section), None)


def _pages_of(section: Section) -> list[Page]:
    match section:
        case FindingsSection():
            sheet = _findings(section)
        case CodebookSection():
            sheet = codebookpages.codebook(section)
        case CooccurrenceSection():
            sheet = cooccurrencepages.cooccurrence(section)
    document = sheet.finish()
    return [Page(document, number, sheet.size, section.title) for number in range(document.pageCount())]


def _findings(section: FindingsSection) -> Sheet:
    sheet = Sheet(landscape=False)
    sheet.paragraph("Heading1", section.title)
    if section.remark:
        sheet.paragraph("BodyText", section.remark)
    for finding in section.findings:
        _line(sheet, f"Heading{min(finding.level + 2, _DEEPEST)}", finding.heading)
        if finding.definition:
            _line(sheet, "CodeDefinition", finding.definition)
        for line in finding.narrative:
            _line(sheet, "BodyText", line)
        for passage in finding.quotes:
            passage_in_findings(sheet, passage)
    return sheet


def _line(sheet: Sheet, style: str, text: str) -> None:
    """A paragraph that runs as its text does, as in the Word file."""
    sheet.paragraph(style, text, rtl=is_rtl(text))
