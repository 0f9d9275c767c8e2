"""The sample study built by its command: sound, and with a history that leads from codes to themes and back."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from distributed_leadership import table

from qdesk.cli.main import run
from qdesk.store.project import Project
from qdesk.store.schema import COLUMNS


def qdesk(*arguments: object) -> int:
    """The exit status of a command."""
    return run([str(argument) for argument in arguments], lambda _figure: b"")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as its command makes it."""
    folder = tmp_path_factory.mktemp("sample")
    begun = perf_counter()
    assert qdesk("sample", folder) == 0
    print(f"built in {perf_counter() - begun:.2f} s")
    return folder / "Distributed leadership.qdesk"


def dump(project: Project) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that has a history."""
    return {name: project.db.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall() for name in COLUMNS}


def test_it_is_sound(path: Path) -> None:
    assert qdesk("check", path) == 0


def test_its_history_tells_how_codes_became_themes(path: Path) -> None:
    with Project.open(path) as project:
        steps = project.history.steps()
    labels = "\n".join(step.label for step in steps)
    early = {row["first"] for row in table("codings")} - {""}
    assert len(steps) > 50
    assert sum(step.why != "" for step in steps) >= 15
    assert len(early) >= 10
    assert {name for name in early if f"“{name}”" not in labels} == set()
    assert all(verb in labels for verb in ("Rename", "Merge", "Group", "Move", "Change", "Define", "Star"))


def test_undoing_every_step_leaves_nothing_and_redoing_them_the_study(path: Path) -> None:
    with Project.open(path) as project:
        built, steps = dump(project), project.history.steps()
        for _ in steps:
            project.undo()
        assert {name for name, rows in dump(project).items() if rows} == set()
        for _ in steps:
            project.redo()
        assert dump(project) == built
