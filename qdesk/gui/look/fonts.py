"""The two faces: the system's for the window, a book face for transcripts and quotes."""

from functools import lru_cache

from PySide6.QtGui import QFont

from qdesk.gui.look.theme import look

_BOOK = ("Charis SIL", "Charter", "Georgia", "Noto Serif", "DejaVu Serif")


def ui_font(px: float, bold: bool = False) -> QFont:
    """UI face at a LOOK size (scaled); bold is weight 600."""
    return QFont(_ui(look.px(px), bold, look.ui_family))


def number_font(px: float, bold: bool = False) -> QFont:
    """UI face with digits of one width, for numbers that stand in a column."""
    font = ui_font(px, bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def transcript_font(px: float) -> QFont:
    """Transcript face at a LOOK size (scaled): the chosen family, else the first installed book face."""
    chosen = [look.transcript_family] if look.transcript_family else []
    font = QFont([*chosen, *_BOOK])
    font.setPixelSize(look.px(px))
    return font


@lru_cache(maxsize=64)
def _ui(pixels: int, bold: bool, _family: str) -> QFont:
    """Kept, since delegates ask for fonts in every row; the family stands in the key only."""
    font = look.ui_face()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
