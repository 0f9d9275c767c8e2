"""Commands that take a table: cases, codebook, code."""

from __future__ import annotations

from pathlib import Path

import click

from qdesk.cli.common import example, project_argument, read_bytes, table_argument, tell_outcome, why_option
from qdesk.importers.tables import read_table
from qdesk.store.project import Project


@click.command("cases", epilog=example("qdesk cases thesis.qdesk participants.csv"))
@project_argument
@table_argument
@why_option
def cases_(project: Path, table: Path, why: str | None) -> int:
    """Import participants: the first column names them, the others are attributes."""
    from qdesk.importers.cases import import_cases

    with Project.open(project) as opened:
        return tell_outcome(import_cases(opened, read_table(read_bytes(table)), why), "participants", "")


@click.command("codebook", epilog=example("qdesk codebook thesis.qdesk codebook.csv"))
@project_argument
@table_argument
@why_option
def codebook_(project: Path, table: Path, why: str | None) -> int:
    """Import codes: columns code (Theme > Code), colour, definition, include_when, exclude_when, memo, kind."""
    from qdesk.importers.codebook import import_codebook

    with Project.open(project) as opened:
        outcome = import_codebook(opened, read_table(read_bytes(table)), why)
        return tell_outcome(outcome, "codes made", "brought up to date")


@click.command("code", epilog=example("qdesk code thesis.qdesk codings.csv --strict"))
@project_argument
@table_argument
@click.option("--strict", is_flag=True, help="Code nothing if a single row cannot be used.")
@why_option
def code_(project: Path, table: Path, strict: bool, why: str | None) -> int:
    """Code passages: columns document, code, and quote [nth] or start, end; comment, starred."""
    from qdesk.importers.codings import import_codings

    with Project.open(project) as opened:
        outcome = import_codings(opened, read_table(read_bytes(table)), why, strict=strict)
        return tell_outcome(outcome, "codings made", "there already")
