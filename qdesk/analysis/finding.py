"""Search with a choice of how to match and where to look: words, word forms, letters, or a pattern."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, Literal

import regex

from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.store.records import Document
from qdesk.store.search import Hit, hit_at
from qdesk.text.folding import fold
from qdesk.text.spans import Span
from qdesk.text.words import word_spans

How = Literal["words", "forms", "letters", "pattern"]

STEMMERS: Final = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish",
}  # fmt: skip
"""Snowball stemmers by ISO 639-1 language."""

PATTERN_SECONDS: Final = 5.0
"""How long a pattern may take in one document: some take for ever."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for and where; None is everywhere.

    ``how``: "words" stand one after the other, the last may go on, and "a | b" finds either; "forms" are found in every
    form that has the same stem, in the document's language where there is a stemmer; "letters" match within words too;
    a "pattern" is a regular expression on the text as it stands. ``documents``, ``cases``, ``speakers`` and ``codes``
    are ids: who speaks, and which codes lie on the place.
    """

    text: str
    how: How = "words"
    documents: frozenset[int] | None = None
    cases: frozenset[int] | None = None
    speakers: frozenset[int] | None = None
    codes: frozenset[int] | None = None


def find(project: Project, query: Query, limit: int | None = None) -> list[Hit]:
    """Hits in document order, at most ``limit``; speakers' labels are no speech and hold none.

    Raises QDeskError for a pattern that is wrong or takes too long.
    """
    if not query.text.strip():
        return []
    hits = {"words": _by_words, "letters": _by_letters, "forms": _by_forms, "pattern": _by_pattern}[query.how]
    within = _Scope(project, query).holds
    return list(islice((hit for hit in hits(project, query) if within(hit)), limit))


def _by_words(project: Project, query: Query) -> Iterator[Hit]:
    alternatives = [part for part in query.text.split("|") if part.strip()]
    if len(alternatives) == 1:
        yield from project.search(alternatives[0])
        return
    order = {document: place for place, document in enumerate(project.documents.ids())}
    found = {(hit.document, hit.span): hit for part in alternatives for hit in project.search(part)}
    yield from sorted(found.values(), key=lambda hit: (order[hit.document], hit.span))


def _by_letters(project: Project, query: Query) -> Iterator[Hit]:
    yield from project.search(query.text, within_words=True)


def _by_forms(project: Project, query: Query) -> Iterator[Hit]:
    for document, text in _texts(project, query):
        stem = _stemmer(document.language)
        wanted = [stem(fold(word.of(query.text))) for word in word_spans(query.text)]
        words = word_spans(text)
        stems = [stem(fold(word.of(text))) for word in words]
        for row in _runs(stems, wanted):
            span = Span(words[row].start, words[row + len(wanted) - 1].end)
            yield hit_at(document.id, document.name, text, span)


def _runs(stems: list[str], wanted: list[str]) -> Iterator[int]:
    """Rows at which the wanted stems stand one after the other."""
    if wanted:
        rows = (row for row, stem in enumerate(stems) if stem == wanted[0])
        yield from (row for row in rows if stems[row : row + len(wanted)] == wanted)


def _by_pattern(project: Project, query: Query) -> Iterator[Hit]:
    try:
        pattern = regex.compile(query.text, regex.MULTILINE | regex.IGNORECASE)
    except regex.error as error:
        raise QDeskError(f"“{query.text}” is no regular expression: {error.msg}.") from error
    for document, text in _texts(project, query):
        try:
            spans = [Span(*match.span()) for match in pattern.finditer(text, timeout=PATTERN_SECONDS)]
        except TimeoutError as error:
            raise QDeskError(f"“{query.text}” takes too long in {document.name}. Make the pattern simpler.") from error
        yield from (hit_at(document.id, document.name, text, span) for span in spans if span.length)


def _texts(project: Project, query: Query) -> Iterator[tuple[Document, str]]:
    for document in project.documents.list():
        if query.documents is None or document.id in query.documents:
            yield document, project.documents.text(document.id)


def _stemmer(language: str) -> Callable[[str], str]:
    """From a folded word to its stem; the word itself in a language without a stemmer."""
    name = STEMMERS.get(language.partition("-")[0])
    return _snowball(name) if name else str


@lru_cache(maxsize=len(STEMMERS))
def _snowball(name: str) -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer  # takes 0.8 s

    stem: Callable[[str], str] = SnowballStemmer(name).stem
    return lru_cache(maxsize=1 << 17)(stem)


class _Scope:
    """Whether a hit lies where the query looks; turns and codings of a document are read once."""

    def __init__(self, project: Project, query: Query) -> None:
        self._project, self._query = project, query
        self._document: int | None = None

    def holds(self, hit: Hit) -> bool:
        query = self._query
        if query.documents is not None and hit.document not in query.documents:
            return False
        if hit.document != self._document:
            self._enter(hit.document)
        return self._in_speech(hit.span) and self._is_coded(hit.span)

    def _enter(self, document: int) -> None:
        self._document = document
        self._turns = self._project.turns.of(document)
        self._starts = [turn.start for turn in self._turns]
        self._case = self._project.documents.get(document).case
        codes = self._query.codes
        self._coded = (
            [one.span for one in self._project.codings.of(document) if one.code in codes] if codes is not None else []
        )

    def _in_speech(self, span: Span) -> bool:
        query = self._query
        row = bisect_right(self._starts, span.start) - 1
        turn = self._turns[row] if row >= 0 and span.start < self._turns[row].end else None
        if turn is not None and span.end <= turn.label_end:
            return False
        if query.speakers is not None and (turn is None or turn.speaker not in query.speakers):
            return False
        if query.cases is None:
            return True
        asks = turn is not None and turn.is_interviewer
        return not asks and ((turn.case if turn else None) or self._case) in query.cases

    def _is_coded(self, span: Span) -> bool:
        return self._query.codes is None or any(one.overlaps(span) for one in self._coded)
