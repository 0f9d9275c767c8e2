import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.normalise import normalise

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60) | st.text(
    "\r\n\f\v\x00\ufeff\ufffe\u2029\x85ab \U0001ffff"
)


@given(ANY)
def test_is_idempotent(raw: str) -> None:
    once, _ = normalise(raw)
    assert normalise(once) == (once, ())


@given(ANY)
def test_fits_xml_and_utf8(raw: str) -> None:
    text, _ = normalise(raw)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert (ET.fromstring(f"<t>{escaped}</t>".encode()).text or "") == text


@given(ANY)
def test_only_marks_and_crlf_change_the_length(raw: str) -> None:
    assert len(normalise(raw)[0]) == len(raw.lstrip("\ufeff").replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufeffa", "a"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2029b\x85c\vd", "a\nb\nc\nd"),
        ("a\fb", "a b"),
        ("a\x00b\x1bc\x1f", "a\ufffdb\ufffdc\ufffd"),
        ("\ud800x\udfff", "\ufffdx\ufffd"),
        ("\ufdd0\ufdef\uffff\U0001fffe\U0010ffff", "\ufffd" * 5),
        ("a\u2028b\xa0c\u200cd\u200fe\u202bf\ufeffg\x7f", "a\u2028b\xa0c\u200cd\u200fe\u202bf\ufeffg\x7f"),
        ("Re\u0301mi 👩🏽‍🏫 \U00010000", "Re\u0301mi 👩🏽‍🏫 \U00010000"),
    ],
)
def test_what_becomes_of(raw: str, text: str) -> None:
    assert normalise(raw)[0] == text


def test_notes_are_plain_sentences() -> None:
    assert normalise("a\r\nb")[1] == ()
    assert normalise("\f\x00\x01\u2029\ufdd0")[1] == (
        "1 unusual line separator became a line break.",
        "1 page break became a space.",
        "2 control characters were replaced by �.",
        "1 code that is no character was replaced by �.",
    )
