"""What commands share: arguments, options, tables and JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.counted import counted

if TYPE_CHECKING:
    from qdesk.importers.outcome import Outcome

_encode = json.JSONEncoder(ensure_ascii=False).encode
_SUFFIX = ".qdesk"
_BACKUP_EVERY = timedelta(hours=1)


def with_suffix(path: Path) -> Path:
    """A project's path with the suffix that all projects have. Raises UsageError for an empty one."""
    if not path.name:
        raise click.UsageError("A project needs a name.")
    return path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)


def _existing(_context: click.Context, _parameter: click.Parameter, path: Path) -> Path:
    """The file as it is named, else the project of that name: ``thesis`` for ``thesis.qdesk``."""
    if path.is_file() or not path.name:
        return path
    return project if (project := with_suffix(path)).is_file() else path


project_argument = click.argument("project", type=click.Path(path_type=Path), callback=_existing)
table_argument = click.argument("table", type=click.Path(path_type=Path))
why_option = click.option("--why", metavar="TEXT", help="The reason, kept in the history.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON array instead of a table.")
force_option = click.option("--force", is_flag=True, help="Replace what lies there.")


def refuse_existing(out: Path, force: bool) -> None:
    """Raise QDeskError before any work is done, if something lies at the place to write and may not be replaced."""
    if out.exists() and not force:
        raise QDeskError(f"{out} is there already and was left as it is; choose another name, or use --force.")


def example(*lines: str) -> str:
    """The epilogue of a command's help."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def say(text: str, end: str = "\n") -> None:
    """A line on standard output, its characters unchanged."""
    sys.stdout.write(text + end)


def complain(sentence: str) -> None:
    """A sentence on standard error, under the program's name."""
    print(f"qdesk: {sentence}", file=sys.stderr)


def tell_outcome(outcome: Outcome, noun: str, verb: str, there: str) -> int:
    """Say how many rows went in, and each row that did not; the exit status."""
    done = f"{counted(outcome.added, noun)} {verb}"
    say(f"{done}, {outcome.there:,} {there}" if outcome.there else done)
    for line in outcome.lines():
        complain(line)
    return 1 if outcome.problems else 0


@contextmanager
def open_to_change(path: Path) -> Iterator[Project]:
    """Open a project for a command that changes it, after a backup if the newest is an hour old."""
    with Project.open(path) as project:
        if not project.read_only:
            try:
                project.backup_if_due(_BACKUP_EVERY)
            except QDeskError as error:
                complain(str(error))
        yield project


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises QDeskError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise QDeskError(f"There is no file {path}; nothing was changed.") from None
    except IsADirectoryError:
        raise QDeskError(f"{path} is a folder, not a table; nothing was changed.") from None
    except OSError as error:
        raise QDeskError(f"{path} cannot be read ({(error.strerror or '').lower()}); nothing was changed.") from error


def print_json(rows: Sequence[dict[str, Any]]) -> None:
    """One array, a row a line."""
    sys.stdout.write("[")
    for number, row in enumerate(rows):
        sys.stdout.write((",\n" if number else "") + _encode(row))
    sys.stdout.write("]\n")


def print_table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Columns padded with spaces; numbers right-aligned, lists joined, breaks in a cell as spaces."""
    cells = [[_cell(row[column]) for column in columns] for row in rows]
    numeric = [bool(rows) and all(type(row[column]) is int for row in rows) for column in columns]
    for line in aligned([list(columns), *cells], numeric):
        say(line)


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterable[str]:
    """Rows of cells as lines of equal columns, two blanks apart; ``right`` says which are right-aligned."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = [
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ]
        yield "  ".join(padded).rstrip()


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    elif isinstance(value, bool):
        value = "yes" if value else ""
    return " ".join(str("" if value is None else value).split())
