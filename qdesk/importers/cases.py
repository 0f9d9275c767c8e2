"""A table of participants: the first column names them, every other one is an attribute."""

from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Row, Table
from qdesk.store.project import Project


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
    return Outcome(len(cases - known), len(cases & known), (*table.problems, *nameless))


def _values(table: Table, row: Row) -> dict[str, str]:
    cells = zip(table.header[1:], row.cells[1:], strict=True)
    return {column: cell.strip() for column, cell in cells if column and cell.strip()}


def _label(count: int) -> str:
    return "Import a participant" if count == 1 else f"Import {count} participants"
