"""Where a search looks: which hits lie in what somebody says, in what participants say, in what is coded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from qdesk.store.project import Project
from qdesk.store.records import Turn, UnitArrays
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


class Within:
    """Leaves out of the hits in one document those that lie outside of a scope, or in a speaker's label."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._labels: _Labels | None = None

    def __call__(self, scope: Scope, hits: Sequence[Hit], *, across_labels: bool = False) -> list[Hit]:
        """The hits, all of one document, that lie in a scope.

        Labels are no speech: a hit that touches one is left out, with ``across_labels`` only one inside of it.
        """
        if not hits or (scope.documents is not None and hits[0].document not in scope.documents):
            return []
        project, document = self._project, hits[0].document
        kept = self._current_labels().without(hits, across_labels)
        if kept and scope.asks_who:
            voices = Voices(project, document)
            kept = [hit for hit in kept if _is_heard(scope, voices, hit.span.start)]
        if kept and scope.codes is not None:
            coded = joined(one.span for one in project.codings.of(document) if one.code in scope.codes)
            kept = [hit for hit in kept if _touches(coded, hit.span)]
        return kept

    def _current_labels(self) -> _Labels:
        units = self._project.units("label")
        if self._labels is None or self._labels.units is not units:
            self._labels = _Labels(units)
        return self._labels


class _Labels:
    """All labels of a project on one line, a document after the other: which hits touch them."""

    def __init__(self, units: UnitArrays) -> None:
        self.units = units
        written = units.end > units.start  # a turn that was begun by hand may have no label
        self._room = int(units.end.max(initial=0)) + 1
        self._starts = (units.document * self._room + units.start)[written]
        self._ends = (units.document * self._room + units.end)[written]

    def without(self, hits: Sequence[Hit], across: bool) -> list[Hit]:
        """The hits of one document that touch no label, or with ``across`` those that are not inside of one."""
        if not self._starts.size:
            return list(hits)
        base, last = hits[0].document * self._room, self._room - 1
        starts = np.fromiter((base + min(hit.span.start, last) for hit in hits), np.int64, len(hits))
        ends = np.fromiter((base + min(hit.span.end, last) for hit in hits), np.int64, len(hits))
        row = np.searchsorted(self._starts, ends) - 1
        free = (row < 0) | (self._ends[row] <= starts)
        if across:
            free |= (self._starts[row] > starts) | (self._ends[row] < ends)
        return [hit for hit, is_free in zip(hits, free.tolist(), strict=True) if is_free]


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


def joined(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans with those that overlap made one; those that only touch stay apart."""
    union: list[Span] = []
    for span in sorted(spans):
        if union and span.start < union[-1].end:
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
