"""A screen reader's user before the real program. Sessions are costly, so that each test makes the most of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sessions import Listen, missing, session

from qdesk.importers.study import build_main_study
from qdesk.store.project import Project


@pytest.fixture(scope="session")
def can_listen() -> None:
    """Where Debian's packages are at hand nothing may be lacking."""
    if lacking := ", ".join(missing()):
        if Path("/etc/debian_version").exists():
            pytest.fail(f"{lacking}: run packaging/bootstrap.sh --tests")
        pytest.skip(f"a screen reader needs {lacking}")


@pytest.fixture
def listen(can_listen: None, tmp_path: Path) -> Iterator[Listen]:
    """Starts the program on a project, or on its start page, in a session of its own."""
    with ExitStack() as stack:
        yield lambda project: stack.enter_context(session(project, tmp_path))
    for log in sorted(tmp_path.glob("*.log")):
        print(f"{log.name}:\n{log.read_text()}")  # shown if the test fails


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample study, which no test may touch."""
    path = tmp_path_factory.mktemp("sample") / "Distributed leadership.qdesk"
    with Project.create(path) as project:
        build_main_study(project)
    return path


@pytest.fixture
def study(sample: Path, tmp_path: Path) -> Path:
    """The sample study, to work in."""
    return Path(shutil.copy(sample, tmp_path))
