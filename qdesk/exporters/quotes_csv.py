"""Every quote as a table, one row each, for a spreadsheet, R or pandas."""

from qdesk.exporters.csvtext import csv_file
from qdesk.store.project import Project
from qdesk.store.records import Code
from qdesk.text.codepath import join_path

_HEAD = ["participant", "document", "paragraph", "speaker", "code", "path", "theme", "quote", "comment", "starred"]


def write_quotes_csv(project: Project) -> bytes:
    """All quotes in document order; UTF-8 with BOM, CRLF.

    ``theme`` is the nearest theme above the code, ``path`` its whole way ("Theme > Code"), ``starred`` 1 or 0,
    ``created`` ISO 8601 in UTC. Attributes of the participant stand each in a column of its own name. Every field has
    its characters unchanged, also one that begins like a formula (=, +, -, @): import such a file into a spreadsheet as
    text.
    """
    attributes = [attribute.name for attribute in project.cases.attributes()]
    values = {case.id: case.attributes for case in project.cases.list()}
    codes = {code.id: code for code in project.codes.list()}
    paths = project.codes.paths()
    named = {code: [codes[code].name, join_path(paths[code]), _theme(codes, code)] for code in codes}
    rows: list[list[object]] = [[*_HEAD, *attributes, "created"]]
    for quote in project.codings.quotes():
        own = values.get(quote.case or 0, {})
        rows.append(
            [
                *(quote.participant, quote.document_name, quote.paragraph, quote.speaker),
                *(*named[quote.code], quote.text, quote.comment, int(quote.starred)),
                *(own.get(name, "") for name in attributes),
                quote.created,
            ]
        )
    return csv_file(rows)


def _theme(codes: dict[int, Code], code: int) -> str:
    """Name of the nearest theme above a code, a theme's own for quotes of the theme itself."""
    at: int | None = code
    while at is not None:
        if codes[at].kind == "theme":
            return codes[at].name
        at = codes[at].parent
    return ""
