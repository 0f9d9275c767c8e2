"""A keyword in context: one line of text, cut to whole words, its hit standing where all hits stand."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from qdesk.gui.look.fonts import transcript_font
from qdesk.gui.positions import Positions
from qdesk.gui.reader.script import ARABIC_FACES, runs_right_to_left
from qdesk.gui.search.pages import Around, Pages
from qdesk.store.search import Hit
from qdesk.text.folding import UNSPACED
from qdesk.text.spans import Span

COLUMN: Final = 0.42
"""Share of the line before the hits; of a line that runs from right to left at its right."""

_LATIN, _ARABIC = 15, 17
"""LOOK's px of the letters."""

_REACH: Final = 400
"""Code points before a hit and after it: more than a line holds."""

_LINES_KEPT: Final = 96
_JOINING: Final = "\u0590"
"""Scripts from here on join their letters or set them in clusters: half a word of them cannot be bold."""


class Line:
    """One hit laid out for a width in pixels, to be drawn in any colour. ``around`` is what it was made of."""

    def __init__(self, around: Around, width: int) -> None:
        self.around = around
        pieces = around.before[-_REACH:], around.text, around.after[:_REACH]
        before, text, after = (" ".join(piece.split("\n")) for piece in pieces)
        self.right_to_left = runs_right_to_left(before + text + after)
        font = _font(self.right_to_left)
        plain, bold = QFontMetricsF(font), QFontMetricsF(_bold(font))
        room = COLUMN * width
        before = tail(before, room, plain.horizontalAdvance)
        after = head(after, width - room - bold.horizontalAdvance(text), plain.horizontalAdvance)
        self.text = before + text + after
        self.hit = Span(len(before), len(before) + len(text))
        self._layout = _laid_out(self.text, whole_words(self.text, self.hit), font, self.right_to_left)
        hit = self._box(self.hit)
        self._left = width - room - hit.right() if self.right_to_left else room - hit.left()

    def box(self, span: Span) -> QRectF:
        """Where a stretch of the line's text stands, from the line's left end; in one box if directions mix."""
        return self._box(span).translated(self._left, 0)

    def _box(self, span: Span) -> QRectF:
        line, (start, end) = self._layout.lineAt(0), Positions(self.text).range(span)
        box = QRectF()
        for run in line.glyphRuns(start, end - start):
            box = box.united(run.boundingRect())
        if box.isEmpty():  # blanks only
            left, right = sorted((line.cursorToX(start)[0], line.cursorToX(end)[0]))
            box = QRectF(left, 0, right - left, line.height())
        return box

    def draw(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Draw in an area as wide as the line was made for."""
        line = self._layout.lineAt(0)
        painter.save()
        painter.setClipRect(area)
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(area.left() + self._left, area.center().y() - line.height() / 2))
        painter.restore()


class Lines:
    """The lines of the last screens, laid out when they are first seen."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._lines: OrderedDict[tuple[int, Span, int], Line] = OrderedDict()

    def clear(self) -> None:
        """Forget all: the type, its size or the texts changed."""
        self._lines.clear()

    def line(self, hit: Hit, width: int) -> Line:
        """A hit laid out for a width."""
        key = (hit.document, hit.span, width)
        line = self._lines.pop(key, None) or Line(self._pages.around(hit), width)
        self._lines[key] = line
        if len(self._lines) > _LINES_KEPT:
            self._lines.popitem(last=False)
        return line


def tail(text: str, room: float, advance: Callable[[str], float]) -> str:
    """As many of the last words of a text as have room; of one word that is too long its last letters."""
    starts = [place for place in range(len(text)) if _begins(text, place)]
    start = _first(starts, lambda place: advance(text[place:]) <= room)
    if start is None:
        start = _first(range(len(text)), lambda place: advance(text[place:]) <= room)
    return text[len(text) if start is None else start :]


def head(text: str, room: float, advance: Callable[[str], float]) -> str:
    """As many of the first words of a text as have room; of one word that is too long its first letters."""
    ends = [place for place in range(len(text), 0, -1) if place == len(text) or _begins(text, place)]
    end = _first(ends, lambda place: advance(text[:place].rstrip()) <= room)
    if end is None:
        end = _first(range(len(text), 0, -1), lambda place: advance(text[:place]) <= room)
    return text[: end or 0].rstrip()


def _begins(text: str, place: int) -> bool:
    """Whether a word begins here, or a character of a script without spaces stands here."""
    if text[place].isspace():
        return False
    return not place or text[place - 1].isspace() or bool(UNSPACED.match(text, place))


def _first(places: Sequence[int], fits: Callable[[int], bool]) -> int | None:
    """The first place that fits, of places after which all fit, by halving; None if none does."""
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) // 2
        if fits(places[middle]):
            high = middle
        else:
            low = middle + 1
    return places[low] if low < len(places) else None


def whole_words(text: str, hit: Span) -> Span:
    """A hit, with the words that it cuts if their letters hang together."""
    start, end = hit
    while 0 < start < len(text) and _joins(text[start - 1]) and _joins(text[start]):
        start -= 1
    while 0 < end < len(text) and _joins(text[end - 1]) and _joins(text[end]):
        end += 1
    return Span(start, end)


def _joins(character: str) -> bool:
    is_letter = unicodedata.category(character)[0] in "LM"
    return character >= _JOINING and is_letter and not UNSPACED.match(character)


def _laid_out(text: str, bold: Span, font: QFont, right_to_left: bool) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats([_weight(text, bold)])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _weight(text: str, span: Span) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    start, end = Positions(text).range(span)
    part.start, part.length = start, end - start
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    part.format = form
    return part


def _font(right_to_left: bool) -> QFont:
    font = transcript_font(_ARABIC if right_to_left else _LATIN)
    if right_to_left:
        font.setFamilies([*ARABIC_FACES, *font.families()])
    return font


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
