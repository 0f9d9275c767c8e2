"""A screen reader's user before the real program. Sessions are costly, so that each test makes the most of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sessions import Listener, missing, session

from qdesk.importers.study import build_main_study
from qdesk.store.project import Project

Listen = Callable[[Path | None], Listener]


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


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The sample study."""
    path = tmp_path / "Distributed leadership.qdesk"
    with Project.create(path) as project:
        build_main_study(project)
    return path
