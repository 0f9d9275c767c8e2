"""Search over all documents: the index names the documents, our own scan finds the places."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

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


def search(db: sqlite3.Connection, query: str, limit: int | None = None, *, within_words: bool = False) -> list[Hit]:
    """Places where the words of a query stand one after the other, folded; the last word may go on.

    Words of scripts without spaces match anywhere, and ``within_words`` all do. Hits come in document order, at most
    ``limit``.
    """
    words = index_words(query)
    if not words:
        return []
    if within_words:
        found = db.execute(_HOLDING.format(" AND ".join(["instr(s.body, ?)"] * len(words))), words)
    else:
        found = db.execute(_HOLDING.format("search MATCH ?"), ('"' + " ".join(words) + '" *',))
    hits = (hit for (document,) in found.fetchall() for hit in _hits(db, document, words, within_words))
    return list(islice(hits, limit))


_HOLDING = "SELECT d.id FROM search s JOIN document d ON d.id = s.rowid WHERE {} ORDER BY d.position, d.id"


def _hits(db: sqlite3.Connection, document: int, words: list[str], within_words: bool) -> Iterator[Hit]:
    """The places in one document; texts are read one by one, for sorting them would copy them."""
    name, text, body, aligned = db.execute(
        "SELECT d.name, d.text, s.body, s.aligned FROM document d JOIN search s ON s.rowid = d.id WHERE d.id = ?",
        (document,),
    ).fetchone()
    places = _scan(body, words, within_words)
    for span in map(Span._make, places) if aligned else _in_text(text, places):
        yield hit_at(document, name, text, span)


def _in_text(text: str, places: Iterator[tuple[int, int]]) -> Iterator[Span]:
    """Places in the index form as spans of the text; marks that belong to the last letter are within."""
    origin = index_origin(text)
    for start, end in places:
        yield Span(origin(start), max(origin(end - 1) + 1, origin(end)))


def _scan(folded: str, words: list[str], within_words: bool) -> Iterator[tuple[int, int]]:
    rest = regex.compile(r"[\W_]*".join(map(regex.escape, words)))
    spaced = not (within_words or _is_unspaced(words[0]))
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


def hit_at(document: int, name: str, text: str, span: Span) -> Hit:
    """A place in a document with the text around it."""
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    return Hit(document, name, span, before.replace("\n", " "), span.of(text), after.replace("\n", " "))
