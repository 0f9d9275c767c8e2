"""Is a project sound? Every invariant, each breach in plain words; nothing is repaired by guessing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from qdesk.errors import QDeskError
from qdesk.store.connection import plain_error

if TYPE_CHECKING:
    from qdesk.store.project import Project


def check(project: Project) -> list[str]:
    """What is wrong with a project, one sentence each; empty if it is sound."""
    try:
        return list(_breaches(project))
    except sqlite3.Error as error:
        known = plain_error(error)
        if known is None:
            raise
        return [str(known)]
    except QDeskError as error:
        return [str(error)]


def _breaches(project: Project) -> Iterator[str]:
    for (found,) in project.db.execute("PRAGMA quick_check(10)"):
        if found != "ok":
            yield f"The file is damaged: {found}."
    for table, row, *_ in project.db.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} refers to something that does not exist."
    for document, name, text in project.db.execute("SELECT id, name, text FROM document ORDER BY position"):
        yield from _places(project, document, name, text)
    yield from _tree(project)
    yield from _search_index(project.db)


def _places(project: Project, document: int, name: str, text: str) -> Iterator[str]:
    """Quotes are the text under them; turns, formatting and memo anchors lie inside the text, in order."""
    for coding, start, end, quote in project.db.execute(
        'SELECT id, start, "end", quote FROM coding WHERE document = ?', (document,)
    ):
        if not quote or text[start:end] != quote:
            yield f"Coding {coding} in {name} no longer fits its text (at {start}); the quote is kept as it was."
    turns = project.db.execute(
        'SELECT start, label_end, "end" FROM turn WHERE document = ? ORDER BY start', (document,)
    ).fetchall()
    for turn in turns:
        if not 0 <= turn[0] <= turn[1] <= turn[2] <= len(text):
            yield f"A turn in {name} at {turn[0]} lies outside the text."
    for before, after in pairwise(turns):
        if before[2] > after[0]:
            yield f"Two turns in {name} overlap at {after[0]}."
    for table in ("formatting", "memo"):
        for row, start, end in project.db.execute(
            f'SELECT id, start, "end" FROM {table} WHERE document = ? AND start IS NOT NULL', (document,)
        ):
            if not 0 <= start <= end <= len(text):
                yield f"A {table} mark ({row}) in {name} lies outside the text."


def _tree(project: Project) -> Iterator[str]:
    codes = project.codes.list()
    (count,) = project.db.execute("SELECT count(*) FROM code").fetchone()
    if count != len(codes):
        yield f"{count - len(codes)} codes lie in a circle of themes and cannot be shown."
    positions: dict[int | None, list[int]] = {}
    for code in codes:
        positions.setdefault(code.parent, []).append(code.position)
    for parent, found in positions.items():
        if found != list(range(len(found))):
            where = "at the top level" if parent is None else f"in “{project.codes.get(parent).name}”"
            yield f"The codes {where} are not numbered in order."


def _search_index(db: sqlite3.Connection) -> Iterator[str]:
    documents = {row for (row,) in db.execute("SELECT id FROM document")}
    indexed = {row for (row,) in db.execute("SELECT rowid FROM search")}
    if documents != indexed:
        yield "The search index does not name the documents that are there."
