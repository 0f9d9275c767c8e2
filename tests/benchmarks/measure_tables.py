"""Co-occurrence of all codes, and search over all interviews, at L."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import corpus
import numpy as np
from bare import sweep
from figures import Figure, tell, times

from qdesk.analysis.cooccurrence import Cooccurrence, cooccurrence
from qdesk.store.project import Project


def main() -> None:
    """Tell the figures, after the pairs of all corpora have been found right."""
    for size, pairs in corpus.PAIRS.items():
        assert _pairs(_from_file(corpus.project(size))) == pairs, size
        assert sweep.different(sweep.sweep(sweep.read(corpus.project(size)))) == pairs, size
    path = corpus.project("L")
    from_file = times(lambda: _from_file(path), 9)
    bare = times(lambda: sweep.sweep(sweep.read(path)), 9)
    limit, peer = "SQLite + numpy", "14.6 s QualCoder"
    tell(Figure("co-occurrence, 400 codes at L, from the file", from_file, bare, "ms", limit, peer, goal=170))
    with Project.open(path) as project:
        _loaded(project)
        _search(project)


def _from_file(path: Path) -> Cooccurrence:
    with Project.open(path) as project:
        return _all_codes(project)


def _all_codes(project: Project) -> Cooccurrence:
    return cooccurrence(project.codings.arrays(), [code.id for code in project.codes.list()], "overlap")


def _pairs(table: Cooccurrence) -> int:
    return int(np.triu(table.count, 1).sum())


def _loaded(project: Project) -> None:
    codings = sweep.read(project.path)
    ours, bare = times(lambda: _all_codes(project), 25), times(lambda: sweep.sweep(codings), 25)
    tell(Figure("co-occurrence, 400 codes at L, loaded", ours, bare, "ms", "numpy", goal=30))


def _search(project: Project) -> None:
    """Words that are found about 200 times; each is searched once before it is measured."""
    ours: list[float] = []
    bare: list[float] = []
    for word in _words(project):
        found = [(hit.document, hit.span.start) for hit in project.search(word)]
        assert found == _scan(project.db, word), word
        ours += times(lambda word=word: project.search(word), 5)
        bare += times(lambda word=word: _scan(project.db, word), 5)
    tell(Figure("search, 200 hits at L", ours, bare, "ms", "FTS5 + str.find", "489 ms QualCoder", goal=50))


def _words(project: Project) -> Sequence[str]:
    """Five words with 180 to 220 hits; the index goes by the beginnings of words, so longer ones are among them."""
    db = sqlite3.connect(project.path)
    db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')")
    terms = db.execute("SELECT term FROM terms WHERE cnt BETWEEN 150 AND 220 AND length(term) > 4 ORDER BY term")
    found = []
    for (term,) in terms.fetchall()[::7]:
        if term.isascii() and 180 <= len(project.search(term)) <= 220:
            found.append(term)
        if len(found) == 5:
            break
    db.close()
    return found


def _scan(db: sqlite3.Connection, word: str) -> list[tuple[int, int]]:
    """Documents from the index, places by ``str.find`` at the beginnings of words."""
    rows = db.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (f'"{word}" *',)).fetchall()
    found = []
    for (document,) in rows:
        (text,) = db.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
        folded = text.lower()
        place = folded.find(word)
        while place >= 0:
            if not folded[place - 1].isalpha():
                found.append((document, place))
            place = folded.find(word, place + 1)
    return found


if __name__ == "__main__":
    main()
