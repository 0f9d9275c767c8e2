"""Codes what was found: counts the passages, asks for the code in the picker, and carries it out in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from qdesk.analysis.autocoding import Passage
from qdesk.gui.acts.coding import code_passages
from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import look
from qdesk.gui.picker.choices import choices_of
from qdesk.gui.picker.picker import CodePicker
from qdesk.gui.search.gathering import Gathering
from qdesk.gui.search.passages import What, passages_of
from qdesk.store.search import Hit
from qdesk.text.counted import counted

_GAP = 6
"""LOOK's px between the picker and the button."""


class Applying(QObject):
    """Holds the passages that the button would code."""

    gathered = Signal(object)  # int, None as soon as they must be counted anew

    def __init__(self, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._gathering = Gathering(self)
        self._gathering.done.connect(self._on_gathered)
        self._gathering.failed.connect(bus.failed)
        self._passages: Sequence[Passage] = ()
        self._picker: CodePicker | None = None
        self._beside = QRect()
        self._picked_for: tuple[Sequence[Passage], Mapping[int, int]] = ((), {})

    def gather(self, hits: Sequence[Hit], what: What) -> None:
        """Find the passages for hits, given in the order of their documents."""
        self._passages = ()
        self.gathered.emit(None)
        self._gathering.start(passages_of(self._bus.project, hits, what))

    def stop(self) -> None:
        """Give up counting."""
        self._gathering.stop()

    def _on_gathered(self, passages: list[Passage]) -> None:
        self._passages = passages
        self.gathered.emit(len(passages))

    def pick(self, revisions: Mapping[int, int], beside: QWidget) -> None:
        """Let the code for the passages be picked beside a button."""
        self.pick_for(self._passages, revisions, beside)

    def pick_for(self, passages: Sequence[Passage], revisions: Mapping[int, int], beside: QWidget) -> None:
        """Let the code for some passages be picked; ``revisions`` are those of the texts they were found in."""
        if not passages:
            return
        self._picked_for = passages, revisions
        picker = self._made(beside.window())
        self._offer(picker)
        self._beside = place = beside.rect().translated(beside.mapTo(beside.window(), QPoint()))
        picker.open_beside(place, place.right(), counted(len(passages), "passage"))

    def _stay_beside(self) -> None:
        """A picker over the button comes down to it as its rows become fewer."""
        picker = self._picker
        if picker is not None and picker.isVisible() and picker.y() < self._beside.top():
            picker.move(picker.x(), self._beside.top() - look.px(_GAP) - picker.height())

    def _made(self, window: QWidget) -> CodePicker:
        if self._picker is None:
            self._picker = CodePicker(window)
            self._picker.setObjectName("passages_picker")
            self._picker.chosen.connect(self._code)
            self._picker.new_asked.connect(self._code)
            self._picker.field.textChanged.connect(self._stay_beside)
            self.destroyed.connect(self._picker.deleteLater)
        return self._picker

    def _offer(self, picker: CodePicker) -> None:
        picker.set_choices(choices_of(self._bus.project), (), {})

    def _code(self, code: int | str, stays: bool) -> None:
        passages, revisions = self._picked_for
        code_passages(self._bus, code, passages, revisions)
        if stays and self._picker is not None:
            self._offer(self._picker)
