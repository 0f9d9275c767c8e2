"""The report as a model: every text ready, nothing laid out. Word and the page preview draw the same one."""

from dataclasses import dataclass
from typing import Literal

from qdesk.store.records import CodeKind

Column = Literal["definition", "include_when", "exclude_when", "example", "quotes", "participants"]
"""Columns of the codebook table after the first; each is a field of `CodebookRow`."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Label and title, as in "Table A1". ``appendix`` is a letter or ""; ``number`` counts from 1 within it."""

    kind: Literal["Table", "Figure"]
    appendix: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote as it is printed: ``text`` has exactly the characters of the coding.

    ``translation`` is the text in square brackets, without them, with which the coding's comment begins, or "";
    ``block`` says that the quote stands in a paragraph of its own without quotation marks, ``rtl`` that this paragraph
    runs from right to left; ``language`` is the document's BCP 47 tag, or "".
    """

    coding: int
    text: str
    citation: str
    translation: str = ""
    block: bool = False
    rtl: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class CodebookRow:
    """A row of the codebook table; ``level`` 0 is a theme at the top. A theme fills its row with its name."""

    code: int | None
    kind: CodeKind
    level: int
    name: str
    definition: str = ""
    include_when: str = ""
    exclude_when: str = ""
    example: Passage | None = None
    quotes: str = ""
    participants: str = ""


@dataclass(frozen=True, slots=True)
class CodebookSection:
    """The codebook as one table, with the columns that were asked for in order."""

    title: str
    caption: Caption
    columns: tuple[Column, ...]
    rows: tuple[CodebookRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A theme or code of the findings; ``narrative`` are its memo's paragraphs, ``level`` 0 is a theme at the top."""

    code: int | None
    kind: CodeKind
    level: int
    heading: str
    definition: str
    narrative: tuple[str, ...]
    quotes: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FindingsSection:
    """The findings chapter; ``remark`` is one sentence where there is nothing to quote, else ""."""

    title: str
    findings: tuple[Finding, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class CooccurrenceTable:
    """A symmetric matrix (n by n) as measured elsewhere; its diagonal holds each code's own n.

    ``unit`` is what is counted: overlap, paragraph, turn, document or participant.
    """

    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    unit: Literal["overlap", "paragraph", "turn", "document", "participant"] = "overlap"
    measure: Literal["count", "c"] = "count"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG bytes) with its caption and a sentence for those who cannot see it."""

    caption: Caption
    png: bytes
    alternative: str


@dataclass(frozen=True, slots=True)
class CooccurrenceSection:
    """The lower triangle of a co-occurrence table: ``cells[i]`` holds the i + 1 numbers of row i, ready as text."""

    title: str
    caption: Caption
    names: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    note: str
    figure: Figure | None


Section = CodebookSection | FindingsSection | CooccurrenceSection


@dataclass(frozen=True, slots=True)
class Report:
    """Sections in their order; ``title`` names the study."""

    title: str
    sections: tuple[Section, ...]
