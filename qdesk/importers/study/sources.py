"""What the folder of a sample study holds: the files of its documents, its tables, and the steps of its history."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from qdesk.errors import QDeskError
from qdesk.importers import SUFFIXES
from qdesk.importers.tables import Row, Table, read_table

_SETTINGS: Final = "study.toml"


class Passage(NamedTuple):
    """A row of ``codings.csv``: the path of its code at the end; ``first`` names another that it began under."""

    line: int
    document: str
    code: str
    quote: str
    nth: int | None
    comment: str
    starred: bool
    first: str


@dataclass(frozen=True, slots=True)
class Study:
    """The sources of a study. ``interviews`` and ``others`` are files in natural order; rows stay as they are written.

    ``steps`` are the entries of the history in order, each with its verb under ``do``; none for a study that is
    built at once.
    """

    name: str
    description: str
    steps: Sequence[Mapping[str, Any]]
    interviews: Sequence[Path]
    others: Sequence[Path]
    participants: Table
    codebook: Table
    codings: Table
    memos: Table
    passages: Sequence[Passage]


def read_study(folder: Path) -> Study:
    """Read all sources but the documents themselves. Raises QDeskError for a table that cannot be read."""
    settings = _settings(folder)
    codings = _table(folder, "codings")
    return Study(
        name=settings["name"],
        description=settings["description"],
        steps=settings.get("step", ()),
        interviews=_documents(folder / "interviews"),
        others=_documents(folder / "others"),
        participants=_table(folder, "participants"),
        codebook=_table(folder, "codebook"),
        codings=codings,
        memos=_table(folder, "memos"),
        passages=[_passage(codings, row) for row in codings.rows],
    )


def read_name(folder: Path) -> str:
    """What the study in a folder is called."""
    return str(_settings(folder)["name"])


def _settings(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / _SETTINGS).read_text(encoding="utf-8"))


def _documents(folder: Path) -> list[Path]:
    return sorted((path for path in folder.glob("*") if path.suffix in SUFFIXES), key=_natural)


def _natural(path: Path) -> list[tuple[int, str]]:
    """Teacher 2 before Teacher 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", path.stem)]


def _table(folder: Path, name: str) -> Table:
    table = read_table((folder / f"{name}.csv").read_bytes())
    if table.problems:
        problem = table.problems[0]
        raise QDeskError(f"{name}.csv, line {problem.line}: {problem.reason}")
    return table


def _passage(table: Table, row: Row) -> Passage:
    document, code, quote, nth, comment, starred, first = (
        table.value(row, column) for column in ("document", "code", "quote", "nth", "comment", "starred", "first")
    )
    return Passage(row.line, document, code, quote, int(nth) if nth else None, comment, starred == "1", first)
