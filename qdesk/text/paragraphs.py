"""Where the paragraphs of a text lie: by one regular expression, because a project counts them in every document."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from statistics import median

from qdesk.text.newdocument import ParagraphRule
from qdesk.text.spans import Span

_LINE = r"^[^\n]*\S[^\n]*"
_PATTERNS: dict[ParagraphRule, re.Pattern[str]] = {
    "line": re.compile(_LINE, re.MULTILINE),
    "blank": re.compile(rf"{_LINE}(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE),
}

_WIDTHS = range(30, 133)  # code points that a hard-wrapped line may have
_FULL = 0.75  # a line this close to the widest is full: the next word did not fit
_SAMPLE = 40_000  # code points looked at


def paragraph_spans(text: str, rule: ParagraphRule) -> list[Span]:
    """Spans of the paragraphs that are not blank, in order, without the line break that ends them.

    The first one is paragraph 1. With rule ``blank`` a paragraph may hold single line breaks.
    """
    return [Span(*match.span()) for match in _PATTERNS[rule].finditer(text)]


def paragraph_starts(text: str, rule: ParagraphRule) -> list[int]:
    """Where `paragraph_spans` begin."""
    return [match.start() for match in _PATTERNS[rule].finditer(text)]


def paragraph_number(starts: Sequence[int], position: int) -> int:
    """Number, counted from 1, of the paragraph that holds ``position``, or of the last one before it.

    ``starts`` are `paragraph_starts`. A position before the first paragraph belongs to it.
    """
    return max(1, bisect_right(starts, position))


def guess_rule(text: str) -> ParagraphRule:
    """``blank`` for a hard-wrapped text, in which single line breaks only end full lines; else ``line``."""
    sample = text[:_SAMPLE]
    blocks = [span.of(sample).split("\n") for span in paragraph_spans(sample, "blank")]
    wrapped = [len(line.rstrip()) for block in blocks for line in block[:-1]]
    lines = sum(map(len, blocks))
    if len(blocks) < 2 or len(wrapped) < 0.4 * lines:
        return "line"
    widest = sorted(wrapped)[int(0.95 * (len(wrapped) - 1))]
    full = sum(_FULL * widest <= width <= widest + 2 for width in wrapped)
    is_wrapped = int(median(wrapped)) in _WIDTHS and widest in _WIDTHS and full >= 0.7 * len(wrapped)
    return "blank" if is_wrapped else "line"
