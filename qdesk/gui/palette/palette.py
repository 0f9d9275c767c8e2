"""The command palette. It knows neither actions nor documents: the window feeds it with entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.picker.listcard import ListCard
from qdesk.gui.picker.matching import ranked
from qdesk.gui.picker.rows import Row, Swatch
from qdesk.text.spans import Span

_SHOWN = 6
"""Entries of one section in sight; more letters bring the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done from the palette. ``hint`` is muted beside the title and also searched."""

    title: str
    section: str
    act: Callable[[], object]
    hint: str = ""
    shortcut: str = ""
    swatch: Swatch | None = None


class Palette(ListCard):
    """Opens under the search field of the window with entries asked for anew; the last row searches the documents."""

    can_stay = False

    def __init__(
        self, window: QWidget, entries: Callable[[], Sequence[Entry]], search: Callable[[str], Sequence[Entry]]
    ) -> None:
        super().__init__(window, "Search, or type a command", 560, (("Enter", "choose"), ("Esc", "close")))
        self.setObjectName("palette")
        self.setAccessibleName("Command palette")
        self._ask, self._search = entries, search
        self._entries: Sequence[Entry] = ()
        self._searched = ""
        self._hits: Sequence[Entry] = ()

    def open_under(self, field: QRect) -> None:
        """Open centred under the search field (its rectangle in the window's coordinates)."""
        self._entries, self._searched = self._ask(), ""
        width = min(look.px(560), self.parentWidget().width() - 2 * look.px(8))
        left = max(look.px(8), min(field.center().x() - width // 2, self.parentWidget().width() - width - look.px(8)))
        self.move(QPoint(left, field.bottom() + 1 + look.px(6)))
        self.start("")

    def rows_for(self, typed: str) -> list[Row]:
        """Entries that fit by section, the section of the best one first; then the search in the documents."""
        words = " ".join(typed.split())
        if words and words == self._searched:
            return self._hit_rows(words)
        sections: dict[str, list[Row]] = {}
        for entry, fits in ranked(words, self._entries, lambda entry: (entry.title, entry.hint)):
            rows = sections.setdefault(entry.section, [])
            if len(rows) < _SHOWN:
                rows.append(_row(entry, fits.marks))
        shown = [row for title, rows in sections.items() for row in (Row(title), *rows)]
        if words:
            find = Row(f"Search in all documents for “{words}”", self._find, icon="search", stays=True)
            shown.append(find)
        return shown

    def _find(self, _stay: bool) -> None:
        """Put the hits in the place of the entries, until another letter is typed."""
        self._searched = " ".join(self.field.text().split())
        self._hits = self._search(self._searched)
        self.refresh()

    def _hit_rows(self, words: str) -> list[Row]:
        if not self._hits:
            return [Row(f"No document contains “{words}”")]
        return [Row("In the documents"), *(_row(hit) for hit in self._hits)]


def _row(entry: Entry, marks: tuple[Span, ...] = ()) -> Row:
    return Row(entry.title, lambda _stay: entry.act(), marks, entry.hint, "", entry.shortcut, entry.swatch)
