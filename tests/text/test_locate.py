import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.locate import QuoteError, find_quote

TEXT = "She said “I don’t\n know” — twice. I don’t know. Café café."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("twice", "twice"),
        ('"I don\'t know"', "“I don’t\n know”"),
        ("  said “I  don’t ", "said “I don’t"),
        ("know” - twice", "know” — twice"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_found(quote: str, found: str) -> None:
    assert find_quote(TEXT, quote).of(TEXT) == found


def test_an_exact_match_wins() -> None:
    assert find_quote(TEXT, "I don’t know").start == TEXT.index("I don’t know.")


@pytest.mark.parametrize(
    ("quote", "nth", "message"),
    [
        ("nowhere", None, "the quote was not found in the document"),
        ("", None, "the quote was not found in the document"),
        (" \n", 1, "the quote was not found in the document"),
        ("know", None, "the quote occurs 2 times; add nth to say which"),
        ("know", 3, "nth is 3, but the quote occurs 2 times"),
        ("twice", 0, "nth is 0, but the quote occurs once"),
    ],
)
def test_not_found(quote: str, nth: int | None, message: str) -> None:
    with pytest.raises(QuoteError) as error:
        find_quote(TEXT, quote, nth)
    assert str(error.value) == message


def test_nth_picks_one() -> None:
    assert [find_quote("a b a b a", "a", nth).start for nth in (1, 2, 3)] == [0, 4, 8]


def folded(text: str) -> str:
    for alike, plain in (("“”«»", '"'), ("‘’", "'"), ("–—", "-")):
        text = re.sub(f"[{alike}]", plain, text)
    return " ".join(unicodedata.normalize("NFC", text.replace("…", "...")).split())


WRITTEN = st.text("ab “”\"'’—-…\xa0\né😀\u0301", max_size=40)


@given(WRITTEN, st.data())
def test_what_is_found_is_the_quote_but_for_folding(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    if not quote.strip():
        return
    assert find_quote(text, quote, 1).of(text) == quote
    typed = folded(quote)
    try:
        span = find_quote(text, typed, 1)
    except QuoteError:
        return
    assert folded(span.of(text)) == folded(typed)
