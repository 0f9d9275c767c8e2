"""A drag over the code tree: its target, its marks, spring-open and scrolling.

The view's own auto-scroll and spring-open restart their timers with every move and so never fire under a moving
pointer; these do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPen

from qdesk.gui.acts import codes as act
from qdesk.gui.acts.coding import also_code, apply_code, change_code
from qdesk.gui.bus import TextSelection
from qdesk.gui.codes.draglabel import DragLabel
from qdesk.gui.codes.dropping import Target, code_words, move_target, move_words, new_code_words, recode_words, zone
from qdesk.gui.codes.rows import indent
from qdesk.gui.codes.tree import ROOT
from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.gui.mime import codes_of, codings_of, is_ours, selection_of

if TYPE_CHECKING:
    from qdesk.gui.codes.view import CodeTree

_SPRING_MS = 600
_TICK_MS = 16
_EDGE = 24
_FASTEST = 10  # px a tick at the very edge: about 620 px/s


class TreeDrag(QObject):
    """What is dragged over the tree now, if anything."""

    def __init__(self, tree: CodeTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self._label: DragLabel | None = None
        self._pointer = QPoint()
        self._hovered = ROOT
        self.codes: list[int] = []
        self.codings: list[int] = []
        self.selection: TextSelection | None = None
        self._adding = False
        self.target: Target | None = None
        self._spring = QTimer(self, singleShot=True, interval=_SPRING_MS)
        self._spring.timeout.connect(self._spring_open)
        self._scroll = QTimer(self, interval=_TICK_MS)
        self._scroll.timeout.connect(self._scroll_on)
        tree.codes_model.rowsAboutToBeRemoved.connect(self.end)

    # The four events of a drag

    def enter(self, event: QDragEnterEvent) -> None:
        """Take up codes, codings or a passage of text; leave all else to others."""
        mime = event.mimeData()
        ours = is_ours(mime, self._tree)
        self.codes = [code for code in codes_of(mime) if code in self._tree.codes_model.tree] if ours else []
        self.codings = codings_of(mime) if ours else []
        self.selection = selection_of(mime) if ours else None
        if self._carries():
            self._hovered = ROOT
            event.accept()
        else:
            event.ignore()

    def move(self, event: QDropEvent) -> None:
        """Follow the pointer."""
        if not self._carries():
            event.ignore()
            return
        self._pointer = event.position().toPoint()
        self._note_control(event)
        if self._depth() and not self._scroll.isActive():
            self._scroll.start()
        self._aim()
        self._answer(event)

    def drop(self, event: QDropEvent) -> None:
        """Do what the label said."""
        self.move(event)
        target, codes, selection, codings = self.target, self.codes, self.selection, self.codings
        recode = also_code if self._adding else change_code
        self.end()
        if target and selection and target.where == "new":
            self._tree.new_code_asked.emit(selection)
        elif target and selection:
            apply_code(self._tree.bus, target.row, selection)
        elif target and codings:
            recode(self._tree.bus, codings, target.row)
        elif target:
            act.move(self._tree.bus, codes, target.parent or None, target.before)

    def _carries(self) -> bool:
        return bool(self.codes or self.codings or self.selection)

    def _note_control(self, event: QDropEvent) -> None:
        """With Ctrl a coding keeps its code and gets the other one too; the label says so at once."""
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if adding != self._adding:
            self._adding = adding
            self._say()

    def end(self) -> None:
        """Forget the drag: dropped, cancelled, gone elsewhere, or rows were deleted under it."""
        self.codes, self.codings, self.selection, self.target = [], [], None, None
        self._adding = False
        self._hovered = ROOT
        self._spring.stop()
        self._scroll.stop()
        self._hide_label()
        self._tree.viewport().update()

    def _hide_label(self) -> None:
        if self._label:
            self._label.hide()
            self._label.deleteLater()
            self._label = None

    def _answer(self, event: QDropEvent) -> None:
        if self.target is None:
            event.ignore()
            return
        wanted = Qt.DropAction.MoveAction if self.codes else Qt.DropAction.CopyAction
        event.setDropAction(wanted if event.possibleActions() & wanted else event.proposedAction())
        event.accept()

    # Target and label

    def _aim(self) -> None:
        """Find the target under the pointer and show it."""
        index = self._tree.indexAt(self._pointer)
        row = index.internalId() if index.isValid() else ROOT
        if row != self._hovered:
            self._hovered = row
            self._spring.start()
        target = self._target_on(row)
        if target != self.target:
            self.target = target
            self._say()
            self._tree.viewport().update()
        if self._label:
            self._label.follow(self._tree.viewport().mapTo(self._tree.window(), self._pointer))

    def _target_on(self, row: int) -> Target | None:
        if not self.codes:
            below = Target("new", ROOT) if self.selection else None
            return Target("code", row) if row else below
        tree = self._tree
        index = tree.codes_model.index_of(row)
        rect = tree.visualRect(index)
        part = zone(self._pointer.y() - rect.top(), rect.height()) if row else "after"
        return move_target(tree.codes_model.tree, self.codes, row, part, tree.shows_children(index))

    def _say(self) -> None:
        if self.target is None:
            self._hide_label()
            return
        if self._label is None:
            self._label = DragLabel(self._tree.window())
        model, row = self._tree.codes_model, self.target.row
        code = model.code(row) if row else None
        if self.codes:
            what = act.codes_phrase(self._tree.bus, self.codes)
            swatches = [code_colour(one.colour, one.slot) for one in map(model.code, self.codes)]
            is_code = code is not None and code.kind == "code"
            self._label.say(move_words(self.target, what, code.name if code else "", is_code), swatches=swatches)
        elif code is not None:
            words = (
                code_words(self.selection, code.name)
                if self.selection
                else recode_words(len(self.codings), code.name, self._adding)
            )
            self._label.say(words, bar=code_colour(code.colour, code.slot))
        elif self.selection is not None:
            self._label.say(new_code_words(self.selection))

    def words(self) -> str:
        """What the label says; "" without one."""
        return self._label.words if self._label else ""

    def paint(self, painter: QPainter) -> None:
        """Mark the target: a frame round a row, or a line with a ring between rows."""
        if self.target is None:
            return
        tree, accent = self._tree, QColor(look.tokens.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 2))
        row = QRectF(tree.visualRect(tree.codes_model.index_of(self.target.row)))
        if self.target.framed:
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5)
            return
        top = row.top() if self.target.where == "before" else row.bottom()
        if self.target.where in ("end", "new"):
            top = tree.rows_end()
        top = max(top, 5.0)
        level = tree.codes_model.tree.level(self.target.parent) + 1 if self.target.parent else 0
        ring = QPointF(look.px(16) + indent(level), top)
        painter.drawLine(ring, QPointF(tree.viewport().width() - tree.right_margin(), top))
        painter.setBrush(QColor(look.tokens.background))
        painter.drawEllipse(ring, 3, 3)

    # Timers

    def _spring_open(self) -> None:
        index = self._tree.codes_model.index_of(self._hovered)
        if self.target and self._hovered not in self.codes and index.isValid():
            self._tree.expand(index)

    def _depth(self) -> float:
        """How deep the pointer is in the scrolling edge: -1 at the very top to 1 at the bottom, 0 outside."""
        height, y, edge = self._tree.viewport().height(), self._pointer.y(), look.px(_EDGE)
        if y < edge:
            return -min(1.0, (edge - y) / edge)
        return max(0.0, min(1.0, (y - height + edge) / edge))

    def _scroll_on(self) -> None:
        depth, bar = self._depth(), self._tree.verticalScrollBar()
        if not depth:
            self._scroll.stop()
            return
        bar.setValue(bar.value() + round(depth * _FASTEST))
        self._aim()
