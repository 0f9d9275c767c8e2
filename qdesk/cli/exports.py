"""The command that exports: codebook, findings, the whole report, quotes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from qdesk.cli.common import example, force_option, project_argument, say
from qdesk.cli.main import Draw
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.store.project import Project

_SECTIONS = {
    "codebook": ("codebook",), "findings": ("findings",), "report": ("findings", "codebook", "cooccurrence"),
    "quotes": ("findings",),
}  # fmt: skip


@click.command("export", epilog=example("qdesk export report thesis.qdesk chapter4.docx", "qdesk export quotes thesis.qdesk quotes.csv"))
@click.argument("what", type=click.Choice(list(_SECTIONS)))
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--citation", metavar="PATTERN", help="How quotes are cited: ({participant}, ¶{paragraph}).")
@click.option("--quotes-per-code", type=click.IntRange(min=1), metavar="K", help="At most K quotes a code, starred first; all by default.")
@click.option("--starred", is_flag=True, help="Only starred quotes.")
@click.option("--no-counts", is_flag=True, help="Leave counts out (reflexive thematic analysis).")
@force_option
@click.pass_obj
def export_(
    draw: Draw, what: str, project: Path, out: Path, citation: str | None, quotes_per_code: int | None, starred: bool,
    no_counts: bool, force: bool,
) -> None:  # fmt: skip
    """Write a Word document (.docx), or a table of the quotes or the codebook (.csv)."""
    with Project.open(project) as opened:
        if out.suffix.lower() == ".csv":
            data = _csv(opened, what)
        elif out.suffix.lower() == ".docx":
            from qdesk.exporters.options import ReportOptions

            options = ReportOptions(
                sections=_SECTIONS[what], quotes_per_code=quotes_per_code, starred_only=starred, counts=not no_counts
            )  # type: ignore[arg-type]
            data = _word(opened, replace(options, citation=citation) if citation else options, draw)
        else:
            raise QDeskError(f"“{out.name}” was not written: an export ends in .docx or .csv.")
    write_file(out, data, force=force)
    say(str(out))


def _csv(project: Project, what: str) -> bytes:
    if what == "quotes":
        from qdesk.exporters.quotes_csv import write_quotes_csv

        return write_quotes_csv(project)
    if what == "codebook":
        from qdesk.exporters.codebook_csv import write_codebook_csv

        return write_codebook_csv(project)
    raise QDeskError(f"The {what} is a Word document; give a name that ends in .docx.")


def _word(project: Project, options: ReportOptions, draw: Draw) -> bytes:
    from qdesk.analysis.figure import Figure, heat_map
    from qdesk.analysis.study import read_study
    from qdesk.exporters.build import build_report
    from qdesk.exporters.report import CooccurrenceTable
    from qdesk.exporters.word.writer import write_report

    table = figure = None
    if "cooccurrence" in options.sections:
        study = read_study(project, "overlap", "codes")
        if len(study.codes) > 1:
            names = tuple(code.name for code in study.codes)
            table = CooccurrenceTable(names, tuple(map(tuple, study.table.count.tolist())))
            colours = [code.colour for code in study.codes]
            figure = draw(Figure(heat_map(study.table, names, colours, "count"), "png", width_mm=160))
    return write_report(build_report(project, options, table, figure))
