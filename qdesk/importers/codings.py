"""A table of codings: a document, a code, and a quote or two positions."""

from dataclasses import dataclass

from qdesk.errors import QDeskError
from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Row, Table
from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.codepath import split_path
from qdesk.text.locate import find_quote
from qdesk.text.spans import Span

_YES = {"1", "yes", "y", "true", "x", "*", "★"}


@dataclass(frozen=True, slots=True)
class _Found:
    document: int
    path: tuple[str, ...]
    span: Span
    comment: str
    starred: bool


def import_codings(project: Project, table: Table, why: str | None = None, *, strict: bool = False) -> Outcome:
    """Code what the table names, making missing codes and parents, as one step.

    Rows that cannot be used are reported and the others go in; with ``strict`` one such row keeps all of them out.
    Codings that are there already are counted, not doubled. Raises QDeskError without the columns that are needed.
    """
    _check_columns(table)
    places = _Places(project)
    found, problems = [], list(table.problems)
    for row in table.rows:
        try:
            found.append(places.find(table, row))
        except QDeskError as error:
            problems.append(Problem(row.line, str(error)))
    if problems and strict:
        return Outcome(0, 0, tuple(problems))
    with project.change(f"Code {len(found)} passages from a table", why):
        codes = {path: project.codes.ensure(path) for path in dict.fromkeys(one.path for one in found)}
        added = project.codings.add_many(
            NewCoding(one.document, codes[one.path], one.span, one.comment, one.starred) for one in found
        )
    return Outcome(added, len(found) - added, tuple(problems))


def _check_columns(table: Table) -> None:
    missing = [column for column in ("document", "code") if not table.has(column)]
    if not table.has("quote") and not (table.has("start") and table.has("end")):
        missing.append("quote (or start and end)")
    if missing:
        raise QDeskError(f"The table has no column {' and '.join(missing)}; nothing was coded.")


class _Places:
    """Finds documents and spans; every text is read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._texts: dict[str, tuple[int, str]] = {}

    def find(self, table: Table, row: Row) -> _Found:
        document, text = self._text(table.value(row, "document"))
        path = split_path(table.value(row, "code"))
        if not path:
            raise QDeskError("the code has no name")
        starred = table.value(row, "starred").casefold() in _YES
        return _Found(document, path, _span(table, row, text), table.value(row, "comment"), starred)

    def _text(self, name: str) -> tuple[int, str]:
        if name not in self._texts:
            document = self._project.documents.find(name)
            if document is None:
                raise QDeskError(f"there is no document “{name}”")
            self._texts[name] = document.id, self._project.documents.text(document.id)
        return self._texts[name]


def _span(table: Table, row: Row, text: str) -> Span:
    quote = table.value(row, "quote")
    if quote:
        nth = table.value(row, "nth")
        return find_quote(text, quote, _number(nth, "nth") if nth else None)
    start, end = table.value(row, "start"), table.value(row, "end")
    if not (start and end):
        raise QDeskError("there is neither a quote nor start and end")
    span = Span(_number(start, "start"), _number(end, "end"))
    if not 0 <= span.start < span.end <= len(text):
        raise QDeskError(
            f"{span.start} to {span.end} is not a passage of the document, which has {len(text)} characters"
        )
    return span


def _number(cell: str, column: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise QDeskError(f"{column} is “{cell}”, not a whole number") from None
