"""Which part of a comment is a translation."""

import pytest

from qdesk.exporters.translation import translation


@pytest.mark.parametrize(
    ("comment", "printed"),
    [
        ("[She laughed.]", "She laughed."),
        ("[She laughed.] doubtful, see T4", "She laughed."),
        ("  \n[ She laughed. ]", "She laughed."),
        ("[She [the head] laughed [long].] And [this] is mine", "She [the head] laughed [long]."),
        ("[She laughed.] [doubtful]", "She laughed."),
        ("[Two lines,\none translation]", "Two lines,\none translation"),
        ("[وہ ہنسی۔] check", "وہ ہنسی۔"),
        ("doubtful, see T4", ""),
        ("doubtful [She laughed.]", ""),
        ("[never closed", ""),
        ("[She [the head laughed.]", ""),
        ("[] none yet", ""),
        ("", ""),
    ],
)
def test_only_the_first_bracketed_text_at_the_beginning(comment: str, printed: str) -> None:
    assert translation(comment) == printed
