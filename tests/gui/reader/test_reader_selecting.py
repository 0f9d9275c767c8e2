"""A highlighted stretch becomes a passage: trimmed, counted without labels, snapped to words."""

from hypothesis import given
from hypothesis import strategies as st
from reader_fakes import TEXT, document, span

from qdesk.gui.reader.selecting import selection_of, snapped, trimmed
from qdesk.text.spans import Span


def test_white_space_at_the_ends_is_left_out() -> None:
    assert trimmed(" \n two words\u00a0\n", Span(0, 14)) == Span(3, 12)
    assert trimmed("   ", Span(0, 3)).length == 0


@given(st.text(" \na", max_size=12))
def test_trimming_is_stripping(text: str) -> None:
    assert trimmed(text, Span(0, len(text))).of(text) == text.strip()


def test_labels_do_not_count_as_words() -> None:
    whole = selection_of(document(), span("Interviewer: And now?", "Ana: Now we have keys."))
    assert whole is not None
    assert whole.words == 6
    assert whole.span.of(TEXT) == "Interviewer: And now?\nAna: Now we have keys."


def test_part_of_a_label_is_not_speech() -> None:
    part = selection_of(document(), span("viewer: And now?"))
    assert part is not None
    assert part.words == 2


def test_white_space_alone_is_no_selection() -> None:
    start = TEXT.index(" waited")
    assert selection_of(document(), Span(start, start + 1)) is None


def test_handles_snap_to_words() -> None:
    text = "We waited, (long) then left."
    assert snapped(text, 5, at_start=True) == 3
    assert snapped(text, 8, at_start=False) == 9
    assert snapped(text, 10, at_start=False) == 10  # the comma may belong to it
    assert snapped(text, 12, at_start=True) == 12
    assert snapped(text, 28, at_start=False) == 28
    assert snapped("", 0, at_start=True) == 0


@given(st.text(st.sampled_from("ab .,😀é"), max_size=30), st.data(), st.booleans())
def test_a_snapped_place_is_beside_a_word_and_in_the_text(text: str, data: st.DataObject, at_start: bool) -> None:
    point = data.draw(st.integers(0, len(text)))
    place = snapped(text, point, at_start=at_start)
    assert 0 <= place <= len(text)
    inner = text[place : place + 1] if at_start else text[place - 1 : place]
    assert place == point or not inner.isspace()
