"""The text itself: a read-only QTextEdit whose codings are painted under it and never touch its formats."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from qdesk.gui.bus import TextSelection
from qdesk.gui.look.theme import look
from qdesk.gui.mime import selection_mime, sign
from qdesk.gui.reader import keys, walk
from qdesk.gui.reader.accessible import Accessible
from qdesk.gui.reader.draglabel import drag_label
from qdesk.gui.reader.drops import Drops, edge_speed
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.page import Page
from qdesk.gui.reader.paint import (
    Handle,
    handles,
    paint_frame,
    paint_handles,
    paint_pen,
    paint_under,
    paint_veil,
    tint_rects,
)
from qdesk.gui.reader.pointer import Pointer
from qdesk.gui.reader.scene import Scene
from qdesk.gui.reader.selecting import selection_of, trimmed, widened
from qdesk.text.counted import counted
from qdesk.text.spans import Span

_FLASH = 600


class TextView(Page):
    """Shows a scene's text. Signals speak code points and ids; whatever is private to Qt stays in UTF-16 units."""

    selected = Signal(object)  # TextSelection | None
    coding_chosen = Signal(object)  # int | None
    context_asked = Signal(list, QPoint)  # codings at the point, global place
    code_dropped = Signal(list)  # ids of codes
    hinted = Signal(str)  # what a drag over the text may do
    resize_asked = Signal(int, object)  # coding, Span
    letter_typed = Signal(str)
    digit_typed = Signal(int)
    card_asked = Signal(list, QPoint)  # codings, global place
    list_asked = Signal(list, QRect)  # codings, and the place to list them at, in px of the viewport

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.selection: TextSelection | None = None
        self.snapping = True
        self.asked_at: int | None = None  # the code point at which the last menu was asked for
        self.pointer = Pointer(self)
        self._drops = Drops(self)
        self._flash = QTimer(self, singleShot=True, interval=_FLASH)
        self._flash.timeout.connect(lambda: scene.show(flash=None))
        scene.text_changed.connect(self.load)
        scene.marks_changed.connect(self._look_for_chosen)
        scene.changed.connect(self.viewport().update)
        self.selectionChanged.connect(self.viewport().update)
        self._accessible = Accessible(self, scene)

    def load(self) -> None:
        """Show the scene's text; nothing is selected in it."""
        super().load()
        self.settle()

    def _look_for_chosen(self) -> None:
        """A coding that is gone, or kept back by the filter, is no longer chosen."""
        if self.scene.chosen is not None and self.scene.marks.index(self.scene.chosen) is None:
            self.choose(None)
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and codings first, then Qt's text, then the veil over what is not coded, then handles."""
        lines = self.lines(event.rect().top(), event.rect().bottom())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens.surface))
        if self.scene.pen is not None:
            colour = self.scene.colour(self.scene.pen)
            paint_pen(painter, lines, self.textCursor().position(), self.viewport().width(), colour)
        paint_under(painter, lines, self.scene, self.selected_units())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.scene.dims_uncoded:
            paint_veil(painter, lines, self.scene, self.selected_units())
        if self._drops.over:
            paint_frame(painter, lines, self.selected_units() or (0, 0))
        if shown := self.shown_handles(lines):
            index = self.scene.marks.index(self.scene.chosen)
            paint_handles(painter, shown, self.scene.colour(int(self.scene.marks.codes[index])))
        painter.end()

    def shown_handles(self, lines: list[Line] | None = None) -> list[Handle]:
        """Handles of the chosen coding that are in view."""
        ends = self.scene.range_of(self.scene.chosen)
        if ends is None or self.scene.chosen in self.scene.struck:
            return []
        lines = self.lines(0, self.viewport().height()) if lines is None else lines
        return handles(lines, self.scene.ghost or ends)

    # Selection

    def selected_units(self) -> tuple[int, int] | None:
        """UTF-16 range of the highlighted text."""
        cursor = self.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def settle(self) -> None:
        """Freeze what is highlighted and tell it."""
        units = self.selected_units()
        selection = selection_of(self.scene.document, self.scene.span(*units)) if units else None
        if selection != self.selection:
            self.selection = selection
            self.selected.emit(selection)
            if selection:
                self.choose(None)

    def select(self, span: Span | None) -> None:
        """Highlight a span of code points, or nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        if span is not None:
            start, end = self.scene.positions.range(span)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.settle()

    def choose(self, coding: int | None) -> None:
        """Choose a coding as a click does, and tell it."""
        if coding != self.scene.chosen:
            self.scene.show(chosen=coding)
            self.coding_chosen.emit(coding)

    def selection_rect(self) -> QRect:
        """The last line of the highlighted text in px of the viewport; empty if it is not in view."""
        units = self.selected_units()
        return self.rect_of(*units) if units else QRect()

    def rect_of(self, start: int, end: int) -> QRect:
        """The last visible line of a UTF-16 range in px of the viewport; empty if it is not in view."""
        rects = [tint_rects(line, start, end) for line in self.lines(0, self.viewport().height())]
        last = next((row for row in reversed(rects) if row), [])
        return QRect(last[0]).united(last[-1]) if last else QRect()

    def goto(self, span: Span, flash: bool) -> None:
        """Bring a span into the upper third and light it up. The caret goes there unless a selection stands."""
        start, end = self.scene.positions.range(span)
        self.document().documentLayout().documentSize()  # lays out all: the scroll bar must reach the place
        self.scroll_back((start, self.viewport().height() // 4))
        bar = self.verticalScrollBar()
        if not self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.setPosition(start)
            scrolled = bar.value()
            self.setTextCursor(cursor)
            bar.setValue(scrolled)
        if flash:
            self.scene.show(flash=(start, end))
            self._flash.start()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied and dragged text is the stored text: Qt's own would turn no-break spaces into spaces."""
        units = self.selected_units() or (0, 0)
        text = self.scene.span(*units).of(self.scene.document.text)
        if self.selection:
            return selection_mime(self.selection, text)
        mime = QMimeData()
        mime.setText(text)
        return mime

    def start_drag(self) -> None:
        """Drag the selection out, as a passage with a small label."""
        if self.selection is None:
            return
        drag = QDrag(self)
        drag.setMimeData(sign(self.createMimeDataFromSelection(), self))
        words = counted(self.selection.words, "word")
        drag.setPixmap(drag_label(f"“…{words}”", self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-look.px(12), -look.px(12)))
        drag.exec(Qt.DropAction.CopyAction)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing is ours, moving and selecting is Qt's; a selection made by keys is frozen at each of them."""
        if keys.press(self, event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            before = self.textCursor().position()
            super().keyPressEvent(event)
            walk.leave_fold(self, before)
            self.settle()

    # Mouse, wheel and drops

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See Pointer. After a double click the third press takes the sentence, the fourth the paragraph."""
        if extent := self.pointer.clicked_extent(event):
            point = self.scene.positions.point(self.cursorForPosition(event.position().toPoint()).position())
            self.select(self.scene.extents.at(point, extent))
        elif not self.pointer.press(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a word."""
        super().mouseDoubleClickEvent(event)
        self.pointer.doubled()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See Pointer."""
        if not self.pointer.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Freeze the selection; a click that selected nothing chooses a coding."""
        if not self.pointer.release(event):
            super().mouseReleaseEvent(event)
            if not self.pointer.clicked(event):
                self._snap()
            elif not self.textCursor().hasSelection():
                self.pointer.click(event.position().toPoint())
        self.settle()

    def _snap(self) -> None:
        """A stroke that cut a word takes it whole."""
        if (units := self.selected_units()) and self.snapping:
            span = self.scene.span(*units)
            if (whole := widened(self.scene.document.text, trimmed(self.scene.document.text, span))) != span:
                self.select(whole)

    def leaveEvent(self, event: object) -> None:
        """No hover without a mouse."""
        self.pointer.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of everything."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        step = (event.angleDelta().y() > 0) - (event.angleDelta().y() < 0)
        look.set_scale(round(look.scale + step / 10, 1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the codings under the mouse, or at the caret if a key was pressed."""
        place, globally = event.pos(), event.globalPos()
        unit = self.cursorForPosition(place).position()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place, unit = self.cursorRect().center(), self.textCursor().position()
            globally = self.viewport().mapToGlobal(place)
        self.asked_at = self.scene.positions.point(unit)
        self.context_asked.emit(self.pointer.codings_at(place), globally)

    def scroll_at_edge(self, place: QPoint) -> None:
        """Scroll while something is dragged near the upper or lower edge."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + edge_speed(place.y(), self.viewport().height()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Drops."""
        self._drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """See Drops."""
        self._drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """See Drops."""
        self._drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Drops."""
        self._drops.drop(event)
