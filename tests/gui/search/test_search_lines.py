"""A keyword in context: cut to whole words, aligned, mirrored for text that runs from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.search.pages import Around
from qdesk.gui.search.shaping import COLUMN, Line, head, tail, whole_words
from qdesk.text.spans import Span


def around(before: str, text: str, after: str) -> Around:
    return Around(before, text, after, "Ann", 1, "", False)


def test_context_is_cut_to_whole_words() -> None:
    assert tail("we argued for a ", 9, len) == "for a "
    assert tail("we argued for a ", 16, len) == "we argued for a "
    assert head(" and it was good", 8, len) == " and it"
    assert head(" and it was good", 7, len) == " and it"
    assert head("", 7, len) == tail("", 7, len) == ""


def test_a_word_that_is_too_long_is_cut() -> None:
    assert tail("Vereinbarungen", 6, len) == "rungen"
    assert head("Vereinbarungen", 6, len) == "Verein"
    assert (tail("long", 0, len), head("long", 0, len)) == ("", "")


def test_scripts_without_spaces_are_cut_anywhere() -> None:
    assert tail("我们非常信任", 2, len) == "信任"
    assert head("很重要的事", 3, len) == "很重要"


@given(st.text("ab 我\n", max_size=30), st.integers(0, 30))
def test_what_is_cut_fits_and_stands_at_the_hit(text: str, room: int) -> None:
    before, after = tail(text, room, len), head(text, room, len)
    assert text.endswith(before)
    assert text.startswith(after)
    assert max(len(before), len(after)) <= room


@pytest.mark.usefixtures("dressed")
def test_hits_stand_in_one_column() -> None:
    for before in ("", "Short ", "A sentence that is by far too long to stand before the hit in such a row, really "):
        line = Line(around(before, "trust", " and everything that comes after it, for as long as it goes on"), 600)
        assert line.box(line.hit).left() == pytest.approx(COLUMN * 600, abs=1)
        assert line.box(Span(0, len(line.text))).left() >= -1
        assert line.box(Span(0, len(line.text))).right() <= 601


@pytest.mark.usefixtures("dressed")
def test_right_to_left_is_mirrored() -> None:
    line = Line(around("ہم سب جانتے ہیں کہ ", "اعتماد", " بہت ضروری ہے"), 600)
    before, hit, after = Span(0, line.hit.start), line.hit, Span(line.hit.end, len(line.text))
    assert line.right_to_left
    assert line.box(hit).right() == pytest.approx(600 - COLUMN * 600, abs=1)
    assert line.box(before).left() >= line.box(hit).right() - 1
    assert line.box(after).right() <= line.box(hit).left() + 1


@pytest.mark.usefixtures("dressed")
def test_a_latin_word_in_an_urdu_line_stands_in_the_column() -> None:
    line = Line(around("ہم نے ", "WhatsApp", " پر بات کی"), 600)
    assert line.right_to_left
    assert line.box(line.hit).right() == pytest.approx(600 - COLUMN * 600, abs=1)


@pytest.mark.usefixtures("dressed")
def test_line_breaks_are_blanks_and_emoji_count_once() -> None:
    line = Line(around("one 🙂\ntwo ", "trust", "\nthree"), 600)
    assert line.text == "one 🙂 two trust three"
    assert line.hit == Span(10, 15)


def test_letters_that_join_are_bold_as_whole_words() -> None:
    assert whole_words("والحمام لسلمى", Span(4, 6)) == Span(0, 7)
    assert whole_words("विश्वासघात है", Span(0, 7)) == Span(0, 10)
    assert whole_words("mistrust", Span(3, 8)) == Span(3, 8)
    assert whole_words("信任很重要", Span(0, 2)) == Span(0, 2)
    assert whole_words("", Span(0, 0)) == Span(0, 0)


def test_citations() -> None:
    said = Around("", "", "", "Teacher 7", 14, "Teacher 7", False)
    asked = said._replace(speaker="Interviewer", is_asked=True)
    noted = said._replace(speaker="")
    assert [one.citation for one in (said, asked, noted)] == [
        "Teacher 7 · ¶ 14", "Interviewer · Teacher 7 · ¶ 14", "Teacher 7 · ¶ 14",
    ]  # fmt: skip
    assert [one.short for one in (said, asked, noted)] == ["Teacher 7 · ¶ 14", "Interviewer · ¶ 14", "¶ 14"]
    arabic = said._replace(speaker="سلمى", document="Salma")
    assert arabic.citation == "\u200e\u2068سلمى\u2069 · Salma · ¶ 14"
