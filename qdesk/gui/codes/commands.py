"""What can be done with the selected codes: for the context menu, the keys and the window's table of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from qdesk.gui.acts import codes as act
from qdesk.gui.codes.asking import ask_delete, ask_merge
from qdesk.gui.codes.tree import ROOT
from qdesk.gui.codes.view import CodeTree
from qdesk.store.records import CodeKind

AskName = Callable[[str, Callable[[str], None]], None]
"""Shows a field with a prompt and hands over the name that is entered."""


class CodeCommands:
    """Verbs on the rows selected in a tree. ``ask_name`` shows the panel's name field."""

    def __init__(self, tree: CodeTree, ask_name: AskName) -> None:
        self._tree, self._bus, self._ask_name = tree, tree.bus, ask_name

    def new_code(self) -> None:
        """Ask for the name of a code in the current theme (or beside the current code) and create it."""
        parent = self._theme_here()
        where = f" in “{self._tree.codes_model.code(parent).name}”" if parent else ""
        self._ask_name(f"New code{where}", lambda name: self._show(act.add_code(self._bus, name, parent or None)))

    def new_theme(self) -> None:
        """Ask for the name of a theme on the top level and create it."""
        self._ask_name("New theme", lambda name: self._show(act.add_code(self._bus, name, kind="theme")))

    def rename(self) -> None:
        """Rename the current code in its row."""
        self._tree.setFocus()
        self._tree.edit(self._tree.currentIndex())

    def recolour(self, slot: str) -> None:
        """Give the selected codes a slot of the palette."""
        act.recolour(self._bus, self._chosen_all(), slot=slot)

    def own_colour(self) -> None:
        """Let the user choose any colour for the selected codes."""
        codes = self._chosen_all()
        before = QColor(self._tree.codes_model.code(codes[0]).colour)
        colour = QColorDialog.getColor(before, self._tree, "Colour")
        if colour.isValid():
            act.recolour(self._bus, codes, colour=colour.name().upper())

    def group(self) -> None:
        """Ask for a name and gather the selected codes in a new theme."""
        codes = self._tree.chosen()
        if not codes:
            self._bus.told.emit("Choose codes in the tree first; Group then puts them into a new theme.", False)
            return
        what = act.codes_phrase(self._bus, codes)
        self._ask_name(f"New theme of {what}", lambda name: self._show(act.group(self._bus, codes, name)))

    def merge(self) -> None:
        """Ask for another code and merge the selected ones into it."""
        codes = self._tree.chosen()
        if not codes:
            self._bus.told.emit("Choose codes in the tree first; Merge then joins them with another code.", False)
            return
        into = ask_merge(self._tree.window(), self._tree.codes_model, codes)
        if into is not None:
            act.merge(self._bus, codes, into)
            self._tree.choose([into])

    def set_kind(self, kind: CodeKind) -> None:
        """Make the selected rows themes, or codes."""
        act.set_kind(self._bus, self._chosen_all(), kind)

    def delete(self) -> None:
        """Delete the selected codes; where quotes would go with them, ask what shall become of those."""
        codes = self._tree.chosen()
        if not codes:
            return
        answer = ask_delete(self._tree.window(), self._tree.codes_model, codes)
        if answer:
            act.delete(self._bus, codes, answer)

    def shift(self, way: Literal["up", "down", "in", "out"]) -> None:
        """Move the current code without the mouse: past a sibling, into the one above, or out of its theme."""
        tree, index = self._tree.codes_model.tree, self._tree.currentIndex()
        if not index.isValid():
            return
        code = index.internalId()
        parent, row = tree.parent[code], tree.row(code)
        siblings = tree.children[parent]
        after = [*siblings[row + 1 :], None, None]
        if way == "up" and row:
            act.move(self._bus, [code], parent or None, siblings[row - 1])
        elif way == "down" and row + 1 < len(siblings):
            act.move(self._bus, [code], parent or None, after[1])
        elif way == "in" and row:
            act.move(self._bus, [code], siblings[row - 1])
        elif way == "out" and parent != ROOT:
            above = tree.parent[parent]
            following = [*tree.children[above][tree.row(parent) + 1 :], None]
            act.move(self._bus, [code], above or None, following[0])
        self._tree.scrollTo(self._tree.codes_model.index_of(code))

    def _theme_here(self) -> int:
        """The theme in which a new code belongs: the current row or its parent; ROOT for the top level."""
        index = self._tree.currentIndex()
        if not index.isValid() or not self._tree.selectedIndexes():
            return ROOT
        code = index.internalId()
        model = self._tree.codes_model
        return code if model.code(code).kind == "theme" else model.tree.parent[code]

    def _chosen_all(self) -> list[int]:
        return sorted(self._tree.chosen_all())

    def _show(self, code: int | None) -> None:
        if code is not None:
            self._tree.choose([code])
