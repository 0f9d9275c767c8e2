"""The command line: commands are imported when they are called, errors become one sentence and a status."""

from __future__ import annotations

import importlib
import io
import sqlite3
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from qdesk import __version__
from qdesk.errors import QDeskError
from qdesk.store.connection import plain_error

if TYPE_CHECKING:
    from qdesk.analysis.figure import Figure

Draw = Callable[["Figure"], bytes]

_MODULES = {
    "new": "projects", "sample": "projects", "check": "projects", "restore": "projects",
    "add": "documents", "show": "documents", "search": "documents",
    "cases": "tables", "codebook": "tables", "code": "tables",
    "list": "listing",
    "table": "charts", "chart": "charts",
    "export": "exports",
    "history": "trail", "undo": "trail", "redo": "trail",
}  # fmt: skip
"""Command names and the modules of this package that hold them."""


class _Commands(click.Group):
    """Finds a command by name without importing the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _MODULES:
            return None
        command = getattr(importlib.import_module(f"qdesk.cli.{_MODULES[name]}"), f"{name}_")
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qdesk")
def commands() -> None:
    """Qualitative analysis of interviews, on your own computer.

    \b
    qdesk                     opens the window
    qdesk study.qdesk         opens a project in the window
    qdesk COMMAND --help      explains a command, with an example
    """


def run(arguments: list[str], draw: Draw) -> int:
    """Carry out a command. 0 done, 1 a known error (one sentence on stderr), 2 wrong usage."""
    _speak_utf8()
    try:
        return commands.main(arguments, prog_name="qdesk", standalone_mode=False, obj=draw) or 0
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _fail("Stopped; nothing was half done.")
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except QDeskError as error:
        return _fail(str(error))
    except sqlite3.Error as error:
        known = plain_error(error)
        if known is None:
            raise
        return _fail(str(known))


def _fail(sentence: str) -> int:
    print(f"qdesk: {sentence}", file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """Interviews come in any script, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
