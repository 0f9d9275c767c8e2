"""One colour laid over another."""

from PySide6.QtGui import QColor


def mix(front: str | QColor, back: str | QColor, share: float) -> QColor:
    """The opaque colour of ``front`` at opacity ``share`` (0 to 1) over ``back``, channel by channel in sRGB."""
    over, under = QColor(front), QColor(back)
    red, green, blue = (
        round(share * one + (1 - share) * other)
        for one, other in zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)
    )
    return QColor(red, green, blue)
