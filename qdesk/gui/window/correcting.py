"""The card in which a passage is corrected: a typo goes, the codings stay where they were."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from qdesk.gui.quotes.commentcard import CommentCard
from qdesk.text.changes import Change, difference


class CorrectionCard(CommentCard):
    """Enter corrects, Esc leaves the text as it was. Only what was typed is taken from the field, never the passage:

    a text field shows some characters as others (a no-break space as a blank), so the passage is not read back.
    """

    corrected = Signal(list)  # list[Change], positions in the passage

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("correction_card")
        self.setAccessibleName("Correct the text")
        self._text.setAccessibleName("Text of the passage")
        self._hint.setText("Enter corrects · Shift Enter new line · Esc leaves it")
        self._passage = self._shown = ""

    def correct(self, passage: str, anchor: QRect) -> None:
        """Open under a rectangle of the window to correct a passage."""
        self._passage = passage
        self.write(passage, anchor)
        self._shown = self._text.toPlainText()
        cursor = self._text.textCursor()
        cursor.clearSelection()
        self._text.setTextCursor(cursor)

    def _keep(self) -> None:
        changes = difference(self._shown, self._text.toPlainText())
        self.hide()
        if changes:
            self.corrected.emit([_of_passage(change, self._passage) for change in changes])


def _of_passage(change: Change, passage: str) -> Change:
    return Change(change.start, passage[change.start : change.end], change.inserted)
