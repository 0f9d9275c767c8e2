"""From a place in a transcript to what stands round it: its sentence, its paragraph, its turn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol

from qdesk.text.sentences import sentence_spans
from qdesk.text.spans import Span

Extent = Literal["hit", "sentence", "paragraph", "turn"]


class _Turn(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def label_end(self) -> int: ...
    @property
    def end(self) -> int: ...


class Extents:
    """The sentences, paragraphs and turns of one text; speakers' labels belong to none of them (code points)."""

    def __init__(self, text: str, paragraphs: Iterable[Span], turns: Iterable[_Turn] = ()) -> None:
        self._text = text
        self._turns = sorted(turns, key=lambda turn: turn.start)
        self._starts = [turn.start for turn in self._turns]
        self.paragraphs = [piece for one in paragraphs for piece in self._speech(one) if piece.length]
        self._paragraph_starts = [one.start for one in self.paragraphs]

    def around(self, span: Span, extent: Extent) -> Span:
        """The whole sentences, paragraphs or turns that a span touches; a "hit" is the span itself."""
        if extent == "hit":
            return span
        first, last = self.at(span.start, extent), self.at(max(span.start, span.end - 1), extent)
        return Span(first.start, max(first.end, last.end)) if first and last else span

    def at(self, position: int, extent: Extent) -> Span | None:
        """The sentence, paragraph or turn that holds a position, or the next one after it; at the end the last."""
        if extent == "turn":
            return self._turn_at(position) or self.at(position, "paragraph")
        paragraph = self._paragraph_at(position)
        if paragraph is None or extent != "sentence":
            return paragraph
        sentences = sentence_spans(self._text, paragraph)
        return next((one for one in sentences if position < one.end), sentences[-1])

    def next(self, position: int, extent: Extent) -> Span | None:
        """The first sentence, paragraph or turn that begins after a position, or None."""
        here = self.at(position, extent)
        if here is None or here.start > position:
            return here
        following = self.at(here.end, extent)
        return following if following and following.start > position else None

    def previous(self, position: int, extent: Extent) -> Span | None:
        """The last sentence, paragraph or turn that begins before a position, or None."""
        for row in range(bisect_left(self._paragraph_starts, position) - 1, -1, -1):
            paragraph = self.paragraphs[row]
            found = self._within(paragraph, extent)
            if before := [one for one in found if one.start < position]:
                return before[-1]
        return None

    def _within(self, paragraph: Span, extent: Extent) -> Sequence[Span]:
        """The sentences of a paragraph, the paragraph itself, or the turn it belongs to."""
        if extent == "sentence":
            return sentence_spans(self._text, paragraph)
        return [self._turn_at(paragraph.start) or paragraph] if extent == "turn" else [paragraph]

    def _paragraph_at(self, position: int) -> Span | None:
        row = bisect_right(self._paragraph_starts, position) - 1
        if row >= 0 and position < self.paragraphs[row].end:
            return self.paragraphs[row]
        return self.paragraphs[min(row + 1, len(self.paragraphs) - 1)] if self.paragraphs else None

    def _turn_at(self, position: int) -> Span | None:
        row = bisect_right(self._starts, position) - 1
        if row >= 0 and position < self._turns[row].end:
            return Span(self._turns[row].label_end, self._turns[row].end)
        return None

    def _speech(self, paragraph: Span) -> Iterator[Span]:
        """What is said in a paragraph, voice by voice, without labels and without white space at the ends."""
        start, end = paragraph
        first = max(0, bisect_right(self._starts, start) - 1)
        for turn in self._turns[first : bisect_left(self._starts, end)]:
            if start < turn.label_end:
                yield self._trimmed(start, turn.start)
                start = min(turn.label_end, end)
        yield self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Span:
        inner = self._text[start : max(start, end)]
        return Span(start + len(inner) - len(inner.lstrip()), max(start, start + len(inner.rstrip())))
