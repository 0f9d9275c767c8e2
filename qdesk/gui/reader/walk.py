"""Selecting by keys: sentence by sentence, paragraph, turn; and moving the borders of a coding word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qdesk.gui.look.theme import look
from qdesk.gui.reader.selecting import stepped
from qdesk.text.extents import Extent
from qdesk.text.spans import Span

if TYPE_CHECKING:
    from qdesk.gui.reader.view import TextView

_CONTROL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_STEPS: Final[dict[Qt.KeyboardModifier, Extent]] = {
    _CONTROL: "sentence",
    _CONTROL | _SHIFT: "paragraph",
    _ALT: "turn",
}
_UP, _DOWN, _LEFT, _RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
_ARROWS: Final = (_UP, _DOWN, _LEFT, _RIGHT)


def press(view: TextView, event: QKeyEvent) -> bool:
    """Ctrl, Ctrl+Shift and Alt with up and down select; Shift+Alt with the arrows moves borders. False: another key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in (_UP, _DOWN) and modifiers in _STEPS:
        step(view, _STEPS[modifiers], forward=event.key() == _DOWN)
        return True
    if event.key() in _ARROWS and modifiers == _SHIFT | _ALT:
        move_border(view, Qt.Key(event.key()))
        return True
    return False


def step(view: TextView, extent: Extent, *, forward: bool) -> None:
    """Select the sentence, paragraph or turn at the caret; where that is selected already, the next or previous one."""
    scene = view.scene
    selected = view.selection.span if view.selection else None
    place = selected.start if selected else scene.positions.point(view.textCursor().position())
    target = scene.extents.at(place, extent)
    if target is not None and target == selected:
        walk = scene.extents.next if forward else scene.extents.previous
        target = walk(place, extent)
    if target is not None:
        view.select(target)
        _show(view)


def leave_fold(view: TextView, before: int) -> None:
    """Take the caret on, in the direction it came from, where Qt has set it into what is folded away."""
    cursor, scene = view.textCursor(), view.scene
    here = cursor.position()
    shown = scene.shown_unit(here) if here > before else scene.shown_before(here)
    if shown != here:
        keep = cursor.MoveMode.KeepAnchor if cursor.hasSelection() else cursor.MoveMode.MoveAnchor
        cursor.setPosition(shown, keep)
        view.setTextCursor(cursor)


def move_border(view: TextView, key: Qt.Key) -> None:
    """Move a border of the chosen coding, or of the selection, by a word.

    Left and right move the end, up and down the start; in right-to-left text left is forward.
    """
    span = _bordered(view)
    if span is None:
        return
    text, at_start = view.scene.document.text, key in (_UP, _DOWN)
    forward = key == _DOWN if at_start else (key == _RIGHT) != _runs_right_to_left(view, span.start)
    point = stepped(text, span.start if at_start else span.end, at_start=at_start, forward=forward)
    moved = Span(point, span.end) if at_start else Span(span.start, point)
    if moved == span or moved.start >= moved.end:
        return
    if view.scene.chosen is not None:
        view.resize_asked.emit(view.scene.chosen, moved)
    else:
        view.select(moved)


def _show(view: TextView) -> None:
    """Bring what was selected into view: its end, and its start where both have room or else the end has none."""
    start, _end = view.selected_units() or (0, 0)
    view.ensureCursorVisible()
    if view.y_of(start) < 0:
        view.scroll_back((start, look.px(32)))


def _runs_right_to_left(view: TextView, point: int) -> bool:
    block = view.document().findBlock(view.scene.positions.unit(point))
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _bordered(view: TextView) -> Span | None:
    """The span of the chosen coding, else of the selection."""
    coding = view.scene.coding(view.scene.chosen) if view.scene.chosen is not None else None
    if coding is not None:
        return coding.span
    return view.selection.span if view.selection else None
