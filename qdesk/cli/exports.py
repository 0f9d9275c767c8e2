"""The command that exports: codebook, findings, the whole report, quotes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qdesk.cli.common import example, force_option, project_argument, refuse_existing, say
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.exporters.options import ReportOptions, SectionName
from qdesk.store.project import Project

if TYPE_CHECKING:
    from qdesk.cli.main import Draw
    from qdesk.exporters.report import CooccurrenceTable

_SECTIONS: dict[str, tuple[SectionName, ...]] = {
    "codebook": ("codebook",),
    "findings": ("findings",),
    "report": ("findings", "codebook", "cooccurrence"),
    "quotes": ("findings",),
}
_OF_WORD = ("citation", "quotes_per_code", "starred", "no_counts")
"""Options that shape a Word document; a .csv is always whole."""


@click.command(
    "export",
    epilog=example(
        "qdesk export report thesis.qdesk chapter4.docx",
        'qdesk export findings thesis.qdesk findings.docx --citation "({participant}, {attribute:School level})"',
        "qdesk export quotes thesis.qdesk quotes.csv",
    ),
)
@click.argument("what", type=click.Choice(list(_SECTIONS)))
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--citation", metavar="PATTERN", help="How quotes are cited; default: ({participant}, ¶{paragraph}).")
@click.option("--quotes-per-code", type=click.IntRange(min=1), metavar="K", help="At most K quotes a code.")
@click.option("--starred", is_flag=True, help="Only starred quotes.")
@click.option("--no-counts", is_flag=True, help="Leave counts out (reflexive thematic analysis).")
@force_option
@click.pass_context
def export_(
    context: click.Context,
    what: str,
    project: Path,
    out: Path,
    citation: str | None,
    quotes_per_code: int | None,
    starred: bool,
    no_counts: bool,
    force: bool,
) -> None:
    """Write a Word document (.docx) or a table (.csv).

    Every quote goes in, its characters unchanged. The codebook and the quotes can also be written as .csv.
    """
    suffix = out.suffix.lower()
    if suffix not in (".docx", ".csv"):
        raise QDeskError(f"“{out.name}” was not written: an export ends in .docx or .csv.")
    refuse_existing(out, force)
    if suffix == ".csv" and any(context.params[name] for name in _OF_WORD):
        raise click.UsageError("A .csv holds everything; these options are for .docx.")
    with Project.open(project) as opened:
        if suffix == ".csv":
            data = _csv(opened, what)
        else:
            options = ReportOptions(
                sections=_SECTIONS[what],
                citation=citation or ReportOptions().citation,
                quotes_per_code=quotes_per_code,
                starred_only=starred,
                counts=not no_counts,
            )
            data = _word(opened, options, context.obj)
    write_file(out, data, force=force)
    say(str(out))


def _csv(project: Project, what: str) -> bytes:
    if what == "quotes":
        from qdesk.exporters.quotes_csv import write_quotes_csv

        return write_quotes_csv(project)
    if what == "codebook":
        from qdesk.exporters.codebook_csv import write_codebook_csv

        return write_codebook_csv(project)
    raise QDeskError(f"Nothing was written: the {what} can only be a Word document; give a name that ends in .docx.")


def _word(project: Project, options: ReportOptions, draw: Draw) -> bytes:
    from qdesk.exporters.build import build_report
    from qdesk.exporters.word.writer import write_report

    table = figure = None
    if "cooccurrence" in options.sections:
        table, figure = _together(project, draw)
    return write_report(build_report(project, options, table, figure))


def _together(project: Project, draw: Draw) -> tuple[CooccurrenceTable | None, bytes | None]:
    """The table of the codes that are in use and its heat map as .png; nothing where there are not two."""
    from qdesk.analysis.figure import Figure, heat_map
    from qdesk.analysis.study import read_study
    from qdesk.exporters.report import CooccurrenceTable

    study = read_study(project, "overlap", "all", measure="count")
    if len(study.codes) < 2:
        return None, None
    colours = [code.colour for code in study.codes]
    heatmap = heat_map(study.table, study.names, colours, "count")
    table = CooccurrenceTable(study.names, tuple(map(tuple, study.table.count.tolist())))
    return table, draw(Figure(heatmap, "png", width_mm=160))
