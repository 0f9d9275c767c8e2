"""Commands that take a table: cases, codebook, code."""

from __future__ import annotations

from pathlib import Path

import click

from qdesk.cli.common import (
    complain,
    example,
    open_to_change,
    project_argument,
    read_bytes,
    table_argument,
    tell_outcome,
    why_option,
)
from qdesk.importers.tables import read_table


@click.command("cases", epilog=example("qdesk cases thesis.qdesk participants.csv"))
@project_argument
@table_argument
@why_option
def cases_(project: Path, table: Path, why: str | None) -> int:
    """Import participants and their attributes.

    The first column of TABLE names the participants, every other one is an attribute.
    """
    from qdesk.importers.cases import import_cases

    with open_to_change(project) as opened:
        return tell_outcome(
            import_cases(opened, read_table(read_bytes(table)), why), "participant", "added", "brought up to date"
        )


@click.command("codebook", epilog=example("qdesk codebook thesis.qdesk codebook.csv"))
@project_argument
@table_argument
@why_option
def codebook_(project: Path, table: Path, why: str | None) -> int:
    """Import codes, their colours and rules.

    Columns of TABLE: code (Theme > Code, with a backslash before a > inside a name), and any of colour (#RRGGBB),
    definition, include_when, exclude_when, memo, kind (theme or code). Empty cells leave a code as it is.
    """
    from qdesk.importers.codebook import import_codebook

    with open_to_change(project) as opened:
        outcome = import_codebook(opened, read_table(read_bytes(table)), why)
    return tell_outcome(outcome, "code", "made", "brought up to date")


@click.command("code", epilog=example("qdesk code thesis.qdesk codings.csv --strict"))
@project_argument
@table_argument
@click.option("--strict", is_flag=True, help="Code nothing if a single row cannot be used.")
@why_option
def code_(project: Path, table: Path, strict: bool, why: str | None) -> int:
    """Code passages that a table names.

    Columns of TABLE: document, code (Theme > Code), and quote (with nth, if it occurs more than once) or start and end
    in characters, end exclusive; also comment, starred. Rows that cannot be used are named with their line, and the
    others go in as one step.
    """
    from qdesk.importers.codings import import_codings

    with open_to_change(project) as opened:
        outcome = import_codings(opened, read_table(read_bytes(table)), why, strict=strict)
    status = tell_outcome(outcome, "coding", "made", "there already")
    if status and strict:
        complain("Nothing was coded, because of these rows; correct them, or leave out --strict.")
    return status
