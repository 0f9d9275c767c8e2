"""The folded form that search compares: without case, accents, vocalisation, tatweel and joiners; Arabic variants one.

Marks of Latin, Greek, Cyrillic, Hebrew and Arabic are dropped; those of Indic scripts are letters and stay.
Folding works character by character, so every folded character knows where it came from.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, chain

_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060\u2066-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_VARIANTS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ہ": "ه", "ۀ": "ه", "ۃ": "ة", "’": "'", "‘": "'", "ʼ": "'"})
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""A character of a script that writes no spaces between words."""

_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0dff]+[^\W_]*)*")


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    return _DROPPED.sub("", unicodedata.normalize("NFKD", decomposed)).translate(_VARIANTS)


def fold(text: str) -> str:
    """The folded form of a text; may be shorter or longer than the text."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(character): _fold_character(character) for character in set(text)})


def fold_positions(text: str) -> list[int]:
    """For each folded character the code point it came from, and at the end the text's length."""
    lengths = [len(_fold_character(character)) for character in text]
    return [*chain.from_iterable([i] * n for i, n in enumerate(lengths)), len(text)]


def index_form(text: str) -> str:
    """What the search index holds: folded, and unspaced scripts one character a word."""
    folded = fold(text)
    return folded if folded.isascii() else UNSPACED.sub(r" \g<0> ", folded)


@lru_cache(maxsize=65536)
def _index_length(character: str) -> int:
    return len(index_form(character))


def _odd(text: str) -> str:
    """The characters whose index form is not one character long."""
    return "" if text.isascii() else "".join(one for one in set(text) if _index_length(one) != 1)


def is_aligned(text: str) -> bool:
    """True if every position in the index form is that in the text."""
    return not _odd(text)


def index_origin(text: str) -> Callable[[int], int]:
    """For a position in the index form of a text, the code point of the text it came from."""
    odd = _odd(text)
    if not odd:
        return lambda position: position
    places = [match.start() for match in re.finditer(f"[{re.escape(odd)}]", text)]
    lengths = [_index_length(text[place]) for place in places]
    shifts = [0, *accumulate(length - 1 for length in lengths)]
    folded = [place + shift for place, shift in zip(places, shifts, strict=False)]

    def origin(position: int) -> int:
        before = bisect_right(folded, position) - 1
        if before < 0:
            return position
        return max(places[before], position - shifts[before + 1])

    return origin


def index_words(query: str) -> list[str]:
    """Words of a query as the index knows them."""
    return _WORD.findall(index_form(query))
