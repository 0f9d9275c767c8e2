"""Times as transcribers and programs write them, and the one that holds for a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.spans import Span
from qdesk.text.times import TimeMark, short_time, time_at, time_marks
from qdesk.text.turns import detect_turns, turns_for


def marks_of(text: str, *speakers: str) -> list[tuple[float, str]]:
    """Seconds and writing of the times of a text with these speakers."""
    turns = turns_for(text, dict.fromkeys(speakers, False))
    return [mark[1:3] for mark in time_marks(text, [Span(turn.start, turn.label_end) for turn in turns])]


@pytest.mark.parametrize(
    ("text", "seconds", "written"),
    [
        ("[00:04:10] Ann: Yes.", 250, "00:04:10"),
        ("(0:12) Ann: Yes.", 12, "0:12"),
        ("Ann (0:12): Yes.", 12, "0:12"),
        ("Ann: [00:12] Yes.", 12, "00:12"),
        ("#00:12:33-4# Ann: Yes.", 753.4, "00:12:33-4"),
        ("00:04:10 Ann: Yes.", 250, "00:04:10"),
        ("Ann 1:02:03\nYes.", 3723, "1:02:03"),
        ("[75:10] Ann: Yes.", 4510, "75:10"),
        ("[00:00:04.250] Ann: Yes.", 4.25, "00:00:04.250"),
        ("0.37 Ann: Yes.", 37, "0.37"),
        ("[۰۰:۰۴:۱۰] Ann: Yes.", 250, "۰۰:۰۴:۱۰"),
    ],
)
def test_times_in_labels(text: str, seconds: float, written: str) -> None:
    assert marks_of(text, "Ann") == [(seconds, written)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We begin at 8:30 and stop at (10:15), see Mark 4:10.", []),
        ("It cost 12.50, that is (4.20) more.", []),
        ("so on. #00:00:12-3#\nAnd then #0:20#", [12.3, 20]),
        ("words [00:01:30] more words", [90]),
        ("[1:30] A line of its own.", [90]),
        ("[00:99] and [1:61:00] are none", []),
        ("(00:01:30] is none", []),
        ("10:15:20:30 is none, nor is [10:15:20:30]", []),
    ],
)
def test_times_elsewhere_only_where_they_cannot_be_else(text: str, found: list[float]) -> None:
    assert [mark.seconds for mark in time_marks(text)] == found


def test_the_time_of_a_place_is_the_last_one_before_it() -> None:
    text = "Hello.\nInterviewer (0:12): Well?\nAnn (0:20): Yes. No. [00:00:31] Perhaps.\nInterviewer: So?\nAnn: Hm."
    turns = detect_turns(text).turns
    marks = time_marks(text, [Span(turn.start, turn.label_end) for turn in turns])

    def at(words: str) -> str:
        mark = time_at(marks, text.index(words))
        return mark.written if mark else ""

    assert at("Hello") == ""
    assert at("Interviewer") == "0:12"  # the label is part of its turn
    assert at("Well") == "0:12"
    assert at("Ann (") == at("No.") == "0:20"
    assert at("Perhaps") == at("Hm") == "00:00:31"
    assert time_at([], 3) is None


def test_a_mark_at_the_end_of_a_paragraph_is_the_time_of_the_next_one() -> None:
    text = "I: Well? #00:00:04-1#\nA: Yes. #00:00:09-8#\nI: So?"
    marks = time_marks(text)
    start = text.index("#00:00:04")
    assert time_at(marks, text.index("Yes")) == TimeMark(start, 4.1, "00:00:04-1", Span(start, start + 12))
    assert time_at(marks, text.index("So")).written == "00:00:09-8"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (12.9, "0:12"), (250, "4:10"), (3850, "1:04:10"), (36000, "10:00:00")]
)
def test_short_times(seconds: float, written: str) -> None:
    assert short_time(seconds) == written


@given(st.integers(0, 35_999), st.sampled_from(["[{}]", "({})", "#{}#", "{{{}}}", "<{}>"]))
def test_a_time_written_in_full_is_read_again(seconds: int, bracket: str) -> None:
    written = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    assert [mark[1:3] for mark in time_marks(f"a word {bracket.format(written)} a word")] == [(seconds, written)]


def test_of_two_times_in_a_label_the_first_holds() -> None:
    text = "00:00:01 - 00:00:05 Ann: Yes."
    assert [mark.seconds for mark in time_marks(text, [Span(0, text.index("Yes"))])] == [1]


@pytest.mark.parametrize("label", ["[00:12] Ann: ", "Ann (0:12): ", "0:12 Ann: ", "#00:00:12-3# Ann: "])
def test_a_mark_knows_where_it_is_written(label: str) -> None:
    (mark,) = time_marks(label, [Span(0, len(label))])
    shown = mark.span.of(label)
    assert mark.written in shown
    assert label.replace(shown, "").strip() in ("Ann:", "Ann :")
    assert (shown[0] in "[(#") == (shown != mark.written)
