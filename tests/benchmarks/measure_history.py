"""What the history costs: bytes of edits and of a rename, and the time of 100,000 codings there and back."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from pathlib import Path

import corpus
from figures import Figure, tell, timed

from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.newdocument import NewDocument

_EDITS, _RENAMES, _LENGTH = 200, 200, 100_000


def main() -> None:
    """Tell the figures; counts of codings and the edited text are checked."""
    with tempfile.TemporaryDirectory(dir=corpus.kept()) as folder:
        _edits(Path(folder) / "edits.qdesk")
        _renames(Path(folder) / "renames.qdesk")
        _codings(corpus.copy_of("L", Path(folder)))


def _edits(path: Path) -> None:
    text = next(corpus.lines(corpus.generate("L") / "documents.jsonl"))["text"]
    text = (text * 3)[:_LENGTH]
    with Project.create(path) as project, project.change("Import"):
        project.documents.add(NewDocument("Interview", text, "txt"))
    before, rng = path.stat().st_size, random.Random(1)
    with Project.open(path) as project:
        for _ in range(_EDITS):
            place = rng.randrange(len(text) - 20)
            change = Change(place, text[place : place + 12], "corrected words")
            text = text[:place] + change.inserted + text[change.end :]
            with project.change("Edit"):
                project.documents.edit(1, [change], project.documents.get(1).revision)
        assert project.documents.text(1) == text
    grown = (path.stat().st_size - before) / 1e6
    tell(
        Figure(
            "200 edits of a 100 kB interview, growth", [grown], [_EDITS * _LENGTH / 1e6], "MB", "as whole texts", goal=6
        )
    )


def _renames(path: Path) -> None:
    with Project.create(path) as project, project.change("Code"):
        project.codes.add("Waiting")
    before = path.stat().st_size
    with Project.open(path) as project:
        for number in range(_RENAMES):
            with project.change("Rename a code"):
                project.codes.update(1, name=f"Waiting {number}")
    grown = (path.stat().st_size - before) / 1e3 / _RENAMES
    tell(Figure("a rename, growth", [grown], unit="kB", goal=1))


def _codings(path: Path) -> None:
    with Project.open(path) as project:
        rows = [
            NewCoding(coding.document, coding.code, coding.span, coding.comment) for coding in project.codings.list()
        ]
        undone, _ = timed(project.undo)
        assert not len(project.codings.arrays().id)
        redone, _ = timed(project.redo)
        assert len(project.codings.arrays().id) == len(rows) == 100_000
        project.undo()
        inserted = timed(lambda: _insert(project, rows))[0]
        assert len(project.codings.arrays().id) == len(rows)
        bare = timed(lambda: _bare(path.with_name("bare.db"), path))[0]
    for name, ours in (("inserted", inserted), ("undone", undone), ("redone", redone)):
        tell(Figure(f"100,000 codings {name}", [ours], [bare], "ms", "executemany", goal=2_000))


def _insert(project: Project, rows: list[NewCoding]) -> None:
    with project.change("Code"):
        project.codings.add_many(rows)


def _bare(path: Path, source: Path) -> None:
    """The same rows into the same table with the same indexes, in one transaction."""
    read = sqlite3.connect(source)
    made = read.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'coding' AND type IN ('table', 'index')")
    tables = [sql for (sql,) in made.fetchall()]
    rows = read.execute("SELECT * FROM coding").fetchall()
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    for sql in tables:
        db.execute(sql)
    with db:
        db.executemany(f"INSERT INTO coding VALUES ({', '.join('?' * len(rows[0]))})", rows)
    db.close()


if __name__ == "__main__":
    main()
