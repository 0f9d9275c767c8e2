"""A table of participants: the first column names them, every other one is an attribute."""

import re

from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Row, Table
from qdesk.store.cases import AttributeKind
from qdesk.store.project import Project

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def import_cases(project: Project, table: Table, why: str | None = None) -> Outcome:
    """Add participants and set their attributes, as one step; an empty cell leaves a value as it is.

    Participants that are there already are joined by name and counted as such.
    """
    named = [row for row in table.rows if row.cells[0].strip()]
    nameless = [Problem(row.line, "the participant has no name") for row in table.rows if not row.cells[0].strip()]
    known = {case.id for case in project.cases.list()}
    cases = set()
    with project.change(_label(len(named)), why):
        for row in named:
            case = project.cases.find_or_add(row.cells[0])
            project.cases.set_values(case, _values(table, row))
            cases.add(case)
        for column, name in enumerate(table.header[1:], start=1):
            values = [row.cells[column].strip() for row in named if row.cells[column].strip()]
            if name and values:
                project.cases.set_kind(name, _kind(values))
    return Outcome(len(cases - known), len(cases & known), (*table.problems, *nameless))


def _values(table: Table, row: Row) -> dict[str, str]:
    cells = zip(table.header[1:], row.cells[1:], strict=True)
    return {column: cell.strip() for column, cell in cells if column and cell.strip()}


def _kind(values: list[str]) -> AttributeKind:
    """Numbers or dates (ISO 8601) if all of them are, else text."""
    if all(_NUMBER.fullmatch(value) for value in values):
        return "number"
    return "date" if all(_DATE.fullmatch(value) for value in values) else "text"


def _label(count: int) -> str:
    return "Import a participant" if count == 1 else f"Import {count} participants"
