"""Commands on the history: history, undo, redo."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from qdesk.cli.common import (
    example,
    json_option,
    open_to_change,
    print_json,
    print_table,
    project_argument,
    say,
    why_option,
)
from qdesk.errors import QDeskError
from qdesk.store.history import Direction, ForeignStep
from qdesk.store.project import Project

_steps = click.argument("n", type=click.IntRange(min=1), default=1)


@click.command("history", epilog=example("qdesk history thesis.qdesk", "qdesk history thesis.qdesk --json"))
@project_argument
@json_option
def history_(project: Path, as_json: bool) -> None:
    """List every step: when, what and why.

    The newest is first. A step is done, undone, or abandoned (undone, and then overtaken by another act). Under it
    stands when and why it was undone and redone.
    """
    with Project.open(project) as opened:
        steps = _rows(opened)
    if as_json:
        print_json(steps)
    elif steps:
        print_table([line for step in steps for line in _lines(step)], ["id", "at", "state", "label", "why"])


def _rows(project: Project) -> list[dict[str, Any]]:
    replays = defaultdict(list)
    for event in project.history.events():
        if event.kind != "do":
            replays[event.step].append({"kind": event.kind, "at": event.at, "why": event.why})
    return [
        {
            "id": step.id, "at": step.at, "label": step.label, "why": step.why, "state": step.state,
            "replays": replays[step.id],
        }
        for step in project.history.steps()
    ]  # fmt: skip


def _lines(step: dict[str, Any]) -> list[dict[str, str]]:
    """A step and the times it was undone and redone, as rows of a table, in local time."""
    lines = [{**step, "id": str(step["id"]), "at": _local(step["at"])}]
    for replay in step["replays"]:
        lines.append({"id": "", "at": _local(replay["at"]), "state": "", "label": replay["kind"], "why": replay["why"]})
    return lines


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


@click.command("undo", epilog=example("qdesk undo thesis.qdesk", 'qdesk undo thesis.qdesk 3 --why "wrong interview"'))
@project_argument
@_steps
@click.option("--force", is_flag=True, help="Also a step of a window that is still open.")
@why_option
def undo_(project: Path, n: int, force: bool, why: str | None) -> None:
    """Take back the last step, or the last N."""
    _replay(project, "undo", n, force, why)


@click.command("redo", epilog=example("qdesk redo thesis.qdesk", "qdesk redo thesis.qdesk 3"))
@project_argument
@_steps
@why_option
def redo_(project: Path, n: int, why: str | None) -> None:
    """Do the last undone step again, or the last N."""
    _replay(project, "redo", n, True, why)


def _replay(path: Path, kind: Direction, count: int, force: bool, why: str | None) -> None:
    done = "Undone" if kind == "undo" else "Redone"
    with open_to_change(path) as project:
        replay = project.undo if kind == "undo" else project.redo
        for number in range(count):
            try:
                changes = replay(force=force, why=why)
            except ForeignStep as error:
                raise QDeskError(
                    f"{str(error).removesuffix(' Undo it all the same?')} Use --force to undo it."
                ) from error
            except QDeskError as error:
                so_far = (
                    f" {number} of {count} steps {'was' if number == 1 else 'were'} {done.lower()}." if number else ""
                )
                raise QDeskError(f"{error}{so_far}") from error
            say(f"{done}: {changes.label}")
