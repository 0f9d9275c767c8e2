"""Sentences, counted by hand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.sentences import sentence_at, sentence_spans
from qdesk.text.spans import Span


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She came. He left! Did they? Yes", ["She came.", "He left!", "Did they?", "Yes"]),
        ("“I will not,” he said. “Why?” she asked.", ["“I will not,” he said.", "“Why?” she asked."]),
        ("Dr. Khan and J. Smith met at 3.30 p.m. here. It rained.",
         ["Dr. Khan and J. Smith met at 3.30 p.m. here.", "It rained."]),
        ("We chose plan B. Then we left at 5 p.m. She came, etc. It rained.",
         ["We chose plan B.", "Then we left at 5 p.m.", "She came, etc.", "It rained."]),
        ("It was I. Nobody else.", ["It was I.", "Nobody else."]),
        ("Well… maybe. Well… Maybe.", ["Well… maybe.", "Well…", "Maybe."]),
        ("(He laughs.) Then silence.", ["(He laughs.)", "Then silence."]),
        ("¿Quién? ¡Nadie! La Sra. Ruiz, p. ej., no vino.", ["¿Quién?", "¡Nadie!", "La Sra. Ruiz, p. ej., no vino."]),
        ("Das gilt z. B. für uns. Und für euch.", ["Das gilt z. B. für uns.", "Und für euch."]),
        ("یہ پہلا جملہ ہے۔ کیا یہ دوسرا ہے؟ جی ہاں۔", ["یہ پہلا جملہ ہے۔", "کیا یہ دوسرا ہے؟", "جی ہاں۔"]),
        ("قال نعم. ثم خرج؟ لا!", ["قال نعم.", "ثم خرج؟", "لا!"]),
        ("我同意。但是他不同意！为什么？", ["我同意。", "但是他不同意！", "为什么？"]),
        ("मैं गया। वह आई॥ ठीक?", ["मैं गया।", "वह आई॥", "ठीक?"]),
        ("hard wrapped\nlines. Are one\nsentence each.", ["hard wrapped\nlines.", "Are one\nsentence each."]),
        ("  ", []),
        ("...", ["..."]),
    ],
)  # fmt: skip
def test_sentences_in_many_scripts(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_positions_count_in_the_whole_text() -> None:
    text = "Teacher 1: No. Never.\nNext."
    assert sentence_spans(text, Span(11, 21)) == [Span(11, 14), Span(15, 21)]


def test_the_sentence_at_a_place() -> None:
    text = "One here. Two there."
    whole = Span(0, len(text))
    assert [sentence_at(text, whole, place) for place in (0, 8, 9, 12, 20)] == [
        Span(0, 9), Span(0, 9), Span(10, 20), Span(10, 20), Span(10, 20),
    ]  # fmt: skip
    assert sentence_at("  ", Span(0, 2), 1) is None


@given(st.text(alphabet="aB .!?…\n“”()۔؟。漢é\U0001f600", max_size=60))
def test_sentences_follow_each_other_and_hold_everything_but_white_space(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() for span in spans)
