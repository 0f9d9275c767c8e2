"""Every action of the window in one table; menus, tool row, shortcuts and command palette are made from it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from qdesk.gui.look.icons import icon

Need = Literal["", "project", "writable", "selection", "coding"]
"""What must be there for an action: an open project, one that can be changed, a selected passage, a chosen coding."""

MENUS: Final = ("File", "Edit", "View", "Code", "Analyse", "Export", "Window", "Help")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. ``keys`` is for Windows and Linux, ``mac_keys`` for macOS where it differs ("Ctrl" is Cmd there).

    ``within`` names the widget on which the keys hold, "" for the whole window. ``check`` makes it a toggle, and those
    of one ``group`` exclude each other. A row whose name is "-" is a line in its menu.
    """

    name: str
    menu: str = ""
    text: str = ""
    keys: str = ""
    mac_keys: str = ""
    need: Need = ""
    icon: str = ""
    check: bool = False
    group: str = ""
    within: str = ""


_LINE = "-"

ACTIONS: Final[tuple[ActionRow, ...]] = (
    ActionRow("new", "File", "New project…", "Ctrl+N", icon="plus"),
    ActionRow("open", "File", "Open a project…", "Ctrl+O", icon="folder"),
    ActionRow("sample", "File", "Try the sample study", icon="book"),
    ActionRow(_LINE, "File"),
    ActionRow("import", "File", "Import interviews…", "Ctrl+I", need="writable", icon="import"),
    ActionRow("import_codebook", "File", "Import a codebook…", need="writable"),
    ActionRow("import_cases", "File", "Import participants…", need="writable"),
    ActionRow("import_codings", "File", "Import codings…", need="writable"),
    ActionRow(_LINE, "File"),
    ActionRow("save_copy", "File", "Save a copy…", "Ctrl+Shift+S", need="project"),
    ActionRow("backup", "File", "Back up now", need="project"),
    ActionRow("restore", "File", "Restore a backup…"),
    ActionRow("check", "File", "Check the project", need="project"),
    ActionRow("forget", "File", "Forget originals and history…", need="writable"),
    ActionRow(_LINE, "File"),
    ActionRow("close", "File", "Close the project", "Ctrl+W", need="project"),
    ActionRow("quit", "File", "Quit", "Ctrl+Q"),
    ActionRow("undo", "Edit", "Undo", "Ctrl+Z", need="writable", icon="undo"),
    ActionRow("redo", "Edit", "Redo", "Ctrl+Shift+Z", need="writable", icon="redo"),
    ActionRow(_LINE, "Edit"),
    ActionRow("copy_cited", "Edit", "Copy with citation", "Ctrl+Alt+C", need="project"),
    ActionRow("correct", "Edit", "Correct the text…", "Ctrl+Shift+E", need="selection"),
    ActionRow(_LINE, "Edit"),
    ActionRow("speakers", "Edit", "Speakers…", need="project"),
    ActionRow(_LINE, "Edit"),
    ActionRow("palette", "Edit", "Search, or type a command…", "Ctrl+K", need="project", icon="search"),
    ActionRow("find", "Edit", "Find in this interview…", "Ctrl+F", need="project"),
    ActionRow("search", "Edit", "Search all interviews…", "Ctrl+Shift+F", need="project"),
    ActionRow("find_code", "Edit", "Find a code…", "Ctrl+Alt+F", need="project"),
    ActionRow("left", "View", "Documents and codes", "Ctrl+Shift+L", need="project", icon="panel-left", check=True),
    ActionRow("right", "View", "Quotes", "Ctrl+Shift+R", need="project", icon="panel-right", check=True),
    ActionRow("history", "View", "History", "Ctrl+H", "Ctrl+Y", need="project", icon="history", check=True),
    ActionRow(_LINE, "View"),
    ActionRow("larger", "View", "Larger", "Ctrl++"),
    ActionRow("smaller", "View", "Smaller", "Ctrl+-"),
    ActionRow("actual", "View", "100 %", "Ctrl+0"),
    ActionRow(_LINE, "View"),
    ActionRow("theme_system", "View", "Light or dark as the system", check=True, group="theme"),
    ActionRow("theme_light", "View", "Light", check=True, group="theme"),
    ActionRow("theme_dark", "View", "Dark", check=True, group="theme"),
    ActionRow(_LINE, "View"),
    ActionRow("interviewer_shown", "View", "Show the interviewer", need="project", check=True, group="interviewer"),
    ActionRow("interviewer_dimmed", "View", "Dim the interviewer", need="project", check=True, group="interviewer"),
    ActionRow("interviewer_hidden", "View", "Hide the interviewer", need="project", check=True, group="interviewer"),
    ActionRow(_LINE, "View"),
    ActionRow("one_key", "View", "One-key shortcuts in the text", check=True),
    ActionRow("snap", "View", "Select whole words", check=True),
    ActionRow("join", "View", "Join codings of one code that meet", check=True),
    ActionRow("pick", "Code", "Code the selection…", "Ctrl+Return", need="selection", icon="code"),
    ActionRow("in_vivo", "Code", "Code in vivo", "Ctrl+Shift+V", need="selection"),
    ActionRow("pen", "Code", "Pen", "Ctrl+P", "Ctrl+Shift+P", need="writable", icon="pen", check=True),
    ActionRow(_LINE, "Code"),
    ActionRow("uncode", "Code", "Uncode", "Del", "Backspace", need="coding", within="reader"),
    ActionRow("change_code", "Code", "Change the code…", "Ctrl+Shift+C", need="coding"),
    ActionRow("comment", "Code", "Comment…", "F2", need="coding", icon="comment", within="reader"),
    ActionRow("star", "Code", "Star", "Ctrl+D", need="coding", icon="star"),
    ActionRow(_LINE, "Code"),
    ActionRow("next_quote", "Code", "Next quote of the code", "F4", need="project"),
    ActionRow("previous_quote", "Code", "Previous quote of the code", "Shift+F4", need="project"),
    ActionRow(_LINE, "Code"),
    ActionRow("new_code", "Code", "New code", "Ctrl+Shift+N", need="writable"),
    ActionRow("new_theme", "Code", "New theme", "Ctrl+Shift+T", need="writable"),
    ActionRow("group", "Code", "Group the codes into a theme…", "Ctrl+G", need="writable"),
    ActionRow("merge", "Code", "Merge codes…", "Ctrl+M", "Ctrl+Shift+M", need="writable"),
    ActionRow("pin", "Code", "Pin the code to a digit", need="writable"),
    ActionRow("cooccurrence", "Analyse", "Co-occurrence", "Ctrl+Shift+O", need="project", icon="chart"),
    ActionRow("cooccurrence_chosen", "Analyse", "Co-occurrence of the chosen codes", need="project"),
    ActionRow("report", "Export", "Word report…", "Ctrl+E", need="project", icon="export"),
    ActionRow("quotes_csv", "Export", "Quotes as a table (.csv)…", need="project"),
    ActionRow("codebook_csv", "Export", "Codebook as a table (.csv)…", need="project"),
    ActionRow("figure", "Export", "Co-occurrence figure…", need="project"),
    ActionRow("new_window", "Window", "New window", "Ctrl+Alt+N"),
    ActionRow("next_panel", "Window", "Next panel", "F6", need="project"),
    ActionRow("help", "Help", "QDesk help", "F1", icon="book"),
    ActionRow(_LINE, "Help"),
    ActionRow("tour", "Help", "Guided tour"),
    ActionRow("confidential", "Help", "Where your data is"),
    ActionRow("about", "Help", "About QDesk"),
)  # fmt: skip


class Actions:
    """The table as QActions of one window. ``handlers`` gives what each name does; toggles get their new state."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[..., object]]) -> None:
        self.rows = {row.name: row for row in ACTIONS if row.name != _LINE}
        self._groups: dict[str, QActionGroup] = {}
        self.actions = {name: self._make(window, row, handlers[name]) for name, row in self.rows.items()}

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def _make(self, window: QWidget, row: ActionRow, handler: Callable[..., object]) -> QAction:
        action = QAction(row.text, window)
        action.setObjectName(f"action_{row.name}")
        keys = row.mac_keys if sys.platform == "darwin" and row.mac_keys else row.keys
        action.setShortcut(QKeySequence(keys))
        if row.icon:
            action.setIcon(icon(row.icon))
        if row.check:
            action.setCheckable(True)
            action.toggled.connect(handler) if not row.group else action.triggered.connect(handler)
        else:
            action.triggered.connect(lambda _checked=False: handler())
        if row.group:
            self._groups.setdefault(row.group, QActionGroup(window)).addAction(action)
        if not row.within:
            window.addAction(action)
        return action

    def hold_within(self, name: str, widget: QWidget) -> None:
        """Let the keys of the rows within ``name`` hold on a widget and its children only."""
        for row in self.rows.values():
            if row.within == name:
                self.actions[row.name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                widget.addAction(self.actions[row.name])

    def allow(self, present: set[str]) -> None:
        """Switch actions on whose need is among what is present."""
        for name, row in self.rows.items():
            self.actions[name].setEnabled(not row.need or row.need in present)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus. Icons stay out of them, as menus of every system have them now."""
        menus = {title: bar.addMenu(title) for title in MENUS}
        for row in ACTIONS:
            if row.name == _LINE:
                menus[row.menu].addSeparator()
            else:
                self.actions[row.name].setIconVisibleInMenu(False)
                menus[row.menu].addAction(self.actions[row.name])


def keys_text(action: QAction) -> str:
    """Keys of an action as written in menus and key-caps, "" for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
