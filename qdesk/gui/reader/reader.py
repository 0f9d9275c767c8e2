"""The reader of one document: what it shows, and what is done in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from qdesk.gui.bus import TextSelection
from qdesk.gui.look.theme import look
from qdesk.gui.reader.codingslist import CodingsList
from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.format import SLACK
from qdesk.gui.reader.frame import ReaderFrame
from qdesk.gui.reader.interviewer import InterviewerView
from qdesk.store.records import Code, Coding
from qdesk.text.counted import counted
from qdesk.text.spans import Span


class Reader(ReaderFrame):
    """Shows one document and its codings, and tells what is done to them; it changes nothing itself.

    All positions are code points, codes and codings are ids.
    """

    selected = Signal(object)  # TextSelection | None
    coding_chosen = Signal(object)  # int | None
    context_asked = Signal(list, QPoint)  # codings at the point, global place
    code_dropped = Signal(list)  # ids of codes
    hinted = Signal(str)  # what a drag over the text may do
    resize_asked = Signal(int, object)  # coding, Span
    letter_typed = Signal(str)
    digit_typed = Signal(int)
    place_shown = Signal(object)  # Span
    interviewer_changed = Signal(str)  # InterviewerView, when the reader itself changes it to show a place
    further_asked = Signal(object, bool)  # codes (None for all), forward: the document has no more codings of them
    filter_asked = Signal(QPoint)
    more_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName("Reader")
        for name in _FORWARDED:
            getattr(self.view, name).connect(getattr(self, name))
        self.header.filter_asked.connect(self.filter_asked)
        self.header.all_asked.connect(lambda: self.set_filter(None))
        self.header.more_asked.connect(self.more_asked)
        self._gutter.unfold_asked.connect(self._unfold)
        for part in (self._gutter, self._margin):
            part.list_asked.connect(lambda codings, rect, part=part: self._list_beside(part, codings, rect))
        self.view.list_asked.connect(lambda codings, rect: self._list_beside(self.view.viewport(), codings, rect))

    # What is shown

    @property
    def document(self) -> ReaderDocument:
        """The document shown."""
        return self._scene.document

    def set_document(self, document: ReaderDocument) -> None:
        """Show a document from its top, without codings; another revision of the same one keeps its place."""
        self._card.ask([], QPoint())
        same = document.id == self._scene.document.id
        top = self.top() if same else 0
        self._scene.set_document(document)
        self.header.set_document(document.name, document.facts)
        if top:
            self.scroll_to(top)

    def set_facts(self, name: str, facts: str) -> None:
        """Change the head only, after a rename."""
        self.header.set_document(name, facts)

    def set_codings(self, codings: Sequence[Coding]) -> None:
        """Show these codings of the document; the text is not laid out again."""
        self._scene.set_codings(codings)

    def update_codings(self, put: Sequence[Coding], gone: Collection[int] = ()) -> None:
        """Show codings that are new or changed and no more those that are gone: cheap however many there are."""
        self._scene.update_codings(put, gone)

    def set_codes(self, codes: Mapping[int, Code]) -> None:
        """Names, colours and parents by code id."""
        self._scene.set_codes(codes)
        if self.filter and self.filter.isdisjoint(codes):
            self.set_filter(None)  # all of them are gone
        self.header.set_filter(self._filter_title())

    @property
    def codes(self) -> Mapping[int, Code]:
        """The codes as they were set."""
        return self._scene.codes

    @property
    def filter(self) -> frozenset[int] | None:
        """The codes to which the codings shown are narrowed, None for all."""
        return self._scene.filter

    def set_filter(self, codes: Collection[int] | None) -> None:
        """Show only the codings of these codes and of those below them, or of all."""
        self._scene.set_filter(codes)
        self.header.set_filter(self._filter_title())

    def _filter_title(self) -> str:
        """What the head says: nothing, a code's name, how many codes."""
        codes = self.filter
        if codes is None:
            return ""
        return self._scene.name(*codes) if len(codes) == 1 else counted(len(codes), "code") if codes else "No codes"

    @property
    def dims_uncoded(self) -> bool:
        """Whether text without codings is dimmed."""
        return self._scene.dims_uncoded

    def dim_uncoded(self, on: bool) -> None:
        """Dim the text that has no coding which is shown, or no more."""
        self._scene.show(dims_uncoded=on)

    @property
    def interviewer(self) -> InterviewerView:
        """How the interviewer's turns are shown."""
        return self._scene.interviewer

    def set_interviewer(self, view: InterviewerView) -> None:
        """Show the interviewer's turns, dim them or fold them away; a selection that goes from sight is given up."""
        self._scene.set_interviewer(view)
        selection = self.view.selection
        if selection is not None and all(map(self._scene.is_folded, (selection.span.start, selection.span.end - 1))):
            self.select(None)

    def _unfold(self) -> None:
        self.set_interviewer("shown")
        self.interviewer_changed.emit("shown")

    def show_struck(self, codings: Collection[int]) -> None:
        """Show these codings as about to be undone: bands at 30 %, names struck."""
        self._scene.show(struck=frozenset(codings))

    def show_found(self, spans: Sequence[Span], now: int | None = None) -> None:
        """Mark places of a search, given in order; ``now`` is the number of the one stepped to. A new text has none."""
        units = self._scene.positions.units_of(np.array(spans, np.int64).reshape(-1, 2)).tolist()
        found = [(start, end) for start, end in units]
        self._scene.show(found=found, found_now=None if now is None else found[now])

    def set_snapping(self, on: bool) -> None:
        """Let strokes and handles take whole words, or every letter as it is."""
        self.view.snapping = on

    def set_pen(self, code: int | None) -> None:
        """Underline the caret's line in the colour of the code that every release applies."""
        self._scene.show(pen=code)

    # Selection and place

    @property
    def selection(self) -> TextSelection | None:
        """The passage selected, frozen at the last release of mouse or key."""
        return self.view.selection

    def select(self, span: Span | None) -> None:
        """Select a span, or nothing."""
        self.view.select(span)

    def choose(self, coding: int | None) -> None:
        """Show a coding as chosen, without a signal; one that the filter keeps back lifts the filter."""
        record = self._scene.coding(coding) if coding is not None else None
        if record and self.filter is not None and record.code not in self._scene.shown_codes:
            self.set_filter(None)
        self._scene.show(chosen=coding)

    @property
    def chosen(self) -> int | None:
        """The chosen coding."""
        return self._scene.chosen

    def selection_rect(self) -> QRect:
        """Rectangle of the last selected line in px of the window; empty if it is not in view."""
        rect = self.view.selection_rect()
        return rect.translated(self.view.viewport().mapTo(self.window(), QPoint())) if rect.isValid() else rect

    def span_rect(self, span: Span) -> QRect:
        """Rectangle of a span's last visible line in px of the window; empty if it is not in view."""
        rect = self.view.rect_of(*self._scene.positions.range(span))
        return rect.translated(self.view.viewport().mapTo(self.window(), QPoint())) if rect.isValid() else rect

    def text_rect(self) -> QRect:
        """Rectangle of the upper part of the text in px of the window, for cards that have no better place."""
        corner = self.view.viewport().mapTo(self.window(), QPoint(look.px(SLACK), look.px(80)))
        return QRect(corner, self.view.viewport().size() / 4)

    def goto(self, span: Span, flash: bool = True) -> None:
        """Bring a span into the upper third; with ``flash`` it lights up for 600 ms.

        One that begins where the interviewer is hidden shows the interviewer again.
        """
        if span.length and self._scene.is_folded(span.start):
            self._unfold()
        self.view.goto(span, flash)
        self.place_shown.emit(span)

    def go_to_next(self, code: int | None = None, forward: bool = True) -> None:
        """Choose the next coding (or the one before) of a code, else of the chosen coding's, else of all shown.

        Counted from the chosen coding, else from the caret, or the top of the view if the caret is not in sight.
        Where the document has no more, ``further_asked`` asks for another one.
        """
        scene, chosen = self._scene, self._scene.coding(self.chosen) if self.chosen is not None else None
        code = chosen.code if code is None and chosen else code
        codes = scene.shown_codes if code is None else frozenset((code,))
        found = scene.marks.beyond(self.view.place_read(), self.chosen, codes, forward)
        if found is None:
            self.further_asked.emit(codes, forward)
        else:
            self.select(None)
            self.goto(scene.coding(found).span)
            self.view.choose(found)

    def _list_beside(self, part: QWidget, codings: list[int], rect: QRect) -> None:
        self.list_codings(codings, rect.translated(part.mapTo(self.window(), QPoint())))

    def list_codings(self, codings: Sequence[int], anchor: QRect) -> None:
        """List codings beside a rectangle of the window; the one picked is chosen."""
        self._card.ask([], QPoint())
        card = CodingsList(self._scene, self.window())
        card.picked.connect(self.view.choose)
        card.closed.connect(card.deleteLater)
        card.open_for(codings, anchor)

    @property
    def asked_at(self) -> int | None:
        """The position in the text at which the last context menu was asked for; None if that was beside the text."""
        return self.view.asked_at

    def time_at(self, position: int) -> str:
        """The time in the transcript that holds for a position, as it is written there; "" for none."""
        mark = self._scene.time_at(position)
        return mark.written if mark else ""

    def scroll_to(self, point: int) -> None:
        """Bring the line of a position to the top of the view."""
        self.view.scroll_to_unit(self._scene.positions.unit(min(point, len(self._scene.document.text))))

    def top(self) -> int:
        """The position at the top of the view."""
        return self._scene.positions.point(self.view.top_place()[0])


_FORWARDED = (
    "selected", "coding_chosen", "context_asked", "code_dropped", "hinted", "resize_asked", "letter_typed",
    "digit_typed",
)  # fmt: skip
