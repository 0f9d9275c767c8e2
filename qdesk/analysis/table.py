"""Co-occurrence as rows of text, for a terminal, a .csv file or a table in Word."""

from collections.abc import Sequence

from qdesk.analysis.cooccurrence import Cooccurrence
from qdesk.analysis.units import Measure


def cooccurrence_rows(
    table: Cooccurrence, names: Sequence[str], measure: Measure, decimals: int | None = None
) -> list[list[str]]:
    """The full symmetric matrix with the codes' names as head row and first column.

    The diagonal holds each code's own n under both measures. c has a point, and ``decimals`` decimals or all.
    """
    values = table.measured(measure)
    rows = [["", *names]]
    for i, name in enumerate(names):
        cells = [_written(value, decimals) for value in values[i].tolist()]
        cells[i] = str(table.n[i])
        rows.append([name, *cells])
    return rows


def _written(value: float, decimals: int | None) -> str:
    if value == int(value):
        return str(int(value))
    return repr(float(value)) if decimals is None else f"{value:.{decimals}f}"
