"""Paragraphs and runs as WordprocessingML text; parsing many of them at once is what makes a long report fast.

Every character is kept: a tab and a line break become their elements, white space is preserved, and each stretch of
right-to-left text is a run of its own with its language.
"""

import re
from typing import Final
from xml.sax.saxutils import escape

from qdesk.exporters.direction import is_rtl, stretches

BOLD: Final = "<w:b/><w:bCs/>"
ITALIC: Final = "<w:i/>"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("([\n\t])")
_BREAK_ELEMENTS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def paragraph(style: str, content: str, *, rtl: bool = False, keep_next: bool = False, layout: str = "") -> str:
    """A paragraph of ready runs. ``style`` is a style id; ``layout`` may hold ``w:spacing``, ``w:ind``, ``w:jc``."""
    keep = "<w:keepNext/>" if keep_next else ""
    bidi = "<w:bidi/>" if rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{bidi}{layout}</w:pPr>{content}</w:p>'


def text_paragraph(style: str, text: str, *, keep_next: bool = False, layout: str = "") -> str:
    """A paragraph of plain text, which runs the way most of its letters do."""
    rtl = is_rtl(text)
    return paragraph(style, runs(text, base_rtl=rtl), rtl=rtl, keep_next=keep_next, layout=layout)


def runs(text: str, language: str = "", *, base_rtl: bool = False, properties: str = "") -> str:
    """A text as runs, one for every turn of direction. ``language`` is a BCP 47 tag or ""."""
    return "".join(
        run(stretch.text, properties=properties, rtl=stretch.rtl, language=stretch.language)
        for stretch in stretches(text, base_rtl, language)
    )


def run(text: str, *, properties: str = "", rtl: bool = False, language: str = "") -> str:
    """One run of one direction."""
    if rtl:
        properties += "<w:rtl/>"
    if language:
        properties += f'<w:lang w:{"bidi" if rtl else "val"}="{attribute(language)}"/>'
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    return f"<w:r>{properties}{_characters(text)}</w:r>"


def attribute(text: str) -> str:
    """A text for an XML attribute in double quotes."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {'"': "&quot;", "\n": " ", "\t": " "})


def _characters(text: str) -> str:
    text = escape(_FORBIDDEN.sub("\ufffd", text))
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(
        _BREAK_ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in _BREAKS.split(text)
        if piece
    )
