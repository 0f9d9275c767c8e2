"""The codebook on landscape pages: one table, themes as shaded rows."""

from __future__ import annotations

from typing import Final

from qdesk.exporters.columns import DEEPEST, HEADS, NAME_SHARE, NUMBERS, SHARES
from qdesk.exporters.report import CodebookRow, CodebookSection, Column
from qdesk.gui.exporting.passages import caption, note, passage_in_cell
from qdesk.gui.exporting.sheet import Sheet, Table

_INDENT: Final = 8.5
"""Points by which a level of the tree is set in, 3 mm."""


def codebook(section: CodebookSection) -> Sheet:
    """The section on its sheet."""
    sheet = Sheet(landscape=True)
    sheet.paragraph("Heading1", section.title)
    if not section.rows:
        sheet.paragraph("BodyText", "The study has no codes yet.")
        return sheet
    caption(sheet, section.caption)
    shares = [NAME_SHARE, *(SHARES[column] for column in section.columns)]
    table = sheet.table(1 + len(section.rows), [sheet.width * share / sum(shares) for share in shares])
    table.cell(0, 0, "TableBold", "Theme and code")
    for place, column in enumerate(section.columns, 1):
        table.cell(0, place, "TableNumberBold" if column in NUMBERS else "TableBold", HEADS[column])
    for place, row in enumerate(section.rows, 1):
        if row.kind == "theme":
            _theme(table, place, row)
        else:
            _code(table, place, row, section.columns)
    note(sheet, section.note)
    return sheet


def _theme(table: Table, place: int, theme: CodebookRow) -> None:
    """The name over the whole width, under it what its definition and rules say."""
    indent = _INDENT * min(theme.level, DEEPEST)
    table.cell(place, 0, "TableBold", theme.name, indent=indent)
    for told in (
        theme.definition,
        f"Include when: {theme.include_when}" if theme.include_when else "",
        f"Exclude when: {theme.exclude_when}" if theme.exclude_when else "",
    ):
        if told:
            table.add(place, 0, "TableText", told, indent=indent)
    table.whole_row(place)


def _code(table: Table, place: int, code: CodebookRow, columns: tuple[Column, ...]) -> None:
    table.cell(place, 0, "TableText", code.name, indent=_INDENT * min(code.level, DEEPEST))
    for column_place, column in enumerate(columns, 1):
        if column != "example":
            style = "TableNumber" if column in NUMBERS else "TableText"
            table.cell(place, column_place, style, getattr(code, column))
        elif code.example:
            passage_in_cell(table, place, column_place, code.example)
        else:
            table.cell(place, column_place, "TableText")
