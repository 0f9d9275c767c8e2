"""A co-occurrence table as comma-separated values."""

from collections.abc import Iterable, Sequence

from qdesk.exporters.csvtext import csv_text


def cooccurrence_csv(names: Sequence[str], matrix: Iterable[Iterable[float]]) -> str:
    """The full symmetric matrix (n by n), names in row and column heads, points for decimals, lines ending in LF.

    The diagonal holds each code's own n, as the matrix does; numbers are written in full, not rounded.
    """
    rows: list[list[object]] = [["", *names]]
    rows += [[name, *map(_number, values)] for name, values in zip(names, matrix, strict=True)]
    return csv_text(rows)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))
