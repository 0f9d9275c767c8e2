import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.paragraphs import guess_rule, paragraph_number, paragraph_spans

LINES = st.text("ab \n\t\xa0é😀", max_size=80)
WRAPPED = (
    "INTERVIEWER: So how did you come to be a teacher in the\n"
    "first place, and at this school of all the schools?\n\n"
    "ANA: Well it was a long time ago and we were all very\n"
    "young, and I said: why not try it for a year and see\n"
    "what will come of it.\n\n"
    "INTERVIEWER: And did you like what you saw there in the\n"
    "first year?\n\n"
    "ANA: Not always. Some of the days were long and all the\n"
    "pupils were tired, and so was I.\n"
)


@given(LINES, st.sampled_from(["line", "blank"]))
def test_spans_cover_all_that_is_not_blank(text: str, rule: str) -> None:
    spans = paragraph_spans(text, rule)  # type: ignore[arg-type]
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered for at, character in enumerate(text) if not character.isspace())
    assert all(left.end < right.start for left, right in itertools.pairwise(spans))
    assert all(span.of(text).strip() and not span.of(text).endswith("\n") for span in spans)


@given(LINES)
def test_lines_are_what_split_gives(text: str) -> None:
    assert [span.of(text) for span in paragraph_spans(text, "line")] == [
        line for line in text.split("\n") if line.strip()
    ]


def test_blank_lines_may_hold_spaces() -> None:
    assert [span.of("a\nb\n \t\nc\n\n") for span in paragraph_spans("a\nb\n \t\nc\n\n", "blank")] == ["a\nb", "c"]


@pytest.mark.parametrize(("position", "number"), [(0, 1), (2, 1), (3, 1), (4, 2), (9, 2), (10, 3), (99, 3)])
def test_number_of_the_paragraph_at(position: int, number: int) -> None:
    assert paragraph_number([1, 4, 10], position) == number


def test_number_without_paragraphs_is_one() -> None:
    assert paragraph_number([], 5) == 1


def test_hard_wrapped_is_guessed_blank() -> None:
    assert guess_rule(WRAPPED) == "blank"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line",
        "I: How?\nP: A long answer that goes on and on, " + "and on " * 30 + "\nI: Why?\nP: So.",
        "I: How?\n\nP: " + "well " * 60 + "\n\nI: Why?\n\nP: So.",
        "I: a?\nP: b\n\nI: c?\nP: d\n\nI: e?\nP: f",
    ],
)
def test_all_else_is_guessed_line(text: str) -> None:
    assert guess_rule(text) == "line"


def test_a_long_blank_line_is_no_trap() -> None:
    text = "a\n" + " " * 60_000 + "\nb"  # quadratic time would be minutes
    assert len(paragraph_spans(text, "line")) == len(paragraph_spans(text, "blank")) == 2
