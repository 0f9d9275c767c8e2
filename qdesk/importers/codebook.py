"""A codebook as a table: one row a code or theme, ``code`` its path ("Theme > Code")."""

import re
from typing import Any

from qdesk.errors import QDeskError
from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Row, Table
from qdesk.store.colours import FAMILIES, SLOTS
from qdesk.store.project import Project
from qdesk.text.codepath import split_path

_RULES = ("definition", "include_when", "exclude_when", "memo")
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
_SLOT_OF = {colour: slot for slot, colour in {**FAMILIES, **SLOTS}.items()}


def import_codebook(project: Project, table: Table, why: str | None = None) -> Outcome:
    """Make the codes that are missing, with their parents, and set what the table says of the others; one step.

    An empty cell leaves a field as it is. Raises QDeskError without a column ``code``.
    """
    if not table.has("code"):
        raise QDeskError("The table has no column “code”; nothing was imported. It holds paths such as Theme > Code.")
    problems, added, there = list(table.problems), 0, 0
    with project.change("Import the codebook", why):
        for row in table.rows:
            path = split_path(table.value(row, "code"))
            try:
                fields = _fields(table, row)
                if not path:
                    raise QDeskError("the code has no name")
                known = project.codes.find(path)
                code = known.id if known else _add(project, path, fields)
                project.codes.update(code, **fields)
            except QDeskError as error:
                problems.append(Problem(row.line, str(error)))
                continue
            there += known is not None
            added += known is None
    return Outcome(added, there, tuple(problems))


def _add(project: Project, path: tuple[str, ...], fields: dict[str, Any]) -> int:
    parent = project.codes.ensure(path[:-1]) if len(path) > 1 else None
    return project.codes.add(path[-1], parent, kind=fields.get("kind", "code"))


def _fields(table: Table, row: Row) -> dict[str, Any]:
    fields: dict[str, Any] = {name: value for name in _RULES if (value := table.value(row, name))}
    if kind := table.value(row, "kind").casefold():
        if kind not in ("theme", "code"):
            raise QDeskError(f"the kind is “{kind}”; it may be theme or code")
        fields["kind"] = kind
    if colour := table.value(row, "colour"):
        found = _HEX.fullmatch(colour)
        if not found:
            raise QDeskError(f"the colour is “{colour}”; it is written #RRGGBB")
        fields["colour"] = f"#{found[1].upper()}"
        fields["slot"] = _SLOT_OF.get(fields["colour"], "")
    return fields
