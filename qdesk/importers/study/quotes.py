"""Verbs of a study's history that code passages, part them between codes, and star examples."""

from collections.abc import Callable, Sequence
from functools import cache

from qdesk.errors import QDeskError
from qdesk.importers.study.builder import Builder
from qdesk.text.codepath import split_path
from qdesk.text.counted import counted


def code(at: Builder, why: str, documents: Sequence[str]) -> None:
    """Code the passages of documents, a step a document; the reason stands with the first.

    A passage takes the code it began with, else the one it has at the end, wherever that stands now.
    """
    code_named = cache(at.code)  # no code changes meanwhile
    for name in documents:
        _code_document(at, why, name, code_named)
        why = ""


def _code_document(at: Builder, why: str, name: str, code_named: Callable[[str], int]) -> None:
    document = at.document(name)
    passages = [one for one in at.study.passages if one.document == name]
    with at.project.change(f"Code {counted(len(passages), 'passage')} in “{name}”", why):
        for one in passages:
            code = code_named(one.first or one.code)
            coding = at.project.codings.add(document, code, at.span(one, document), comment=one.comment)
            if coding is None:
                raise QDeskError(f"codings.csv, line {one.line}: this passage has that code already")
            at.coded[one] = coding


def split(at: Builder, why: str, code: str, into: str) -> None:
    """Give another code those passages of a code that stand under it at the end."""
    old, new = at.code(code), at.project.codes.get(at.code(into))
    under = {coding.id for coding in at.project.codings.list() if coding.code == old}
    parting = [coding for one, coding in at.coded.items() if coding in under and split_path(one.code)[-1] == new.name]
    with at.project.change(f"Change {counted(len(parting), 'quote')} to “{new.name}”", why):
        at.project.codings.recode(parting, new.id)


def star(at: Builder, why: str, documents: Sequence[str] | None = None) -> None:
    """Star the examples among the passages of documents, or among all that have been coded."""
    starred = [
        coding for one, coding in at.coded.items() if one.starred and (documents is None or one.document in documents)
    ]
    with at.project.change("Star a quote" if len(starred) == 1 else f"Star {len(starred)} quotes", why):
        for coding in starred:
            at.project.codings.update(coding, starred=True)
