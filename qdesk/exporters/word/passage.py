"""A quote on the page: inside quotation marks or as a block, with its citation and its translation."""

from typing import Final

from qdesk.exporters.direction import is_rtl
from qdesk.exporters.report import Passage
from qdesk.exporters.word.markup import paragraph, runs, text_paragraph

_CLOSE: Final = '<w:spacing w:after="60"/>'
"""Brings the translation near its quote."""


def passage_in_findings(passage: Passage) -> str:
    """Under 40 words inside quotation marks; longer or right-to-left ones in an indented block (APA 7)."""
    return _passage(passage, "BlockQuotation" if passage.block else "Quotation", marks=not passage.block)


def passage_in_cell(passage: Passage) -> str:
    """An example in a table: always inside quotation marks, save for right-to-left text."""
    return _passage(passage, "TableText", marks=not passage.rtl)


def _passage(passage: Passage, style: str, *, marks: bool) -> str:
    """A translation stands behind a quote inside quotation marks, else in a paragraph below, which has the citation."""
    text = f"“{passage.text}”" if marks else passage.text
    if passage.translation and marks:
        quote = runs(f"{text} ", passage.language)
        return paragraph(style, quote + runs(_joined(f"[{passage.translation}]", passage.citation)))
    if passage.translation:
        quote = runs(text, passage.language, base_rtl=passage.rtl)
        translation = text_paragraph(style, _joined(f"[{passage.translation}]", passage.citation))
        return paragraph(style, quote, rtl=passage.rtl, keep_next=True, layout=_CLOSE) + translation
    if passage.rtl:
        quote = runs(f"{text} ", passage.language, base_rtl=True)
        return paragraph(style, quote + runs(passage.citation, base_rtl=is_rtl(passage.citation)), rtl=True)
    return paragraph(style, runs(_joined(text, passage.citation), passage.language))


def _joined(text: str, citation: str) -> str:
    return f"{text} {citation}" if citation else text
