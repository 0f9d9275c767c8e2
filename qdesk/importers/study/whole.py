"""Whether a study that was built is what its tables say."""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from qdesk.importers.study.builder import Builder
from qdesk.text.codepath import join_path
from qdesk.text.spans import Span


def first_difference(at: Builder) -> str | None:
    """The first way in which codes or codings differ from ``codebook.csv`` and ``codings.csv``, as a phrase."""
    return next(_differences(at), None)


def _differences(at: Builder) -> Iterator[str]:
    paths = {code: join_path(path) for code, path in at.project.codes.paths().items()}
    yield from _of_tree(at, [(paths[code.id], code.kind) for code in at.project.codes.list()])
    yield from _of_codings(at, paths)


def _of_tree(at: Builder, built: list[tuple[str, str]]) -> Iterator[str]:
    book = at.study.codebook
    wanted = [(book.value(row, "code"), book.value(row, "kind")) for row in book.rows]
    for place, (want, have) in enumerate(zip_longest(wanted, built), start=1):
        if want != have:
            yield f"code {place} is {_code(have)}; codebook.csv has {_code(want)}"


def _code(entry: tuple[str, str] | None) -> str:
    return f"the {entry[1]} “{entry[0]}”" if entry else "none"


def _of_codings(at: Builder, paths: dict[int, str]) -> Iterator[str]:
    document_named = cache(at.document)
    built = {
        (one.document, Span(one.start, one.end), paths[one.code]): (one.comment, one.starred)
        for one in at.project.codings.list()
    }
    for passage in at.study.passages:
        document = document_named(passage.document)
        place = (document, at.span(passage, document), passage.code)
        told = built.pop(place, None)
        if told != (passage.comment, passage.starred):
            wrong = "does not stand under its code" if told is None else "has another comment or star"
            yield f"codings.csv, line {passage.line}: the passage {wrong}"
