"""A codebook as a table: one row a code or theme, ``code`` its path ("Theme > Code")."""

import re
from dataclasses import dataclass
from typing import Any, cast

from qdesk.errors import QDeskError
from qdesk.importers.codetree import CodeTree, Path, read_path
from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Row, Table
from qdesk.store.colours import FAMILIES, SLOTS
from qdesk.store.project import Project
from qdesk.store.records import CodeKind

_RULES = ("definition", "include_when", "exclude_when", "memo")
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
_SLOT_OF = {colour: slot for slot, colour in {**FAMILIES, **SLOTS}.items()}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row that can be used; ``kind`` is None where it says nothing of it."""

    path: Path
    kind: CodeKind | None
    fields: dict[str, str]


def import_codebook(project: Project, table: Table, why: str | None = None) -> Outcome:
    """Make the codes that are missing, with their themes, and set what the table says of the others; one step.

    An empty cell leaves a field as it is; a new code without colour takes the palette's next. The order of rows does
    not matter but for the place of new codes. Raises QDeskError without a column ``code``.
    """
    if not table.has("code"):
        raise QDeskError("The table has no column “code”; nothing was imported. It holds paths such as Theme > Code.")
    entries, problems = [], list(table.problems)
    for row in table.rows:
        try:
            entries.append(_entry(table, row))
        except QDeskError as error:
            problems.append(Problem(row.line, str(error)))
    named = set()
    with project.change("Import the codebook", why):
        tree = CodeTree(project, [entry.path for entry in entries])
        for entry in entries:
            code = tree.code(entry.path, entry.kind)
            named.add(code)
            if entry.fields:
                project.codes.update(code, **entry.fields)
        for entry in entries:  # last: a code that was given children has become a theme meanwhile
            if entry.kind:
                project.codes.update(tree.code(entry.path), kind=entry.kind)
    return Outcome(len(tree.made), len(named - tree.made), tuple(problems))


def _entry(table: Table, row: Row) -> _Entry:
    path = read_path(table.value(row, "code"))
    kind = table.value(row, "kind").casefold()
    if kind not in ("", "theme", "code"):
        raise QDeskError(f"the kind is “{kind}”; it may be theme or code")
    fields: dict[str, Any] = {name: value for name in _RULES if (value := table.value(row, name))}
    if colour := table.value(row, "colour"):
        found = _HEX.fullmatch(colour)
        if not found:
            raise QDeskError(f"the colour is “{colour}”; it is written #RRGGBB")
        fields["colour"] = f"#{found[1]}"
        fields["slot"] = _SLOT_OF.get(fields["colour"].upper(), "")
    return _Entry(path, cast(CodeKind | None, kind or None), fields)
