"""Seeded corpora as projects: ``SIZE`` is S, M, L or D (see the generator, whose place is ``QDESK_BENCH_CORPUS``)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import detect_turns

SIZES = {"S": "S", "M": "M", "L": "L", "D": "22:6000:60:11000:7"}


def generate(generator: Path, size: str, folder: Path) -> Path:
    """Run the generator once; the folder with its .jsonl files."""
    if not (folder / "meta.json").exists():
        subprocess.run(
            [sys.executable, str(generator), SIZES[size], str(folder)], check=True, stdout=subprocess.DEVNULL
        )
    return folder


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a .jsonl file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def build(corpus: Path, target: Path) -> Path:
    """A project with the corpus's documents, themes, codes and codings."""
    if target.exists():
        return target
    with Project.create(target) as project:
        with project.change("Import"):
            for row in lines(corpus / "documents.jsonl"):
                text = row["text"].rstrip("\n")
                turns = detect_turns(text).turns
                project.documents.add(NewDocument(row["name"].removesuffix(".txt"), text, "txt", turns=turns))
        with project.change("Codebook"):
            themes = {}
            for row in lines(corpus / "categories.jsonl"):
                themes[row["id"]] = project.codes.add(row["name"], themes.get(row["parent"]), kind="theme")
            codes = {
                row["id"]: project.codes.add(row["name"], themes[row["category"]], colour=row["color"])
                for row in lines(corpus / "codes.jsonl")
            }
        with project.change("Code"):
            documents = [document.id for document in project.documents.list()]
            project.codings.add_many(
                NewCoding(documents[row["doc"] - 1], codes[row["code"]], Span(row["start"], row["end"]), row["memo"])
                for row in lines(corpus / "codings.jsonl")
            )
    return target
