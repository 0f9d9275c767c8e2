"""The palette of codes and themes: six families of four slots, and which slot a new code takes.

The least CIEDE2000 distance over all pairs is 11.7 on light (7.5 for deuteranopes and protanopes), see the
colour page of the help. The project stores the light hex and the slot; the window owns the dark twins.
"""

from collections.abc import Collection, Iterator
from typing import Final

FAMILIES: Final[dict[str, str]] = {
    "blue": "#3E66B3", "ochre": "#896105", "brick": "#A74546",
    "green": "#1D7D3E", "plum": "#8D4B92", "teal": "#0F7683",
}  # fmt: skip
"""Theme colours by family, in the order in which new themes take them."""

_LIGHT: Final = {
    "blue": "#0B37B0 #1663A5 #6E63DC #638FFF",
    "ochre": "#584200 #636337 #8F7937 #DC790B",
    "brick": "#6E3737 #C62C58 #C67984 #F25858",
    "green": "#00634D #4D6E00 #009A79 #6E9A63",
    "plum": "#8F1663 #634D79 #B05884 #A579C6",
    "teal": "#004D58 #217979 #4D849A #00A5A5",
}

SLOTS: Final[dict[str, str]] = {
    f"{family}{number}": colour
    for family, colours in _LIGHT.items()
    for number, colour in enumerate(colours.split(), start=1)
}
"""Code colours on light by slot name, "blue1" to "teal4"."""

_LOOSE: Final = ("blue1", "ochre4", "teal2", "brick1", "blue4", "green2", "brick2", "teal4", "ochre1")
"""First slots of codes without a theme: nine that stay apart from each other."""


def hex_of(slot: str) -> str:
    """Light hex of a slot or family. Raises KeyError for another name."""
    return FAMILIES.get(slot) or SLOTS[slot]
