"""Commands of co-occurrence: its table and its chart."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qdesk.analysis.units import MEASURES, UNITS, Measure, Unit
from qdesk.cli.common import aligned, example, force_option, project_argument, refuse_existing, say
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.store.project import Project

if TYPE_CHECKING:
    from qdesk.analysis.study import Study
    from qdesk.cli.main import Draw

Numbers = list[list[int | float]]

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
    if out:
        refuse_existing(out, force)
    study = _study(project, unit, rollup)
    numbers = _numbers(study, measure)
    shape = shape or (out.suffix.lower().removeprefix(".") if out else "")
    text = _WRITERS.get(shape, _as_table)(study.names, numbers)
    if out is None:
        say(text, end="")
        return
    write_file(out, text.encode(), force=force)
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
    study = _study(project, unit, rollup)
    if len(study.codes) < 2:
        raise QDeskError(f"A chart needs two {'themes' if rollup else 'codes'}; nothing was written.")
    heatmap = heat_map(study.table, study.names, [code.colour for code in study.codes], measure)
    write_file(out, draw(Figure(heatmap, "svg" if suffix == ".svg" else "png")), force=force)
    say(str(out))


def _study(project: Path, unit: Unit, rollup: bool) -> Study:
    from qdesk.analysis.study import read_study

    with Project.open(project) as opened:
        return read_study(opened, unit, "themes" if rollup else "codes")


def _numbers(study: Study, measure: Measure) -> Numbers:
    """The matrix (k x k) with each code's own n on the diagonal; whole numbers as such."""
    rows = study.table.measured(measure).tolist()
    for i, own in enumerate(study.table.n.tolist()):
        rows[i][i] = own
    return [[int(value) if value == int(value) else value for value in row] for row in rows]


def _as_table(names: Sequence[str], numbers: Numbers) -> str:
    rows = [["", *names]]
    for name, values in zip(names, numbers, strict=True):
        rows.append([name, *(str(value) if isinstance(value, int) else f"{value:.3f}" for value in values)])
    return "".join(f"{line}\n" for line in aligned(rows, [False] + [True] * len(names)))


def _as_csv(names: Sequence[str], numbers: Numbers) -> str:
    from qdesk.exporters.cooccurrence_csv import cooccurrence_csv

    return cooccurrence_csv(names, numbers)


def _as_json(names: Sequence[str], numbers: Numbers) -> str:
    """One object a row: the code's name, and its numbers by the names of the others."""
    head = next(word for word in ("code", "row", "name of the row") if word not in names)
    rows: list[dict[str, Any]] = [
        {head: name, **dict(zip(names, values, strict=True))} for name, values in zip(names, numbers, strict=True)
    ]
    return "[" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]\n"


_WRITERS: dict[str, Callable[[Sequence[str], Numbers], str]] = {"table": _as_table, "csv": _as_csv, "json": _as_json}
