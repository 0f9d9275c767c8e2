"""Reasons under the steps: broken into a few lines once, so that the heights of thousands of rows stay cheap."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from qdesk.gui.look.fonts import ui_font

LINES = 3
"""Lines of a reason in the list; the card at the foot has all of it."""


@lru_cache(maxsize=32768)
def reason_lines(reason: str, width: int, scale: float, family: str) -> tuple[str, ...]:
    """A reason broken into lines for a width in pixels, at most LINES, the last one with "…" then.

    ``scale`` and ``family`` are those in force, and tell when to break it anew.
    """
    if not reason:
        return ()
    layout = QTextLayout(reason, font := ui_font(11))
    layout.setTextOption(_anywhere())
    layout.beginLayout()
    starts: list[int] = []
    end = 0
    while len(starts) < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
        end = line.textStart() + line.textLength()
    layout.endLayout()
    units = reason.encode("utf-16-le")
    whole = len(units) // 2
    ends = [*starts[1:], whole]
    lines = [units[2 * a : 2 * b].decode("utf-16-le").strip() for a, b in zip(starts, ends, strict=True)]
    if end < whole:
        lines[-1] = QFontMetrics(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


def _anywhere() -> QTextOption:
    """Breaks between words, and inside one that is wider than the line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
