"""From checked hits, or a speaker, to the passages that would be coded; document by document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final, Literal

from qdesk.analysis.autocoding import Passage, answers_to, around_hits, said_in, under_headings
from qdesk.store.project import Project
from qdesk.store.search import Hit
from qdesk.text.extents import Extent

What = Literal["hit", "sentence", "paragraph", "turn", "question", "section"]

WHATS: Final[dict[What, str]] = {
    "hit": "the hit", "sentence": "the sentence", "paragraph": "the paragraph", "turn": "the turn",
    "question": "the question and its answers", "section": "the section below",
}  # fmt: skip
"""What is coded for a hit, as the window calls it."""

EXTENTS: Final[dict[Extent, str]] = {
    "turn": "turn by turn", "paragraph": "paragraph by paragraph", "sentence": "sentence by sentence",
}  # fmt: skip
"""How what somebody says is cut into passages."""


def passages_of(project: Project, hits: Sequence[Hit], what: What) -> Iterator[list[Passage]]:
    """The passages for hits that come in the order of their documents."""
    for _document, group in groupby(hits, key=attrgetter("document")):
        if what == "question":
            yield answers_to(project, group)
        elif what == "section":
            yield under_headings(project, group)
        else:
            yield around_hits(project, group, what)


def passages_said(project: Project, speaker: int, extent: Extent) -> Iterator[list[Passage]]:
    """All that a speaker says."""
    for document in project.documents.ids():
        yield said_in(project, document, {speaker}, extent)
