"""Where sentences end, in every script: at a stop, unless it belongs to an abbreviation, a number or an aside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from qdesk.text.spans import Span

_STOPS = r"[.!?…。．！？｡؟۔।॥።՞։]"
_CLOSERS = r"[\p{Pe}\p{Pf}\p{Pi}\"'’”»]"
_OPENERS = r"[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\"'’“«¿¡]"

_END = regex.compile(
    rf"(?P<stop>{_STOPS}+){_CLOSERS}*+(?:(?P<space>\s+)|(?=[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}])|$)",
    regex.VERSION1,
)
"""A stop with what closes behind it, then white space, a script without spaces, or the end."""

_NEXT = regex.compile(rf"{_OPENERS}*+(?P<first>[\p{{L}}\p{{N}}])")

_ABBREVIATIONS: Final = """
    mr mrs ms dr prof sr sra srta dra st jr nos vol pp cf vs approx fig eg ie e.g i.e
    z.b d.h u.a bzw ca nr bd evtl ggf vgl
    ud uds ej pág núm p.ej mme mlle
"""
_ABBREVIATED: Final = frozenset(_ABBREVIATIONS.split())
_OPENERS_OF_SENTENCES: Final = """
    I We You He She It They The This That Then There So But And In On At If When What
"""
_OPENING: Final = frozenset(_OPENERS_OF_SENTENCES.split())
_WORD = regex.compile(r"[\p{L}\p{N}’']+")
_LAST_WORD = regex.compile(r"[\p{L}\p{N}.]+$")


def sentence_spans(text: str, within: Span) -> list[Span]:
    """The sentences of a stretch of text, usually a paragraph's speech, without the white space between them.

    A stop inside the stretch ends a sentence if white space follows and what comes then does not go on in lower case;
    a full stop does not after an initial or a common abbreviation, an ellipsis not before a lower-case letter.
    """
    piece = within.of(text)
    borders = [0, *_borders(piece), len(piece)]
    found = (_trimmed(piece, start, end) for start, end in pairwise(borders))
    return [Span(within.start + start, within.start + end) for start, end in found if start < end]


def sentence_at(text: str, within: Span, position: int) -> Span | None:
    """The sentence of a stretch that holds a position, or the next one; at the end of the stretch its last."""
    sentences = sentence_spans(text, within)
    return next((one for one in sentences if position < one.end), sentences[-1] if sentences else None)


def _borders(piece: str) -> Iterator[int]:
    for match in _END.finditer(piece):
        if match.end() < len(piece) and _ends(piece, match):
            yield match.end()


def _ends(piece: str, match: regex.Match[str]) -> bool:
    following = _NEXT.match(piece, match.end())
    if following and following["first"].islower():
        return False
    if match["stop"] != ".":
        return True
    word = _LAST_WORD.search(piece, 0, match.start())
    return word is None or not (_is_initial(piece, word) or word[0].casefold() in _ABBREVIATED)


def _is_initial(piece: str, word: regex.Match[str]) -> bool:
    """One letter: "J. Smith", "z. B.", but not "It was I." nor "plan B." before a word that opens sentences."""
    letter = word[0]
    if len(letter) != 1 or letter.lower() == letter.upper() or letter == "I":
        return False
    following = _WORD.search(piece, word.end())
    return following is None or following[0] not in _OPENING


def _trimmed(piece: str, start: int, end: int) -> tuple[int, int]:
    inner = piece[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
