"""The folded form that search compares, and where its characters came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.folding import fold, fold_positions, index_form, index_origin, index_words

texts = st.text("aZéß ﬁ…’\u0301\u00a0İ中文กسكيى\u064b\u200cहि😀ⅷ\n", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("cafe\u0301", "CAFÉ"),
        ("مُدَرِّس", "مدرس"),  # vocalised Arabic
        ("كتـــاب", "کتاب"),  # tatweel, Arabic and Persian Kaf
        ("می\u200cخواهم", "میخواهم"),  # ZWNJ
        ("على", "علی"),  # Yeh variants
        ("don’t", "don't"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_marks_that_are_letters_stay() -> None:
    assert fold("हिन्दी") == "हिन्दी"
    assert fold("หิน") != fold("หน")


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_every_folded_character_knows_its_origin(text: str) -> None:
    positions = fold_positions(text)
    assert len(positions) == len(fold(text)) + 1
    assert all(character in fold(text[at]) for character, at in zip(fold(text), positions, strict=False))


@given(texts)
def test_the_index_form_knows_its_origin(text: str) -> None:
    slow = [at for at, character in enumerate(text) for _ in index_form(character)]
    origin = index_origin(text)
    body = index_form(text)
    assert len(body) == len(slow)
    assert [origin(position) for position in range(len(body))] == slow
    assert origin(len(body)) <= len(text)


def test_unspaced_scripts_are_one_word_a_character() -> None:
    assert index_words("中文 abc") == ["中", "文", "abc"]
