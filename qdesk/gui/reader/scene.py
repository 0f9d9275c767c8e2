"""What the reader shows at this moment. Text, margin, gutter and map paint from it and know nothing of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.gui.positions import Positions
from qdesk.gui.reader.bands import Bands
from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.interviewer import InterviewerView, folded_lines, without
from qdesk.gui.reader.marks import Marks
from qdesk.store.records import Code, Coding
from qdesk.text.extents import Extents
from qdesk.text.spans import Span
from qdesk.text.times import TimeMark, time_at, time_marks

_EMPTY = ReaderDocument(0, 0, "", "", "", ())


class Scene(QObject):
    """A document, its codings and codes, and which of them are chosen, hovered, struck or filtered out.

    ``chosen`` is a coding id; ``flash`` (a place gone to) and ``ghost`` (a handle in motion) are UTF-16 ranges, as are
    ``found`` (places of a search, ascending) and ``found_now`` (the one stepped to).
    """

    text_changed = Signal()
    setting_changed = Signal()  # the same text is set otherwise
    marks_changed = Signal()
    changed = Signal()  # only how it is painted

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: Mapping[int, Code] = {}
        self.chosen: int | None = None
        self.pen: int | None = None
        self.interviewer: InterviewerView = "shown"
        self.dims_uncoded = False
        self._filter: frozenset[int] | None = None
        self._passing_codes: frozenset[int] = frozenset()
        self._colours: dict[int, QColor] = {}
        self._read(_EMPTY)
        look.changed.connect(self._colours.clear)

    def set_document(self, document: ReaderDocument) -> None:
        """Show another text, without codings until they are set."""
        self._read(document)
        self.text_changed.emit()
        self.marks_changed.emit()

    def _read(self, document: ReaderDocument) -> None:
        self.document = document
        self.positions = Positions(document.text)
        self._extents: Extents | None = None
        self._times: list[TimeMark] | None = None
        asked = [(turn.start, turn.end) for turn in document.turns if turn.is_interviewer]
        self._asked = self.positions.units_of(np.array(asked, np.int64).reshape(-1, 2))
        points = np.frombuffer(document.text.encode("utf-32-le"), dtype="<u4")
        self._breaks = self.positions.units_of(np.flatnonzero(points == ord("\n")).astype(np.int64))
        self.line_starts: list[int] = [0, *(self._breaks + 1).tolist()]
        spans = np.array(document.paragraphs, np.int64).reshape(-1, 2)
        self.paragraph_starts: list[int] = self.positions.units_of(spans[:, 0]).tolist()
        self.paragraph_ends: list[int] = self.positions.units_of(spans[:, 1]).tolist()
        self.hovered: frozenset[int] = frozenset()
        self.struck: frozenset[int] = frozenset()
        self.flash: tuple[int, int] | None = None
        self.found: Sequence[tuple[int, int]] = ()
        self.found_now: tuple[int, int] | None = None
        self.ghost: tuple[int, int] | None = None
        self._fold()
        self._keep(())

    @property
    def extents(self) -> Extents:
        """The sentences, paragraphs and turns of the document that are not folded away; found when first asked for."""
        if self._extents is None:
            turns = [turn for turn in self.document.turns if not self.is_folded(turn.start)]
            self._extents = Extents(self.document.text, without(self.document.paragraphs, self._folded), turns)
        return self._extents

    @property
    def times(self) -> list[TimeMark]:
        """The times written in the transcript, in order; found when they are first asked for."""
        if self._times is None:
            labels = (Span(turn.start, turn.label_end) for turn in self.document.turns)
            self._times = time_marks(self.document.text, labels)
        return self._times

    def time_at(self, position: int) -> TimeMark | None:
        """The time in the transcript that holds for a code point, or None."""
        return time_at(self.times, position)

    # The interviewer

    def set_interviewer(self, view: InterviewerView) -> None:
        """Show the interviewer's turns, dim them, or fold them away."""
        if view != self.interviewer:
            self.interviewer = view
            self._extents = None
            self._fold()
            self.setting_changed.emit()
            self.marks_changed.emit()

    def _fold(self) -> None:
        """``folded`` are numbers of lines that are not shown; ``last_shown`` is where the last one shown ends."""
        self._folded = folded_lines(self.document) if self.interviewer == "hidden" else []
        rows = (bisect_right(self.line_starts, self.positions.unit(span.start)) - 1 for span in self._folded)
        self.folded: frozenset[int] = frozenset(rows)
        last = len(self.line_starts) - 1
        while last in self.folded and last:
            last -= 1
        self.last_shown = self.line_starts[last + 1] - 1 if last + 1 < len(self.line_starts) else self.positions.units

    def asked_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The interviewers' turns that share a unit with a range; UTF-16 ranges, in order."""
        seen = (self._asked[:, 0] < end) & (self._asked[:, 1] > start)
        return [(first, last) for first, last in self._asked[seen].tolist()]

    def is_folded(self, position: int) -> bool:
        """True if a code point lies in a line that is not shown."""
        return bool(self.folded) and self.line_at(self.positions.unit(position)) in self.folded

    def line_at(self, unit: int) -> int:
        """The number, from 0, of the line of the text that holds a UTF-16 position."""
        return bisect_right(self.line_starts, unit) - 1

    def shown_unit(self, unit: int) -> int:
        """A UTF-16 position, or if it is folded away the start of the next line that is shown, else of the last."""
        line, last = self.line_at(unit), len(self.line_starts) - 1
        while line in self.folded and line < last:
            line, unit = line + 1, self.line_starts[line + 1]
        return min(unit, self.last_shown)

    def shown_before(self, unit: int) -> int:
        """A UTF-16 position, or if it is folded away the end of the line before it that is shown, else of none: 0."""
        line = self.line_at(unit)
        while line in self.folded and line:
            unit, line = self.line_starts[line] - 1, line - 1
        return unit if line not in self.folded else self.shown_unit(0)

    # Codings and codes

    def set_codings(self, codings: Sequence[Coding]) -> None:
        """Show these codings of the document; the text is not laid out again."""
        self._keep(codings)
        self.marks_changed.emit()

    def update_codings(self, put: Sequence[Coding], gone: Collection[int]) -> None:
        """Show some codings anew or otherwise than before, and others no more."""
        for coding in gone:
            self._records.pop(coding, None)
        self._records.update((coding.id, coding) for coding in put)
        marks = self.marks.changed(self._passing(put), [*gone, *(coding.id for coding in put)], self.positions)
        self._mark(marks)
        self.marks_changed.emit()

    def set_codes(self, codes: Mapping[int, Code]) -> None:
        """Names and colours by code id."""
        self.codes = codes
        self._colours.clear()
        if self._filter is None:
            self.changed.emit()
        else:
            self.set_filter(self._filter)

    @property
    def filter(self) -> frozenset[int] | None:
        """The codes whose codings alone are shown, with those below them; None for all."""
        return self._filter

    def set_filter(self, codes: Collection[int] | None) -> None:
        """Show only the codings of these codes and of those below them in the tree, or of all."""
        self._filter = None if codes is None else frozenset(codes)
        self._passing_codes = frozenset(code for code in self.codes if not self._lineage(code).isdisjoint(codes or ()))
        self.set_codings(list(self._records.values()))

    @property
    def shown_codes(self) -> frozenset[int] | None:
        """All codes whose codings the filter lets through, None for all."""
        return None if self._filter is None else self._passing_codes

    def _keep(self, codings: Sequence[Coding]) -> None:
        self._records = {coding.id: coding for coding in codings}
        self._mark(Marks.of(self._passing(codings), self.positions, self._breaks))

    def _passing(self, codings: Sequence[Coding]) -> Sequence[Coding]:
        shown = self.shown_codes
        return codings if shown is None else [coding for coding in codings if coding.code in shown]

    def _mark(self, marks: Marks) -> None:
        self.marks = marks
        self._bands: dict[int, Bands] = {}

    def show(self, **state: object) -> None:
        """Set what is chosen, hovered, struck, found and so on, by the names above, and tell a change."""
        changed = {name: value for name, value in state.items() if getattr(self, name) != value}
        for name, value in changed.items():
            setattr(self, name, value)
        if changed:
            self.changed.emit()

    def coding(self, coding: int) -> Coding | None:
        """The record of a coding of the document, or None."""
        return self._records.get(coding)

    def colour(self, code: int) -> QColor:
        """Colour of a code under the look in force; muted for an unknown one."""
        if code not in self._colours:
            record = self.codes.get(code)
            self._colours[code] = code_colour(record.colour, record.slot) if record else QColor(look.tokens.muted)
        return self._colours[code]

    def name(self, code: int) -> str:
        """Name of a code, "" if unknown."""
        return self.codes[code].name if code in self.codes else ""

    def path(self, code: int) -> tuple[str, ...]:
        """Names from the top of the tree down to the code."""
        return tuple(record.name for record in reversed(self._ancestry(code)))

    def _lineage(self, code: int) -> frozenset[int]:
        return frozenset(record.id for record in self._ancestry(code))

    def _ancestry(self, code: int) -> list[Code]:
        """A code and what it lies in, up to the top of the tree; nothing for an unknown one."""
        records: list[Code] = []
        record = self.codes.get(code)
        while record is not None:
            records.append(record)
            record = self.codes.get(record.parent) if record.parent is not None else None
        return records

    def range_of(self, coding: int | None) -> tuple[int, int] | None:
        """UTF-16 range of a coding that is shown."""
        index = self.marks.index(coding)
        return None if index is None else (int(self.marks.starts[index]), int(self.marks.ends[index]))

    def paragraph_at(self, unit: int) -> int | None:
        """Index of the paragraph that holds a UTF-16 position; None between paragraphs."""
        index = bisect_right(self.paragraph_starts, unit) - 1
        return index if index >= 0 and unit < self.paragraph_ends[index] else None

    def bands(self, paragraph: int) -> Bands:
        """The codings of a paragraph as bands under its lines."""
        if paragraph not in self._bands:
            start, end = self.paragraph_starts[paragraph], self.paragraph_ends[paragraph]
            self._bands[paragraph] = Bands(self.marks, start, end)
        return self._bands[paragraph]

    def codings_in(self, start: int, end: int) -> list[int]:
        """Ids of the codings that share a unit with the range, the shortest first."""
        at = self.marks.between(start, end)
        return self.marks.ids[at[np.argsort(self.marks.ends[at] - self.marks.starts[at], kind="stable")]].tolist()

    def names_in(self, start: int, end: int) -> list[str]:
        """Names of the codes on a UTF-16 range, each once."""
        codes = self.marks.codes[self.marks.between(start, end)].tolist()
        return [self.name(code) for code in dict.fromkeys(codes)]

    def span(self, start: int, end: int) -> Span:
        """Code points of a UTF-16 range."""
        return self.positions.span(start, end)
