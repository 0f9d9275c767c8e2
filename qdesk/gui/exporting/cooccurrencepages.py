"""The co-occurrence table on its pages, in parts if it is wider than one, and the heat map."""

from __future__ import annotations

from typing import Final

from qdesk.exporters.report import CooccurrenceSection
from qdesk.gui.exporting.passages import caption, note
from qdesk.gui.exporting.sheet import Sheet

_PORTRAIT_CODES: Final = 15
_NARROWEST, _WIDEST = 20, 45
_NAME_SHARE: Final = 0.25
_PADDING: Final = 2


def cooccurrence(section: CooccurrenceSection) -> Sheet:
    """The section on its sheet."""
    sheet = Sheet(landscape=len(section.names) > _PORTRAIT_CODES)
    sheet.paragraph("Heading1", section.title)
    if not section.names:
        sheet.paragraph("BodyText", "No codes were chosen to be compared.")
        return sheet
    room = sheet.width * (1 - _NAME_SHARE)
    step = min(len(section.names), int(room // _NARROWEST))
    for first in range(0, len(section.names), step):
        last = min(first + step, len(section.names))
        caption(sheet, section.caption, f"Codes {first + 1} to {last}" if first else "")
        _part(sheet, section, first, last, min(room / step, _WIDEST))
    note(sheet, section.note)
    if section.figure:
        caption(sheet, section.figure.caption)
        sheet.picture(section.figure.png)
    return sheet


def _part(sheet: Sheet, section: CooccurrenceSection, first: int, last: int, column: float) -> None:
    """The columns ``first`` to ``last`` (exclusive) with the rows that have numbers there."""
    columns = last - first
    widths = [sheet.width - column * columns] + [column] * columns
    table = sheet.table(1 + len(section.names) - first, widths, _PADDING)
    table.cell(0, 0, "TableBold", "Code")
    for place in range(columns):
        table.cell(0, place + 1, "TableNumberBold", str(first + place + 1))
    for row in range(first, len(section.names)):
        table.cell(row - first + 1, 0, "TableText", f"{row + 1}. {section.names[row]}")
        texts = section.cells[row][first:last]
        for place in range(columns):
            table.cell(row - first + 1, place + 1, "TableNumber", texts[place] if place < len(texts) else "")
