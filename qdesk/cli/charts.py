"""Commands of co-occurrence: its table and its chart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from qdesk.analysis.units import MEASURES, UNITS, Measure, Unit
from qdesk.cli.common import aligned, example, force_option, project_argument, refuse_existing, say
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.exporters.csvtext import csv_file, csv_text
from qdesk.store.project import Project

if TYPE_CHECKING:
    from qdesk.analysis.study import Study
    from qdesk.cli.main import Draw

_name = click.argument("name", metavar="cooccurrence", type=click.Choice(["cooccurrence"]))
_unit = click.option(
    "--unit", type=click.Choice(UNITS), default="overlap", show_default=True, help="What counts as together."
)
_measure = click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default="count",
    show_default=True,
    help="Numbers, or the c-coefficient (Jaccard, 0 to 1).",
)
_rollup = click.option("--rollup", is_flag=True, help="Themes instead of codes, each with all below it.")


@click.command(
    "table",
    epilog=example(
        "qdesk table cooccurrence thesis.qdesk",
        "qdesk table cooccurrence thesis.qdesk --unit paragraph --measure c together.csv",
    ),
)
@_name
@project_argument
@click.argument("out", type=click.Path(path_type=Path), required=False)
@_unit
@_measure
@_rollup
@click.option(
    "--format", "shape", type=click.Choice(["table", "csv", "json"]), help="Default: by the ending of OUT, else table."
)
@force_option
def table_(
    name: str,
    project: Path,
    out: Path | None,
    unit: Unit,
    measure: Measure,
    rollup: bool,
    shape: str | None,
    force: bool,
) -> None:
    """Print which codes occur together, or write it to OUT.

    The matrix is whole and symmetric; its diagonal holds each code's own n.
    """
    shape = shape or _shape_of(out)
    if out is None:
        say(_text(_study(project, unit, measure, rollup), measure, shape), end="")
        return
    from qdesk.analysis.table import cooccurrence_rows

    refuse_existing(out, force)
    study = _study(project, unit, measure, rollup)
    if shape == "csv":
        data = csv_file(cooccurrence_rows(study.table, study.names, measure))
    else:
        data = _text(study, measure, shape).encode()
    write_file(out, data, force=force)
    say(str(out))


@click.command(
    "chart",
    epilog=example(
        "qdesk chart cooccurrence thesis.qdesk together.png",
        "qdesk chart cooccurrence thesis.qdesk together.svg --unit paragraph --measure c",
    ),
)
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
    """Draw which codes occur together, as .png or .svg."""
    from qdesk.analysis.figure import Figure, heat_map

    suffix = out.suffix.lower()
    if suffix not in (".png", ".svg"):
        raise QDeskError(f"“{out.name}” was not written: a chart ends in .png or .svg.")
    refuse_existing(out, force)
    study = _study(project, unit, measure, rollup)
    if len(study.codes) < 2:
        raise QDeskError(f"A chart needs two {'themes' if rollup else 'codes'}; nothing was written.")
    heatmap = heat_map(study.table, study.names, [code.colour for code in study.codes], measure)
    write_file(out, draw(Figure(heatmap, "svg" if suffix == ".svg" else "png")), force=force)
    say(str(out))


def _study(project: Path, unit: Unit, measure: Measure, rollup: bool) -> Study:
    from qdesk.analysis.study import read_study

    with Project.open(project) as opened:
        return read_study(opened, unit, "themes" if rollup else "codes", measure=measure)


def _shape_of(out: Path | None) -> str:
    """How to write a table by the ending of its file. Raises QDeskError for one that says nothing."""
    shape = "table" if out is None else _ENDINGS.get(out.suffix.lower())
    if out is not None and shape is None:
        raise QDeskError(
            f"“{out.name}” was not written: a table ends in .csv, .json or .txt, or --format says what it is."
        )
    return shape or "table"


_ENDINGS: Final = {".csv": "csv", ".json": "json", ".txt": "table"}


def _text(study: Study, measure: Measure, shape: str) -> str:
    from qdesk.analysis.table import cooccurrence_rows

    if shape == "json":
        return _as_json(study, measure)
    if shape == "csv":
        return csv_text(cooccurrence_rows(study.table, study.names, measure))
    rows = cooccurrence_rows(study.table, study.names, measure, decimals=3)
    return "".join(f"{line}\n" for line in aligned(rows, [False] + [True] * len(study.names)))


def _as_json(study: Study, measure: Measure) -> str:
    """One object a row: the code's name, and its numbers by the names of the others."""
    from qdesk.analysis.table import cooccurrence_rows

    head = next(word for word in ("code", "row", "name of the row") if word not in study.names)
    _, *lines = cooccurrence_rows(study.table, study.names, measure)
    rows = [{head: name, **dict(zip(study.names, map(json.loads, cells), strict=True))} for name, *cells in lines]
    return "[" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]\n"
