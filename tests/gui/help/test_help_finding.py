"""Search in the help: which pages are found, in which order, and what is marked."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.help.finding import find, marks_in, words_of
from qdesk.gui.help.pages import read_contents
from qdesk.text.folding import fold


def found(folder: Path, typed: str) -> list[tuple[str, str]]:
    """Names of the pages found, with their context in which marks stand in brackets."""
    hits = find(read_contents(folder).pages, typed)
    return [(hit.page.name, bracketed(hit.context, hit.context_marks)) for hit in hits]


def bracketed(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def test_contents(folder: Path) -> None:
    contents = read_contents(folder)
    assert [(page.group, page.title) for page in contents.pages] == [
        ("First steps", "Begin here"), ("First steps", "Code a passage"), ("Charts", "What occurs together"),
    ]  # fmt: skip
    assert contents.here == {"reader": "code"}
    assert contents.page("nothing") is None
    texts = [(passage.text, passage.level) for passage in contents.first.passages]
    assert texts == [
        ("Begin here", 1),
        ("Press Ctrl+K for a command, then code a passage. Elsewhere lies another place.", 0),
        ("one", 0),
        ("two", 0),
    ]


def test_titles_come_first(folder: Path) -> None:
    assert [name for name, _ in found(folder, "passage")] == ["code", "begin", "together"]


def test_all_words_must_stand_on_the_page(folder: Path) -> None:
    assert found(folder, "codes meet") == [("together", "how often two [codes] [meet] in a passage")]
    assert found(folder, "meet pen") == []


def test_words_begin_words(folder: Path) -> None:
    assert found(folder, "assage") == []
    assert [name for name, _ in found(folder, "elsew")] == ["begin"]


def test_case_and_accents_do_not_matter(folder: Path) -> None:
    assert found(folder, "CAFÉ") == [("code", "Select words. [Café] or [cafe], the list finds it.")]


def test_context_begins_shortly_before_the_first_hit(folder: Path) -> None:
    assert found(folder, "another") == [("begin", "…passage. Elsewhere lies [another] place.")]


def test_nothing_typed_finds_nothing(folder: Path) -> None:
    assert found(folder, "  ") == []


LETTERS = st.text(alphabet="aAäÀbc é-.ｂﬁ्", max_size=40)


@given(LETTERS, st.text(alphabet="aäbcﬁ", min_size=1, max_size=3))
def test_marks_hold_the_words_and_stand_apart(text: str, typed: str) -> None:
    words = words_of(typed)
    marks = marks_in(text, words)
    assert all(any(fold(mark.of(text)).startswith(word) for word in words) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
