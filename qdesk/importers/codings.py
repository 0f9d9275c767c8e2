"""A table of codings: a document, a code, and a quote or two positions."""

from dataclasses import dataclass

from qdesk.errors import QDeskError
from qdesk.importers.codetree import CodeTree, Path, read_path
from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Problem, Row, Table
from qdesk.store.codings import NewCoding
from qdesk.store.documents import StaleSpan
from qdesk.store.project import Project
from qdesk.store.records import Document
from qdesk.text.locate import QuoteError, find_quote
from qdesk.text.spans import Span

_STARRED = {"": False, "0": False, "no": False, "n": False, "false": False, "-": False}
_STARRED |= {"1": True, "yes": True, "y": True, "true": True, "x": True, "*": True, "★": True}


@dataclass(frozen=True, slots=True)
class _Found:
    document: int
    path: Path
    span: Span
    comment: str
    starred: bool


def import_codings(project: Project, table: Table, why: str | None = None, *, strict: bool = False) -> Outcome:
    """Code what the table names, making missing codes and themes, as one step.

    Rows that cannot be used are reported and the others go in; with ``strict`` one such row keeps all of them out.
    Codings that are there already are counted, not doubled. Raises QDeskError without the columns that are
    needed, or if a text was changed by another window meanwhile.
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
    with project.change(_label(len(found)), why):
        places.check()
        tree = CodeTree(project, [one.path for one in found])
        added = project.codings.add_many(
            NewCoding(one.document, tree.code(one.path), one.span, one.comment, one.starred) for one in found
        )
    return Outcome(added, len(found) - added, tuple(problems))


def _label(count: int) -> str:
    return "Code a passage from a table" if count == 1 else f"Code {count} passages from a table"


def _check_columns(table: Table) -> None:
    missing = [f"“{column}”" for column in ("document", "code") if not table.has(column)]
    if not table.has("quote") and not (table.has("start") and table.has("end")):
        missing.append("“quote” (or “start” and “end”)")
    if missing:
        raise QDeskError(f"The table has no column {' and no column '.join(missing)}; nothing was coded.")


class _Places:
    """Finds documents and spans; every text is read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._texts: dict[str, tuple[Document, str] | None] = {}

    def find(self, table: Table, row: Row) -> _Found:
        document, text = self._text(table.value(row, "document"))
        path = read_path(table.value(row, "path") or table.value(row, "code"))  # our own table of quotes has both
        starred = _STARRED.get(star := table.value(row, "starred").casefold())
        if starred is None:
            raise QDeskError(f"starred is “{star}”; it may be 1 or 0")
        return _Found(document.id, path, _span(table, row, text), table.value(row, "comment"), starred)

    def check(self) -> None:
        """Inside the change, in which no other window can write: are the texts still those that were read?"""
        try:
            for document, _ in filter(None, self._texts.values()):
                self._project.documents.check_revision(document.id, document.revision)
        except StaleSpan as error:
            raise QDeskError(
                "A text was changed in another window meanwhile, so nothing was coded. Import the table again."
            ) from error

    def _text(self, name: str) -> tuple[Document, str]:
        if name not in self._texts:
            document = self._project.documents.find(name)
            self._texts[name] = (document, self._project.documents.text(document.id)) if document else None
        known = self._texts[name]
        if known is None:
            raise QDeskError(f"there is no document “{name}”" if name else "the document has no name")
        return known


def _span(table: Table, row: Row, text: str) -> Span:
    """From start and end where they are given, else from the quote; both must agree."""
    quote, nth = _untrimmed(table, row, "quote"), table.value(row, "nth")
    start, end = table.value(row, "start"), table.value(row, "end")
    if start and end:
        return _checked(Span(_number(start, "start"), _number(end, "end")), quote, text)
    if not quote.strip():
        raise QDeskError("there is neither a quote nor start and end")
    return find_quote(text, quote, _number(nth, "nth") if nth else None)


def _untrimmed(table: Table, row: Row, column: str) -> str:
    """A cell with its outer blanks, which may be part of a quote."""
    return row.cells[[name.casefold() for name in table.header].index(column)] if table.has(column) else ""


def _checked(span: Span, quote: str, text: str) -> Span:
    if not 0 <= span.start < span.end <= len(text):
        raise QDeskError(f"{span.start} to {span.end} is no passage of the document, which has {len(text)} characters")
    if quote.strip() and span.of(text) != quote:
        try:
            find_quote(span.of(text), quote, 1)
        except QuoteError:
            raise QDeskError(f"the quote is not what stands at {span.start} to {span.end}") from None
    return span


def _number(cell: str, column: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise QDeskError(f"{column} is “{cell}”, not a whole number") from None
