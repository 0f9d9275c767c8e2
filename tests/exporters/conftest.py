from collections.abc import Iterator
from pathlib import Path

import pytest
from small_study import fill

from qdesk.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty study."""
    with Project.create(tmp_path / "Shared leadership.qdesk") as empty:
        yield empty


@pytest.fixture
def study(project: Project) -> Project:
    """The small study."""
    fill(project)
    return project
