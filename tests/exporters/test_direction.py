import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.exporters.direction import is_rtl, stretches
from qdesk.exporters.length import words

URDU = "میں نے کہا"


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("", False), ("12, 13.", False), ("Hello", False), (URDU, True), (f"{URDU} ok", True), ("she said ہاں", False),
     ("שלום", True), ("你好", False), ("😀", False)],
)  # fmt: skip
def test_direction_of_most_letters(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_stretches_of_a_mixed_text() -> None:
    found = list(stretches("ہم نے feedback form 2 بھرا، 12 بار۔", base_rtl=True))
    assert found == [("ہم نے ", True, "ur-PK"), ("feedback form 2", False, ""), (" بھرا، 12 بار۔", True, "ur-PK")]
    found = list(stretches("She said «سلام عليكم», twice", base_rtl=False, language="en"))
    assert found == [("She said «", False, "en"), ("سلام عليكم", True, "ar-SA"), ("», twice", False, "en")]


def test_a_documents_language_goes_before_a_guess() -> None:
    assert [one.language for one in stretches(f"{URDU} ok", base_rtl=True, language="fa-IR")] == ["fa-IR", ""]


MIXED = st.text(st.sampled_from("ab é12.,()ہشא\u0651\n😀你"), max_size=30)


@given(MIXED, st.booleans())
def test_stretches_lose_nothing(text: str, base_rtl: bool) -> None:
    assert "".join(one.text for one in stretches(text, base_rtl)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one two  three\nfour", 4), ("l’école d’été", 2), ("我爱你", 3), ("我爱 tea", 3), (URDU, 3)],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count
