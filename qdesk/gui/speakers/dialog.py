"""All speakers of the project: their names, who asks, for whom they speak; several of them made one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from qdesk.gui.acts import speakers as act
from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import look
from qdesk.gui.speakers.model import ROLES, Column, SpeakersModel
from qdesk.gui.speakers.rows import read_rows
from qdesk.gui.speakers.table import SpeakersTable
from qdesk.gui.widgets.dialog import Dialog
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.link import Link
from qdesk.store.changes import Changes

_SAYS = "Change who they are here; the labels in the interviews stay as they were written."
_EMPTY = "No speakers yet. Import interviews with labels such as “Ann:”, or right-click a word and choose “New turn”."
_WIDTH, _HEIGHT = 720, 480


def open_speakers(window: QWidget, bus: Bus, undo: Callable[[], object], redo: Callable[[], object]) -> None:
    """Show all speakers beside a window's text, or bring forward the table that is open already."""
    dialog = window.findChild(SpeakersDialog)
    if dialog is None:
        dialog = SpeakersDialog(window, bus)
        dialog.undo_asked.connect(undo)
        dialog.redo_asked.connect(redo)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


class SpeakersDialog(Dialog):
    """Not modal, and never in the way of Undo: ``undo_asked`` and ``redo_asked`` go to the window."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, window: QWidget, bus: Bus) -> None:
        super().__init__(window, "Speakers", _SAYS)
        self.setObjectName("speakers_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bus = bus
        self._model = SpeakersModel(self, fixed=bus.project.read_only)
        self.table = SpeakersTable(self._model, lambda: sorted(case.name for case in bus.project.cases.list()))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState(_EMPTY))
        self.body.addWidget(self._pages, 1)
        self._build_foot()
        self._connect()
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        self._refresh()

    def _build_foot(self) -> None:
        self._told, self._undo = Label("", 11, token="text2"), Link("Undo", 11)
        self._told.setObjectName("speakers_told")
        self._buttons.insertWidget(0, self._told)
        self._buttons.insertWidget(1, self._undo)
        self._merge = self.add_plain("Merge into…")
        self.add_cancel("Close")
        self._tell("", False)

    def _connect(self) -> None:
        self._model.edited.connect(self._edit)
        self.table.selectionModel().selectionChanged.connect(self._follow_choice)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._merge.clicked.connect(self._open_targets)
        self._undo.clicked.connect(self.undo_asked)
        for keys, asked in ((QKeySequence.StandardKey.Undo, self.undo_asked), (_REDO, self.redo_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(asked)
        self._bus.changed.connect(self._follow)
        self._bus.told.connect(self._tell)
        self._bus.destroyed.connect(self.close)  # the project is closed
        self._bus.failed.connect(self._tell_failure)

    def _tell_failure(self, sentence: str) -> None:
        self._tell(sentence, False)

    # ---- rows

    def _follow(self, changes: Changes) -> None:
        if changes.touches("speaker", "turn", "case", "document"):
            self._refresh()

    def _refresh(self) -> None:
        chosen = self.table.chosen()
        rows = read_rows(self._bus.project)
        self._model.show(rows)
        if self.table.chosen() != chosen:
            self.table.choose(chosen)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._follow_choice()

    def _follow_choice(self) -> None:
        several = len(self.table.chosen()) > 1
        self._merge.setEnabled(several and not self._bus.project.read_only)
        self._merge.setToolTip("" if several else "Choose two speakers or more")

    # ---- acts

    def _edit(self, speaker: int, column: int, words: str) -> None:
        if column == Column.NAME:
            act.rename(self._bus, speaker, words)
        elif column == Column.ROLE:
            act.set_role(self._bus, speaker, words == ROLES[True])
        else:
            act.set_participant(self._bus, speaker, words)

    def _open_targets(self) -> None:
        menu = self._new_menu()
        self._list_targets(menu)
        menu.popup(self._merge.mapToGlobal(QPoint(0, self._merge.height())))

    def _open_menu(self, place: QPoint) -> None:
        chosen = self.table.chosen()
        if not chosen or self._bus.project.read_only:
            return
        menu = self._new_menu()
        if len(chosen) == 1:
            (row,) = (one for one in self._model.rows if one.id == chosen[0])
            menu.addAction("Rename", lambda: self.table.edit(self.table.currentIndex().siblingAtColumn(Column.NAME)))
            words = "Answers the questions" if row.asks else "Asks the questions"
            menu.addAction(words, partial(act.set_role, self._bus, row.id, not row.asks))
        else:
            self._list_targets(menu.addMenu("Merge into"))
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("speakers_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _list_targets(self, menu: QMenu) -> None:
        """Which of the chosen ones stays."""
        chosen = self.table.chosen()
        for row in (one for one in self._model.rows if one.id in chosen):
            other = f" ({row.participant})" if row.participant not in ("", row.name) else ""
            menu.addAction(f"{row.name}{other}".replace("&", "&&"), partial(act.merge, self._bus, chosen, row.id))

    # ---- foot

    def _tell(self, sentence: str, undo: bool) -> None:
        self._told.setText(sentence)
        self._undo.setVisible(undo)


_REDO = QKeySequence.StandardKey.Redo
