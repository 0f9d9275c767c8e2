"""Edits of a text as data: apply, invert, find, and move positions through them. Positions are code points."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from qdesk.text.spans import Span


class Change(NamedTuple):
    """At ``start`` of the old text, ``removed`` is taken out and ``inserted`` put in.

    A list of changes is sorted by ``start``, does not overlap, and all its positions are those of the old text.
    """

    start: int
    removed: str
    inserted: str

    @property
    def end(self) -> int:
        """End of the removed text, in the old text."""
        return self.start + len(self.removed)


def apply(text: str, changes: Sequence[Change]) -> str:
    """The new text. Raises ValueError where the changes are out of order or the text is not what they remove."""
    parts: list[str] = []
    done = 0
    for change in changes:
        if change.start < done or text[change.start : change.end] != change.removed:
            raise ValueError(f"the text at {change.start} is not what this change removes")
        parts += (text[done : change.start], change.inserted)
        done = change.end
    return "".join([*parts, text[done:]])


def invert(changes: Sequence[Change]) -> list[Change]:
    """The changes that lead back, with positions in the new text."""
    inverse: list[Change] = []
    shift = 0
    for change in changes:
        inverse.append(Change(change.start + shift, change.inserted, change.removed))
        shift += len(change.inserted) - len(change.removed)
    return inverse


_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LONG = 2000  # code points; a longer stretch is looked at line by line


def difference(old: str, new: str) -> list[Change]:
    """Changes from one text to another: what differs between the common head and tail, a long stretch line by line."""
    whole = _between(old, new, 0)
    if not whole or min(len(whole[0].removed), len(whole[0].inserted)) < _LONG:
        return whole
    start, removed, inserted = whole[0]
    changes: list[Change] = []
    for before, after in _pairs(_LINE.findall(removed), _LINE.findall(inserted)):
        changes += _between(before, after, start)
        start += len(before)
    return changes


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """What stands against what, in order: line by line where as many lines took the place of others."""
    for _, first, last, new_first, new_last in SequenceMatcher(None, old, new).get_opcodes():
        lines, new_lines = old[first:last], new[new_first:new_last]
        if len(lines) == len(new_lines):
            yield from zip(lines, new_lines, strict=True)
        else:
            yield "".join(lines), "".join(new_lines)


def _between(old: str, new: str, offset: int) -> list[Change]:
    """The one change that is left when the longest common head and tail are taken off."""
    if old == new:
        return []
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return [Change(offset + head, old[head : len(old) - tail], new[head : len(new) - tail])]


def _common(one: str, other: str) -> int:
    """Length of the common head, by halving: slices compare far faster than a loop over characters."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class Mapping:
    """Moves positions and spans of the old text to the new one.

    Text typed at a border never grows a span: a start sticks right, an end sticks left. A replacement that begins
    where a span begins (or ends where it ends) stays inside it, so a corrected first word remains coded.
    """

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = _one_per_start(changes)
        self._starts = [change.start for change in self._changes]
        self._shifts = [0]
        for change in self._changes:
            self._shifts.append(self._shifts[-1] + len(change.inserted) - len(change.removed))

    def position(self, position: int, right: bool) -> int:
        """New position; where text was inserted just there, it lands right or left of it."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position > self._changes[index].end:
            return position + self._shifts[index + 1]
        change = self._changes[index]
        landed = change.start + self._shifts[index]
        if change.removed and position == change.start:
            return landed
        if right or (change.removed and position == change.end):
            return landed + len(change.inserted)
        return landed

    def span(self, span: Span) -> Span | None:
        """The span in the new text, or None if nothing of it is left."""
        moved = Span(self.position(span.start, right=True), self.position(span.end, right=False))
        return moved if moved.start < moved.end else None


def _one_per_start(changes: Sequence[Change]) -> list[Change]:
    """An insertion and a removal at one place are one replacement."""
    merged: list[Change] = []
    for change in changes:
        if merged and merged[-1].start == change.start:
            last = merged.pop()
            change = Change(change.start, last.removed + change.removed, last.inserted + change.inserted)
        merged.append(change)
    return merged
