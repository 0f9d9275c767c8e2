"""The code tree on the screen: clicks, keys, dragging. What a drag does stands in ``dragging``."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
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
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from qdesk.gui.acts import codes as act
from qdesk.gui.acts.coding import apply_code, words_phrase
from qdesk.gui.bus import Bus, QuoteQuery
from qdesk.gui.codes.delegate import CodeDelegate
from qdesk.gui.codes.dragging import TreeDrag
from qdesk.gui.codes.model import CodesModel
from qdesk.gui.codes.rows import RIGHT
from qdesk.gui.look.theme import look
from qdesk.gui.mime import sign

_SHIFTS = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Right: "in", Qt.Key.Key_Left: "out"}


class CodeTree(QTreeView):
    """The tree of codes. Selecting rows asks for their quotes; all writing goes through the bus."""

    delete_asked = Signal()
    shift_asked = Signal(str)  # "up", "down", "in", "out"
    menu_asked = Signal(QPoint)  # global position
    new_code_asked = Signal(object)  # TextSelection that was dropped below the codes

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bus = bus
        self.codes_model = CodesModel(self)
        self.dragged: frozenset[int] = frozenset()
        self.drag = TreeDrag(self)
        self._collapsed: set[int] = set()
        self._parents: frozenset[int] = frozenset()
        self._pressed_swatch = 0
        self._set_up()
        self.setModel(self.codes_model)
        self.setItemDelegate(CodeDelegate(self))
        self.codes_model.rename_asked.connect(lambda code, name: act.rename(bus, code, name))
        self.collapsed.connect(lambda index: self._collapsed.add(index.internalId()))
        self.expanded.connect(lambda index: self._collapsed.discard(index.internalId()))
        bus.selection_changed.connect(self._on_selection)
        look.changed.connect(self._on_look)

    def _set_up(self) -> None:
        self.setObjectName("codeTree")
        self.setAccessibleName("Codes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setAutoScroll(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)

    def _on_selection(self, _selection: object) -> None:
        """The swatches become "+", or themselves again."""
        self.viewport().unsetCursor()
        self.viewport().update()

    def _on_look(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    # What panels and painters ask

    def chosen(self) -> list[int]:
        """Ids of the selected codes in tree order, without those below another selected one."""
        return self.codes_model.tree.tops(self.chosen_all())

    def chosen_all(self) -> list[int]:
        """Ids of all selected codes, in no order."""
        return [index.internalId() for index in self.selectedIndexes()]

    def choose(self, codes: Iterable[int]) -> None:
        """Select codes, make the first current and bring it into view."""
        selection = QItemSelection()
        indexes = [self.codes_model.index_of(code) for code in codes if code in self.codes_model.tree]
        for index in indexes:
            selection.select(index, index)
        self.selectionModel().select(selection, self.selectionModel().SelectionFlag.ClearAndSelect)
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[0], self.selectionModel().SelectionFlag.NoUpdate)
            self.scrollTo(indexes[0])

    @property
    def framed(self) -> int:
        """The row that a drop would nest into or code with; 0 for none."""
        target = self.drag.target
        return target.row if target and target.framed else 0

    @property
    def coding_by_click(self) -> bool:
        """True while a passage is selected: a click on a swatch codes it."""
        return self.bus.selection is not None

    def right_margin(self) -> int:
        """Px kept free right of the columns, so that they stay where they are when the scroll bar shows."""
        return max(look.px(4), look.px(RIGHT) - (self.width() - self.viewport().width()))

    def shows_children(self, index: QModelIndex) -> bool:
        """True if rows of the code's own stand below it."""
        return self.isExpanded(index) and self.codes_model.hasChildren(index)

    def rows_end(self) -> int:
        """Bottom of the last visible row, in viewport px."""
        last, below = QModelIndex(), self.indexAt(QPoint(0, 0))
        while below.isValid():
            last, below = below, self.indexBelow(below)
        return self.visualRect(last).bottom() + 1

    # What stays closed

    def collapsed_codes(self) -> list[int]:
        """Ids of the themes the user closed; all others are open."""
        return sorted(self._collapsed & self.codes_model.tree.parent.keys())

    def collapse_codes(self, codes: Iterable[int]) -> None:
        """Close these themes and open all others."""
        self._collapsed = set(codes)
        self._parents = frozenset()
        self.open_new()

    def open_new(self) -> None:
        """Open what has got children since the last time, unless the user closed it."""
        parents = frozenset(code for code, rows in self.codes_model.tree.children.items() if code and rows)
        for code in parents - self._parents:
            self.setExpanded(self.codes_model.index_of(code), code not in self._collapsed)
        self._parents = parents

    # Clicks and keys

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Ask for the quotes of what is selected now."""
        super().selectionChanged(selected, deselected)
        if not selected.isEmpty():
            self.ask_quotes(bring=False)

    def ask_quotes(self, bring: bool = True) -> None:
        """Ask for the quotes of the selected codes; ``bring`` them in sight, whatever the dock shows."""
        if codes := self.chosen():
            self.bus.quotes_asked.emit(QuoteQuery(codes=tuple(codes), bring=bring))

    def _part_at(self, pos: QPoint) -> tuple[QModelIndex, str]:
        """The row at a place, and "chevron", "swatch" or "" for the rest of it."""
        index = self.indexAt(pos)
        if not index.isValid():
            return index, ""
        delegate: CodeDelegate = self.itemDelegate()
        row = self.visualRect(index)
        parts, reach = delegate.parts(index, row.size()), look.px(4)
        if self.codes_model.hasChildren(index) and pos.x() <= parts.chevron.right() + reach:
            return index, "chevron"
        near = parts.swatch.adjusted(-reach, -look.px(8), reach, look.px(8))
        return index, "swatch" if near.contains(pos - row.topLeft()) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a chevron opens or closes, one on a swatch codes the selected passage."""
        index, part = self._part_at(event.position().toPoint())
        self._pressed_swatch = 0
        if event.button() == Qt.MouseButton.LeftButton and part == "chevron":
            self.setExpanded(index, not self.isExpanded(index))
        elif event.button() == Qt.MouseButton.LeftButton and part == "swatch" and self.coding_by_click:
            self._pressed_swatch = index.internalId()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        code, self._pressed_swatch = self._pressed_swatch, 0
        if not code:
            super().mouseReleaseEvent(event)
            return
        index, part = self._part_at(event.position().toPoint())
        if part == "swatch" and index.internalId() == code:
            apply_code(self.bus, code)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click on a chevron or a swatch is one more press."""
        _, part = self._part_at(event.position().toPoint())
        if part == "chevron" or (part == "swatch" and self.coding_by_click):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over a swatch that codes, the pointer is a hand."""
        index, part = self._part_at(event.position().toPoint())
        codes = self.coding_by_click and part == "swatch"
        if codes and self.bus.selection:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.viewport().setToolTip(f"Code {words_phrase(self.bus.selection.words)} as {index.data()}")
        else:
            self.viewport().unsetCursor()
            self.viewport().setToolTip("")
        if not self._pressed_swatch:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does, Del deletes, Alt and an arrow moves the codes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.ask_quotes()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _SHIFTS:
            self.shift_asked.emit(_SHIFTS[event.key()])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pos = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            pos = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(pos)

    # Dragging

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the selected codes; their rows stay, pale, until the drop."""
        codes = self.chosen()
        tree = self.codes_model.tree
        self.dragged = frozenset(code for top in codes for code in [top, *tree.walk(top)])
        self.viewport().update()
        drag = QDrag(self)
        drag.setMimeData(sign(self.codes_model.mimeData([self.codes_model.index_of(code) for code in codes]), self))
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        drag.setPixmap(nothing)  # the label says more than a picture, and without one Qt shows its own
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self.dragged = frozenset()
        self.drag.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drag.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.drag.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drag.end()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drag.drop(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens.background))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.drag.paint(painter)
        painter.end()
