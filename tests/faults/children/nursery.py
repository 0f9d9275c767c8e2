"""For each line read, a new process codes passage after passage until it is killed; the nursery says so and waits on.

It prints "born PID", the id of each coding once it is committed, and "dead". Forking spares fifty starts of Python.
"""

import os
import sys
from itertools import count
from pathlib import Path

from qdesk.store.project import Project
from qdesk.text.spans import Span


def say(line: object) -> None:
    """One write, so a line is whole or not there."""
    os.write(1, f"{line}\n".encode())


def code_on(path: Path) -> None:
    """Code until killed."""
    with Project.open(path, "window") as project:
        for number in count(len(project.codings.list())):
            start = 1 + number // 3
            with project.change("Apply code"):
                coding = project.codings.add(1 + number % 3, 1, Span(start, start + 9))
            say(coding)


for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        say(f"born {os.getpid()}")
        code_on(Path(sys.argv[1]))
    os.waitpid(child, 0)
    say("dead")
