"""Which way a piece of text runs and which face it asks for."""

import re
import unicodedata
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")

ARABIC_FACES = ("Noto Naskh Arabic", "Noto Sans Arabic")
"""Faces for Arabic, Persian and Urdu, the first installed of them."""


class Setting(NamedTuple):
    """How a line of a script is set: sizes in px at 100 %."""

    size: float
    pitch: float
    faces: tuple[str, ...] = ()


LATIN = Setting(17, 32)
ARABIC = Setting(19, 36, ARABIC_FACES)
NASTALIQ_PITCH = 52


def has_right_to_left(text: str) -> bool:
    """True if a character runs from right to left, so that places on its line are not in reading order."""
    return _RIGHT_TO_LEFT.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """The direction of the first strong character (Unicode bidi, rules P2 and P3)."""
    if not has_right_to_left(text):
        return False
    kinds = map(unicodedata.bidirectional, text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def setting_of(text: str, arabic: Setting = ARABIC) -> Setting:
    """How a paragraph is set: Arabic script that runs from right to left takes its own face, size and pitch."""
    return arabic if runs_right_to_left(text) and _ARABIC.search(text) else LATIN
