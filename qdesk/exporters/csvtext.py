"""Rows as comma-separated values, RFC 4180: fields with commas, quotes or line breaks stand in quotes."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_text(rows: Iterable[Sequence[object]], line_end: str = "\n") -> str:
    """The rows as text. No character of a field is changed."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=line_end).writerows(rows)
    return out.getvalue()


def csv_file(rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as a file: lines end in CRLF, and UTF-8 is announced by a BOM, without which Excel misreads it."""
    return csv_text(rows, "\r\n").encode("utf-8-sig")
