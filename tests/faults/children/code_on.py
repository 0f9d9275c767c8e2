"""Codes passage after passage and prints the id of each coding once it is committed, until killed."""

import sys
from itertools import count
from pathlib import Path

from qdesk.store.project import Project
from qdesk.text.spans import Span

with Project.open(Path(sys.argv[1]), "window") as project:
    first = len(project.codings.list())
    for number in count(first):
        document, start = 1 + number % 3, 1 + number // 3 % 19_000
        with project.change("Apply code"):
            coding = project.codings.add(document, 1, Span(start, start + 9 + number // 57_000))
        sys.stdout.write(f"{coding}\n")
        sys.stdout.flush()
