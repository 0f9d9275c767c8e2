"""Commands of co-occurrence: its table and its chart."""

from __future__ import annotations

from pathlib import Path

import click

from qdesk.analysis.study import Study, read_study
from qdesk.analysis.table import cooccurrence_rows
from qdesk.analysis.units import MEASURES, UNITS, Measure, Unit
from qdesk.cli.common import aligned, example, force_option, print_json, project_argument, say
from qdesk.cli.main import Draw
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.exporters.csvtext import csv_text
from qdesk.store.project import Project
from qdesk.text.codepath import join_path

_unit = click.option("--unit", type=click.Choice(UNITS), default="overlap", show_default=True, help="What counts as together.")
_measure = click.option("--measure", type=click.Choice(MEASURES), default="count", show_default=True)
_rollup = click.option("--rollup", is_flag=True, help="Themes instead of codes, each with all below it.")
_name = click.argument("name", type=click.Choice(["cooccurrence"]))


@click.command("table", epilog=example("qdesk table cooccurrence thesis.qdesk --unit paragraph --measure c --format csv"))
@_name
@project_argument
@click.argument("out", type=click.Path(path_type=Path), required=False)
@_unit
@_measure
@_rollup
@click.option("--format", "shape", type=click.Choice(["table", "csv", "json"]), help="How it is written; by OUT's ending, else table.")
@force_option
def table_(
    name: str, project: Path, out: Path | None, unit: Unit, measure: Measure, rollup: bool, shape: str | None, force: bool
) -> None:
    """Which codes occur together, as the full symmetric matrix; the diagonal holds each code's own n."""
    with Project.open(project) as opened:
        study = read_study(opened, unit, "themes" if rollup else "codes")
        rows = cooccurrence_rows(study.table, names_of(opened, study), measure)
    shape = shape or ({".csv": "csv", ".json": "json"}.get(out.suffix.lower(), "table") if out else "table")
    text = _written(rows, shape)
    if out:
        write_file(out, text.encode("utf-8"), force=force)
    else:
        click.echo(text, nl=False)


@click.command("chart", epilog=example("qdesk chart cooccurrence thesis.qdesk together.svg --measure c"))
@_name
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@_unit
@_measure
@_rollup
@force_option
@click.pass_obj
def chart_(
    draw: Draw, name: str, project: Path, out: Path, unit: Unit, measure: Measure, rollup: bool, force: bool
) -> None:
    """Draw which codes occur together, as .png (300 dots per inch) or .svg."""
    from qdesk.analysis.figure import Figure, heat_map

    format = {".png": "png", ".svg": "svg"}.get(out.suffix.lower())
    if format is None:
        raise QDeskError(f"“{out.name}” was not written: a chart ends in .png or .svg.")
    with Project.open(project) as opened:
        study = read_study(opened, unit, "themes" if rollup else "codes")
        if len(study.codes) < 2:
            raise QDeskError("A chart of co-occurrence needs two codes that are in use; nothing was written.")
        heatmap = heat_map(study.table, names_of(opened, study), [code.colour for code in study.codes], measure)
    write_file(out, draw(Figure(heatmap, "svg" if format == "svg" else "png")), force=force)
    say(str(out))


def names_of(project: Project, study: Study) -> list[str]:
    """Names of the rows; of codes that share a name, their paths."""
    names = [code.name for code in study.codes]
    return [
        join_path(project.codes.path(code.id)) if names.count(code.name) > 1 else code.name for code in study.codes
    ]


def _written(rows: list[list[str]], shape: str) -> str:
    if shape == "csv":
        return csv_text(rows)
    if shape == "json":
        import json

        head = rows[0][1:]
        objects = [{"code": row[0], **{name: json.loads(cell) for name, cell in zip(head, row[1:], strict=True)}} for row in rows[1:]]
        return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for line in aligned(rows, [False] + [True] * (len(rows[0]) - 1)))
