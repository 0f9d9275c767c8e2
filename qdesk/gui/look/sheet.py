"""The one style sheet: boxes only. Whatever has rows, tabs or marks is painted by its own widget.

Written at 100 %: every length except 1px is multiplied by View > Size. There is no ``font-size`` in it, since such a
rule beats ``setFont``: sizes come from ``ui_font`` and the application's font.
"""

import re
from dataclasses import asdict
from string import Template
from typing import Final

from qdesk.gui.look.mix import mix
from qdesk.gui.look.tokens import DISABLED, Tokens

_LENGTH: Final = re.compile(r"\b(\d+)px")

_CHROME: Final = """
QMenuBar { background: $background; color: $text2; border: 0; padding: 1px 8px; spacing: 0; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px 0; }
QMenu::item { min-height: 20px; padding: 4px 24px 4px 12px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { background: transparent; color: $dim; }
QMenu::icon, QMenu::indicator { left: 12px; width: 16px; height: 16px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 0; }
QStatusBar { background: $background; color: $muted; border: 0; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QDialog { background: $surface; }
QWidget[part="foot"] { background: $background; border-top: 1px solid $hairline; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 8px; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QAbstractItemView { outline: 0; selection-background-color: $selected; selection-color: $text; }
QTabBar QToolButton { background: $background; border: 0; border-bottom: 1px solid $border; }
QTabBar QToolButton:hover { background: $hover; }
QTableView { gridline-color: $hairline; }
QHeaderView::section { background: $background; color: $muted; border: 0; border-bottom: 1px solid $border;
    padding: 4px 8px; }
QProgressBar { background: $sunken; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_CONTROLS: Final = """
QToolButton[part="tool"] { background: transparent; color: $text2; border: 0; border-radius: 6px;
    min-height: 25px; min-width: 15px; padding: 0 5px; }  /* Qt adds 3 px to every tool button */
QToolButton[part="tool"]:hover { background: $hover; }
QToolButton[part="tool"]:pressed, QToolButton[part="tool"]:checked { background: $selected; color: $accent; }
QToolButton[part="tool"]:disabled { color: $dim; }
QToolButton[part="tool"]::menu-indicator { image: none; width: 0; }
QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
    min-height: 26px; padding: 0 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selected; }
QPushButton:disabled { color: $dim; border-color: $hairline; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:disabled { background: $accent_dim; border-color: $accent_dim; }
QPushButton[danger="true"] { color: $danger; font-weight: 600; }
QPushButton[danger="true"]:disabled { color: $danger_dim; }
QDialog QPushButton { min-height: 30px; padding: 0 16px; }
QPushButton[part="link"] { background: transparent; color: $accent; border: 0; min-height: 0; padding: 1px 0 0 0; }
QPushButton[part="link"]:hover { text-decoration: underline; }
QLineEdit, QPlainTextEdit[part="field"], QTextEdit[part="field"] {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 6px; padding: 0 7px;
    min-height: 26px; selection-background-color: $selection; selection-color: $text;
    placeholder-text-color: $muted; }
QPlainTextEdit[part="field"], QTextEdit[part="field"] { padding: 4px 4px; }
QLineEdit:focus, QPlainTextEdit[part="field"]:focus,
QTextEdit[part="field"]:focus, QLineEdit[held="true"] { border-color: $accent; }
QLineEdit:disabled { color: $dim; }
QComboBox QLineEdit { background: transparent; border: 0; padding: 0; min-height: 0; }
QAbstractItemView QLineEdit { border-radius: 0; padding: 0 2px; min-height: 20px; }
QComboBox { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
    min-height: 26px; padding: 0 28px 0 11px; combobox-popup: 0; }
QComboBox:hover { background: $hover; }
QComboBox:disabled { color: $dim; border-color: $hairline; }
QComboBox::drop-down { border: 0; width: 0; }
QComboBox[part="flat"] { background: transparent; color: $text2; border-color: transparent; }
QComboBox[part="flat"]:hover { background: $hover; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border; padding: 4px 0;
    selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 12px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 2px; background: $border; }
QSlider::sub-page:horizontal { background: $accent; }
QSlider::handle:horizontal { width: 10px; height: 10px; margin: -6px 0; border: 2px solid $accent; border-radius: 7px;
    background: $surface; }
"""


def sheet_of(tokens: Tokens, scale: float) -> str:
    """The style sheet of a look at a size, 0.75 to 2."""
    colours = asdict(tokens) | {
        "dim": mix(tokens.text, tokens.background, DISABLED).name(),
        "accent_hover": mix(tokens.text, tokens.accent, 0.15).name(),
        "accent_dim": mix(tokens.accent, tokens.background, DISABLED).name(),
        "danger_dim": mix(tokens.danger, tokens.background, DISABLED).name(),
    }
    return Template(_LENGTH.sub(lambda found: _scaled(found, scale), _CHROME + _CONTROLS)).substitute(colours)


def _scaled(length: re.Match[str], scale: float) -> str:
    """Hairlines stay one logical pixel at every size."""
    pixels = int(length[1])
    return f"{pixels}px" if pixels <= 1 else f"{max(1, round(pixels * scale))}px"
