"""The letters picker: type a few letters at the selection, Enter codes it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qdesk.gui.digitrow import digit_of_place
from qdesk.gui.look.theme import look
from qdesk.gui.picker.listcard import ListCard
from qdesk.gui.picker.matching import ranked
from qdesk.gui.picker.placing import place_beside
from qdesk.gui.picker.rows import Row, Swatch
from qdesk.text.spans import Span

RECENT_SHOWN = 4
"""Recent codes listed under what fits; with nothing typed all are listed."""

_MATCHES_SHOWN = 6
_EDGE = 8
"""LOOK's px between the card and the window's edge."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that can be picked. ``path`` names the themes it lies in, outermost first; ``count`` is its codings."""

    code: int
    name: str
    path: tuple[str, ...]
    swatch: Swatch
    count: int


class CodePicker(ListCard):
    """Non-modal, a child of the window. Give it the codes each time before it opens."""

    chosen = Signal(int, bool)  # code, whether the picker stays open
    new_asked = Signal(str, bool)  # name, whether the picker stays open

    def __init__(self, window: QWidget) -> None:
        keys = (("Enter", "apply"), ("Ctrl Enter", "apply and stay"), ("Esc", "close"))
        super().__init__(window, "Code", 344, keys)
        self.setObjectName("code_picker")
        self.setAccessibleName("Pick a code")
        self._choices: dict[int, Choice] = {}
        self._recent: Sequence[int] = ()
        self._digits: Mapping[int, int] = {}
        self._offers_new = True

    def allow_new(self, offered: bool) -> None:
        """Whether the last row offers a new code."""
        self._offers_new = offered

    def set_choices(self, choices: Sequence[Choice], recent: Sequence[int], digits: Mapping[int, int]) -> None:
        """All codes in tree order; those used last, latest first; and the digit 1-9 of codes that have one."""
        self._choices = {choice.code: choice for choice in choices}
        self._recent = [code for code in recent if code in self._choices]
        self._digits = digits
        if self.isVisible():
            self.refresh()

    def open_beside(self, selection: QRect, end: int, note: str, typed: str = "") -> None:
        """Open at a selection: its rectangle and the x where its last line ends, in the window's coordinates.

        ``note`` stands at the right of the field ("15 words selected"), ``typed`` is the letter that opened it.
        """
        self.field.set_note(note)
        self.field.setText(typed)
        self.refresh()
        edge = look.px(_EDGE)
        room = self.parentWidget().rect().adjusted(edge, edge, -edge, -edge)
        self.move(place_beside(self.size(), selection, end, room, look.px(6)))
        self.start(typed)

    def rows_for(self, typed: str) -> list[Row]:
        """Codes that fit, best first; then the recent ones; last the new code."""
        name = " ".join(typed.split())
        if not name:
            recent = [self._row(self._choices[code], keyed=True) for code in self._recent]
            others = [self._row(choice) for code, choice in self._choices.items() if code not in self._recent]
            return [*_section("Recent", recent), *_section("All codes" if recent else "Codes", others)]
        found = ranked(name, self._choices.values(), lambda choice: (choice.name, " ".join(choice.path)))
        fitting = [self._row(choice, fits.marks) for choice, fits in found[:_MATCHES_SHOWN]]
        shown = {choice.code for choice, _ in found[:_MATCHES_SHOWN]}
        rest = [code for code in self._recent if code not in shown][:RECENT_SHOWN]
        rows = [*fitting, *_section("Recent", [self._row(self._choices[code], keyed=True) for code in rest])]
        known = any(choice.name.casefold() == name.casefold() for choice in self._choices.values())
        if known or not self._offers_new:
            return rows
        new = Row(f"New code “{name}…”", partial(self.new_asked.emit, name), icon="plus")
        return [*rows, new] if fitting else [new, *rows]

    def _row(self, choice: Choice, marks: tuple[Span, ...] = (), keyed: bool = False) -> Row:
        digit = self._digits.get(choice.code)
        keys = f"Alt {digit}" if keyed and digit else ""
        return Row(
            choice.name, partial(self.chosen.emit, choice.code), marks, " > ".join(choice.path) if not keyed else "",
            "" if keyed else f"{choice.count:,}", keys, choice.swatch,
        )  # fmt: skip

    # ---- Alt and a digit

    def _means(self, event: QKeyEvent) -> bool:
        return super()._means(event) or self._digit(event) is not None

    def on_key(self, event: QKeyEvent) -> None:
        """Alt and a digit picks the code that has it; else the card's keys."""
        digit = self._digit(event)
        code = next((code for code, number in self._digits.items() if number == digit), None)
        if digit is None:
            super().on_key(event)
        elif code in self._choices:
            self.hide()
            self.chosen.emit(code, False)

    @staticmethod
    def _digit(event: QKeyEvent) -> int | None:
        """The digit 1-9 of any script pressed with Alt, or its key."""
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        digit = unicodedata.digit(chr(event.key()), 0) if event.key() < 0x110000 else 0
        return digit or digit_of_place(event) or None


def _section(title: str, rows: Sequence[Row]) -> list[Row]:
    return [Row(title), *rows] if rows else []
