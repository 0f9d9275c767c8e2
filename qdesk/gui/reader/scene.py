"""What the reader shows at this moment. Text, margin, gutter and map paint from it and know nothing of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.gui.positions import Ints, Positions
from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.lanes import pack
from qdesk.gui.reader.marks import Marks
from qdesk.store.records import Code, Coding
from qdesk.text.extents import Extents
from qdesk.text.spans import Span

BANDS = 3
"""Bands under a line; more are counted in the gutter."""

_EMPTY = ReaderDocument(0, 0, "", "", "", ())


class Band(NamedTuple):
    """A coding under the lines of one paragraph; ``lane`` BANDS means there was no room. UTF-16 units."""

    start: int
    end: int
    coding: int
    code: int
    lane: int


class Scene(QObject):
    """A document, its codings and codes, and which of them are chosen, hovered, struck or filtered out.

    ``chosen`` is a coding id; ``flash`` (a found place) and ``ghost`` (a handle in motion) are UTF-16 ranges.
    """

    text_changed = Signal()
    marks_changed = Signal()
    changed = Signal()  # only how it is painted

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: Mapping[int, Code] = {}
        self.chosen: int | None = None
        self.pen: int | None = None
        self._filter: frozenset[int] | None = None
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
        points = np.frombuffer(document.text.encode("utf-32-le"), dtype="<u4")
        self._breaks = self.positions.units_of(np.flatnonzero(points == ord("\n")).astype(np.int64))
        self.line_starts: list[int] = [0, *(self._breaks + 1).tolist()]
        spans = np.array(document.paragraphs, np.int64).reshape(-1, 2)
        self.paragraph_starts: list[int] = self.positions.units_of(spans[:, 0]).tolist()
        self.paragraph_ends: list[int] = self.positions.units_of(spans[:, 1]).tolist()
        self.hovered: frozenset[int] = frozenset()
        self.struck: frozenset[int] = frozenset()
        self.flash: tuple[int, int] | None = None
        self.ghost: tuple[int, int] | None = None
        self._keep(())

    @property
    def extents(self) -> Extents:
        """The sentences, paragraphs and turns of the document; found when they are first asked for."""
        if self._extents is None:
            self._extents = Extents(self.document.text, self.document.paragraphs, self.document.turns)
        return self._extents

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
        self.changed.emit()

    def set_filter(self, codes: Collection[int] | None) -> None:
        """Show the codings of these codes only, or of all."""
        self._filter = None if codes is None else frozenset(codes)
        self.set_codings(list(self._records.values()))

    def _keep(self, codings: Sequence[Coding]) -> None:
        self._records = {coding.id: coding for coding in codings}
        self._mark(Marks.of(self._passing(codings), self.positions, self._breaks))

    def _passing(self, codings: Sequence[Coding]) -> Sequence[Coding]:
        return codings if self._filter is None else [coding for coding in codings if coding.code in self._filter]

    def _mark(self, marks: Marks) -> None:
        self.marks = marks
        self._bands: dict[int, tuple[Ints, Ints]] = {}

    def show(self, **state: object) -> None:
        """Set ``chosen``, ``hovered``, ``struck``, ``flash``, ``ghost`` or ``pen`` and repaint if one changed."""
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
        names: list[str] = []
        record = self.codes.get(code)
        while record is not None:
            names.append(record.name)
            record = self.codes.get(record.parent) if record.parent is not None else None
        return tuple(reversed(names))

    def range_of(self, coding: int | None) -> tuple[int, int] | None:
        """UTF-16 range of a coding that is shown."""
        index = self.marks.index(coding)
        return None if index is None else (int(self.marks.starts[index]), int(self.marks.ends[index]))

    def paragraph_at(self, unit: int) -> int | None:
        """Index of the paragraph that holds a UTF-16 position; None between paragraphs."""
        index = bisect_right(self.paragraph_starts, unit) - 1
        return index if index >= 0 and unit < self.paragraph_ends[index] else None

    def bands(self, paragraph: int, start: int, end: int) -> list[Band]:
        """Codings of a paragraph that touch a UTF-16 range, in lanes that hold for the whole paragraph."""
        marks = self.marks
        if paragraph not in self._bands:
            within = marks.between(self.paragraph_starts[paragraph], self.paragraph_ends[paragraph])
            lanes = pack(marks.starts[within].tolist(), marks.ends[within].tolist(), BANDS)
            self._bands[paragraph] = within, np.array(lanes, np.int64)
        within, lane = self._bands[paragraph]
        seen = (marks.starts[within] < end) & (marks.ends[within] > start)
        at = within[seen]
        columns = (marks.starts[at], marks.ends[at], marks.ids[at], marks.codes[at], lane[seen])
        return [Band(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]

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
