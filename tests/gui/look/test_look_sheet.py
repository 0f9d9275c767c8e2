"""The style sheet as text."""

import re

import pytest

from qdesk.gui.look.sheet import sheet_of
from qdesk.gui.look.tokens import DARK, LIGHT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_name_is_filled_and_no_size_of_type_stands_in_it(tokens) -> None:
    sheet = sheet_of(tokens, 1.0)
    assert "$" not in sheet
    assert "font-size" not in sheet
    assert "url(" not in sheet


def test_lengths_follow_the_size_and_hairlines_do_not() -> None:
    assert "QScrollBar:vertical { width: 12px; }" in sheet_of(LIGHT, 1.0)
    large = sheet_of(LIGHT, 1.5)
    assert "QScrollBar:vertical { width: 18px; }" in large
    assert "border: 1px solid #DCDFE1" in large
    assert not re.search(r"\b0px", sheet_of(LIGHT, 0.75))
