"""Lines of a quote: broken by `QTextLayout`, placed by hand, because the face is taller than its line in a dock."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextLine, QTextOption

from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.entries import Passage
from qdesk.text.spans import Span

COMMENT_LINES = 4
"""Lines of a comment under a quote: a translation is longer than a note."""

LAYOUTS_KEPT = 64
"""Laid-out passages kept for painting: about four screens of a dock."""

_WIDTHS_KEPT = 4
_ARABIC = ("Noto Naskh Arabic", "Noto Nastaliq Urdu")


class Measure(NamedTuple):
    """Size of the letters and distance of the lines, in LOOK's px at 100 %."""

    letters: int
    line: int


_LATIN, _BANDED, _RIGHT_TO_LEFT = Measure(15, 22), Measure(15, 30), Measure(17, 30)


def right_to_left(text: str) -> bool:
    """True if the first strong character runs right to left (Unicode rule P2)."""
    for character in text:
        strong = unicodedata.bidirectional(character)
        if strong in ("L", "R", "AL"):
            return strong != "L"
    return False


class Shaped:
    """One passage broken into lines for a width in pixels."""

    def __init__(self, passage: Passage, width: int) -> None:
        mirrored = right_to_left(passage.text)
        measure = _RIGHT_TO_LEFT if mirrored else _BANDED if passage.bands else _LATIN
        self.pitch = look.px(measure.line)
        self._text = passage.text
        # A line break inside a quote: one code point and one UTF-16 unit, as before.
        self.layout = QTextLayout(
            passage.text.replace("\n", "\u2028"), _font(measure.letters, mirrored, look.scale, look.transcript_family)
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if mirrored:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self._place(width)

    def _place(self, width: int) -> None:
        self.layout.beginLayout()
        top = 0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self.pitch - line.ascent() - line.descent()) / 2))
            top += self.pitch
        self.layout.endLayout()

    @property
    def height(self) -> int:
        """Pixels of all lines."""
        return self.layout.lineCount() * self.pitch

    def pieces(self, span: Span) -> Iterator[tuple[int, QRectF]]:
        """For each line that holds part of a span (code points): the line's number and the part's natural rectangle."""
        start, end = self._units(span.start), self._units(span.end)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                yield number, _piece(line, first, last)

    def _units(self, point: int) -> int:
        """UTF-16 units before a code point."""
        return len(self._text[:point].encode("utf-16-le")) // 2


def _piece(line: QTextLine, first: int, last: int) -> QRectF:
    """Where the glyphs of a stretch of one line stand, trailing space left out; sound in bidirectional lines."""
    box = QRectF()
    for run in line.glyphRuns(first, last - first):
        box = box.united(run.boundingRect())
    return box.intersected(line.naturalTextRect()) if box.isValid() else box


def comment_font() -> QFont:
    """The face of comments under quotes."""
    font = ui_font(11)
    font.setItalic(True)
    return font


@lru_cache(maxsize=4096)
def comment_lines(comment: str, width: int, scale: float, family: str) -> tuple[str, ...]:
    """A comment broken into lines for a width in pixels, at most COMMENT_LINES, the last one with "…" then.

    ``scale`` and ``family`` are those in force, and tell when to break it anew.
    """
    if not comment:
        return ()
    layout = QTextLayout(comment, font := comment_font())
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = comment.encode("utf-16-le")
    ends = [*starts[1:COMMENT_LINES], len(units) // 2]
    lines = [units[2 * a : 2 * b].decode("utf-16-le").strip() for a, b in zip(starts, ends, strict=False)]
    lines[-1] = QFontMetrics(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


@lru_cache(maxsize=32)
def _font(letters: int, mirrored: bool, scale: float, family: str) -> QFont:
    """The face of quotes; ``scale`` and ``family`` are those in force, and tell when to make it anew."""
    font = transcript_font(letters)
    if mirrored:
        font.setFamilies([*_ARABIC, *font.families()])
    return font


class Shapes:
    """Shaped passages of the last screens, and the heights of all that were ever asked for, by width."""

    def __init__(self) -> None:
        self._shaped: OrderedDict[tuple[str, tuple[object, ...], int], Shaped] = OrderedDict()
        self._heights: OrderedDict[int, dict[tuple[str, bool], int]] = OrderedDict()

    def clear(self) -> None:
        """Forget all: the type or its size changed."""
        self._shaped.clear()
        self._heights.clear()

    def knows(self, passage: Passage, width: int) -> bool:
        """Whether a height was asked for before."""
        return (passage.text, bool(passage.bands)) in self._heights.get(width, ())

    def height(self, passage: Passage, width: int) -> int:
        """Height in pixels of the words of a passage broken at a width."""
        heights = self._heights.get(width)
        if heights is None:
            heights = self._heights[width] = {}
            while len(self._heights) > _WIDTHS_KEPT:
                self._heights.popitem(last=False)
        key = (passage.text, bool(passage.bands))
        if key not in heights:
            heights[key] = Shaped(passage, width).height
        return heights[key]

    def shaped(self, passage: Passage, width: int) -> Shaped:
        """The passage broken at a width, ready to be drawn."""
        key = (passage.text, passage.bands, width)
        shaped = self._shaped.pop(key, None) or Shaped(passage, width)
        self._shaped[key] = shaped
        if len(self._shaped) > LAYOUTS_KEPT:
            self._shaped.popitem(last=False)
        return shaped
