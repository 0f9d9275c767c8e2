"""Times in transcripts ([00:04:10], (0:12), #00:12:33-4#), and the one that holds for a place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qdesk.text.spans import Span

_CLOCK = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2})(?:[.,-](?P<part>\d{1,3}))?"
_IN_LABEL = re.compile(rf"(?<![\w:.,])(?P<time>{_CLOCK}|(?P<whole>\d{{1,3}})\.(?P<rest>\d{{2}}))(?![\w:])")
_IN_BRACKETS = re.compile(rf"(?P<open>[\[({{<#])\s?(?P<time>{_CLOCK})\s?(?P<close>[\])}}>#])")
_PAIRS = {"[": "]", "(": ")", "{": "}", "<": ">", "#": "#"}


class TimeMark(NamedTuple):
    """A time in a text: from ``position`` (code points) on, what is said was said then, or later.

    It stands at ``span``, with its brackets; ``written`` is without them.
    """

    position: int
    seconds: float
    written: str
    span: Span


def time_marks(text: str, labels: Iterable[Span] = ()) -> list[TimeMark]:
    """The times of a transcript, in order: the first in each speaker's label, and elsewhere what cannot be else.

    That is a time in brackets or number signs that has hours or signs, or that begins a line: a school may begin at
    (8:30). ``labels`` ascend; the time in one holds from the label's start.
    """
    ordered = list(labels)
    ends = [label.end for label in ordered]
    marks = [mark for label in ordered if (mark := _in_label(text, label))]
    for match in _IN_BRACKETS.finditer(text):
        row = bisect_right(ends, match.start())
        in_label = row < len(ordered) and match.start() >= ordered[row].start
        if not in_label and _is_mark(text, match) and (seconds := _seconds(match)) is not None:
            marks.append(TimeMark(match.start(), seconds, match["time"], Span(*match.span())))
    return sorted(marks)


def time_at(marks: Sequence[TimeMark], position: int) -> TimeMark | None:
    """The last time that stands at a position or before it, or None."""
    row = bisect_right(marks, position, key=lambda mark: mark.position)
    return marks[row - 1] if row else None


def short_time(seconds: float) -> str:
    """A time in as few signs as can be: 0:12, 4:10, 1:04:10."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _in_label(text: str, label: Span) -> TimeMark | None:
    match = _IN_LABEL.search(text, label.start, label.end)
    if match is None:
        return None
    seconds = int(match["whole"]) * 60 + int(match["rest"]) if match["whole"] else _seconds(match)
    start, end = match.span()
    if text[start - 1 : start] in _PAIRS and _PAIRS[text[start - 1]] == text[end : end + 1]:
        start, end = start - 1, end + 1
    return None if seconds is None else TimeMark(label.start, seconds, match["time"], Span(start, end))


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """True if the brackets are a pair and the time in them is no time of the day."""
    begins_line = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    return _PAIRS[match["open"]] == match["close"] and bool(match["hours"] or match["open"] == "#" or begins_line)


def _seconds(match: re.Match[str]) -> float | None:
    """``h:mm:ss`` or ``m:ss``, with tenths (``-4``) or milliseconds behind it; None for no such time."""
    hours, minutes, seconds = int(match["hours"] or 0), int(match["minutes"]), int(match["seconds"])
    if seconds > 59 or (hours and minutes > 59):
        return None
    return (
        hours * 3600 + minutes * 60 + seconds + (int(match["part"]) / 10 ** len(match["part"]) if match["part"] else 0)
    )
