"""Where a new turn would begin: at the word that was pointed at, or at the label before it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from qdesk.gui.reader.selecting import stepped
from qdesk.store.records import Turn
from qdesk.text.marks import Mark, find_marks

_QUOTES = "\"'¿¡"
_EXCERPT = 24
"""Code points of the words by which a menu names a place."""


def turn_at(turns: Sequence[Turn], position: int) -> Turn | None:
    """The turn that holds a position, its end included, or None."""
    return next((turn for turn in reversed(turns) if turn.start <= position <= turn.end), None)


def beginning(text: str, turns: Sequence[Turn], position: int) -> int | None:
    """Where a turn would begin that begins at a position; None where one begins already or nothing is said."""
    start = _word(text, position)
    if label := label_before(text, start):
        start = label.start
    if not text[start : start + 1].strip():
        return None
    within = next((turn for turn in turns if turn.start <= start < turn.end), None)
    return None if within and start <= within.label_end else start


def label_before(text: str, position: int) -> Mark | None:
    """What looks like a speaker's label at a position, or at the start of its line with nothing else between.

    Its places are those of the text (code points).
    """
    begins = text.rfind("\n", 0, position) + 1
    at_line, here = _label(text, begins), _label(text, position)
    if at_line and text[at_line.end : max(at_line.end, position)].strip():
        at_line = None
    return at_line or here


def _label(text: str, start: int) -> Mark | None:
    """A label with which the rest of a line begins that is looked at from a place on."""
    line = text[start:].split("\n", 1)[0]
    mark = next(iter(find_marks(line)), None)
    if mark is None or line[: mark.start].strip():
        return None
    return mark._replace(start=start + mark.start, end=start + mark.end)


def excerpt(text: str, position: int) -> str:
    """The first words from a position on, on one line."""
    words = text[position : position + _EXCERPT + 1].split("\n", 1)[0]
    return f"{words[:_EXCERPT].rsplit(' ', 1)[0].rstrip()}…" if len(words) > _EXCERPT else words.rstrip()


def _word(text: str, position: int) -> int:
    """The start of the word that holds a position, or of the one before it on its line, with what opens it."""
    begins = text.rfind("\n", 0, position) + 1
    line = text[begins:].split("\n", 1)[0]
    first = begins + len(line) - len(line.lstrip())
    start = max(first, min(position, stepped(text, position + 1, at_start=True, forward=False)))
    while start > first and (text[start - 1] in _QUOTES or unicodedata.category(text[start - 1]) in ("Ps", "Pi")):
        start -= 1
    return start
