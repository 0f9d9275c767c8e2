"""Which names fit what was typed, and how well: plain strings in, ranks and places to embolden out.

Case, accents and Arabic letter variants do not matter. Every typed word must stand at the start of a word or inside
the name or its path; failing that, three letters or more may be scattered over the name, the first at a word's start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from qdesk.text.folding import fold, fold_positions
from qdesk.text.spans import Span

T = TypeVar("T")

_SCATTERED_FROM = 3
"""Letters from which they may be scattered: two would fit almost any name."""


class Fit(IntEnum):
    """How a name fits, best first; of several typed words the worst one counts."""

    NAME_START = 0
    WORD_START = 1
    INSIDE = 2
    PATH_WORD_START = 3
    PATH_INSIDE = 4
    SCATTERED = 5


@dataclass(frozen=True, slots=True)
class Match:
    """How well a name fits and which of its code points (sorted spans that do not touch) were typed."""

    fit: Fit
    marks: tuple[Span, ...] = ()


def match(typed: str, name: str, path: str = "") -> Match | None:
    """How ``name`` fits what was typed, or None; ``path`` names what it lies in. Nothing typed fits all alike."""
    words, folded = fold(typed).split(), fold(name)
    if not words:
        return Match(Fit.WORD_START)
    found = [_find(word, folded, fold(path)) for word in words]
    if None in found:
        places = _scattered("".join(words), folded)
        return Match(Fit.SCATTERED, _marks(name, places)) if places else None
    hits = [hit for hit in found if hit is not None]
    places = [place for hit in hits for place in hit[1]]
    fit = max(hit[0] for hit in hits)
    if folded.startswith(" ".join(words)):
        fit = Fit.NAME_START
    return Match(fit, _marks(name, places))


def ranked(typed: str, items: Iterable[T], name_and_path: Callable[[T], tuple[str, str]]) -> list[tuple[T, Match]]:
    """The items that fit, best first: by fit, then where the first letters stand, then by length, then as given."""
    found = []
    for item in items:
        name, path = name_and_path(item)
        if fits := match(typed, name, path):
            found.append((item, fits, len(name)))
    if typed.strip():
        found.sort(key=lambda row: (row[1].fit, row[1].marks[0].start if row[1].marks else 0, row[2]))
    return [(item, fits) for item, fits, _ in found]


def _find(word: str, name: str, path: str) -> tuple[Fit, range] | None:
    """Where one folded word stands: its fit and its places in the folded name (none if it stands in the path)."""
    starts = _word_start(word, name)
    if starts >= 0:
        return Fit.WORD_START, range(starts, starts + len(word))
    inside = name.find(word)
    if inside >= 0:
        return Fit.INSIDE, range(inside, inside + len(word))
    if _word_start(word, path) >= 0:
        return Fit.PATH_WORD_START, range(0)
    return (Fit.PATH_INSIDE, range(0)) if word in path else None


def _word_start(word: str, text: str) -> int:
    """Where a word of the text begins with ``word``, or -1."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at


def _scattered(letters: str, name: str) -> list[int]:
    """Places of the letters in order, as early as can be; none if one is missing or they are too few."""
    at = _word_start(letters[0], name)
    if at < 0 or len(letters) < _SCATTERED_FROM:
        return []
    places = [at]
    for letter in letters[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return []
        places.append(at)
    return places


def _marks(name: str, places: Iterable[int]) -> tuple[Span, ...]:
    """Code points of the name that the folded places came from, with the marks that follow them, as spans."""
    origin = fold_positions(name)
    marks: list[Span] = []
    for place in sorted(set(places)):
        start, end = origin[place], max(origin[place + 1], origin[place] + 1)
        if marks and marks[-1].end >= start:
            marks[-1] = Span(marks[-1].start, end)
        else:
            marks.append(Span(start, end))
    return tuple(marks)
