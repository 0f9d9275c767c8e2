"""The menu of the reader's head: which codes are shown in the text, and whether what is not coded is dimmed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qdesk.gui.reader.reader import Reader
from qdesk.store.records import Code

_INDENT = "    "


def open_filter(reader: Reader, chosen: Collection[int], place: QPoint) -> None:
    """Open the menu at a global place; ``chosen`` are the codes chosen in the tree."""
    codes, shown = reader.codes, reader.filter
    menu = QMenu(reader)
    menu.setObjectName("filter_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add(menu, "All codes", shown is None, lambda: reader.set_filter(None))
    among = bool(chosen) and shown == frozenset(chosen)
    _add(menu, _only(codes, chosen), among, lambda: reader.set_filter(chosen)).setEnabled(bool(chosen))
    themes = menu.addMenu("Only one theme")
    for theme, depth in _themes(codes):
        name = _INDENT * depth + theme.name
        _add(themes, name, shown == {theme.id}, lambda theme=theme: reader.set_filter([theme.id]))
    themes.setEnabled(not themes.isEmpty())
    _add(menu, "No codes", shown == frozenset(), lambda: reader.set_filter(()))
    menu.addSeparator()
    _add(menu, "Dim what is not coded", reader.dims_uncoded, lambda: reader.dim_uncoded(not reader.dims_uncoded))
    menu.popup(place)


def _add(menu: QMenu, text: str, on: bool, act: Callable[[], None]) -> QAction:
    action = menu.addAction(text.replace("&", "&&"), act)
    action.setCheckable(True)
    action.setChecked(on)
    return action


def _only(codes: Mapping[int, Code], chosen: Collection[int]) -> str:
    if len(chosen) == 1:
        return f"Only “{codes[next(iter(chosen))].name}”"
    return f"Only the {len(chosen)} chosen codes" if chosen else "Only the codes chosen in the tree"


def _themes(codes: Mapping[int, Code], parent: int | None = None, depth: int = 0) -> Iterator[tuple[Code, int]]:
    """Themes in the order of the tree, with how deep they lie in others."""
    below = (code for code in codes.values() if code.parent == parent and code.kind == "theme")
    for theme in sorted(below, key=lambda code: code.position):
        yield theme, depth
        yield from _themes(codes, theme.id, depth + 1)
