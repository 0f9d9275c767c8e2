"""Tables of the codebook, the cases and the codings: CSV as spreadsheets of any country write it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qdesk.errors import QDeskError
from qdesk.importers.encodings import decode
from qdesk.importers.txt import is_text, known_kind
from qdesk.text.normalise import normalise

if TYPE_CHECKING:
    import _csv

_SEPARATORS = ";\t,"  # in a tie the first wins: decimal commas are commoner than semicolons in cells
_SAMPLE_ROWS = 50
_HINT = re.compile(r'^"?sep=(.)"?\r?\n?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file on which it begins, counted from 1, and as many cells as the header has."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that cannot be used, and why, as a phrase without a point."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A header, the rows under it that are not blank, and the rows left out because they have more cells than it."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def has(self, column: str) -> bool:
        """True if a column of that name is there, whatever its case."""
        return column.casefold() in self._names()

    def value(self, row: Row, column: str) -> str:
        """The cell of a row in the column of that name, trimmed; "" where there is no such column."""
        names = self._names()
        return row.cells[names.index(column.casefold())].strip() if column.casefold() in names else ""

    def _names(self) -> list[str]:
        return [name.casefold() for name in self.header]


def read_table(data: bytes) -> Table:
    """Read a CSV with a header; commas, semicolons or tabs, in any encoding that `decode` knows.

    Short rows are filled with empty cells. Raises `QDeskError` for a file that is no text, an empty table, a column
    named twice, or a quotation mark that is never closed.
    """
    decoded = decode(data)
    if known_kind(data) or not is_text(decoded):
        raise QDeskError("This file is no table of text; nothing was imported. Save it as CSV in your spreadsheet.")
    try:
        records = _filled(decoded.text.lstrip("\ufeff"))
    except csv.Error as error:
        raise QDeskError(f"The table cannot be read ({error}); nothing was imported. Save it as CSV again.") from error
    if not records:
        raise QDeskError("The table is empty; nothing was imported. Its first row must name the columns.")
    header = _header(records[0].cells)
    rows, problems = [], []
    for record in records[1:]:
        if any(cell.strip() for cell in record.cells[len(header) :]):
            problems.append(Problem(record.line, f"has {len(record.cells)} cells where the header has {len(header)}"))
        else:
            cells = record.cells[: len(header)]
            rows.append(Row(record.line, cells + ("",) * (len(header) - len(cells))))
    return Table(header, tuple(rows), tuple(problems))


def _filled(text: str) -> list[Row]:
    """The rows that are not blank; a first line ``sep=;``, as spreadsheets write it, only names the separator."""
    hint = _HINT.match(text)
    separator = hint[1] if hint else _guess_separator(text)
    line = _unclosed(text, separator)
    if line:
        raise QDeskError(
            f"The quotation mark opened on line {line} of the table is never closed; nothing was imported."
        )
    records = [record for record in _records(text, separator) if any(cell.strip() for cell in record.cells)]
    return records[1:] if hint else records


def _header(cells: tuple[str, ...]) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    folded = [name.casefold() for name in names]
    twice = next((name for name in names if name and folded.count(name.casefold()) > 1), "")
    if twice:
        raise QDeskError(
            f"Two columns of the table are named “{twice}”; nothing was imported. Rename or delete one of them."
        )
    return tuple(names)


def _guess_separator(text: str) -> str:
    """The separator that cuts the header into most cells, then the one under which most rows have as many cells."""

    def fit(separator: str) -> tuple[bool, float, int]:
        widths = [len(row) for _at, row in zip(range(_SAMPLE_ROWS), _reader(text, separator), strict=False) if row]
        equal = sum(width == widths[0] for width in widths) / len(widths) if widths else 0.0
        columns = widths[0] if widths else 0
        return columns > 1, equal if columns > 1 else 0.0, columns

    return max(_SEPARATORS, key=fit)


def _reader(text: str, separator: str, strict: bool = False) -> _csv.Reader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def _records(text: str, separator: str) -> Iterator[Row]:
    """Rows with the line they begin on."""
    reader = _reader(text, separator)
    line = 1
    for cells in reader:
        yield Row(line, tuple(normalise(cell)[0] for cell in cells))
        line = reader.line_num + 1


def _unclosed(text: str, separator: str) -> int:
    """Line of the quotation mark that is never closed and would swallow the rest of the file; 0 if there is none."""
    reader = _reader(text, separator, strict=True)
    line = 1
    try:
        for _cells in reader:
            line = reader.line_num + 1
    except csv.Error as error:
        return line if "unexpected end of data" in str(error) else 0
    return 0
