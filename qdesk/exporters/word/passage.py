"""A quote on the page: inside quotation marks or as a block, with its citation and its translation."""

from qdesk.exporters.direction import is_rtl
from qdesk.exporters.report import Passage
from qdesk.exporters.word.markup import KEEP_WITH_NEXT, paragraph, runs, text_paragraph


def passage_in_findings(passage: Passage) -> str:
    """Under 40 words inside quotation marks; longer or right-to-left ones in an indented block (APA 7)."""
    return _passage(passage, "BlockQuotation" if passage.block else "Quotation", marks=not passage.block)


def passage_in_cell(passage: Passage) -> str:
    """An example in a table: always inside quotation marks, save for right-to-left text."""
    return _passage(passage, "TableText", marks=not is_rtl(passage.text))


def _passage(passage: Passage, style: str, *, marks: bool) -> str:
    text = f"“{passage.text}”" if marks else passage.text
    rtl = is_rtl(passage.text)
    if passage.translation:
        quote = runs(text, passage.language, base_rtl=rtl)
        translation = text_paragraph(style, f"[{passage.translation}] {passage.citation}".rstrip())
        return paragraph(style, quote, rtl=rtl, properties=KEEP_WITH_NEXT) + translation
    cited = f"{text} {passage.citation}" if passage.citation else text
    return paragraph(style, runs(cited, passage.language, base_rtl=rtl), rtl=rtl)
