"""Where a new turn would begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talks import FIRST, THIRD

from qdesk.gui.speakers.beginnings import beginning, excerpt, label_before, turn_at
from qdesk.store.records import Turn
from qdesk.text.turns import turns_for


def turns_of(text: str, *names: str) -> list[Turn]:
    found = turns_for(text, dict.fromkeys(names, False))
    return [
        Turn(number, 1, turn.start, turn.label_end, turn.end, 1, turn.speaker, False, None)
        for number, turn in enumerate(found)
    ]


TURNS = turns_of(FIRST, "I", "Ann", "Bea")


@pytest.mark.parametrize(
    ("pointed", "begins"),
    [
        ("arl: Me", "Carl: Me"),  # inside the label
        (": Me", "Carl: Me"),
        ("e neither", "Carl: Me"),  # the first word behind a label
        ("either", "neither"),  # later words
        ("nd you", "“And"),  # with what opens it
        ("And", "“And"),
        ("es. ", None),  # where the turn's own speech begins
        ("nn: Yes", None),  # its label
        ("ell?", None),
    ],
)
def test_beginnings(pointed: str, begins: str | None) -> None:
    assert beginning(FIRST, TURNS, FIRST.index(pointed)) == (None if begins is None else FIRST.index(begins))


def test_where_nobody_is_known_yet() -> None:
    assert beginning(THIRD, [], THIRD.index("wo")) == THIRD.index("Two")
    assert beginning("One.\n\nTwo.", [], 5) is None
    assert beginning("", [], 0) is None


def test_a_label_is_found_with_its_time() -> None:
    text = "x\n[00:01:02] Carl: Me."
    mark = label_before(text, text.index("Me"))
    assert mark is not None
    assert (mark.name, text[mark.start : mark.end]) == ("Carl", "[00:01:02] Carl:")
    assert label_before(text, text.index("e.")) is None


def test_a_label_in_the_middle_of_a_line_is_one_too() -> None:
    text = "Bea: No. Carl: Me neither."
    turns = turns_of(text, "Bea")
    assert beginning(text, turns, text.index("arl")) == text.index("Carl")
    assert label_before(text, text.index("Carl")).name == "Carl"  # type: ignore[union-attr]


def test_turns_hold_their_ends() -> None:
    assert turn_at(TURNS, FIRST.index("Yes")).speaker_name == "Ann"  # type: ignore[union-attr]
    assert turn_at(TURNS, FIRST.index("Ann")).speaker_name == "Ann"  # type: ignore[union-attr]
    assert turn_at(TURNS, len(FIRST)).speaker_name == "Bea"  # type: ignore[union-attr]
    assert turn_at([], 3) is None


def test_excerpts_are_short_and_whole_words() -> None:
    text = "We argued for a week, and it was good.\nMore."
    assert excerpt(text, 0) == "We argued for a week,…"
    assert excerpt(text, text.index("good")) == "good."


@given(st.text(alphabet="ab:“( \nI", max_size=40), st.integers(0, 40))
def test_a_beginning_is_always_one_that_the_store_takes(text: str, position: int) -> None:
    turns = turns_of(text, "I", "a")
    start = beginning(text, turns, min(position, len(text)))
    if start is not None:
        assert not text[start].isspace()
        assert all(not turn.start <= start <= turn.label_end for turn in turns if turn.start <= start < turn.end)
