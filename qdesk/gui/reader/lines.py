"""The laid-out lines near the viewport, with the places of their characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from qdesk.gui.reader.script import has_right_to_left

_TINT = 20 / 32
_CENTRE = 5 / 32


@dataclass(slots=True)
class Line:
    """One line on the screen, in px of the viewport; ``start`` and ``end`` are UTF-16 positions in the text.

    It holds Qt's line and is good only until the next layout: use it within one event, never keep it.
    """

    start: int
    end: int
    baseline: float
    pitch: float
    left: float
    right_to_left: bool
    centre: float
    """The optical middle. Qt puts the baseline at four fifths of a fixed height, so marks hang on the baseline."""
    top: int
    """Upper edge of the tint."""
    bottom: int
    """Lower edge of the tint, where the first band begins."""
    _line: QTextLine
    _origin: int
    _mixed: bool
    _edges: dict[int, float]

    def moved(self, by: int) -> Line:
        """The same line so many px further down; both remember the edges that one of them was asked for."""
        return Line(
            self.start, self.end, self.baseline + by, self.pitch, self.left, self.right_to_left, self.centre + by,
            self.top + by, self.bottom + by, self._line, self._origin, self._mixed, self._edges,
        )  # fmt: skip

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Left and right edges of a UTF-16 range on this line; several where directions mix, none elsewhere."""
        start, end = max(start, self.start) - self._origin, min(end, self.end) - self._origin
        if start >= end:
            return []
        if self._mixed:
            runs = (run.boundingRect() for run in self._line.glyphRuns(start, end - start))
            edges = _joined(sorted((run.left(), run.right()) for run in runs))
        else:
            edges = [(self._edge(start), self._edge(end))]
        return [(round(self.left + left), round(self.left + right)) for left, right in edges]

    def _edge(self, unit: int) -> float:
        """The x of a place on the line; asked again for each coding that begins or ends with the line."""
        if unit not in self._edges:
            self._edges[unit] = self._line.cursorToX(unit)[0]
        return self._edges[unit]


def _joined(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Sorted stretches with those that touch made one."""
    joined: list[tuple[float, float]] = []
    for left, right in edges:
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined


class Lines:
    """The lines of one document, read from its layout once and kept until the text is laid out anew."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._kept: dict[int, list[Line]] = {}
        self._near = 0
        document.documentLayout().update.connect(self._forget)

    def _forget(self, _where: object) -> None:
        self._kept.clear()

    def between(self, top: float, bottom: float, scrolled: int) -> list[Line]:
        """Lines that touch a band of the viewport, downwards; blank and folded blocks give none.

        ``top`` and ``bottom`` are px of the viewport, whose upper edge lies ``scrolled`` px down the document.
        """
        top, bottom = max(0.0, top + scrolled), bottom + scrolled
        block = self._block_at(top)
        found: list[Line] = []
        while block.isValid():
            for line in self._lines_of(block):
                if line.baseline - line.pitch > bottom:
                    return found
                if line.baseline + 1.25 * line.pitch > top:
                    found.append(line.moved(-scrolled))
            block = block.next()
        return found

    def _block_at(self, y: float) -> QTextBlock:
        """The block at a height of the document, px, looked for from the last one found in growing strides.

        Qt's own hit test goes through the whole text, and lays it out, for a place in the gap between two blocks.
        """
        low, stride = min(self._near, self._document.blockCount() - 1), 1
        while low and self._top(low) > y:
            low, stride = max(0, low - stride), stride * 2
        high, stride = low + 1, 1
        while high < self._document.blockCount() and self._top(high) <= y:
            low, high, stride = high, high + stride, stride * 2
        self._near = bisect_right(range(low + 1, high), y, key=self._top) + low
        return self._document.findBlockByNumber(self._near)

    def _top(self, number: int) -> float:
        """The upper edge of a block, px of the document; of a folded one that of the next that is shown."""
        block = self._document.findBlockByNumber(number)
        while block.isValid() and not block.isVisible():
            block = block.next()
        return self._document.documentLayout().blockBoundingRect(block).top() if block.isValid() else inf

    def _lines_of(self, block: QTextBlock) -> list[Line]:
        """The lines of a block, in px of the document."""
        place = block.position()
        if place not in self._kept:
            seen = block.length() > 1 and block.isVisible()
            self._kept[place] = _read(block, self._document) if seen else []
        return self._kept[place]


def _read(block: QTextBlock, document: QTextDocument) -> list[Line]:
    """The lines of a block that is shown; asking for its place lays it out."""
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout, pitch, position = block.layout(), block.blockFormat().lineHeight(), block.position()
    mixed = has_right_to_left(block.text())
    right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
    lines = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        baseline = origin.y() + line.y() + line.ascent()
        centre, start = baseline - pitch * _CENTRE, position + line.textStart()
        top = round(centre - pitch * _TINT / 2)
        lines.append(
            Line(
                start, start + line.textLength(), baseline, pitch, origin.x(), right_to_left, centre, top,
                top + round(pitch * _TINT), line, position, mixed, {},
            )
        )  # fmt: skip
    return lines
