"""Telling a screen reader what stands at the caret: painted codings are otherwise invisible to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from qdesk.gui.reader.scene import Scene
from qdesk.text.counted import counted
from qdesk.text.words import count_words

if TYPE_CHECKING:
    from qdesk.gui.reader.view import TextView


class Announcer:
    """Follows caret, selection and chosen coding of one view; its accessible description always names the codes there.

    What a change of the project did is told by the status line, and not a second time here.
    """

    def __init__(self, view: TextView, scene: Scene) -> None:
        self._view, self._scene = view, scene
        self._names: list[str] = []
        view.cursorPositionChanged.connect(self.look_around)
        view.coding_chosen.connect(self.tell_chosen)
        scene.marks_changed.connect(self.describe)

    def describe(self) -> None:
        """Describe the view by the codes on the selection, or else at the caret."""
        caret = self._view.textCursor().position()
        self._names = self._scene.names_in(*(self._view.selected_units() or (caret, caret + 1)))
        self._view.setAccessibleDescription(f"Coded as {', '.join(self._names)}" if self._names else "")

    def look_around(self) -> None:
        """Say which codes are here if they are others than before."""
        before = self._names
        self.describe()
        if self._names != before:
            self._say(self._view.accessibleDescription() or "Not coded")

    def tell_chosen(self, number: int | None) -> None:
        """Say which coding was chosen, with its length and comment."""
        coding = self._scene.coding(number) if number is not None else None
        if coding is not None:
            words = counted(count_words(coding.quote), "word")
            comment = f" Comment: {coding.comment}" if coding.comment else ""
            self._say(f"{self._scene.name(coding.code)}, {words}, chosen.{comment}")

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))
