"""Small studies for the tests of the store, and slow references to compare with."""

import sqlite3
from pathlib import Path
from random import Random
from typing import Any

from qdesk.store.project import Project
from qdesk.store.schema import COLUMNS
from qdesk.text.newdocument import Formatting, NewDocument, NewTurn
from qdesk.text.normalise import normalise
from qdesk.text.spans import Span

Dump = dict[str, dict[int, tuple[Any, ...]]]

PIECES = ("word ", "é", "e\u0301", "😀", "سلام ", "كتاب", " ", "\r\n", "\n", "中文", "x")
SPEAKERS = {"I": True, "Ana": False, "P1": False}


def dump(db: sqlite3.Connection) -> Dump:
    """Every row of every table with a history."""
    found: Dump = {}
    for table, columns in COLUMNS.items():
        names = ", ".join(f'"{column}"' for column in columns)
        found[table] = {row: tuple(values) for row, *values in db.execute(f'SELECT id, {names} FROM "{table}"')}
    return found


def transcript(random: Random, lines: int = 4) -> NewDocument:
    """A document with turns, in scripts and characters that count differently elsewhere."""
    text, turns = "", []
    for _ in range(random.randint(1, lines)):
        name = random.choice(list(SPEAKERS))
        label, speech = f"{name}: ", normalise("".join(random.choices(PIECES, k=8)))[0]
        end = len(text) + len((label + speech).rstrip())
        label_end = min(len(text) + len(label), end)
        turns.append(NewTurn(len(text), label_end, end, name, SPEAKERS[name]))
        text += label + speech + "\n"
    marks = (Formatting(0, 2, "bold"),)
    name = f"talk {random.randint(1, 9)}"
    return NewDocument(name, text, "txt", source=text.encode(), turns=tuple(turns), formatting=marks)


def interview(name: str = "Interview", text: str = "I: Why?\nAna: Because of the noise.\n") -> NewDocument:
    """Two turns, or any text without."""
    turns = (NewTurn(0, 3, 7, "I", True), NewTurn(8, 13, 34, "Ana")) if text.startswith("I: Why?\nAna: Bec") else ()
    return NewDocument(name, text, "txt", turns=turns)


def small(path: Path) -> Project:
    """An open project with one document (id 1), a theme (1) with two codes (2, 3) and two codings."""
    project = Project.create(path, "window")
    with project.change("Import"):
        document = project.documents.add(interview())
    with project.change("Codes"):
        theme = project.codes.add("Reasons", kind="theme")
        noise = project.codes.add("Noise", theme)
        project.codes.add("Light", theme)
    with project.change("Code"):
        project.codings.add(document, noise, Span(13, 20))
        project.codings.add(document, noise, Span(24, 33))
    return project


def participants(project: Project) -> dict[int, int]:
    """Case of each coding (0 for nobody), straight from the definition."""
    speakers = {one.id: one for one in project.speakers.list()}
    found = {}
    for document in project.documents.list():
        turns = project.turns.of(document.id)
        for coding in project.codings.of(document.id):
            said: dict[int, int] = {}
            asked = False
            for turn in turns:
                shared = min(coding.end, turn.end) - max(coding.start, turn.label_end)
                if shared > 0 and speakers[turn.speaker].is_interviewer:
                    asked = True
                elif shared > 0:
                    case = speakers[turn.speaker].case or document.case or 0
                    said[case] = said.get(case, 0) + shared
            nobody = 0 if asked else document.case or 0
            found[coding.id] = max(said, key=lambda case: said[case]) if said else nobody
    return found


def counts(project: Project) -> dict[int, tuple[int, int, int, int]]:
    """Own codings and participants of each code, then distinct passages and participants with all below it."""
    who = participants(project)
    codings = project.codings.list()
    found = {}
    for code in project.codes.list():
        below = project.codes.descendants([code.id])
        own = [one for one in codings if one.code == code.id]
        every = [one for one in codings if one.code in below]
        passages = len({(one.document, one.start, one.end) for one in every}) if len(below) > 1 else len(own)
        people = [len({who[one.id] for one in some} - {0}) for some in (own, every)]
        found[code.id] = (len(own), people[0], passages, people[1])
    return found
