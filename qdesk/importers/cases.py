"""A table of participants: the first column names them, every other one is an attribute."""

from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Table
from qdesk.store.project import Project


def import_cases(project: Project, table: Table, why: str | None = None) -> Outcome:
    """Add participants and set their attributes, as one step; an empty cell leaves a value as it is."""
    problems, added = list(table.problems), 0
    with project.change(f"Import {len(table.rows)} participants", why):
        for row in table.rows:
            name = row.cells[0].strip()
            if not name:
                problems.append(Problem(row.line, "the participant has no name"))
                continue
            values = {column: cell.strip() for column, cell in zip(table.header[1:], row.cells[1:], strict=True)}
            case = project.cases.find_or_add(name)
            project.cases.set_values(case, {column: value for column, value in values.items() if column and value})
            added += 1
    return Outcome(added, 0, tuple(problems))
