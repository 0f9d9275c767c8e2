"""Words in all their forms: which words of a project share their stem with one that is looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from threading import Thread
from typing import Final

import regex

from qdesk.text.folding import fold
from qdesk.text.spans import Span

STEMMERS: Final = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish",
}  # fmt: skip
"""Snowball stemmers by ISO 639-1 language."""

_WORD: Final = regex.compile(r"[\p{L}\p{N}]\w*(?:['’ʼ]\w+)*")
"""As words are counted; \\w of the regex module takes combining marks."""

_PATIENCE: Final = 0.01
"""Seconds of one step of waiting."""


def stemmer_of(language: str) -> str:
    """Name of the stemmer for a language ("en-GB"), "" if there is none."""
    return STEMMERS.get(language.partition("-")[0], "")


class WordForms:
    """The words of the documents that were taken in, by stemmer and stem. A document that changed is taken in again.

    Words it no longer has stay known: they are looked for in vain.
    """

    def __init__(self) -> None:
        self._taken: dict[int, tuple[str, int]] = {}
        self._known: dict[str, set[str]] = defaultdict(set)
        self._of_stem: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._documents: dict[str, list[int]] = defaultdict(list)

    def has(self, document: int, stemmer: str, revision: int) -> bool:
        """Whether a revision of a document was taken in under that stemmer."""
        return self._taken.get(document) == (stemmer, revision)

    def take_in(self, document: int, stemmer: str, revision: int, text: str) -> None:
        """Learn the words of a text."""
        self._taken[document] = (stemmer, revision)
        words = set(_WORD.findall(text.lower()))
        for word in words:
            self._documents[word].append(document)
        for word in words - self._known[stemmer]:
            for stem in _stems(stemmer, word):
                self._of_stem[stemmer, stem].add(word)
        self._known[stemmer] |= words

    def forms(self, stemmer: str, word: str) -> set[str]:
        """The known words, in lower case, that share a stem with a word."""
        return set().union(*(self._of_stem.get((stemmer, stem), ()) for stem in _stems(stemmer, word.lower())))

    def holding(self, words: Iterable[str]) -> set[int]:
        """The documents in which any of these words stood when they were taken in."""
        return {document for word in words for document in self._documents.get(word, ())}


class FormsPattern:
    """Finds the words of some phrases in all known forms, the words of a phrase one after the other."""

    def __init__(self, known: WordForms, stemmer: str, phrases: Iterable[str]) -> None:
        each = [[known.forms(stemmer, word) for word in words_of(phrase)] for phrase in phrases]
        whole = [forms for forms in each if forms and all(forms)]
        self.documents = set().union(*(_shared(known, forms) for forms in whole))
        self._pattern = regex.compile("|".join(map(_phrase, whole)), regex.IGNORECASE) if whole else None

    def spans(self, text: str) -> list[Span]:
        """Where they stand."""
        return [Span(*match.span()) for match in self._pattern.finditer(text)] if self._pattern else []


def words_of(text: str) -> list[str]:
    """The words of a text, those with an apostrophe whole."""
    words: list[str] = _WORD.findall(text)
    return words


def _shared(known: WordForms, forms: Sequence[set[str]]) -> set[int]:
    """The documents that have a form of every word."""
    return set.intersection(*(known.holding(words) for words in forms))


def _phrase(forms: Sequence[set[str]]) -> str:
    """Words of a phrase as a pattern, the longest form first: "teacher's" before "teacher"."""
    words = ["|".join(map(regex.escape, sorted(sorted(one), key=len, reverse=True))) for one in forms]
    joined = r")[\W_]+(?:".join(words)
    return rf"(?<!\w)(?:{joined})(?!\w)"


def _stems(stemmer: str, word: str) -> set[str]:
    """Two stems: of the word as it is written, for its endings, and of its folded form, for who types no accents."""
    stem = _snowball(stemmer)
    return {fold(stem(word)), stem(fold(word))}


def loading() -> Iterator[None]:
    """Steps of waiting for the stemmers, which take 0.8 s to import and do so in a thread; none once they are there."""
    thread = _loader()
    while thread.is_alive():
        yield
        thread.join(_PATIENCE)


@cache
def _loader() -> Thread:
    thread = Thread(target=import_module, args=("nltk.stem.snowball",), name="stemmers")
    thread.start()
    return thread


@cache
def _snowball(name: str) -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = SnowballStemmer(name).stem
    return stem
