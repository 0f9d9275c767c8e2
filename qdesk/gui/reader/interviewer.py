"""Reading without the interviewer: which lines are nothing but their questions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

from qdesk.gui.reader.document import ReaderDocument
from qdesk.store.records import Turn
from qdesk.text.spans import Span

InterviewerView = Literal["shown", "dimmed", "hidden"]
"""The interviewer's turns as all others; in 45 % ink; or folded away, where whole lines are theirs."""

INTERVIEWER_VIEWS: Final[tuple[InterviewerView, ...]] = get_args(InterviewerView)

_LINE = re.compile(r"^[^\n]*$", re.MULTILINE)


def folded_lines(document: ReaderDocument) -> list[Span]:
    """Lines (code points, without their line break) in which only interviewers speak, and blank ones behind them."""
    turns = [turn for turn in document.turns if turn.end > turn.start]
    if not any(turn.is_interviewer for turn in turns):
        return []
    starts = [turn.start for turn in turns]
    folded: list[Span] = []
    behind = False
    for match in _LINE.finditer(document.text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            behind = _only_asked(Span(start, start + len(words)), turns, starts, document.text)
        if behind:
            folded.append(Span(*match.span()))
    return folded


def _only_asked(words: Span, turns: Sequence[Turn], starts: Sequence[int], text: str) -> bool:
    place, row = words.start, bisect_right(starts, words.start) - 1
    while row >= 0 and row < len(turns) and turns[row].is_interviewer and turns[row].start <= place < turns[row].end:
        place = turns[row].end
        if place >= words.end:
            return True
        place += len(text[place : words.end]) - len(text[place : words.end].lstrip())
        row += 1
    return False


def without(spans: Iterable[Span], holes: Sequence[Span]) -> list[Span]:
    """What is left of spans outside of ascending holes, in order; pieces keep the white space at their ends."""
    ends = [hole.end for hole in holes]
    left: list[Span] = []
    for start, end in spans:
        for hole in holes[bisect_right(ends, start) :]:
            if hole.start >= end:
                break
            if start < hole.start:
                left.append(Span(start, hole.start))
            start = hole.end
        if start < end:
            left.append(Span(start, end))
    return left
