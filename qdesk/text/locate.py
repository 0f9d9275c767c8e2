"""Find a quote in a text: exactly, else with white space, quotation marks, dashes and composed accents folded."""

import re
import unicodedata

import regex

from qdesk.errors import QDeskError
from qdesk.text.spans import Span

# Characters that stand for each other in a quote that went through a word processor or a spreadsheet.
_ALIKE = ('"“”„‟«»″＂', "'‘’‚‛‹›′`´ʼ＇", "-‐‑‒–—―−－", "…")
_CLASSES = {character: f"[{re.escape(group)}]" for group in _ALIKE for character in group}
_CLASSES["…"] = r"(?:…|\.\.\.)"
_TOKEN = regex.compile(r"\s+|\.\.\.|\X")


class QuoteError(QDeskError):
    """A quote that names no one place; the message is a short phrase that can follow a line number."""


def find_quote(text: str, quote: str, nth: int | None = None) -> Span:
    """The place of ``quote`` in ``text``; ``nth``, counted from 1, picks one where there are several.

    An exact match wins; only where there is none does white space match any white space, and a quotation mark,
    apostrophe, dash, ellipsis or accented letter its other forms. Raises `QuoteError` for none, several, or fewer
    than ``nth``.
    """
    found = _exact(text, quote) or _folded(text, quote)
    if not found:
        raise QuoteError("the quote was not found in the document")
    times = "once" if len(found) == 1 else f"{len(found):,} times"
    if nth is None:
        if len(found) > 1:
            raise QuoteError(f"the quote occurs {times}; add nth to say which")
        return found[0]
    if not 1 <= nth <= len(found):
        raise QuoteError(f"nth is {nth}, but the quote occurs {times}")
    return found[nth - 1]


def _exact(text: str, quote: str) -> list[Span]:
    """All places, not overlapping, where the text is the quote character by character."""
    found: list[Span] = []
    start = text.find(quote) if quote.strip() else -1
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return found


def _folded(text: str, quote: str) -> list[Span]:
    tokens = _TOKEN.findall(quote.strip())
    if not tokens:
        return []
    pattern = re.compile("".join(map(_alternatives, tokens)))
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _alternatives(token: str) -> str:
    """A pattern for all that a white space run, or a character with its marks, may look like."""
    if token.isspace():
        return r"\s+"
    if token == "...":
        return _CLASSES["…"]
    if token in _CLASSES:
        return _CLASSES[token]
    forms = dict.fromkeys((token, unicodedata.normalize("NFC", token), unicodedata.normalize("NFD", token)))
    patterns = [re.escape(form) for form in forms]
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"
