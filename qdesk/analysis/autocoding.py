"""Which passages to code by rule: round the hits of a search, what somebody says, answers to a question, sections.

Passages of one document that overlap become one, so that a rule codes no word twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from qdesk.analysis.scope import joined
from qdesk.store.project import Project
from qdesk.store.records import Turn
from qdesk.store.search import Hit
from qdesk.text.extents import Extent, Extents
from qdesk.text.newdocument import Formatting
from qdesk.text.sentences import sentence_spans
from qdesk.text.spans import Span


class Passage(NamedTuple):
    """A span of a document that a rule would code (code points)."""

    document: int
    span: Span


def around_hits(project: Project, hits: Iterable[Hit], extent: Extent) -> list[Passage]:
    """The hits themselves, or the sentences, paragraphs or turns round them; labels are left out."""

    def spans(document: int, found: Sequence[Span]) -> Iterator[Span]:
        if extent == "hit":
            return iter(found)
        extents = _extents_of(project, document)
        if extent == "sentence":
            return map(_sentences_in(project.documents.text(document), extents), found)
        return (extents.around(span, extent) for span in found)

    return _passages(hits, spans)


def _sentences_in(text: str, extents: Extents) -> Callable[[Span], Span]:
    """From a span to the whole sentences that it touches; those of a paragraph are found once for all its hits."""
    sentences_of = cache(partial(sentence_spans, text))

    def at(position: int) -> Span | None:
        paragraph = extents.at(position, "paragraph")
        sentences = sentences_of(paragraph) if paragraph else []
        return next((one for one in sentences if position < one.end), sentences[-1] if sentences else None)

    def around(span: Span) -> Span:
        first, last = at(span.start), at(max(span.start, span.end - 1))
        return Span(first.start, max(first.end, last.end)) if first and last else span

    return around


def said_by(project: Project, speakers: Collection[int], extent: Extent = "turn") -> list[Passage]:
    """All that speakers say: turn by turn, or sentence by sentence or paragraph by paragraph."""
    return [passage for document in project.documents.ids() for passage in said_in(project, document, speakers, extent)]


def said_in(project: Project, document: int, speakers: Collection[int], extent: Extent = "turn") -> list[Passage]:
    """All that speakers say in one document."""
    turns = project.turns.of(document)
    speech = [Span(turn.label_end, turn.end) for turn in turns if turn.speaker in speakers]
    speech = [span for span in speech if span.length]
    if speech and extent in ("sentence", "paragraph"):
        extents = _extents_of(project, document)
        speech = [piece for span in speech for piece in _pieces(extents, span, extent)]
    return [Passage(document, span) for span in speech]


def _pieces(extents: Extents, speech: Span, extent: Extent) -> Iterator[Span]:
    """Sentences or paragraphs of a turn; where the turn ends within one, so does the piece."""
    piece = extents.at(speech.start, extent)
    while piece is not None and piece.start < speech.end:
        yield Span(max(piece.start, speech.start), min(piece.end, speech.end))
        piece = extents.next(piece.start, extent)


def answers_to(project: Project, hits: Iterable[Hit], *, with_question: bool = True) -> list[Passage]:
    """For each question that holds a hit: what is said until the interviewer asks again.

    Turns of interviewers that follow each other are one question. Hits in answers are left out.
    """

    def spans(document: int, found: Sequence[Span]) -> Iterator[Span]:
        turns = project.turns.of(document)
        answers = (_answer(turns, span.start, with_question) for span in found)
        return (answer for answer in answers if answer is not None)

    return _passages(hits, spans)


def _answer(turns: Sequence[Turn], position: int, with_question: bool) -> Span | None:
    asked = bisect_right(turns, position, key=attrgetter("start")) - 1
    if asked < 0 or not turns[asked].is_interviewer or position >= turns[asked].end:
        return None
    while asked and turns[asked - 1].is_interviewer:
        asked -= 1
    first = next((row for row in range(asked, len(turns)) if not turns[row].is_interviewer), None)
    if first is None:
        return None
    again = next((row for row in range(first, len(turns)) if turns[row].is_interviewer), len(turns))
    start = turns[asked] if with_question else turns[first]
    return Span(start.label_end, turns[again - 1].end)


def under_headings(project: Project, hits: Iterable[Hit]) -> list[Passage]:
    """For each heading that holds a hit: the text below it, up to the next heading of its rank or above."""

    def spans(document: int, found: Sequence[Span]) -> Iterator[Span]:
        headings = [one for one in project.documents.formatting(document) if one.kind.startswith("heading")]
        text = project.documents.text(document) if headings else ""
        sections = (_section(text, headings, span.start) for span in found)
        return (section for section in sections if section is not None)

    return _passages(hits, spans)


def _section(text: str, headings: Sequence[Formatting], position: int) -> Span | None:
    row = bisect_right(headings, position, key=attrgetter("start")) - 1
    if row < 0 or position >= headings[row].end:
        return None
    start, kind = headings[row].end, headings[row].kind
    end = next((one.start for one in headings[row + 1 :] if one.kind <= kind), len(text))
    below = text[start:end]
    section = Span(start + len(below) - len(below.lstrip()), start + len(below.rstrip()))
    return section if section.start < section.end else None


def _passages(hits: Iterable[Hit], spans: Callable[[int, Sequence[Span]], Iterable[Span]]) -> list[Passage]:
    """What a rule makes of the hits in each document, in order, overlapping spans joined."""
    found: list[Passage] = []
    for document, group in groupby(hits, key=attrgetter("document")):
        found += (Passage(document, span) for span in joined(spans(document, [hit.span for hit in group])))
    return found


def _extents_of(project: Project, document: int) -> Extents:
    documents = project.documents
    return Extents(documents.text(document), documents.paragraphs(document), project.turns.of(document))
