"""From what is highlighted to a passage that can be coded: trimmed, counted, snapped to words."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

from qdesk.gui.bus import TextSelection
from qdesk.gui.positions import Positions
from qdesk.gui.reader.document import ReaderDocument
from qdesk.text.spans import Span
from qdesk.text.words import count_words

_REACH = 200
"""Code points at both sides of a handle in which a word border is looked for."""


def selection_of(document: ReaderDocument, span: Span) -> TextSelection | None:
    """The passage under a span, without white space at its ends; None if nothing else is in it."""
    span = trimmed(document.text, span)
    if not span.length:
        return None
    words = sum(count_words(piece.of(document.text)) for piece in speech(document, span))
    return TextSelection(document.id, document.revision, span, words)


def trimmed(text: str, span: Span) -> Span:
    """A span without white space at its ends."""
    piece = span.of(text)
    end = span.start + len(piece.rstrip())
    return Span(min(end, span.end - len(piece.lstrip())), end)


def speech(document: ReaderDocument, span: Span) -> Iterator[Span]:
    """A span without the speakers' labels in it, which do not count as words."""
    turns, start = document.turns, span.start
    first = bisect.bisect_right(turns, span.start, key=lambda turn: turn.label_end)
    for turn in turns[first:]:
        if turn.start >= span.end:
            break
        yield Span(start, max(start, turn.start))
        start = min(turn.label_end, span.end)
    yield Span(start, span.end)


def snapped(text: str, point: int, *, at_start: bool) -> int:
    """The nearest place where a word starts or ends, in code points; ``point`` itself if none is near."""
    return min(_borders(text, point, at_start=at_start), key=lambda place: abs(place - point), default=point)


def stepped(text: str, point: int, *, at_start: bool, forward: bool) -> int:
    """The next place after a point, or before it, where a word starts (or ends); ``point`` itself if there is none."""
    borders = _borders(text, point, at_start=at_start)
    if forward:
        return min((place for place in borders if place > point), default=point)
    return max((place for place in borders if place < point), default=point)


def widened(text: str, span: Span) -> Span:
    """A span with the words whole that it cuts, as a hand meant it that let go a letter too early."""
    start, end = span
    if start < end and text[start].isalnum() and start not in _borders(text, start, at_start=True):
        start = stepped(text, start, at_start=True, forward=False)
    if start < end and text[end - 1].isalnum() and end not in _borders(text, end, at_start=False):
        end = stepped(text, end, at_start=False, forward=True)
    return Span(start, end)


def _borders(text: str, point: int, *, at_start: bool) -> list[int]:
    """Places near a point where words start, or end."""
    first = max(0, point - _REACH)
    piece = text[first : point + _REACH]
    positions = Positions(piece)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, piece)
    found: list[int] = []
    while (unit := finder.toNextBoundary() if found else 0) >= 0:
        found.append(positions.point(unit))
    return [first + place for place in found if _is_border(text, first + place, at_start=at_start)]


def _is_border(text: str, place: int, *, at_start: bool) -> bool:
    """True if a word, or punctuation that hangs on it, starts (or ends) here."""
    before, after = text[max(0, place - 1) : place], text[place : place + 1]
    inner, outer = (after, before) if at_start else (before, after)
    if not inner or inner.isspace():
        return False
    return inner.isalnum() or not outer or outer.isspace()
