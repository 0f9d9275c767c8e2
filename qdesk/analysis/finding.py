"""Search with a choice of how to match and where to look: words, word forms, letters, or a pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import Final, Literal

import regex

from qdesk.analysis.forms import FormsPattern, WordForms, stemmer_of
from qdesk.analysis.scope import Scope, within
from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.store.records import Document
from qdesk.store.search import Hit, hit_at
from qdesk.text.folding import index_form, index_origin, index_words
from qdesk.text.spans import Span

How = Literal["words", "forms", "letters", "pattern"]

PATTERN_SECONDS: Final = 2.0
"""How long a pattern may take in one document: some take for ever."""

_EVERYWHERE: Final = Scope()


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, how, and where.

    ``how``: "words" stand one after the other, the last may go on; "forms" are found in every form that has the same
    stem, in a language without a stemmer as words; "letters" match within words too; in these "a | b" finds either.
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

    def batches(self, query: Query, limit: int | None = None) -> Iterator[Sequence[Hit]]:
        """Hits document by document, in their order; empty ones too, so that a long search can be broken off.

        Enough documents for ``limit`` hits are looked at. Raises as :func:`find`.
        """
        if not query.text.strip():
            return
        found = 0
        for hits in self._raw(query, limit):
            kept = within(self._project, query.scope, hits, across_labels=query.how == "pattern")
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
        phrases, letters = alternatives(query.text), query.how == "letters"
        if limit is not None and query.scope.is_all and len(phrases) == 1:
            some = self._project.search(phrases[0], 2 * limit, within_words=letters)
            ...
        found = [self._project.search(phrase, within_words=letters) for phrase in phrases]
