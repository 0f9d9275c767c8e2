"""The context menu of the code tree."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from qdesk.gui.codes.commands import CodeCommands
from qdesk.gui.codes.view import CodeTree
from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.store.colours import FAMILIES, SLOTS, hex_of


def tree_menu(tree: CodeTree, commands: CodeCommands) -> QMenu:
    """What can be done with the selected codes; without one, only what creates."""
    menu = QMenu(tree)
    menu.setObjectName("codeMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    codes = tree.chosen_all()
    if codes:
        menu.addAction("Show quotes", "Return", lambda: tree.ask_quotes())
        menu.addSeparator()
    menu.addAction("New code…", commands.new_code)
    menu.addAction("New theme…", commands.new_theme)
    if not codes:
        return menu
    menu.addAction("Group into new theme…", commands.group)
    menu.addSeparator()
    if len(codes) == 1:
        menu.addAction("Rename", "F2", commands.rename)
    _add_colours(menu.addMenu("Colour"), commands)
    if any(tree.codes_model.code(code).kind == "code" for code in codes):
        menu.addAction("Make a theme" if len(codes) == 1 else "Make themes", lambda: commands.set_kind("theme"))
    else:
        menu.addAction("Make a code" if len(codes) == 1 else "Make codes", lambda: commands.set_kind("code"))
    menu.addSeparator()
    menu.addAction("Merge into…", commands.merge)
    menu.addAction("Delete…", "Del", commands.delete)
    return menu


def _add_colours(menu: QMenu, commands: CodeCommands) -> None:
    """The families with their slots, by name as well as by colour, and an own colour."""
    menu.setObjectName("colourMenu")
    for family in FAMILIES:
        slots = [family, *(slot for slot in SLOTS if slot.startswith(family))]
        submenu = menu.addMenu(_icon(family), family.capitalize())
        for slot in slots:
            name = f"{family.capitalize()} {slot[-1]}" if slot != family else f"{family.capitalize()} of themes"
            submenu.addAction(_icon(slot), name, lambda slot=slot: commands.recolour(slot))
    menu.addSeparator()
    menu.addAction("Own colour…", commands.own_colour)


def _icon(slot: str) -> QIcon:
    """A square of a code colour, a dot of a theme colour."""
    side = look.px(12)
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(code_colour(hex_of(slot), slot)))
    radius = side / 2 if slot in FAMILIES else look.px(3)
    painter.drawRoundedRect(0, 0, side, side, radius, radius)
    painter.end()
    return QIcon(picture)
