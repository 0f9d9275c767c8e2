"""The panel of codes: head, filter, name field, tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from qdesk.gui.acts.coding import apply_new_code, words_phrase
from qdesk.gui.bus import Bus, TextSelection
from qdesk.gui.codes.commands import CodeCommands
from qdesk.gui.codes.menu import tree_menu
from qdesk.gui.codes.namefield import NameField
from qdesk.gui.codes.rows import RIGHT, people_fit
from qdesk.gui.codes.view import CodeTree
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.filterfield import FilterField
from qdesk.gui.widgets.panel import PanelHeader
from qdesk.store.changes import Changes

_COUNTED = ("coding", "code", "document", "turn", "speaker", "case")
"""Tables whose rows decide the counts of quotes and people."""


class CodesPanel(QWidget):
    """The code tree with its head. It reads the project when something changed, or when it is shown after that."""

    field_asked = Signal()  # a field is about to be shown, so the panel must be in sight

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codesPanel")
        self.setAccessibleName("Codes")
        self._bus = bus
        self._stale_codes = self._stale_counts = True
        self.tree = CodeTree(bus)
        self.commands = CodeCommands(self.tree, self._ask_name)
        self._head = PanelHeader("Codes")
        self._head.add_tool("search", "Find a code").clicked.connect(self.open_filter)
        self._head.add_tool("plus", "New code").clicked.connect(self.commands.new_code)
        self._filter = FilterField("Find a code")
        self._filter.setObjectName("codeFilter")
        self._filter.textChanged.connect(self._narrow)
        self._filter.left.connect(self.tree.setFocus)
        self._name = NameField()
        self._columns = _ColumnNames()
        self._empty = EmptyState(
            "No codes yet. Select text in an interview and type a name for what it says.", "New code"
        )
        self._empty.acted.connect(self.commands.new_code)
        self._lay_out()
        self.tree.delete_asked.connect(self.commands.delete)
        self.tree.shift_asked.connect(self.commands.shift)
        self.tree.menu_asked.connect(self._open_menu)
        self.tree.new_code_asked.connect(self._ask_new_code)
        bus.changed.connect(self._on_changed)
        look.changed.connect(self._resize)

    def _lay_out(self) -> None:
        self._fields = QVBoxLayout()
        self._fields.addWidget(self._filter)
        self._fields.addWidget(self._name)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._columns)
        body.addWidget(self.tree, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._fields)
        column.addLayout(self._stack, 1)
        self._resize()

    def _resize(self) -> None:
        self._fields.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._fields.setSpacing(look.px(4))

    # What others ask of it

    def set_digits(self, digits: Mapping[int, int]) -> None:
        """Which digit key applies which code (code id to digit), shown as key-caps."""
        self.tree.codes_model.set_digits(digits)

    def choose(self, codes: Iterable[int]) -> None:
        """Select codes and bring the first into view."""
        self.refresh()
        self.tree.choose(codes)

    def open_filter(self) -> None:
        """Show the filter field."""
        self.field_asked.emit()
        self._filter.open()

    # Following the project

    def refresh(self) -> None:
        """Read what has gone stale."""
        self._read_codes()
        if self._stale_counts:
            self._stale_counts = False
            self.tree.codes_model.set_counts(self._bus.project.counts())

    def _read_codes(self) -> None:
        model = self.tree.codes_model
        if self._stale_codes:
            self._stale_codes = False
            codes = self._bus.project.codes.list()
            model.show(codes)
            self.tree.open_new()
            self._head.set_count(str(sum(code.kind == "code" for code in codes)) if codes else "")
            self._stack.setCurrentWidget(self._body if codes else self._empty)
            if self._filter.text():
                self._narrow(self._filter.text())

    def _on_changed(self, changes: Changes) -> None:
        self._stale_codes |= changes.touches("code")
        self._stale_counts |= changes.touches(*_COUNTED)
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_codes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The counts of a large study take a moment to read: they come after the first paint."""
        super().paintEvent(event)
        if self._stale_counts:
            QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh()

    # Fields and menu

    def _ask_name(self, prompt: str, done: Callable[[str], None]) -> None:
        self.field_asked.emit()
        self._name.ask(prompt, done)

    def _ask_new_code(self, selection: TextSelection) -> None:
        """Ask for the name of a new code for a passage, and code it."""

        def apply(name: str) -> None:
            coding = apply_new_code(self._bus, name, selection)
            if coding is not None:
                self.tree.scrollTo(self.tree.codes_model.index_of(self._bus.project.codings.get(coding).code))

        self._ask_name(f"New code for {words_phrase(selection.words)}", apply)

    def _narrow(self, letters: str) -> None:
        """Show only rows whose name holds the letters, with what is above them."""
        model, tree = self.tree.codes_model, self.tree.codes_model.tree
        wanted = letters.strip().casefold()
        found = [code for code in tree.walk() if wanted in model.code(code).name.casefold()]
        shown = {code for hit in found for code in [hit, *tree.ancestors(hit)]}
        for code in tree.walk():
            above = tree.parent[code]
            parent = model.index_of(above) if above else QModelIndex()
            self.tree.setRowHidden(tree.row(code), parent, code not in shown)
        if wanted:
            for code in shown:
                self.tree.expand(model.index_of(code))

    def _open_menu(self, pos: QPoint) -> None:
        tree_menu(self.tree, self.commands).popup(pos)


class _ColumnNames(QWidget):
    """The small line over the two columns of counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("countNames")
        self.setAccessibleName("Columns: quotes, people")
        look.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(look.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(ui_font(11))
        painter.setPen(QColor(look.tokens.muted))
        right, end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.width() - look.px(RIGHT)
        if people_fit(self.width(), look.px(RIGHT)):
            painter.drawText(QRect(0, 0, end, self.height()), right, "People")
            end -= painter.fontMetrics().horizontalAdvance("People") + look.px(6)
        painter.drawText(QRect(0, 0, end, self.height()), right, "Quotes")
