"""Paths of codes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.codepath import join_path, split_path

names = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).map(str.strip).filter(bool)


@given(st.lists(names, min_size=1, max_size=4))
def test_a_written_path_is_read_back(path: list[str]) -> None:
    assert split_path(join_path(path)) == tuple(path)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("Trust > Colleagues", ("Trust", "Colleagues")),
        ("Trust>Colleagues", ("Trust", "Colleagues")),
        (r"income \> 2000", ("income > 2000",)),
        (r"C:\\temp > x", ("C:\\temp", "x")),
        (" > Trust > ", ("Trust",)),
        ("", ()),
    ],
)
def test_paths_as_written(written: str, path: tuple[str, ...]) -> None:
    assert split_path(written) == path
