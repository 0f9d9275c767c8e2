"""The shape of the codebook table, wherever it is set: in Word, and on the preview's pages."""

from typing import Final

from qdesk.exporters.report import Column

HEADS: Final[dict[Column, str]] = {
    "definition": "Definition",
    "include_when": "Include when",
    "exclude_when": "Exclude when",
    "example": "Example",
    "quotes": "Quotes",
    "participants": "Participants",
}
"""Head of each column after the first, which is "Theme and code"."""

SHARES: Final[dict[Column, int]] = {
    "definition": 129,
    "include_when": 115,
    "exclude_when": 115,
    "example": 134,
    "quotes": 46,
    "participants": 70,
}
"""Widths of the columns in relation to each other; the first has `NAME_SHARE`."""

NAME_SHARE: Final = 92

NUMBERS: Final = frozenset({"quotes", "participants"})
"""Columns of numbers, set to the right."""

DEEPEST: Final = 5
"""Levels of the tree that set a name in; for deeper ones no room is left."""
