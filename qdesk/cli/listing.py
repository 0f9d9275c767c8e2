"""The command that lists: documents, turns, speakers, cases, codes, codings, memos."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from qdesk.cli.common import example, json_option, print_json, print_table, project_argument
from qdesk.store.project import Project
from qdesk.text.codepath import join_path

Rows = list[dict[str, Any]]


def _documents(project: Project) -> Rows:
    return [
        {
            "id": one.id, "name": one.name, "characters": one.characters, "words": one.words,
            "paragraphs": one.paragraphs, "turns": len(turns),
            "participants": len({one.case, *(turn.case for turn in turns)} - {None}),
            "language": one.language,
        }
        for one in project.documents.list()
        for turns in [project.turns.of(one.id)]
    ]  # fmt: skip


def _turns(project: Project) -> Rows:
    return [
        {
            "document": document.name, "speaker": turn.speaker_name, "is_interviewer": turn.is_interviewer,
            "start": turn.start, "label_end": turn.label_end, "end": turn.end,
        }
        for document in project.documents.list()
        for turn in project.turns.of(document.id)
    ]  # fmt: skip


def _speakers(project: Project) -> Rows:
    cases = {case.id: case.name for case in project.cases.list()}
    return [
        {"id": one.id, "name": one.name, "is_interviewer": one.is_interviewer, "participant": cases.get(one.case or 0)}
        for one in project.speakers.list()
    ]


def _cases(project: Project) -> Rows:
    names = [attribute.name for attribute in project.cases.attributes()]
    return [
        {"id": one.id, "name": one.name, "attributes": {name: one.attributes.get(name, "") for name in names}}
        for one in project.cases.list()
    ]


def _codes(project: Project) -> Rows:
    counts, paths = project.counts(), project.codes.paths()
    return [
        {
            "id": one.id, "name": one.name, "path": list(paths[one.id]), "kind": one.kind, "colour": one.colour,
            "codings": counts[one.id].codings, "participants": counts[one.id].participants,
            "codings_rolled_up": counts[one.id].codings_rolled_up,
            "participants_rolled_up": counts[one.id].participants_rolled_up,
        }
        for one in project.codes.list()
    ]  # fmt: skip


def _codings(project: Project) -> Rows:
    paths = project.codes.paths()
    return [
        {
            "id": one.coding, "document": one.document_name, "start": one.start, "end": one.end, "quote": one.text,
            "code": paths[one.code][-1], "path": list(paths[one.code]), "participant": one.participant,
            "comment": one.comment, "starred": one.starred, "created": one.created,
        }
        for one in project.codings.quotes()
    ]  # fmt: skip


def _memos(project: Project) -> Rows:
    return [
        {
            "id": one.id, "about": one.about, "target": one.target, "type": one.type, "title": one.title,
            "body": one.body, "created": one.created, "modified": one.modified,
        }
        for one in project.memos.list()
    ]  # fmt: skip


_KINDS: dict[str, tuple[Callable[[Project], Rows], tuple[str, ...]]] = {
    "documents": (_documents, ("id", "name", "words", "paragraphs", "turns", "participants", "language")),
    "turns": (_turns, ("document", "speaker", "is_interviewer", "start", "label_end", "end")),
    "speakers": (_speakers, ("id", "name", "is_interviewer", "participant")),
    "cases": (_cases, ()),
    "codes": (_codes, ("id", "path", "kind", "codings", "participants", "codings_rolled_up", "participants_rolled_up")),
    "codings": (_codings, ("id", "document", "code", "participant", "start", "end", "quote")),
    "memos": (_memos, ("id", "about", "type", "title", "body")),
}


@click.command("list", epilog=example("qdesk list thesis.qdesk codes", "qdesk list thesis.qdesk codings --json"))
@project_argument
@click.argument("what", type=click.Choice(list(_KINDS)))
@json_option
def list_(project: Path, what: str, as_json: bool) -> None:
    """List documents, turns, speakers, cases, codes, codings or memos."""
    read, columns = _KINDS[what]
    with Project.open(project) as opened:
        rows = read(opened)
    if as_json:
        print_json(rows)
    elif rows:
        for row in rows:
            row |= {"path": join_path(row["path"])} if "path" in row else {}
        print_table(rows, columns or list(rows[0]))
