"""Studies to be harmed, and ways to harm them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qdesk.store.check import check
from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span

LENGTH = 20_000


def study(path: Path, documents: int = 3, codings: int = 100) -> Project:
    """An open project with some documents (ids from 1) under one code (1)."""
    project = Project.create(path, "window")
    with project.change("Import"):
        for number in range(documents):
            text = "".join(f"line {line} of talk {number}, about trust\n" for line in range(LENGTH // 30))
            project.documents.add(NewDocument(f"talk {number}", text, "txt"))
        project.codes.add("Trust")
    with project.change("Code"):
        for document in range(1, documents + 1):
            project.codings.add_many(NewCoding(document, 1, Span(at, at + 5)) for at in range(0, codings * 7, 7))
    return project


def reopened(path: Path) -> set[int]:
    """Ids of the codings after opening again; the project must be sound."""
    with Project.open(path) as project:
        assert check(project) == []
        return {coding.id for coding in project.codings.list()}


def child(script: str, *arguments: object) -> "subprocess.Popen[str]":
    """Another Python process running a script of the folder ``children``."""
    place = Path(__file__).parent / "children" / script
    command = [sys.executable, str(place), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def told(script: str, *arguments: object) -> dict[str, object]:
    """What a child prints as JSON when it has ended."""
    with child(script, *arguments) as process:
        output, _ = process.communicate()
    assert process.returncode == 0
    answer: dict[str, object] = json.loads(output)
    return answer


@contextmanager
def mounted(folder: Path, *arguments: str) -> Iterator[bool]:
    """Mount something on a folder where that is allowed (root); False, and nothing done, where it is not."""
    folder.mkdir(exist_ok=True)
    try:
        done = subprocess.run(["mount", *arguments, str(folder)], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        done = False
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", str(folder)], check=True)


def command(*arguments: object) -> tuple[int, str]:
    """Status and stderr of a qdesk command."""
    call = [sys.executable, "-m", "qdesk", *map(str, arguments)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr + done.stdout
