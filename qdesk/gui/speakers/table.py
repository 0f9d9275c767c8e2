"""The table of speakers: rows of 32 px, a field for names, a choice for role and participant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.speakers.model import ROLES, TITLES, Column, Index, SpeakersModel
from qdesk.gui.widgets.combo import Combo

_ROW, _PAD, _CHEVRON = 32, 8, 12
_WIDTHS = {Column.ROLE: 112, Column.TURNS: 64, Column.DOCUMENTS: 96}
_FILLED = "filled"


class SpeakersTable(QTableView):
    """Whole rows are chosen, single cells edited: by a double click, a click on a chosen row, or F2."""

    def __init__(self, model: SpeakersModel, participants: Callable[[], Sequence[str]]) -> None:
        """``participants`` gives the names of all participants."""
        super().__init__()
        self.speakers = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self, participants))
        self.setObjectName("speakers_table")
        self.setAccessibleName("Speakers")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self._set_header(self.horizontalHeader())
        look.changed.connect(self._resize)
        self._resize()

    def _set_header(self, header: QHeaderView) -> None:
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in Column:
            fixed = column in _WIDTHS
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)

    def _resize(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, look.px(width))

    def chosen(self) -> list[int]:
        """Ids of the speakers chosen, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.speakers.rows[row].id for row in rows]

    def choose(self, speakers: Sequence[int]) -> None:
        """Choose the rows of these speakers, as far as there are such; the first one is current."""
        flag = self.selectionModel().SelectionFlag
        rows = [row for row, one in enumerate(self.speakers.rows) if one.id in speakers]
        self.clearSelection()
        for row in rows:
            self.selectionModel().select(self.speakers.index(row, 0), flag.Select | flag.Rows)
        if rows:
            self.selectionModel().setCurrentIndex(self.speakers.index(rows[0], 0), flag.NoUpdate)


class _Cells(QStyledItemDelegate):
    """Paints cells from the look, and makes their editors."""

    def __init__(self, table: SpeakersTable, participants: Callable[[], Sequence[str]]) -> None:
        super().__init__(table)
        self._table, self._participants = table, participants

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.px(80), look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, words, a chevron where one of several is chosen, the ring of the current cell."""
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(cell, QColor(look.tokens.selected))
        counted = index.column() in (Column.TURNS, Column.DOCUMENTS)
        chooses = selected and index.column() in (Column.ROLE, Column.PARTICIPANT)
        chooses = chooses and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        side = look.px(_CHEVRON)
        room = cell.adjusted(look.px(_PAD), 0, -look.px(_PAD) - (side if chooses else 0), 0)
        painter.setFont(number_font(11) if counted else ui_font(13))
        painter.setPen(QColor(self._ink(index.column(), selected)))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), words)
        if chooses:
            box = QRectF(cell.right() - look.px(_PAD) - side, cell.center().y() - side / 2 + 1, side, side)
            paint_icon(painter, box, "chevron-down", QColor(look.tokens.text2))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(look.tokens.accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        painter.restore()

    @staticmethod
    def _ink(column: int, selected: bool) -> str:
        if column == Column.NAME:
            return look.tokens.text
        return look.tokens.muted if column >= Column.TURNS and not selected else look.tokens.text2

    # Editors

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the name, a choice for the role, a field with a choice for the participant."""
        name = f"{TITLES[index.column()]} of {index.siblingAtColumn(Column.NAME).data()}"
        if index.column() == Column.NAME:
            field = QLineEdit(parent)
            field.setAccessibleName(name)
            field.setFont(ui_font(13))
            return field
        is_role = index.column() == Column.ROLE
        choice = Combo(name, list(ROLES) if is_role else list(self._participants()), parent=parent)
        choice.setFont(ui_font(13))
        if is_role:
            choice.activated.connect(lambda _row: self._take(choice))
        else:
            choice.setEditable(True)
            choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            choice.lineEdit().setPlaceholderText("Choose, or type a new name")
        return choice

    def _take(self, editor: QWidget) -> None:
        """What was chosen with the mouse counts at once."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once only: the view asks again whenever a count changes, over half-typed text."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data())
            if editor.isEditable():
                editor.lineEdit().selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: SpeakersModel, index: Index) -> None:
        """Hand on what stands in the editor."""
        words = editor.currentText() if isinstance(editor, QComboBox) else editor.text()
        model.setData(index, words)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole cell."""
        editor.setGeometry(option.rect.adjusted(0, 1, 0, -1))
