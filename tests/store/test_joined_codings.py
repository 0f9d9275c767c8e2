"""Codings of one code that overlap or touch become one when coding by hand; spans marked by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span

TEXT = "one two three four five"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """“two” and “four” are coded as A, “three” as B."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Set up"):
            document = project.documents.add(NewDocument("One", TEXT, "txt"))
            a, b = project.codes.add("A"), project.codes.add("B")
            for code, word in ((a, "two"), (a, "four"), (b, "three")):
                start = TEXT.index(word)
                project.codings.add(document, code, Span(start, start + len(word)), comment=word)
        yield project
        assert check(project) == []


def code(project: Project, words: str) -> int | None:
    """Code words as A, by hand."""
    start = TEXT.index(words)
    with project.change("Code"):
        return project.codings.add_joined(1, 1, Span(start, start + len(words)))


def quotes(project: Project) -> list[tuple[str, str]]:
    return [(one.quote, one.comment) for one in project.codings.of(1) if one.code == 1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("five", [("two", "two"), ("four five", "four")]),
        ("one", [("one two", "two"), ("four", "four")]),
        ("o thre", [("two thre", "two"), ("four", "four")]),
        ("three", [("two three four", "two\nfour")]),
        (TEXT, [(TEXT, "two\nfour")]),
    ],
)
def test_what_overlaps_or_touches_grows_together(project: Project, words: str, expected: list[tuple[str, str]]) -> None:
    before = quotes(project)
    assert code(project, words) in (1, 2)
    assert quotes(project) == expected
    project.undo()
    assert quotes(project) == before


def test_what_is_covered_already_changes_nothing(project: Project) -> None:
    assert code(project, "wo") is None
    assert len(project.history.steps()) == 1


def test_on_two_lines_they_stay_two(project: Project) -> None:
    with project.change("Import"):
        document = project.documents.add(NewDocument("Two", "one\ntwo", "txt"))
    with project.change("Code"):
        project.codings.add_joined(document, 1, Span(0, 3))
        project.codings.add_joined(document, 1, Span(4, 7))
    assert [one.quote for one in project.codings.of(document)] == ["one", "two"]


def test_apart_they_stay_apart(project: Project) -> None:
    with project.change("Code"):
        project.codings.add_joined(1, 2, Span(0, 3))
    assert [one.quote for one in project.codings.of(1) if one.code == 2] == ["one", "three"]
