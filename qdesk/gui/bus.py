"""Where the panels meet: what changed, what is selected, where to go. No view knows another view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A passage selected in the reader, frozen at mouse release. A stale ``revision`` is refused by the store."""

    document: int
    revision: int
    span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a document to show; with ``flash`` the span lights up for 600 ms."""

    document: int
    span: Span
    coding: int | None = None
    flash: bool = True


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """Which quotes the dock shows: those of ``codes``, or the pairs of two codes that meet in a unit.

    ``codings`` names the exact codings (both sides of a pair) where the asker knows them; ``title`` then heads them.
    ``bring``: the quotes are wanted in sight, also where the dock is folded away.
    """

    codes: tuple[int, ...] = ()
    with_children: bool = True
    codings: tuple[int, ...] | None = None
    title: str = ""
    bring: bool = field(default=True, compare=False)


class Bus(QObject):
    """One per window. Panels listen to ``changed`` and read the project; they write only through ``run``."""

    changed = Signal(object)  # Changes
    selection_changed = Signal(object)  # TextSelection | None
    place_asked = Signal(object)  # Place
    quotes_asked = Signal(object)  # QuoteQuery
    told = Signal(str, bool)  # a sentence for the status line, and whether Undo is offered beside it
    failed = Signal(str)  # a known error in one sentence

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._selection: TextSelection | None = None
        project.observers.append(self.changed.emit)
        self.last_failed = False
        self.joining = True  # codings of one code that overlap or touch become one when coding by hand

    @property
    def selection(self) -> TextSelection | None:
        """The passage selected in the reader, or None."""
        return self._selection

    def select(self, selection: TextSelection | None) -> None:
        """Say what the reader has selected."""
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def run(self, label: str, act: Callable[[], Any], *, told: str = "", why: str | None = None) -> Any:
        """Carry out one gesture as one step. A known error is told and gives None; else the act's own result."""
        self.last_failed = False
        try:
            with self.project.change(label, why):
                result = act()
        except QDeskError as error:
            self.last_failed = True
            self.failed.emit(str(error))
            return None
        if told:
            self.told.emit(told, True)
        return result
