"""Search over all documents: the index names the documents, our own scan finds the places."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from qdesk.text.folding import UNSPACED, index_origin, index_words
from qdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found, with some text before and after it (code points)."""

    document: int
    document_name: str
    span: Span
    before: str
    text: str
    after: str


_CONTEXT = 60  # code points either side


def search(db: sqlite3.Connection, query: str, limit: int | None = None) -> list[Hit]:
    """Places where the words of a query stand one after the other, folded; the last word may go on.

    Words of scripts without spaces match anywhere. Hits come in document order, at most ``limit``.
    """
    words = index_words(query)
    if not words:
        return []
    phrase = '"' + " ".join(words) + '" *'
    rows = db.execute(
        "SELECT d.id, d.name, d.text FROM search s JOIN document d ON d.id = s.rowid "
        "WHERE search MATCH ? ORDER BY d.position, d.id",
        (phrase,),
    )
    hits: list[Hit] = []
    for document, name, text in rows:
        for span in _places(db, document, text, words):
            hits.append(_hit(document, name, text, span))
            if limit is not None and len(hits) >= limit:
                return hits
    return hits


def _places(db: sqlite3.Connection, document: int, text: str, words: list[str]) -> Iterator[Span]:
    """Spans of the words in a text; marks that belong to the last letter are within."""
    if text.isascii():
        body = text.lower()
    else:
        (body,) = db.execute("SELECT body FROM search WHERE rowid = ?", (document,)).fetchone()
    origin = index_origin(text)
    for start, end in _scan(body, words):
        yield Span(origin(start), max(origin(end - 1) + 1, origin(end)))


def _scan(folded: str, words: list[str]) -> Iterator[tuple[int, int]]:
    rest = regex.compile(r"[\W_]*".join(map(regex.escape, words)))
    spaced = not _is_unspaced(words[0])
    start = folded.find(words[0])
    while start >= 0:
        found = None if spaced and start and _is_word_part(folded[start - 1]) else rest.match(folded, start)
        if found:
            yield start, found.end()
        start = folded.find(words[0], found.end() if found else start + 1)


def _is_word_part(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" and not _is_unspaced(character)


def _is_unspaced(word: str) -> bool:
    return bool(UNSPACED.match(word))


def _hit(document: int, name: str, text: str, span: Span) -> Hit:
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    return Hit(document, name, span, before.replace("\n", " "), span.of(text), after.replace("\n", " "))
