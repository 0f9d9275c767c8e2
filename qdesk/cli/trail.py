"""Commands on the history: history, undo, redo."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from qdesk.cli.common import example, json_option, print_json, print_table, project_argument, say
from qdesk.errors import QDeskError
from qdesk.store.history import Direction, ForeignStep
from qdesk.store.project import Project

_steps = click.argument("n", type=click.IntRange(min=1), default=1)


@click.command("history", epilog=example("qdesk history thesis.qdesk"))
@project_argument
@json_option
def history_(project: Path, as_json: bool) -> None:
    """List every step, newest first: when, what, why, and whether it is done, undone or was overtaken (abandoned)."""
    with Project.open(project) as opened:
        rows = [
            {"id": step.id, "at": step.at, "label": step.label, "why": step.why, "state": step.state}
            for step in opened.history.steps()
        ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        row["at"] = datetime.fromisoformat(str(row["at"])).astimezone().strftime("%Y-%m-%d %H:%M")
    print_table(rows, ["id", "at", "state", "label", "why"])


@click.command("undo", epilog=example("qdesk undo thesis.qdesk 3"))
@project_argument
@_steps
@click.option("--force", is_flag=True, help="Also a step of a window that is still open.")
def undo_(project: Path, n: int, force: bool) -> None:
    """Take back the last step, or the last N."""
    _replay(project, "undo", n, force)


@click.command("redo", epilog=example("qdesk redo thesis.qdesk"))
@project_argument
@_steps
def redo_(project: Path, n: int) -> None:
    """Do the last undone step again, or the last N."""
    _replay(project, "redo", n, force=True)


def _replay(path: Path, kind: Direction, count: int, force: bool) -> None:
    done = "Undone" if kind == "undo" else "Redone"
    with Project.open(path) as project:
        for number in range(count):
            try:
                changes = project.undo(force=force) if kind == "undo" else project.redo()
            except ForeignStep as error:
                raise QDeskError(f"{str(error).removesuffix(' Undo it all the same?')} Use --force to undo it.") from error
            except QDeskError as error:
                raise QDeskError(f"{error} {number} of {count} steps {done.lower()}." if number else str(error)) from error
            say(f"{done}: {changes.label}")
