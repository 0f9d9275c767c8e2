"""Code colours as painted: the stored light hex, or its dark twin."""

from PySide6.QtGui import QColor

from qdesk.gui.look.theme import look


def code_colour(colour: str, slot: str = "") -> QColor:
    """The colour of a code or theme under the look in force."""
    return QColor(colour if not look.tokens.dark else colour)
