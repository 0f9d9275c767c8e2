"""The two faces: the system's for the window, a book face for transcripts and quotes."""

from PySide6.QtGui import QFont, QFontDatabase

from qdesk.gui.look.theme import look


def ui_font(px: float, bold: bool = False) -> QFont:
    """UI face at a LOOK size (scaled); bold is weight 600."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(look.px(px))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def transcript_font(px: float) -> QFont:
    """Transcript face at a LOOK size (scaled)."""
    font = QFont(["Charis SIL", "Charter", "Georgia", "Noto Serif", "DejaVu Serif"])
    font.setPixelSize(look.px(px))
    return font
