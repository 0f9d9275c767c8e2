"""Check: every breach is told, none is guessed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_worlds import small

from qdesk.store.check import check, quotes_breaches
from qdesk.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with small(tmp_path / "study.qdesk") as project:
        yield project


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("UPDATE coding SET start = start + 1 WHERE id = 1", "Coding 1 in Interview no longer fits its text (at 14)"),
        ("UPDATE turn SET \"end\" = 999 WHERE id = 2", "A turn in Interview at 8 lies outside the text."),
        ("UPDATE turn SET \"end\" = 12 WHERE id = 1", "Two turns in Interview overlap at 8."),
        ("UPDATE code SET position = 7 WHERE id = 3", "The codes in “Reasons” are not numbered in order."),
        ("UPDATE code SET parent = 2 WHERE id = 1", "3 codes lie in a circle of themes and cannot be shown."),
        ("DELETE FROM search", "The search index does not name the documents that are there."),
        ("UPDATE coding SET code = 99 WHERE id = 2", "coding 2 refers to something that does not exist."),
    ],
)  # fmt: skip
def test_a_breach_is_told(project: Project, harm: str, sentence: str) -> None:
    assert check(project) == []
    project.db.execute("PRAGMA foreign_keys = OFF")
    project.db.execute("UPDATE history_now SET step = 1")
    project.db.execute(harm)
    assert any(found.startswith(sentence) for found in check(project))


def test_the_quotes_are_checked_on_a_connection_of_their_own(project: Project) -> None:
    assert quotes_breaches(project.path) == []
    project.db.execute("UPDATE history_now SET step = 1")
    project.db.execute("UPDATE coding SET quote = 'else' WHERE id = 1")
    assert quotes_breaches(project.path) == [
        "Coding 1 in Interview no longer fits its text (at 13); the quote is kept as it was."
    ]
