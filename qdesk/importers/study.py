"""The sources of a sample study, built into a project through the same doors as a user's own files."""

import re
import tomllib
from pathlib import Path
from typing import Final

from qdesk.errors import QDeskError
from qdesk.importers import SUFFIXES, read_document
from qdesk.importers.cases import import_cases
from qdesk.importers.codebook import import_codebook
from qdesk.importers.codings import import_codings
from qdesk.importers.documents import store_documents
from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Table, read_table
from qdesk.places import sample_projects
from qdesk.store.project import Project
from qdesk.text.codepath import split_path

_MAIN_STUDY: Final = "distributed_leadership"


def build_main_study(project: Project, why: str | None = None) -> None:
    """Fill an empty project with the sample study that comes with QDesk."""
    build_study(sample_projects() / _MAIN_STUDY, project, why)


def build_study(sources: Path, project: Project, why: str | None = None) -> None:
    """Fill an empty project from a folder of interviews and tables; ``why`` stands with the first step.

    Raises QDeskError if a source does not fit.
    """
    about = tomllib.loads((sources / "study.toml").read_text(encoding="utf-8"))
    files = sorted((sources / "interviews").iterdir(), key=_natural)
    store_documents(project, [read_document(path) for path in files if path.suffix in SUFFIXES], why=why)
    _whole(import_cases(project, _table(sources / "participants.csv")))
    _whole(import_codebook(project, _table(sources / "codebook.csv")))
    _whole(import_codings(project, _table(sources / "codings.csv")))
    _write_memos(project, _table(sources / "memos.csv"))
    with project.change("Describe the study"):
        project.settings.set("title", about["name"])
        project.settings.set("description", about["description"])


def _table(path: Path) -> Table:
    return read_table(path.read_bytes())


def _whole(outcome: Outcome) -> None:
    if outcome.problems:
        raise QDeskError(f"The sample study could not be built: {outcome.lines()[0]}.")


def _natural(path: Path) -> list[tuple[int, str]]:
    """Teacher 2 before Teacher 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", path.stem)]


def _write_memos(project: Project, table: Table) -> None:
    with project.change(f"Write {len(table.rows)} memos"):
        for row in table.rows:
            about, _, name = table.value(row, "about").partition(":")
            target = _target(project, about, name)
            title, kind, body = (table.value(row, column) for column in ("title", "type", "body"))
            project.memos.add(body, about=about, target=target, title=title, type=kind)


def _target(project: Project, about: str, name: str) -> int | None:
    if about == "document" and (document := project.documents.find(name)):
        return document.id
    if about == "code" and (code := project.codes.find(split_path(name))):
        return code.id
    if about == "case" and (case := project.cases.find(name)):
        return case
    if about in ("project", "free"):
        return None
    raise QDeskError(f"The sample study could not be built: a memo is about “{about}:{name}”, which is not there.")
