"""Sentences, paragraphs and turns round a place, marked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.extents import Extent, Extents
from qdesk.text.newdocument import NewTurn
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span

TEXT = "Head\nI: Why? Tell me.\nT: It was so. Nobody came.\nLater they did.\n\nI: Oh.\n"
TURNS = (
    NewTurn(5, 8, 21, "I", is_interviewer=True),
    NewTurn(22, 25, 64, "T"),
    NewTurn(66, 69, 72, "I", is_interviewer=True),
)
EXTENTS = Extents(TEXT, paragraph_spans(TEXT, "line"), TURNS)


def at(word: str, extent: Extent) -> str:
    span = EXTENTS.at(TEXT.index(word), extent)
    assert span is not None
    return span.of(TEXT)


@pytest.mark.parametrize(
    ("word", "sentence", "paragraph", "turn"),
    [
        ("Head", "Head", "Head", "Head"),
        ("I: Why", "Why?", "Why? Tell me.", "Why? Tell me."),
        ("Tell", "Tell me.", "Why? Tell me.", "Why? Tell me."),
        ("Nobody", "Nobody came.", "It was so. Nobody came.", "It was so. Nobody came.\nLater they did."),
        ("Later", "Later they did.", "Later they did.", "It was so. Nobody came.\nLater they did."),
        ("Oh", "Oh.", "Oh.", "Oh."),
    ],
)
def test_what_holds_a_place(word: str, sentence: str, paragraph: str, turn: str) -> None:
    assert [at(word, "sentence"), at(word, "paragraph"), at(word, "turn")] == [sentence, paragraph, turn]


def test_a_span_over_several_takes_them_all() -> None:
    start, end = TEXT.index("so"), TEXT.index("they")
    assert EXTENTS.around(Span(start, end), "sentence").of(TEXT) == "It was so. Nobody came.\nLater they did."
    assert EXTENTS.around(Span(start, end), "hit") == Span(start, end)


def test_steps_forward_and_back_visit_every_sentence_once() -> None:
    sentences, place = [], -1
    while (span := EXTENTS.next(place, "sentence")) is not None:
        sentences.append(span.of(TEXT))
        place = span.start
    assert sentences == ["Head", "Why?", "Tell me.", "It was so.", "Nobody came.", "Later they did.", "Oh."]
    back, place = [], len(TEXT)
    while (span := EXTENTS.previous(place, "sentence")) is not None:
        back.append(span.of(TEXT))
        place = span.start
    assert back == sentences[::-1]


def test_voices_within_one_line_are_apart() -> None:
    text = "A: Trust is slow. B: why so A: because it takes time. Yes."
    labels = [text.index(label) for label in ("A: T", "B:", "A: b")]
    ends = [*labels[1:], len(text)]
    turns = [NewTurn(at, at + 3, len(text[:end].rstrip()), "") for at, end in zip(labels, ends, strict=True)]
    extents = Extents(text, paragraph_spans(text, "line"), turns)
    assert [one.of(text) for one in extents.paragraphs] == ["Trust is slow.", "why so", "because it takes time. Yes."]
    place = text.index("because")
    assert extents.around(Span(place, place + 7), "sentence").of(text) == "because it takes time."


def test_an_empty_text_has_nothing() -> None:
    assert Extents("", ()).at(0, "turn") is None
    assert Extents(" \n", paragraph_spans(" \n", "blank")).next(0, "paragraph") is None


@given(st.text(alphabet="ab .?\n", max_size=40), st.sampled_from(["sentence", "paragraph"]))
def test_steps_visit_the_same_places_both_ways(text: str, extent: Extent) -> None:
    extents = Extents(text, paragraph_spans(text, "line"))
    forward, place = [], -1
    while (span := extents.next(place, extent)) is not None:
        forward.append(span)
        place = span.start
    back, place = [], len(text) + 1
    while (span := extents.previous(place, extent)) is not None:
        back.append(span)
        place = span.start
    assert back[::-1] == forward
