"""The codebook section in Word: one table, themes as merged grey rows."""

from collections.abc import Iterator
from typing import Final

from qdesk.exporters.columns import DEEPEST, HEADS, NAME_SHARE, NUMBERS, SHARES
from qdesk.exporters.report import CodebookRow, CodebookSection, Column
from qdesk.exporters.word import fields
from qdesk.exporters.word.markup import text_paragraph
from qdesk.exporters.word.passage import passage_in_cell
from qdesk.exporters.word.table import cell, row, table

_GREY: Final = "EDEDED"
"""7 % grey, seen in print and on the screen without hiding the letters."""
_INDENT: Final = 170
"""Twips by which a level of the tree is set in, 3 mm."""


def codebook(section: CodebookSection, width: int) -> Iterator[str]:
    """Blocks of the section; ``width`` is that of the text in twips."""
    yield text_paragraph("Heading1", section.title)
    if not section.rows:
        yield text_paragraph("BodyText", "The study has no codes yet.")
        return
    yield fields.caption(section.caption)
    shares = [NAME_SHARE, *(SHARES[column] for column in section.columns)]
    widths = [width * share // sum(shares) for share in shares]
    heads = [text_paragraph("TableHeading", "Theme and code")] + [
        text_paragraph("TableHeading", HEADS[column], layout=_aligned(column)) for column in section.columns
    ]
    rows = (
        _theme(each, widths) if each.kind == "theme" else _code(each, section.columns, widths) for each in section.rows
    )
    yield table(widths, heads, rows, section.caption.title)
    yield fields.note(section.note)


def _aligned(column: Column) -> str:
    return '<w:jc w:val="right"/>' if column in NUMBERS else ""


def _indented(level: int) -> str:
    return f'<w:ind w:left="{_INDENT * min(level, DEEPEST)}"/>' if level else ""


def _theme(theme: CodebookRow, widths: list[int]) -> str:
    """The theme's name over the whole width, under it what its definition and rules say."""
    told = [theme.definition]
    told += [f"Include when: {theme.include_when}"] if theme.include_when else []
    told += [f"Exclude when: {theme.exclude_when}"] if theme.exclude_when else []
    lines = [("TableTheme", theme.name)] + [("TableText", text) for text in told if text]
    indent = _indented(theme.level)
    paragraphs = "".join(text_paragraph(style, text, keep_next=True, layout=indent) for style, text in lines)
    return row([cell(paragraphs, sum(widths), span=len(widths), shade=_GREY)])


def _code(code: CodebookRow, columns: tuple[Column, ...], widths: list[int]) -> str:
    name = text_paragraph("TableText", code.name, layout=_indented(code.level))
    contents = [name, *(_content(code, column) for column in columns)]
    return row(cell(content, width) for content, width in zip(contents, widths, strict=True))


def _content(code: CodebookRow, column: Column) -> str:
    if column == "example":
        return passage_in_cell(code.example) if code.example else text_paragraph("TableText", "")
    return text_paragraph("TableNumber" if column in NUMBERS else "TableText", getattr(code, column))
