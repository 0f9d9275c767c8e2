"""Which passages to code by rule: round the hits of a search, what somebody says, answers to a question, sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from qdesk.store.project import Project
from qdesk.store.records import Turn
from qdesk.store.search import Hit
from qdesk.text.extents import Extent, Extents
from qdesk.text.spans import Span


class Passage(NamedTuple):
    """A span of a document that a rule would code (code points)."""

    document: int
    span: Span


def around_hits(project: Project, hits: Iterable[Hit], extent: Extent) -> list[Passage]:
    """The hits themselves, or the sentences, paragraphs or turns round them, each once; labels are left out."""
    extents = cache(partial(_extents_of, project))
    found = (Passage(hit.document, extents(hit.document).around(hit.span, extent)) for hit in hits)
    return list(dict.fromkeys(found))


def said_by(project: Project, speakers: Collection[int], extent: Extent = "turn") -> list[Passage]:
    """All that speakers say: turn by turn, or sentence by sentence or paragraph by paragraph."""
    found: list[Passage] = []
    for document in project.documents.ids():
        turns = [turn for turn in project.turns.of(document) if turn.speaker in speakers and turn.label_end < turn.end]
        if turns and extent in ("sentence", "paragraph"):
            extents = _extents_of(project, document)
            spans = [piece for turn in turns for piece in _pieces(extents, Span(turn.label_end, turn.end), extent)]
        else:
            spans = [Span(turn.label_end, turn.end) for turn in turns]
        found += (Passage(document, span) for span in spans)
    return found


def _pieces(extents: Extents, speech: Span, extent: Extent) -> Iterator[Span]:
    piece = extents.at(speech.start, extent)
    while piece is not None and piece.start < speech.end:
        yield piece
        piece = extents.next(piece.start, extent)


def answers_to(project: Project, hits: Iterable[Hit], *, with_question: bool = True) -> list[Passage]:
    """For each interviewer's turn that holds a hit: what is said until the interviewer asks again, each once.

    Turns of interviewers that follow each other are one question. Hits in answers are left out.
    """
    turns = cache(project.turns.of)
    found = (_answer(turns(hit.document), hit, with_question) for hit in hits)
    return list(dict.fromkeys(passage for passage in found if passage is not None))


def _answer(turns: list[Turn], hit: Hit, with_question: bool) -> Passage | None:
    asked = bisect_right([turn.start for turn in turns], hit.span.start) - 1
    if asked < 0 or not turns[asked].is_interviewer or hit.span.start >= turns[asked].end:
        return None
    first = next((row for row in range(asked, len(turns)) if not turns[row].is_interviewer), None)
    if first is None:
        return None
    again = next((row for row in range(first, len(turns)) if turns[row].is_interviewer), len(turns))
    start = turns[asked] if with_question else turns[first]
    return Passage(hit.document, Span(start.label_end, turns[again - 1].end))


def under_headings(project: Project, hits: Iterable[Hit]) -> list[Passage]:
    """For each heading that holds a hit: the text below it, up to the next heading of its rank or above."""
    return list(dict.fromkeys(passage for hit in hits for passage in _section(project, hit)))


def _section(project: Project, hit: Hit) -> Iterator[Passage]:
    headings = [one for one in project.documents.formatting(hit.document) if one.kind.startswith("heading")]
    for row, heading in enumerate(headings):
        if heading.start <= hit.span.start < heading.end:
            text = project.documents.text(hit.document)
            end = next((one.start for one in headings[row + 1 :] if one.kind <= heading.kind), len(text))
            below = text[heading.end : end]
            if below.strip():
                first = heading.end + len(below) - len(below.lstrip())
                yield Passage(hit.document, Span(first, heading.end + len(below.rstrip())))


def _extents_of(project: Project, document: int) -> Extents:
    documents = project.documents
    return Extents(documents.text(document), documents.paragraphs(document), project.turns.of(document))
