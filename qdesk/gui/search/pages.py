"""What stands round a hit: its paragraph, who speaks, how it is cited. Read when it is first seen."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from typing import NamedTuple

from qdesk.analysis.scope import Voices
from qdesk.gui.reader.script import runs_right_to_left
from qdesk.store.project import Project
from qdesk.store.search import Hit
from qdesk.text.paragraphs import paragraph_number
from qdesk.text.spans import Span

KEPT = 64
"""Documents kept: more than a screen of rows can touch."""


class Around(NamedTuple):
    """A hit in its paragraph, without the speaker's label. ``document`` is a name, ``number`` that of the paragraph.

    ``speaker`` is "" where nobody is said to speak.
    """

    before: str
    text: str
    after: str
    document: str
    number: int
    speaker: str
    is_asked: bool

    @property
    def citation(self) -> str:
        """``Teacher 7 · ¶ 14``, with the speaker before where that is somebody else than the document is named for."""
        names = dict.fromkeys(name for name in (self.speaker, self.document) if name)
        return _listed(*names, f"¶ {self.number}")

    @property
    def short(self) -> str:
        """Who speaks, if anybody is said to, and the paragraph: for rows under the document's name."""
        return _listed(self.speaker, f"¶ {self.number}")


def _listed(*parts: str) -> str:
    """Parts from left to right, each in its own direction: a name in Arabic does not turn the order round."""
    return " · ".join(_apart(part) for part in parts if part)


def _apart(name: str) -> str:
    return f"\u200e\u2068{name}\u2069" if runs_right_to_left(name) else name


class _Page:
    """One document as it is read for its hits."""

    def __init__(self, project: Project, document: int) -> None:
        self.name = project.documents.get(document).name
        self.text = project.documents.text(document)
        self._paragraphs = project.documents.paragraphs(document)
        self._starts = [span.start for span in self._paragraphs]
        self._voices = Voices(project, document)

    def around(self, span: Span) -> Around:
        """The context of a span; one that reaches into further paragraphs has theirs after it."""
        first, last = self._stretch(span.start), self._stretch(max(span.start, span.end - 1))
        turn = self._voices.turn_at(span.start)
        start, end = min(first.start, span.start), max(last.end, span.end)
        return Around(
            self.text[start : span.start], span.of(self.text), self.text[span.end : end], self.name,
            paragraph_number(self._starts, span.start), turn.speaker_name if turn else "",
            turn.is_interviewer if turn else False,
        )  # fmt: skip

    def _stretch(self, position: int) -> Span:
        """The paragraph at a position, as far as one person speaks in it."""
        row = bisect_right(self._starts, position) - 1
        start, end = self._paragraphs[row] if row >= 0 else (position, position)
        turn = self._voices.turn_at(position)
        if turn is not None:
            start, end = max(start, turn.label_end), min(end, turn.end)
        return Span(start, end)


class Pages:
    """The documents seen last."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._pages: OrderedDict[int, _Page] = OrderedDict()

    def clear(self) -> None:
        """Forget all: texts or speakers have changed."""
        self._pages.clear()

    def around(self, hit: Hit) -> Around:
        """The context of a hit. Raises Gone where its document is no longer there."""
        page = self._pages.pop(hit.document, None) or _Page(self._project, hit.document)
        self._pages[hit.document] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page.around(hit.span)
