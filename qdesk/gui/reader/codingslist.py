"""The codings of one place as a list, where the margin has no room for their names: by mouse, keys or letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from qdesk.gui.picker.listcard import ListCard
from qdesk.gui.picker.matching import ranked
from qdesk.gui.picker.rows import Row, Swatch
from qdesk.gui.reader.scene import Scene
from qdesk.store.records import Coding
from qdesk.text.spans import Span

_QUOTE = 80
"""Code points of a quote in its row."""


class CodingsList(ListCard):
    """A child of the window. The coding of the current row lights up in the text; Enter or a click chooses it."""

    picked = Signal(int)  # coding
    can_stay = False

    def __init__(self, scene: Scene, window: QWidget) -> None:
        super().__init__(window, "Find among the codings here", 400, (("Enter", "choose"), ("Esc", "close")))
        self.setObjectName("codings_list")
        self.setAccessibleName("Codings here")
        self._scene = scene
        self._codings: Sequence[int] = ()
        self._listed: list[int] = []
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._light(index.row()))
        self.closed.connect(lambda: self._light(-1))

    def open_for(self, codings: Sequence[int], anchor: QRect) -> None:
        """List these codings beside a rectangle of the window."""
        self._codings = codings
        self.field.clear()
        self.field.set_note(f"{len(codings):,}")
        self.refresh()
        self.open_at(anchor)
        self.start("")

    def rows_for(self, typed: str) -> list[Row]:
        """The codings whose code, theme or words fit, in the order of the text."""
        records = [record for coding in self._codings if (record := self._scene.coding(coding))]
        records.sort(key=lambda record: (record.start, -record.end, record.id))
        found = ranked(typed, records, self._named)
        self._listed = [record.id for record, _fits in found]
        return [self._row(record, fits.marks) for record, fits in found]

    def _named(self, record: Coding) -> tuple[str, str]:
        return self._scene.name(record.code), " ".join((*self._scene.path(record.code)[:-1], record.quote))

    def _row(self, record: Coding, marks: tuple[Span, ...]) -> Row:
        code = self._scene.codes.get(record.code)
        swatch = Swatch(code.colour, code.slot, code.kind == "theme") if code else None
        quote = " ".join(record.quote[:_QUOTE].split())
        return Row(self._scene.name(record.code), partial(self._pick, record.id), marks, f"“{quote}”", swatch=swatch)

    def _pick(self, coding: int, _stay: bool) -> None:
        self.picked.emit(coding)

    def _light(self, row: int) -> None:
        lit = self._listed[row : row + 1] if self.isVisible() and row >= 0 else []
        self._scene.show(hovered=frozenset(lit))
