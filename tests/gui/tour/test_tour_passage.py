"""Which sentence is proposed: one a newcomer can code with some sense."""

from __future__ import annotations

import re

from qdesk.gui.tour.passage import good_sentence, speech_of
from qdesk.store.records import Turn
from qdesk.text.spans import Span

FACTS = "I have taught English at this school for fourteen years now."
SHORT = "You will laugh."
CODED = "She put the chairs of the staff room in a round one day."
FREE = "Before that we stood in a line along the cupboard like girls."
TEXT = f"{FACTS}\n{SHORT} {CODED} {FREE}\n{FREE}"
PARAGRAPHS = [Span(match.start(), match.end()) for match in re.finditer(".+", TEXT)]
ALL = Span(0, len(TEXT))


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_an_uncoded_sentence_beside_coded_ones() -> None:
    assert good_sentence(TEXT, PARAGRAPHS, [span_of(CODED)], ALL) == span_of(FREE)


def test_without_codings_the_first_fair_one_in_sight() -> None:
    assert good_sentence(TEXT, PARAGRAPHS, [], ALL) == span_of(FACTS)
    assert good_sentence(TEXT, PARAGRAPHS, [], Span(len(FACTS) + 1, len(TEXT))) == span_of(CODED)


def test_what_suits_better_may_lie_below_the_part_in_sight() -> None:
    assert good_sentence(TEXT, PARAGRAPHS, [span_of(CODED)], PARAGRAPHS[0]) == span_of(FREE)


def test_a_short_or_coded_one_is_better_than_none() -> None:
    text = "Yes. No."
    assert good_sentence(text, [Span(0, 8)], [Span(0, 4)], Span(0, 8)) == Span(5, 8)
    assert good_sentence(text, [], [], Span(0, 8)) is None
    assert good_sentence("", [Span(0, 0)], [], Span(0, 0)) is None


def test_only_participants_speech_counts() -> None:
    text = "I: Why so?\nT: Because.\nAnd so on.\nI: I see."
    paragraphs = [Span(0, 10), Span(11, 22), Span(23, 33), Span(34, 43)]
    turns = [turn(0, 3, 10, asks=True), turn(11, 14, 33, asks=False), turn(34, 37, 43, asks=True)]
    assert [span.of(text) for span in speech_of(paragraphs, turns)] == ["Because.", "And so on."]
    assert list(speech_of(paragraphs, [])) == paragraphs


def turn(start: int, label_end: int, end: int, *, asks: bool) -> Turn:
    return Turn(start + 1, 1, start, label_end, end, 1, "", asks, None)
