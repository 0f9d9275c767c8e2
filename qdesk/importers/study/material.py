"""Verbs of a study's history that bring in its texts, its people and its memos."""

from collections.abc import Sequence
from dataclasses import replace

from qdesk.errors import QDeskError
from qdesk.importers import read_document
from qdesk.importers.cases import import_cases
from qdesk.importers.documents import step_label, store_each
from qdesk.importers.study.builder import Builder
from qdesk.text.names import name_key
from qdesk.text.newdocument import NewDocument


def documents(at: Builder, why: str, files: Sequence[str]) -> None:
    """Import files; an interview belongs to the participant of its name, any other text to nobody."""
    read = [_read(at, file) for file in files]
    only_interviews = all(other.name not in files for other in at.study.others)
    alike = only_interviews or len(read) == 1
    with at.project.change(step_label([new for new, _ in read]) if alike else f"Import {len(read)} documents", why):
        list(store_each(at.project, read))


def _read(at: Builder, file: str) -> tuple[NewDocument, str]:
    """A document and its participant; nobody speaks in a guide or in notes, whatever stands before a colon there."""
    path = next((path for path in (*at.study.interviews, *at.study.others) if path.name == file), None)
    if path is None:
        raise QDeskError(f"there is no file “{file}”")
    new = read_document(path)
    if path in at.study.others:
        return replace(new, turns=()), ""
    known = {name_key(row.cells[0]) for row in at.study.participants.rows}
    return new, new.name if name_key(new.name) in known else ""


def cases(at: Builder, why: str) -> None:
    """Give the participants their attributes."""
    outcome = import_cases(at.project, at.study.participants, why)
    if outcome.problems:
        raise QDeskError(f"participants.csv, {outcome.lines()[0]}")


def memos(at: Builder, why: str, titles: Sequence[str] | None = None) -> None:
    """Write the memos of these titles, or all that are left."""
    table = at.study.memos
    left = {row: table.value(row, "title") for row in table.rows if row not in at.written}
    if missing := [title for title in titles or () if title not in left.values()]:
        raise QDeskError(f"there is no memo “{missing[0]}” left to write")
    chosen = {row: title for row, title in left.items() if titles is None or title in titles}
    label = f"Write {len(chosen)} memos" if len(chosen) != 1 else f"Write memo “{next(iter(chosen.values()))}”"
    with at.project.change(label, why):
        for row, title in chosen.items():
            about, _, name = table.value(row, "about").partition(":")
            target, body = _target(at, about, name), table.value(row, "body")
            at.project.memos.add(body, about=about, target=target, title=title, type=table.value(row, "type"))
    at.written |= chosen.keys()


def _target(at: Builder, about: str, name: str) -> int | None:
    if about == "document":
        return at.document(name)
    if about == "code":
        return at.code(name)
    if about == "case" and (case := at.project.cases.find(name)):
        return case
    if about in ("project", "free"):
        return None
    raise QDeskError(f"a memo is about “{about}:{name}”, which is not there")


def describe(at: Builder, why: str) -> None:
    """Keep the study's title and description."""
    with at.project.change("Describe the study", why):
        at.project.settings.set("title", at.study.name)
        at.project.settings.set("description", at.study.description)
