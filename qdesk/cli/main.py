"""The command line: commands are imported when they are called, errors become one sentence and a status."""

from __future__ import annotations

import importlib
import io
import os
import sqlite3
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qdesk import __version__
from qdesk.errors import QDeskError
from qdesk.store.connection import plain_error

if TYPE_CHECKING:
    from qdesk.analysis.figure import Figure

Draw = Callable[["Figure"], bytes]

_COMMANDS = {
    "new": ("projects", "Make an empty project."),
    "sample": ("projects", "Write the sample study, already coded, into FOLDER."),
    "add": ("documents", "Import transcripts (.txt, .md, .docx)."),
    "cases": ("tables", "Import participants and their attributes."),
    "codebook": ("tables", "Import codes, their colours and rules."),
    "code": ("tables", "Code passages that a table names."),
    "autocode": ("autocoding", "Code passages by a rule."),
    "list": ("listing", "List documents, turns, speakers, cases, codes, codings or memos."),
    "show": ("documents", "Print the stored text of a document."),
    "search": ("documents", "Find words in all documents."),
    "table": ("charts", "Print which codes occur together, or write it to OUT."),
    "chart": ("charts", "Draw which codes occur together, as .png or .svg."),
    "export": ("exports", "Write a Word document (.docx) or a table (.csv)."),
    "history": ("trail", "List every step: when, what and why."),
    "undo": ("trail", "Take back the last step, or the last N."),
    "redo": ("trail", "Do the last undone step again, or the last N."),
    "check": ("projects", "Look for damage."),
    "restore": ("projects", "Put a backup in the project's place."),
}
"""Commands, the modules of this package that hold them, and the first lines of their help."""

_EPILOG = """\b
Examples:
  qdesk                       opens the window
  qdesk thesis.qdesk          opens a project in the window
  qdesk sample ~/QDesk        writes the sample study, to try the commands on
  qdesk list --help           explains a command, with an example
"""


class _Commands(click.Group):
    """Imports the module of a command when it is called, and none to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[name]
        command = getattr(importlib.import_module(f"qdesk.cli.{module}"), f"{name}_")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qdesk")
@click.pass_context
def commands(context: click.Context) -> None:
    """Qualitative analysis of interviews, on your own computer."""
    context.call_on_close(lambda: sys.stdout.flush())  # a closed pipe is told here, not at the interpreter's end


def run(arguments: list[str], draw: Draw) -> int:
    """Carry out a command. 0 done, 1 a known error (one sentence on stderr), 2 wrong usage; never a traceback."""
    _speak_utf8()
    try:
        return commands.main(arguments, prog_name="qdesk", standalone_mode=False, obj=draw) or 0
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.UsageError as error:
        return _explain_usage(error)
    except (click.Abort, KeyboardInterrupt):
        return _fail("Stopped; nothing was half done.")
    except QDeskError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(_unwritten(error) or _fault(error))
    except Exception as error:
        known = plain_error(error) if isinstance(error, sqlite3.Error) else None
        return _fail(str(known) if known else _fault(error))


def _fail(sentence: str) -> int:
    print(f"qdesk: {sentence}", file=sys.stderr)
    return 1


def _unwritten(error: OSError) -> str | None:
    """The sentence where standard output took no more (a file's error would name it); it is not tried again."""
    if error.filename is not None:
        return None
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return f"The output could not be written ({(error.strerror or str(error)).lower()}); the project is unharmed."


def _explain_usage(error: click.UsageError) -> int:
    message = error.format_message()
    path = error.ctx.command_path if error.ctx else "qdesk"
    print(f"qdesk: {message} Try: {path} --help", file=sys.stderr)
    return error.exit_code


def _fault(error: Exception) -> str:
    """A fault of the program in one line that can be reported: names and places, no text of interviews."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames if not frame.filename.startswith("<")]
    at = " > ".join(places[-6:])
    return f"QDesk itself failed; what was saved is kept. Please report this line: {type(error).__name__} at {at}"


def _speak_utf8() -> None:
    """Interviews come in any script, whatever the console's code page; line breaks go out as they are stored."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
