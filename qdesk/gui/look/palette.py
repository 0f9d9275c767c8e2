"""The QPalette of the tokens: what Qt paints itself, and what style sheets and delegates inherit."""

from PySide6.QtGui import QColor, QPalette

from qdesk.gui.look.mix import mix
from qdesk.gui.look.tokens import DISABLED, Tokens


def palette_of(tokens: Tokens) -> QPalette:
    """Every role from the tokens. The inactive Highlight equals the active one: a selection keeps its colour."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.background, role.WindowText: tokens.text, role.Base: tokens.surface,
        role.AlternateBase: tokens.background, role.Text: tokens.text, role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface, role.ButtonText: tokens.text, role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.surface, role.ToolTipText: tokens.text, role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text, role.Accent: tokens.accent, role.Link: tokens.accent,
        role.LinkVisited: tokens.accent, role.Light: tokens.surface, role.Midlight: tokens.hairline,
        role.Mid: tokens.border, role.Dark: tokens.muted, role.Shadow: "#000000",
    }  # fmt: skip
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(QPalette.ColorGroup.All, which, QColor(colour))
    dim = mix(tokens.text, tokens.background, DISABLED)
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, dim)
    return palette
