"""Builds a sample study: step by step as its history tells, or at once where it has none."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from qdesk.errors import QDeskError
from qdesk.importers.codebook import import_codebook
from qdesk.importers.codings import import_codings
from qdesk.importers.outcome import Outcome
from qdesk.importers.study import codes, material, quotes
from qdesk.importers.study.builder import Builder
from qdesk.importers.study.sources import read_study
from qdesk.importers.study.whole import first_difference
from qdesk.store.project import Project

_VERBS: Final[Mapping[str, Callable[..., None]]] = {
    "documents": material.documents,
    "cases": material.cases,
    "memos": material.memos,
    "describe": material.describe,
    "codes": codes.create,
    "rename": codes.rename,
    "merge": codes.merge,
    "group": codes.group,
    "move": codes.move,
    "define": codes.define,
    "colours": codes.colour,
    "code": quotes.code,
    "split": quotes.split,
    "star": quotes.star,
}
"""What ``do`` may name in a step of ``study.toml``; the other keys of the step are the function's arguments."""


def build_study(folder: Path, project: Project, why: str | None = None) -> None:
    """Fill an empty project from the sources in a folder, which it remembers; ``why`` stands with the first step.

    Raises QDeskError for a source or a step that does not fit, and if codes and codings do not end up as the tables
    have them.
    """
    try:
        at = Builder(read_study(folder), project)
        if at.study.steps:
            _tell(at, why)
        else:
            _build_at_once(at, why)
        if difference := first_difference(at):
            raise QDeskError(difference)
        _set_the_scene(project, folder)
    except QDeskError as error:
        raise QDeskError(f"The sample study could not be built: {str(error).rstrip('.')}.") from error


def _set_the_scene(project: Project, folder: Path) -> None:
    """The window opens on the first interview; the project knows which study it is."""
    interviews = (document.id for document in project.documents.list() if document.case is not None)
    project.layout.set("window", {"document": next(interviews, None)})
    project.layout.set("sample", folder.name)


def _tell(at: Builder, why: str | None) -> None:
    """Carry out the steps of the history; one that leaves no trace does not belong into it."""
    for number, step in enumerate(at.study.steps, start=1):
        before = at.project.history.undoable()
        try:
            _carry_out(at, step, (number == 1 and why) or step.get("why", ""))
            if at.project.history.undoable() == before:
                raise QDeskError("it changes nothing")
        except QDeskError as error:
            raise QDeskError(f"step {number} ({step.get('do', 'without a verb')}): {error}") from error


def _carry_out(at: Builder, step: Mapping[str, Any], why: str) -> None:
    verb = _VERBS.get(step.get("do", ""))
    if verb is None:
        raise QDeskError(f"the verbs are {', '.join(_VERBS)}")
    arguments = {key: value for key, value in step.items() if key not in ("do", "why")}
    try:
        inspect.signature(verb).bind(at, why, **arguments)
    except TypeError as error:
        raise QDeskError(str(error)) from error
    verb(at, why, **arguments)


def _build_at_once(at: Builder, why: str | None) -> None:
    material.documents(at, why or "", [path.name for path in (*at.study.interviews, *at.study.others)])
    material.cases(at, "")
    _whole("codebook", import_codebook(at.project, at.study.codebook))
    _whole("codings", import_codings(at.project, at.study.codings))
    material.memos(at, "")
    material.describe(at, "")


def _whole(table: str, outcome: Outcome) -> None:
    if outcome.problems:
        raise QDeskError(f"{table}.csv, {outcome.lines()[0]}")
