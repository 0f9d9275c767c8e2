"""Rows of the picker and the palette: one frozen record each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Swatch:
    """A code's colour as stored (light hex and slot); themes are round."""

    colour: str
    slot: str = ""
    round: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``marks`` are code points of the title set in 600; ``note`` follows it, ``count`` or ``keys`` end it.

    A row without ``act`` is the title of a section; ``icon`` makes it a link with that icon. ``act`` is told whether
    the card stays open, which it does by Ctrl+Enter and always for a row that ``stays``.
    """

    title: str
    act: Callable[[bool], None] | None = None
    marks: tuple[Span, ...] = ()
    note: str = ""
    count: str = ""
    keys: str = ""
    swatch: Swatch | None = None
    icon: str = ""
    stays: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.note, self.count, self.keys) if part)

    @property
    def can_be_chosen(self) -> bool:
        """False for the title of a section."""
        return self.act is not None
