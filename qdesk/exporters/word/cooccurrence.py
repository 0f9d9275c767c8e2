"""The co-occurrence section in Word: the triangle of numbers, in parts if it is wider than a page, and the heat map."""

from collections.abc import Callable, Iterator
from typing import Final

from qdesk.exporters.report import CooccurrenceSection, Figure
from qdesk.exporters.word import fields
from qdesk.exporters.word.markup import paragraph, runs, text_paragraph
from qdesk.exporters.word.table import cell, row, table

PORTRAIT_CODES: Final = 15
"""More codes than these get a landscape page."""
_NARROWEST: Final = 400
"""Twips of a column that four digits fit into."""
_WIDEST: Final = 900
_NAME_SHARE: Final = 0.25
"""Least part of the width that the names have."""
_PADDING: Final = 40


def cooccurrence(section: CooccurrenceSection, width: int, picture: Callable[[Figure], str]) -> Iterator[str]:
    """Blocks of the section; ``width`` is that of the text in twips, ``picture`` makes the paragraph of a figure."""
    yield text_paragraph("Heading1", section.title)
    if not section.names:
        yield text_paragraph("BodyText", "No codes were chosen to be compared.")
        return
    room = int(width * (1 - _NAME_SHARE))
    step = min(len(section.names), room // _NARROWEST)
    for first in range(0, len(section.names), step):
        last = min(first + step, len(section.names))
        columns = f"Codes {first + 1} to {last}"
        yield fields.caption_continued(section.caption, columns) if first else fields.caption(section.caption)
        yield _part(section, first, last, min(room // step, _WIDEST), width)
    yield fields.note(section.note)
    if section.figure:
        yield fields.caption(section.figure.caption)
        yield picture(section.figure)


def _part(section: CooccurrenceSection, first: int, last: int, column: int, width: int) -> str:
    """The columns ``first`` to ``last`` (exclusive) with the rows that have numbers there."""
    widths = [width - column * (last - first)] + [column] * (last - first)
    heads = [text_paragraph("TableHeading", "Code")] + [
        text_paragraph("TableHeading", str(number), layout='<w:jc w:val="right"/>')
        for number in range(first + 1, last + 1)
    ]
    rows = (_row(section, number, first, last, widths) for number in range(first, len(section.names)))
    return table(widths, heads, rows, section.caption.title, padding=_PADDING)


def _row(section: CooccurrenceSection, number: int, first: int, last: int, widths: list[int]) -> str:
    name = paragraph("TableText", runs(f"{number + 1}. {section.names[number]}"))
    texts = section.cells[number][first:last]
    numbers = [text_paragraph("TableNumber", text) for text in texts]
    numbers += [text_paragraph("TableNumber", "")] * (last - first - len(texts))
    return row(cell(content, width) for content, width in zip([name, *numbers], widths, strict=True))
