"""The main window: the start page, or the desk of one open project, with menus, tool row and status line."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import look
from qdesk.gui.palette.palette import Palette
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.page import StartPage
from qdesk.gui.start.recents import Recents
from qdesk.gui.start.wording import holding
from qdesk.gui.tour.tour import Tour, name_tour
from qdesk.gui.widgets.status import StatusBar
from qdesk.gui.window.actions import Actions
from qdesk.gui.window.care import Care
from qdesk.gui.window.desk import Desk
from qdesk.gui.window.doors import Doors
from qdesk.gui.window.entries import entries_of, hits_of
from qdesk.gui.window.handlers import SWITCHES, handlers_of, set_interviewer, set_switches
from qdesk.gui.window.toolrow import ToolRow
from qdesk.store.project import Project


class MainWindow(QMainWindow):
    """One window, one project at most. ``doors`` opens and closes projects; ``desk`` is None on the start page."""

    def __init__(self, preferences: Preferences, recents: Recents) -> None:
        super().__init__()
        self._others: list[MainWindow] = []
        self.setObjectName("main_window")
        self.setWindowTitle("QDesk")
        self.setAcceptDrops(True)
        self.preferences, self.recents = preferences, recents
        self.bus: Bus | None = None
        self.desk: Desk | None = None
        self.palette_card: Palette | None = None
        self.care: Care | None = None
        self.tour: Tour | None = None
        self.doors = Doors(self)
        self.actions_table = Actions(self, handlers_of(self))
        self.status = StatusBar()
        self.tools = ToolRow(self.actions_table)
        self.start = StartPage("22 invented interviews, already coded")
        self._build()
        self._connect()
        self.show_start()

    def _build(self) -> None:
        self.actions_table.fill(self.menuBar())
        self.menuBar().setObjectName("menu_bar")
        self.menuBar().setAccessibleName("Menus")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        look.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.start.new_asked.connect(self.doors.new)
        self.start.open_asked.connect(self.doors.open)
        self.start.sample_asked.connect(self.doors.sample)
        self.start.files_dropped.connect(self.doors.new_with)
        self.start.forget_asked.connect(self._forget_recent)
        self.status.undo_asked.connect(self.actions_table["undo"].trigger)
        self.tools.search_asked.connect(self.open_palette)
        self.tools.size_chosen.connect(self.set_size)

    def _dress(self) -> None:
        """A bar lower than its titles would show none of them: fonts differ in height."""
        bar = self.menuBar()
        bar.setFixedHeight(max(look.px(28), bar.heightForWidth(self.width())))

    # ---- start page and desk

    def show_start(self) -> None:
        """The start page, with the recent projects as they are now."""
        self.start.set_recents(self.recents.all())
        self.stack.setCurrentWidget(self.start)
        self.tools.hide()
        self.status.hide()
        self.setWindowTitle("QDesk")
        self.refresh_actions()
        self.start.take_focus()

    def show_project(self, project: Project) -> None:
        """Set up the desk of a project that was opened."""
        self.bus = bus = Bus(project, self)
        self.desk = desk = Desk(bus, self)
        self.stack.addWidget(desk)
        self.stack.setCurrentWidget(desk)
        self.palette_card = Palette(
            self, lambda: entries_of(bus, self.actions_table), lambda words: hits_of(bus, words)
        )
        desk.import_asked.connect(self.actions_table["import"].trigger)
        desk.selection_facts.connect(self._on_selection_facts)
        desk.sides_changed.connect(self.refresh_actions)
        desk.history.undo_asked.connect(self.doors.undo_steps)
        desk.history.redo_asked.connect(self.doors.redo_steps)
        bus.told.connect(self.status.tell)
        bus.failed.connect(self._on_failed)
        bus.changed.connect(lambda _changes: self._show_facts())
        bus.selection_changed.connect(lambda _selection: self.refresh_actions())
        desk.reader.coding_chosen.connect(lambda _coding: self.refresh_actions())
        desk.reader.interviewer_changed.connect(lambda _view: self.refresh_actions())
        desk.interviewer_asked.connect(lambda view: set_interviewer(self, view))
        desk.speakers_asked.connect(self.actions_table["speakers"].trigger)
        set_switches(self)
        desk.coding.pen_lost.connect(lambda: self.actions_table["pen"].setChecked(False))
        self.actions_table.hold_within("reader", desk.reader)
        self.tools.show()
        self.status.show()
        self.setWindowTitle(f"{project.name} – QDesk")
        self._show_facts()
        self.care = Care(project, self)
        self.care.told.connect(self.status.tell)
        self.tour = Tour(self)
        desk.reader.setFocus()

    def drop_desk(self) -> None:
        """Take the desk down; the project itself is closed by the doors."""
        if self.care is not None:
            self.care.stop()
        if self.tour is not None:
            self.tour.put_away()
        if self.desk is not None:
            with suppress(QDeskError):  # the layout is no loss, and a window must close also when its folder is gone
                self.desk.keep()
            self.stack.removeWidget(self.desk)
            self.desk.deleteLater()
        if self.palette_card is not None:
            self.palette_card.deleteLater()
        if self.bus is not None:
            self.bus.project.observers.clear()
            self.bus.deleteLater()
        self.desk = self.bus = self.palette_card = self.care = self.tour = None
        self.status.tell("")
        self.status.set_selection("")

    # ---- what the window shows of the project

    def _on_selection_facts(self, facts: str) -> None:
        self.status.set_selection(facts)
        self.refresh_actions()

    def _show_facts(self) -> None:
        assert self.bus is not None
        project = self.bus.project
        state = "Read only" if project.read_only else "Saved"
        self.status.set_facts(f"{state}    {' · '.join(holding(project.sizes()))}")
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Switch actions on and off, and name what undo and redo would do."""
        present: set[str] = set()
        undo = redo = None
        if self.bus is not None and self.desk is not None:
            project = self.bus.project
            present = {"project"} if project.read_only else {"project", "writable"}
            if self.bus.selection is not None and not project.read_only:
                present.add("selection")
            if self.desk.reader.chosen is not None and not project.read_only:
                present.add("coding")
            undo, redo = project.history.undoable(), project.history.redoable()
        self.actions_table.allow(present)
        for name, step in (("undo", undo), ("redo", redo)):
            action = self.actions_table[name]
            action.setEnabled(step is not None and "writable" in present)
            action.setText(f"{name.capitalize()}: {step.label}" if step else name.capitalize())
        name_tour(self)
        self._show_sides()

    def _show_sides(self) -> None:
        desk = self.desk
        shown = {
            "left": desk is not None and not desk.left.isHidden(),
            "right": desk is not None and desk.right_shown is desk.quotes,
            "history": desk is not None and desk.right_shown is desk.history,
            **{name: self.preferences.get(name, True) for name in SWITCHES},
            f"theme_{look.setting}": True,
            f"interviewer_{desk.reader.interviewer if desk else 'shown'}": True,
        }
        for name, on in shown.items():
            action = self.actions_table[name]
            action.blockSignals(True)
            action.setChecked(on)
            action.blockSignals(False)
            action.changed.emit()

    def open_palette(self) -> None:
        """Open the command palette under the search field."""
        if self.palette_card is not None:
            field = self.tools.field
            self.palette_card.open_under(field.rect().translated(field.mapTo(self, field.rect().topLeft())))

    def set_size(self, percent: int) -> None:
        """Scale everything and remember it."""
        look.set_scale(percent / 100)
        self.preferences.set("size", round(look.scale * 100))

    # ---- other windows, idle moments, the end

    def _on_failed(self, sentence: str) -> None:
        """A refusal may come from what others did: catch up with them first, so that the sentence stays."""
        assert self.care is not None
        self.care.catch_up()
        self.status.tell(sentence)

    def open_another(self) -> MainWindow:
        """Another window, for another project or for this one again."""
        other = MainWindow(self.preferences, self.recents)
        other.resize(self.size())
        other.show()
        self._others.append(other)
        return other

    def note_recent(self) -> None:
        """Remember the open project on the start page: names and counts, no interview text."""
        assert self.bus is not None
        project = self.bus.project
        at = project.history.last_change()
        changed = datetime.fromisoformat(at).astimezone().replace(tzinfo=None) if at else datetime.now()
        try:
            self.recents.note(project.path.absolute(), " · ".join(holding(project.sizes())[:2]), changed)
        except QDeskError as error:  # the list is a convenience: a project opens and closes without it
            self.status.tell(str(error))

    def _forget_recent(self, project: Path) -> None:
        self.recents.forget(project)
        self.show_start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else wants it, puts the pen away."""
        if event.key() == Qt.Key.Key_Escape and self.actions_table["pen"].isChecked():
            self.actions_table["pen"].setChecked(False)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from outside may be dropped anywhere on an open project."""
        if self.bus is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.doors.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already; remember the layout and close the file."""
        self.preferences.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.doors.close_project()
        super().closeEvent(event)
