"""The palette of codes and themes: six families of four slots, and which slot a new code takes.

The least CIEDE2000 distance over all pairs is 11.7 on light (7.5 for deuteranopes and protanopes), see the
colour page of the help. The project stores the light hex and the slot; the window owns the dark twins.
"""

import colorsys
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


def free_slot(taken: Collection[str], theme: str = "") -> str:
    """The slot a new code takes: next of its theme's family, else the nearest free one by hue, else of the loose order.

    ``taken`` lists the slots in use; ``theme`` is the parent's slot (a family) or "". With all 24 in use slots repeat.
    """
    family = theme.rstrip("1234")
    order = list(_from_family(family)) if family in FAMILIES else [*_LOOSE, *SLOTS]
    return min(order, key=lambda slot: (_times(taken, slot), order.index(slot)))


def free_family(taken: Collection[str]) -> str:
    """The family a new theme takes; families repeat once all six are in use."""
    order = list(FAMILIES)
    return min(order, key=lambda family: (_times(taken, family), order.index(family)))


def _times(taken: Collection[str], slot: str) -> int:
    return sum(1 for other in taken if other == slot)


def _from_family(family: str) -> Iterator[str]:
    """Slots of a family in order, then all others by their distance in hue from the family."""
    own = [slot for slot in SLOTS if slot.startswith(family)]
    hue = _hue(FAMILIES[family])
    others = (slot for slot in SLOTS if slot not in own)
    yield from own
    yield from sorted(others, key=lambda slot: min(d := abs(_hue(SLOTS[slot]) - hue), 1 - d))


def _hue(colour: str) -> float:
    """HSV hue, 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[0]
