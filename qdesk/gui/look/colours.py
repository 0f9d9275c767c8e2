"""Code colours as painted: the stored light hex, or its dark twin."""

from functools import cache
from typing import Final

from PySide6.QtGui import QColor

from qdesk.gui.look.oklch import Triple, from_oklch, linear, to_oklch
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DARK, LIGHT
from qdesk.store.colours import FAMILIES, SLOTS

LEAST_CONTRAST: Final = 3.0
"""WCAG 2.2, 1.4.11: marks that carry meaning against what they lie on."""

_DARK_FAMILIES: Final = {
    "blue": "#85ABF0", "ochre": "#CFA354", "brick": "#E88E8B",
    "green": "#76BE86", "plum": "#CE92D1", "teal": "#40BECF",
}  # fmt: skip

_DARK: Final = {
    "blue": "#BBC6FD #84B0C6 #6E63D1 #6384F2",
    "ochre": "#79794D #FFE779 #FDBB00 #A56300",
    "brick": "#FF9A6E #9A636E #FFBBBB #F2636E",
    "green": "#639A6E #D1F2B0 #37C69A #79A500",
    "plum": "#FFDCFD #A56EB0 #D184A5 #BB9AF2",
    "teal": "#8FD1D1 #009A8F #4D798F #6EFFDC",
}

DARK_SLOTS: Final[dict[str, str]] = _DARK_FAMILIES | {
    f"{family}{number}": colour
    for family, colours in _DARK.items()
    for number, colour in enumerate(colours.split(), start=1)
}
"""Colours on dark by slot or family; their light twins are the store's ``SLOTS`` and ``FAMILIES``."""


def code_colour(colour: str, slot: str = "") -> QColor:
    """The colour of a code or theme under the look in force; a colour of its own gets its dark twin by rule."""
    return QColor(_painted(colour, slot, look.tokens.dark))


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(colour: str) -> bool:
    """Whether an own colour, or its dark twin, falls under 3:1 against the reader's surface: then warn."""
    return (
        contrast(colour, LIGHT.surface) < LEAST_CONTRAST
        or contrast(_painted(colour, "", True), DARK.surface) < LEAST_CONTRAST
    )


@cache
def _painted(colour: str, slot: str, dark: bool) -> str:
    if not dark:
        return colour or FAMILIES.get(slot) or SLOTS.get(slot) or LIGHT.muted
    return DARK_SLOTS.get(slot) or (_dark_twin(colour) if colour else DARK.muted)


def _dark_twin(colour: str) -> str:
    """OKLCH lightness L becomes 1.20 - L, kept in .60 to .88; chroma x .85; the hue stays."""
    lightness, chroma, hue = to_oklch(*_channels(QColor(colour)))
    red, green, blue = from_oklch(min(0.88, max(0.60, 1.20 - lightness)), chroma * 0.85, hue)
    return QColor.fromRgbF(red, green, blue).name()


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: QColor) -> Triple:
    """Red, green and blue, 0 to 1."""
    return colour.redF(), colour.greenF(), colour.blueF()
