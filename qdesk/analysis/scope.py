"""Where a search looks: which of the hits in a document lie in what somebody says, in what participants say, in codes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from qdesk.store.project import Project
from qdesk.store.records import Turn
from qdesk.store.search import Hit
from qdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search looks at; None is everything.

    ``documents``, ``cases``, ``speakers`` and ``codes`` are ids: what participants say in their documents or as
    speakers, who speaks, and which codes lie on the place. ``interviewers`` False leaves out what interviewers say.
    """

    documents: frozenset[int] | None = None
    cases: frozenset[int] | None = None
    speakers: frozenset[int] | None = None
    codes: frozenset[int] | None = None
    interviewers: bool = True

    @property
    def is_all(self) -> bool:
        """True if nothing is left out."""
        return self == Scope()

    @property
    def asks_who(self) -> bool:
        """True if it matters who speaks."""
        return self.cases is not None or self.speakers is not None or not self.interviewers


def within(project: Project, scope: Scope, hits: Sequence[Hit], *, across_labels: bool = False) -> list[Hit]:
    """The hits, all of one document, that lie in a scope.

    Speakers' labels are no speech: a hit that touches one is left out, with ``across_labels`` only one inside of it.
    """
    if not hits or (scope.documents is not None and hits[0].document not in scope.documents):
        return []
    document = hits[0].document
    kept = _off_labels(project, document, hits, across_labels)
    if kept and scope.asks_who:
        voices = Voices(project, document)
        kept = [hit for hit in kept if _is_heard(scope, voices, hit.span.start)]
    if kept and scope.codes is not None:
        coded = _joined(one.span for one in project.codings.of(document) if one.code in scope.codes)
        kept = [hit for hit in kept if _touches(coded, hit.span)]
    return kept


class Voices:
    """Who speaks where in one document."""

    def __init__(self, project: Project, document: int) -> None:
        self._turns: Sequence[Turn] = project.turns.of(document)
        self._starts = [turn.start for turn in self._turns]
        self._case = project.documents.get(document).case

    def turn_at(self, position: int) -> Turn | None:
        """The turn that holds a position, its label included."""
        row = bisect_right(self._starts, position) - 1
        return self._turns[row] if row >= 0 and position < self._turns[row].end else None

    def case_at(self, position: int) -> int | None:
        """The participant whose words stand at a position; None where an interviewer speaks."""
        turn = self.turn_at(position)
        if turn is None:
            return self._case
        return None if turn.is_interviewer else turn.case or self._case


def _is_heard(scope: Scope, voices: Voices, position: int) -> bool:
    turn = voices.turn_at(position)
    if not scope.interviewers and turn is not None and turn.is_interviewer:
        return False
    if scope.speakers is not None and (turn is None or turn.speaker not in scope.speakers):
        return False
    return scope.cases is None or voices.case_at(position) in scope.cases


def _off_labels(project: Project, document: int, hits: Sequence[Hit], across: bool) -> list[Hit]:
    labels = project.units("label")
    first, last = np.searchsorted(labels.document, (document, document + 1))
    starts, ends = labels.start[first:last].tolist(), labels.end[first:last].tolist()

    def is_speech(span: Span) -> bool:
        row = bisect_left(starts, span.end) - 1
        if row < 0 or ends[row] <= span.start:
            return True
        return across and not (starts[row] <= span.start and span.end <= ends[row])

    return [hit for hit in hits if is_speech(hit.span)]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans with overlapping and touching ones made one."""
    union: list[Span] = []
    for span in sorted(spans):
        if union and span.start <= union[-1].end:
            union[-1] = Span(union[-1].start, max(span.end, union[-1].end))
        else:
            union.append(span)
    return union


def _touches(spans: Sequence[Span], span: Span) -> bool:
    row = bisect_left(spans, (span.end,)) - 1
    return row >= 0 and spans[row].overlaps(span)


def cases_of(project: Project, hits: Collection[Hit]) -> set[int]:
    """The participants in whose words the hits of one document lie."""
    voices = Voices(project, next(iter(hits)).document) if hits else None
    found = {voices.case_at(hit.span.start) for hit in hits} if voices else set()
    return found - {None}  # type: ignore[return-value]
