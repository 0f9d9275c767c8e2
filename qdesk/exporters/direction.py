"""Which way a text runs, and how a mixed one falls into stretches of one direction and language."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

_HEBREW: Final = "\u0590-\u05ff\ufb1d-\ufb4f"
_RTL: Final = _HEBREW + "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"

_HINT = re.compile("[\u0590-\u08ff\ufb1d-\U0010ffff]")
"""Finds every right-to-left letter and little else, ten times as fast as the exact classes: most texts end here."""

_RTL_LETTER = regex.compile(f"[{_RTL}]")
_LTR_LETTER = regex.compile(rf"(?V1)[\p{{L}}--[{_RTL}]]")
_RTL_STRETCH = regex.compile(rf"[{_RTL}](?:[{_RTL}\P{{L}}]*[{_RTL}])?")
_LTR_STRETCH = regex.compile(rf"(?V1)[\p{{L}}--[{_RTL}]](?:[^{_RTL}]*[\p{{L}}\p{{M}}\p{{N}}--[{_RTL}]])?")

_RTL_LANGUAGES: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_URDU_LETTERS = regex.compile("[ٹڈڑںےھہ]")
_HEBREW_LETTER = regex.compile(f"[{_HEBREW}]")


class Stretch(NamedTuple):
    """Characters that run one way; ``language`` is a BCP 47 tag or "" where it is not known."""

    text: str
    rtl: bool
    language: str


def is_rtl(text: str) -> bool:
    """True if more letters run right to left than left to right."""
    if not _HINT.search(text):
        return False
    return len(_RTL_LETTER.findall(text)) > len(_LTR_LETTER.findall(text))


def stretches(text: str, base_rtl: bool, language: str = "") -> Iterator[Stretch]:
    """The text in order, cut where the direction turns; digits and punctuation between go with the base direction.

    ``language`` is the document's tag: it names the stretches of its own direction, the others are told by script.
    """
    own_is_rtl = language.split("-")[0].lower() in _RTL_LANGUAGES
    other = _LTR_STRETCH if base_rtl else _RTL_STRETCH
    done = 0
    for match in other.finditer(text) if base_rtl or _HINT.search(text) else ():
        if match.start() > done:
            yield _stretch(text[done : match.start()], base_rtl, language, own_is_rtl)
        yield _stretch(match.group(), not base_rtl, language, own_is_rtl)
        done = match.end()
    if done < len(text):
        yield _stretch(text[done:], base_rtl, language, own_is_rtl)


def _stretch(text: str, rtl: bool, language: str, own_is_rtl: bool) -> Stretch:
    if language and rtl == own_is_rtl:
        return Stretch(text, rtl, language)
    return Stretch(text, rtl, _by_script(text) if rtl else "")


def _by_script(text: str) -> str:
    """A language that the letters speak for; spelling and the font need one."""
    if _HEBREW_LETTER.search(text):
        return "he-IL"
    return "ur-PK" if _URDU_LETTERS.search(text) else "ar-SA"
