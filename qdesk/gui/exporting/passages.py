"""Quotes and captions on the pages of the preview, as the Word file sets them."""

from __future__ import annotations

from qdesk.exporters.report import Caption, Passage
from qdesk.gui.exporting.sheet import Piece, Sheet, Table

_CLOSE = 3
"""Points between a quote and its translation."""


def passage_in_findings(sheet: Sheet, passage: Passage) -> None:
    """Under 40 words inside quotation marks, with its translation behind; else an indented block, with it below."""
    style = "BlockQuotation" if passage.block else "Quotation"
    text = passage.text if passage.block else _marked(passage)
    if passage.translation and passage.block:
        sheet.paragraph(style, _lines(text), rtl=passage.rtl, after=_CLOSE)
        sheet.paragraph(style, _lines(_joined(f"[{passage.translation}]", passage.citation)))
    else:
        sheet.paragraph(style, _lines(_joined(text, passage.citation)), rtl=passage.rtl)


def passage_in_cell(table: Table, row: int, column: int, passage: Passage) -> None:
    """An example in a table: inside quotation marks, save for right-to-left text."""
    text = passage.text if passage.rtl else _marked(passage)
    if passage.translation and passage.rtl:
        table.cell(row, column, "TableText", _lines(text), rtl=passage.rtl)
        table.add(row, column, "TableText", _lines(_joined(f"[{passage.translation}]", passage.citation)))
    else:
        table.cell(row, column, "TableText", _lines(_joined(text, passage.citation)), rtl=passage.rtl)


def _marked(passage: Passage) -> str:
    quote = f"“{passage.text}”"
    return f"{quote} [{passage.translation}]" if passage.translation else quote


def caption(sheet: Sheet, of: Caption, part: str = "") -> None:
    """Label over title; ``part`` names a further part of a table."""
    label = f"{of.kind} {of.appendix}{of.number}{' (continued)' if part else ''}"
    sheet.paragraph("Caption", Piece(label, bold=True), Piece(f"\u2028{part or of.title}", italic=True))


def note(sheet: Sheet, text: str) -> None:
    """A general note under a table, or nothing for no text."""
    if text:
        sheet.paragraph("TableNote", Piece("Note.", italic=True), f" {text}")


def _lines(text: str) -> str:
    """Line breaks stay inside the paragraph, as Word has them."""
    return text.replace("\n", "\u2028")


def _joined(text: str, citation: str) -> str:
    return f"{text} {citation}" if citation else text
