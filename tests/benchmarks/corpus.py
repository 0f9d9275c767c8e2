"""Seeded corpora as projects. A size is S, M, L or D, or the generator's own ``documents:words:codes:codings:seed``.

The generator lies at ``QDESK_BENCH_CORPUS``, corpora and projects are kept in ``QDESK_BENCH_DIR`` for the next run.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from qdesk.store import schema
from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import detect_turns

SIZES = {"D": "22:6000:60:11000:7"}

PAIRS = {"S": 1_727, "M": 16_410, "L": 72_693, "D": 40_114}
"""Pairs of codings of two codes that overlap, counted by two programs that are not ours."""


def generator() -> Path:
    """Where the generator lies."""
    beside = Path(__file__).parents[3] / "shared" / "bench" / "gen_corpus.py"
    return Path(os.environ.get("QDESK_BENCH_CORPUS", beside))


def kept() -> Path:
    """The folder of corpora and projects."""
    return Path(os.environ.get("QDESK_BENCH_DIR", Path(tempfile.gettempdir()) / "qdesk-benchmarks"))


def project(size: str) -> Path:
    """The project of a corpus, made at the first call; nobody writes to it."""
    tables = crc32(Path(schema.__file__).read_bytes())
    return build(generate(size), kept() / f"{_file_name(size)} {tables:08x}.qdesk")


def copy_of(size: str, folder: Path) -> Path:
    """A copy of a corpus's project to be written to."""
    return Path(shutil.copy(project(size), folder / f"{_file_name(size)}.qdesk"))


def generate(size: str) -> Path:
    """The folder with the .jsonl files of a corpus."""
    folder = kept() / _file_name(size)
    if not (folder / "meta.json").exists():
        command = [sys.executable, str(generator()), SIZES.get(size, size), str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def _file_name(size: str) -> str:
    return size.replace(":", "-")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a .jsonl file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def build(corpus: Path, target: Path) -> Path:
    """A project with the corpus's documents, themes, codes and codings."""
    if target.exists():
        return target
    draft = target.with_suffix(".part")
    with Project.create(draft, force=True) as project:
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
    os.replace(draft, target)
    return target
