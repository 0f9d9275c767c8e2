"""Imports documents until the disk is full, by itself or by a limit given in bytes; prints what was kept and told."""

import json
import sys
from pathlib import Path

from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument

if len(sys.argv) > 2:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
kept: list[int] = []
sentence = ""
with Project.open(Path(sys.argv[1]), "window") as project:
    try:
        while len(kept) < 500:
            with project.change("Import"):
                kept.append(project.documents.add(NewDocument("talk", f"{len(kept)} words " * 2000, "txt")))
    except QDeskError as error:
        sentence = str(error)
        kept.pop()
    there = [document.id for document in project.documents.list()]
print(json.dumps({"kept": kept, "there": there, "sentence": sentence}))
