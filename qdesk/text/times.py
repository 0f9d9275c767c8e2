"""Times in transcripts ([00:04:10], (0:12), #00:12:33-4#), and the one that holds for a place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qdesk.text.spans import Span

_MAYBE = re.compile(r"\d(?<![\w:.,]\d)\d{0,2}[:.]\d\d")
"""What a time begins like: a search that begins with a digit is quick."""

_TIME = re.compile(
    r"""
    (?: (?:(?P<hours>\d{1,2}):)? (?P<minutes>\d{1,2}):(?P<seconds>\d{2}) (?:[.,-](?P<part>\d{1,3}))?
      | (?P<decimal>\d{1,3})\.(?P<rest>\d{2}) )
    (?![\w:])
    """,
    re.VERBOSE,
)
_OPENED, _CLOSED = re.compile(r"[\[({<#]\s?$"), re.compile(r"\s?[\])}>#]")
_PAIRS = {"[": "]", "(": ")", "{": "}", "<": ">", "#": "#"}


class TimeMark(NamedTuple):
    """A time as it stands in a text: from ``position`` (code points) on, what is said was said then, or later."""

    position: int
    seconds: float
    written: str


def time_marks(text: str, labels: Iterable[Span] = ()) -> list[TimeMark]:
    """The times of a transcript, in order: all that stand in speakers' labels, and elsewhere what cannot be else.

    That is a time in brackets or number signs that has hours or signs, or that begins a line: a school may begin at
    (8:30). ``labels`` ascend; the time in one holds from the label's start.
    """
    ordered = list(labels)
    starts = [label.start for label in ordered]
    marks: list[TimeMark] = []
    for match in filter(None, (_TIME.match(text, maybe.start()) for maybe in _MAYBE.finditer(text))):
        row = bisect_right(starts, match.start()) - 1
        in_label = row >= 0 and match.start() < ordered[row].end
        start = ordered[row].start if in_label else _bracket(text, match)
        seconds = _seconds(match)
        if seconds is not None and start is not None:
            marks.append(TimeMark(start, seconds, match[0]))
    return marks


def time_at(marks: Sequence[TimeMark], position: int) -> TimeMark | None:
    """The last time that stands at a position or before it, or None."""
    row = bisect_right(marks, position, key=lambda mark: mark.position)
    return marks[row - 1] if row else None


def short_time(seconds: float) -> str:
    """A time in as few signs as can be: 0:12, 4:10, 1:04:10."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _seconds(match: re.Match[str]) -> float | None:
    """``h:mm:ss``, ``m:ss`` or ``m.ss``, with tenths (``-4``) or milliseconds behind it; None for no such time."""
    minutes, seconds = int(match["minutes"] or match["decimal"]), int(match["seconds"] or match["rest"])
    if seconds > 59 or (match["hours"] and minutes > 59):
        return None
    part = int(match["part"]) / 10 ** len(match["part"]) if match["part"] else 0.0
    return int(match["hours"] or 0) * 3600 + minutes * 60 + seconds + part


def _bracket(text: str, match: re.Match[str]) -> int | None:
    """Where the bracket before a time stands that tells it from other numbers; None if there is none such."""
    opened = _OPENED.search(text, max(0, match.start() - 2), match.start())
    closed = _CLOSED.match(text, match.end())
    if not opened or not closed or _PAIRS[opened[0][0]] != closed[0][-1] or match["decimal"]:
        return None
    begins_line = not text[text.rfind("\n", 0, opened.start()) + 1 : opened.start()].strip()
    return opened.start() if opened[0][0] == "#" or match["hours"] or begins_line else None
