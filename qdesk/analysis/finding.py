"""Search with a choice of how to match and where to look: words, word forms, letters, or a pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import Final, Literal

import regex

from qdesk.analysis.forms import FormsPattern, WordForms, loading, stemmer_of
from qdesk.analysis.scope import Scope, Within
from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.store.records import Document
from qdesk.store.search import Hit, hit_at
from qdesk.text.folding import UNSPACED, index_form, index_origin, index_words
from qdesk.text.spans import Span

How = Literal["words", "forms", "letters", "pattern"]

PATTERN_SECONDS: Final = 2.0
"""How long a pattern may take in one document: some take for ever."""

_EVERYWHERE: Final = Scope()

_REST: Final = regex.compile(rf"(?:(?!{UNSPACED.pattern})\w)*")
"""What may follow in the same word; scripts without spaces have no such words."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, how, and where.

    ``how``: "words" stand one after the other, the last may go on and is found whole; "forms" are found in every form
    that has the same stem, in a language without a stemmer as words; "letters" match within words too; in these
    "a | b" finds either.
    A "pattern" is a regular expression on the text as it stands.
    """

    text: str
    how: How = "words"
    scope: Scope = _EVERYWHERE


def find(project: Project, query: Query, limit: int | None = None) -> list[Hit]:
    """Hits in document order, at most ``limit``; speakers' labels are no speech and hold none.

    Raises QDeskError for a pattern that is wrong or takes too long.
    """
    return list(islice(chain.from_iterable(Finder(project).batches(query, limit)), limit))


class Finder:
    """Searches one project; what it has read of its words is kept for the next search."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known = WordForms()
        self._within = Within(project)

    def batches(self, query: Query, limit: int | None = None) -> Iterator[Sequence[Hit]]:
        """Hits document by document, in their order; empty ones too, so that a long search can be broken off.

        Enough documents for ``limit`` hits are looked at. Raises as :func:`find`.
        """
        if not query.text.strip():
            return
        found = 0
        for hits in self._raw(query, limit):
            kept = self._within(query.scope, hits, across_labels=query.how == "pattern")
            yield kept
            found += len(kept)
            if limit is not None and found >= limit:
                return

    def _raw(self, query: Query, limit: int | None) -> Iterator[Sequence[Hit]]:
        """Hits wherever they lie in a document."""
        if query.how == "pattern":
            return self._by_pattern(query)
        return self._by_forms(query) if query.how == "forms" else self._by_words(query, limit)

    def _by_words(self, query: Query, limit: int | None = None) -> Iterator[Sequence[Hit]]:
        letters, most = query.how == "letters", limit if query.scope.is_all else None
        found = [self._places(phrase, letters, most) for phrase in alternatives(query.text)]
        if len(found) > 1:
            order = {document: place for place, document in enumerate(self._project.documents.ids())}
            found = [sorted(chain(*found), key=lambda hit: (order[hit.document], hit.span.start, -hit.span.end))]
        hits = chain(*found) if letters else map(_whole, chain(*found))
        for _document, group in groupby(hits, key=attrgetter("document")):
            yield _apart(group)

    def _places(self, phrase: str, letters: bool, limit: int | None) -> list[Hit]:
        """Where a phrase stands; with a limit only so many of the first places that ``limit`` of them are no labels."""
        search = partial(self._project.search, phrase, within_words=letters)
        if limit is None or len(some := search(2 * limit)) < 2 * limit:
            return search() if limit is None else some
        groups = groupby(some, key=attrgetter("document"))
        spoken = sum(len(self._within(_EVERYWHERE, list(hits))) for _document, hits in groups)
        return some if spoken >= limit else search()

    def _by_forms(self, query: Query) -> Iterator[Sequence[Hit]]:
        """Once per document its words are read: an empty batch each."""
        documents = self._documents(query)
        stemmers = {document.id: stemmer_of(document.language) for document in documents}
        if any(stemmers.values()):
            yield from ([] for _step in loading())
        for document in documents:
            if stemmers[document.id]:
                self._take_in(document, stemmers[document.id])
                yield []
        as_words = {} if all(stemmers.values()) else {hits[0].document: hits for hits in self._by_words(query)}
        phrases = alternatives(query.text)
        patterns = {name: FormsPattern(self._known, name, phrases) for name in set(stemmers.values()) if name}
        for document in documents:
            pattern = patterns.get(stemmers[document.id])
            if pattern is None:
                yield as_words.get(document.id, [])
            elif document.id in pattern.documents:
                text = self._project.documents.text(document.id)
                yield [hit_at(document.id, document.name, text, span) for span in pattern.spans(text)]

    def _take_in(self, document: Document, stemmer: str) -> None:
        if not self._known.has(document.id, stemmer, document.revision):
            text = self._project.documents.text(document.id)
            self._known.take_in(document.id, stemmer, document.revision, text)

    def _by_pattern(self, query: Query) -> Iterator[Sequence[Hit]]:
        try:
            pattern = regex.compile(query.text, regex.MULTILINE | regex.IGNORECASE)
        except regex.error as error:
            raise QDeskError(f"“{query.text}” is no regular expression: {error.msg}.") from error
        for document in self._documents(query):
            text = self._project.documents.text(document.id)
            try:
                spans = [Span(*match.span()) for match in pattern.finditer(text, timeout=PATTERN_SECONDS)]
            except TimeoutError as error:
                raise QDeskError(
                    f"“{query.text}” takes too long in {document.name}. Make the pattern simpler."
                ) from error
            yield [hit_at(document.id, document.name, text, span) for span in spans if span.length]

    def _documents(self, query: Query) -> list[Document]:
        wanted = query.scope.documents
        return [one for one in self._project.documents.list() if wanted is None or one.id in wanted]


def alternatives(text: str) -> list[str]:
    """The phrases of a text, either of which is looked for: "trust | faith" has two."""
    return [phrase.strip() for phrase in text.split("|") if phrase.strip()]


def _whole(hit: Hit) -> Hit:
    """A hit with the rest of its last word, so that no code ends within a word."""
    rest = _REST.match(hit.after)[0]
    if not rest:
        return hit
    span = Span(hit.span.start, hit.span.end + len(rest))
    return replace(hit, span=span, text=hit.text + rest, after=hit.after[len(rest) :])


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Sorted hits of one document without those that overlap one before them."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.span.start >= kept[-1].span.end:
            kept.append(hit)
    return kept


def letters_in(text: str) -> Callable[[str], list[Span]]:
    """A search of one text for letters, as "letters" finds them, labels included; the text is folded once."""
    folded, origin = index_form(text), index_origin(text)

    def places(query: str) -> list[Span]:
        words = index_words(query)
        if not words:
            return []
        found = regex.finditer(r"[\W_]*".join(map(regex.escape, words)), folded)
        return [Span(origin(one.start()), max(origin(one.end() - 1) + 1, origin(one.end()))) for one in found]

    return places
