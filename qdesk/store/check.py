"""Is a project sound? Every invariant, each breach in plain words; nothing is repaired by guessing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from qdesk.store.connection import DAMAGED, connect, plain_error

if TYPE_CHECKING:
    from qdesk.store.project import Project


def check(project: Project) -> list[str]:
    """What is wrong with a project, one sentence each; empty if it is sound."""
    return _told(_breaches(project))


def quotes_breaches(path: Path) -> list[str]:
    """Passages that do not fit their text, one sentence each; on a connection of its own, so for any thread."""
    try:
        with closing(connect(path, read_only=True)) as db:
            return _told(_quotes(db))
    except sqlite3.Error as error:
        raise plain_error(error) or error from error


def _told(breaches: Iterator[str]) -> list[str]:
    """All that is found up to the point where the file cannot be read on."""
    found: list[str] = []
    try:
        found.extend(breaches)
    except sqlite3.Error as error:
        known = plain_error(error)
        if known is None:
            raise
        found.append(str(known))
    return list(dict.fromkeys(found))


def _breaches(project: Project) -> Iterator[str]:
    db = project.db
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        yield DAMAGED
    for table, row, *_ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} refers to something that does not exist."
    yield from _quotes(db)
    yield from _tree(project)
    yield from _search_index(db)


def _quotes(db: sqlite3.Connection) -> Iterator[str]:
    for document, name, text in db.execute("SELECT id, name, text FROM document ORDER BY position, id"):
        yield from _places(db, document, name, text)


def _places(db: sqlite3.Connection, document: int, name: str, text: str) -> Iterator[str]:
    """Quotes are the text under them; turns and formatting lie inside the text, in order."""
    for table, what in (("coding", "Coding"), ("memo", "Memo")):
        for row, start, end, quote in db.execute(
            f'SELECT id, start, "end", quote FROM {table} WHERE document = ? AND start IS NOT NULL', (document,)
        ):
            if not quote or text[start:end] != quote:
                yield f"{what} {row} in {name} no longer fits its text (at {start}); the quote is kept as it was."
    turns = db.execute(
        'SELECT start, label_end, "end" FROM turn WHERE document = ? ORDER BY start, "end"', (document,)
    ).fetchall()
    for turn in turns:
        if not 0 <= turn[0] <= turn[1] <= turn[2] <= len(text):
            yield f"A turn in {name} at {turn[0]} lies outside the text."
    for before, after in pairwise(turns):
        if before[2] > after[0]:
            yield f"Two turns in {name} overlap at {after[0]}."
    for row, start, end in db.execute('SELECT id, start, "end" FROM formatting WHERE document = ?', (document,)):
        if not 0 <= start < end <= len(text):
            yield f"A formatting mark ({row}) in {name} lies outside the text."


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
