"""Which sentence the tour proposes for a first coding. Plain text and spans of code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from qdesk.store.records import Turn
from qdesk.text.sentences import sentence_spans
from qdesk.text.spans import Span
from qdesk.text.words import count_words

_WORDS: Final = range(8, 25)
"""Words of a sentence that says enough to be coded and is soon selected."""

_NEAR: Final = 50
"""Stretches that are looked through, from the first one in sight on."""


class _Worth(NamedTuple):
    """How well a sentence suits, what counts most first."""

    is_fair: bool
    is_free: bool
    beside_others: bool
    in_sight: bool


def good_sentence(text: str, stretches: Sequence[Span], coded: Sequence[Span], seen: Span) -> Span | None:
    """The sentence of ``stretches`` that suits a first coding best; None if there is none at all.

    It has eight to 24 words and is not yet ``coded`` but stands in a stretch where others are, as far as there is such
    a one; of several the first that lies within ``seen``, else the first after it.
    """
    begin = bisect_right(stretches, seen.start, key=lambda span: span.end)
    near = stretches[begin : begin + _NEAR] or stretches[:_NEAR]
    rated = [one for stretch in near for one in _rated(text, stretch, coded, seen)]
    return max(rated, key=lambda one: one[0])[1] if rated else None


def speech_of(paragraphs: Sequence[Span], turns: Sequence[Turn]) -> Iterator[Span]:
    """What participants say, paragraph by paragraph without labels; all paragraphs of a text without turns."""
    if not turns:
        yield from paragraphs
    for turn in turns:
        if turn.is_interviewer:
            continue
        for paragraph in paragraphs[bisect_right(paragraphs, turn.label_end, key=lambda span: span.end) :]:
            if paragraph.start >= turn.end:
                break
            yield Span(max(paragraph.start, turn.label_end), min(paragraph.end, turn.end))


def _rated(text: str, stretch: Span, coded: Sequence[Span], seen: Span) -> Iterator[tuple[_Worth, Span]]:
    others = [span for span in coded if span.overlaps(stretch)]
    for sentence in sentence_spans(text, stretch):
        in_sight = seen.start <= sentence.start and sentence.end <= seen.end
        is_fair = count_words(sentence.of(text)) in _WORDS
        is_free = not any(span.overlaps(sentence) for span in others)
        yield _Worth(is_fair, is_free, bool(others), in_sight), sentence
