import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.words import count_words, word_spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't stop, it’s 3.5 or 1,000.", ["Don't", "stop", "it’s", "3.5", "or", "1,000"]),
        ("café re\u0301sume\u0301", ["café", "re\u0301sume\u0301"]),
        ("हिन्दी में शब्द", ["हिन्दी", "में", "शब्द"]),
        ("مصاحبه‌گر از آنجا", ["مصاحبه‌گر", "از", "آنجا"]),
        ("اقوامِ متحدہ کی", ["اقوامِ", "متحدہ", "کی"]),
        ("老师好 ok", ["老", "师", "好", "ok"]),
        ("テストです", ["テストです"]),
        ("สวัสดี ครับ", ["สวัสดี", "ครับ"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("👩🏽‍🏫 ❤️ — ____ …", []),
        ("well-known and/or", ["well", "known", "and", "or"]),
        ("", []),
    ],
)
def test_words_of(text: str, words: list[str]) -> None:
    assert [span.of(text) for span in word_spans(text)] == words
    assert count_words(text) == len(words)


@given(st.text(st.sampled_from("ab é'’1.,_-\n") | st.characters(codec="utf-8"), max_size=60))
def test_count_is_the_number_of_spans(text: str) -> None:
    assert count_words(text) == len(word_spans(text))
