"""What typing does in the text: digits code, letters open the picker, Enter and Ctrl+Space choose, Esc gives up.

Ctrl+Shift+Space lists the codings at the caret.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qdesk.gui.digitrow import digit_of_place
from qdesk.gui.reader import walk

if TYPE_CHECKING:
    from qdesk.gui.reader.view import TextView

_LISTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def press(view: TextView, event: QKeyEvent) -> bool:
    """Handle a key; False leaves it to Qt, which moves the caret and selects."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or _is_control_space(event):
        view.pointer.choose_among(_codings_here(view))
        return True
    if event.key() == Qt.Key.Key_Space and event.modifiers() == _LISTING:
        if codings := _codings_here(view):
            view.list_asked.emit(codings, view.cursorRect())
        return True
    if event.key() == Qt.Key.Key_Escape:
        return _give_up(view)
    return walk.press(view, event) or _typed(view, event)


def _codings_here(view: TextView) -> list[int]:
    """Codings on the selection, at whose end the caret stands, else at the caret."""
    unit = view.textCursor().position()
    return view.scene.codings_in(*(view.selected_units() or (unit, unit + 1)))


def _is_control_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _typed(view: TextView, event: QKeyEvent) -> bool:
    """Digits of any script count by their text, and a key of the digit row by its place: AZERTY has é on the 2."""
    text = event.text()
    if event.modifiers() & ~_PLAIN or len(text) != 1:
        return False
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    if digit := int(unicodedata.decimal(text, 0)) or (digit_of_place(event) if plain else 0):
        view.digit_typed.emit(digit)
    elif text.isalpha() and view.selection:
        view.letter_typed.emit(text)
    else:
        return False
    return True


def _give_up(view: TextView) -> bool:
    """A handle in motion first, then the pen (which is the window's), then the chosen coding, then the selection."""
    if view.pointer.cancel():
        return True
    if view.scene.pen is not None:
        return False
    if view.scene.chosen is not None:
        view.choose(None)
    elif view.textCursor().hasSelection():
        view.select(None)
    else:
        return False
    return True
