"""The building: floors import downward only, Qt lives in gui, SQL in store, heavy modules wait to be needed."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "qdesk"
BELOW = {
    "text": set(),
    "store": {"text"},
    "importers": {"text", "store"},
    "exporters": {"text", "store"},
    "analysis": {"text", "store"},
    "cli": {"text", "store", "importers", "exporters", "analysis"},
    "gui": {"text", "store", "importers", "exporters", "analysis"},
}
"""What a floor may import besides itself and the files of the root that belong to no floor."""
ROOT_FILES = {"errors", "places", "__version__"}
QT = {"PySide6", "shiboken6", "pyqtgraph"}
SQL_METHODS = {"execute", "executemany", "executescript"}
HEAVY = {"PySide6", "pyqtgraph", "numpy", "docx", "lxml", "nltk", "sqlite_utils"}
FILES = sorted(PACKAGE.rglob("*.py"))


def floor_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of all that is imported anywhere in a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(
    "path", [path for path in FILES if floor_of(path) in BELOW], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_imports_go_down(path):
    floor, names = floor_of(path), set(imported(ast.parse(path.read_text(encoding="utf-8"))))
    own = {name.split(".")[1] for name in names if name.startswith("qdesk.")}
    assert own <= BELOW[floor] | {floor} | ROOT_FILES
    if floor != "gui":
        assert not QT & {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    "path", [path for path in FILES if floor_of(path) != "store"], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_sql_stays_in_the_store(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not SQL_METHODS & called
    assert "sqlite_utils" not in {name.split(".")[0] for name in imported(tree)}


def test_every_folder_is_a_floor():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders == set(BELOW)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_heavy_modules_wait(arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "qdesk", *arguments],
        cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in re.findall(r"^import time:.*\|\s+(\S+)$", done.stderr, re.M)}
    assert "click" in loaded, "the measurement itself works"
    assert not HEAVY & loaded
