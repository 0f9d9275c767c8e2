"""Search in the help: which pages hold what was typed, the best first, and where it stands. Strings only.

Case, accents and letter variants do not matter. Every typed word must begin a word of the page or of its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qdesk.gui.help.pages import Page
from qdesk.text.folding import fold, fold_positions
from qdesk.text.spans import Span

_BEFORE = 24
"""Code points of a passage shown before the first hit in it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found: a stretch of it in which the words stand, and the code points that were typed."""

    page: Page
    title_marks: tuple[Span, ...]
    context: str
    context_marks: tuple[Span, ...]


def find(pages: Iterable[Page], typed: str) -> list[Hit]:
    """Pages that hold all typed words: those with the most in the title first, then in headings, then most often."""
    words = words_of(typed)
    found = [page for page in pages if words and all(_holds(page, word) for word in words)]
    return [_hit(page, words) for page in sorted(found, key=lambda page: _rank(page, words))]


def words_of(typed: str) -> list[str]:
    """The folded words of what was typed."""
    return fold(typed).split()


def marks_in(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Where the folded words begin a word of a text: spans of code points, in order, not overlapping."""
    folded, origin = fold(text), fold_positions(text)
    places = sorted((at, at + len(word)) for word in words for at in _starts(folded, word))
    marks: list[Span] = []
    for start, end in places:
        span = Span(origin[start], max(origin[end - 1] + 1, origin[end]))
        if marks and span.start < marks[-1].end:
            marks[-1] = Span(marks[-1].start, max(marks[-1].end, span.end))
        else:
            marks.append(span)
    return tuple(marks)


def _starts(folded: str, word: str) -> list[int]:
    """Where a folded word stands at the beginning of a word."""
    found = []
    at = folded.find(word)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            found.append(at)
        at = folded.find(word, at + 1)
    return found


def _holds(page: Page, word: str) -> bool:
    return any(_starts(fold(passage.text), word) for passage in page.passages)


def _rank(page: Page, words: Sequence[str]) -> tuple[int, int, int]:
    """Smaller is better: how many words stand in the title and in headings, and how often all stand anywhere."""

    def held(level_is: range) -> int:
        texts = [fold(passage.text) for passage in page.passages if passage.level in level_is]
        return sum(any(_starts(text, word) for text in texts) for word in words)

    often = sum(len(marks_in(passage.text, words)) for passage in page.passages)
    return -held(range(1, 2)), -held(range(2, 7)), -often


def _hit(page: Page, words: Sequence[str]) -> Hit:
    """The passage below the title that holds the most of the words; the first of several."""
    below = [passage.text for passage in page.passages if passage.level != 1] or [page.title]
    best = max(below, key=lambda text: sum(bool(_starts(fold(text), word)) for word in words))
    context = _from_first_mark(best, marks_in(best, words))
    return Hit(page, marks_in(page.title, words), context, marks_in(context, words))


def _from_first_mark(text: str, marks: Sequence[Span]) -> str:
    """The text from a few words before its first mark on."""
    start = marks[0].start - _BEFORE if marks else 0
    return text if start <= 0 else "…" + text[start - 1 :].partition(" ")[2]
