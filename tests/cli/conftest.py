"""Commands run in this process; a small study whose positions and counts were worked out by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli_study import ANN, BOB, PNG

from qdesk.cli.main import run


class Ran(NamedTuple):
    """What a command left: its status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> Any:
        """The JSON on standard output."""
        return json.loads(self.out)


@pytest.fixture
def figures() -> list[Any]:
    """Figures that commands have asked for."""
    return []


@pytest.fixture
def qdesk(capsys: pytest.CaptureFixture[str], figures: list[Any]) -> Callable[..., Ran]:
    """Run a command."""

    def draw(figure: Any) -> bytes:
        figures.append(figure)
        return PNG

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments], draw)
        return Ran(status, *capsys.readouterr())

    return call


@pytest.fixture
def project(tmp_path: Path, qdesk: Callable[..., Ran]) -> Path:
    """A project with the interviews of Ann and Bob."""
    path = tmp_path / "study.qdesk"
    for name, text in (("Ann.txt", ANN), ("Bob.md", BOB)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert qdesk("new", path).status == 0
    assert qdesk("add", path, tmp_path / "Ann.txt", tmp_path / "Bob.md", "--why", "first wave").status == 0
    return path


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Write lines as a table."""

    def write(*lines: str, encoding: str = "utf-8", end: str = "\n") -> Path:
        path = tmp_path / "table.csv"
        path.write_bytes((end.join(lines) + end).encode(encoding))
        return path

    return write


@pytest.fixture
def coded(project: Path, qdesk: Callable[..., Ran], table: Callable[..., Path]) -> Path:
    """The project with Trust (3 in Ann, 1 in Bob) and Room under Climate, Voice alone, and Idle that is not used.

    In Ann "we had trust" stands at 69 to 81 (We) and 83 to 95, "the room" at 38 to 46.
    """
    codes = ("Climate,theme", "Climate > Trust,", "Climate > Room,", "Voice,", "Idle,")
    assert qdesk("codebook", project, table("code,kind", *codes)).status == 0
    rows = [
        "document,code,start,end,quote",
        "Ann,Climate > Trust,69,81,",
        "Ann,Climate > Trust,83,95,",
        "Ann,Climate > Trust,30,40,",
        "Ann,Climate > Room,38,46,",
        "Ann,Voice,76,95,",
        "Bob,Climate > Trust,,,we had trust",
    ]
    assert qdesk("code", project, table(*rows)).status == 0
    return project
