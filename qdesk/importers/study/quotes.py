"""Verbs of a study's history that code passages, part them between codes, and star examples."""

from collections.abc import Sequence
from functools import cache

from qdesk.errors import QDeskError
from qdesk.importers.study.builder import Builder
from qdesk.text.codepath import split_path
from qdesk.text.counted import counted
from qdesk.text.names import name_key


def code(at: Builder, why: str, documents: Sequence[str]) -> None:
    """Code the passages of documents, a step a document; the reason stands with the first.

    A passage takes the code it began with, else the one it has at the end, wherever that stands now.
    """
    for name in documents:
        _code_document(at, why, name)
        why = ""


def _code_document(at: Builder, why: str, name: str) -> None:
    document, code_named = at.document(name), cache(at.code)
    passages = [one for one in at.study.passages if name_key(one.document) == name_key(name)]
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
    parting = [
        coding
        for one, coding in at.coded.items()
        if coding in under and name_key(split_path(one.code)[-1]) == name_key(new.name)
    ]
    with at.project.change(f"Change {counted(len(parting), 'quote')} to “{new.name}”", why):
        at.project.codings.recode(parting, new.id)


def star(at: Builder, why: str, documents: Sequence[str] | None = None) -> None:
    """Star the examples among the passages of documents, or among all that have been coded."""
    named = {name_key(name) for name in documents} if documents is not None else None
    starred = [
        coding for one, coding in at.coded.items() if one.starred and (named is None or name_key(one.document) in named)
    ]
    with at.project.change("Star a quote" if len(starred) == 1 else f"Star {len(starred)} quotes", why):
        for coding in starred:
            at.project.codings.update(coding, starred=True)
