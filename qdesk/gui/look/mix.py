"""One colour laid over another."""

from PySide6.QtGui import QColor


def mix(front: str | QColor, back: str | QColor, share: float) -> QColor:
    """The opaque colour of ``front`` at opacity ``share`` (0 to 1) over ``back``, channel by channel in sRGB."""
    over, under, rest = QColor(front), QColor(back), 1 - share
    return QColor(
        round(share * over.red() + rest * under.red()),
        round(share * over.green() + rest * under.green()),
        round(share * over.blue() + rest * under.blue()),
    )
