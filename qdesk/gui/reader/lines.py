"""The laid-out lines near the viewport, with the places of their characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

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
    _line: QTextLine
    _origin: int
    _mixed: bool
    centre: float = field(init=False)
    """The optical middle. Qt puts the baseline at four fifths of a fixed height, so marks hang on the baseline."""
    top: int = field(init=False)
    """Upper edge of the tint."""
    bottom: int = field(init=False)
    """Lower edge of the tint, where the first band begins."""
    _edges: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.centre = self.baseline - self.pitch * _CENTRE
        self.top = round(self.centre - self.pitch * _TINT / 2)
        self.bottom = self.top + round(self.pitch * _TINT)

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


def lines_between(view: QTextEdit, top: float, bottom: float) -> Iterator[Line]:
    """Lines that touch a band of the viewport, downwards; blank and folded blocks give none."""
    layout = view.document().documentLayout()
    scrolled = view.verticalScrollBar().value()
    first = layout.hitTest(QPointF(0, max(0.0, top + scrolled)), Qt.HitTestAccuracy.FuzzyHit)
    block = view.document().findBlock(max(0, first))
    while block.isValid():
        origin = layout.blockBoundingRect(block).topLeft() - QPointF(0, scrolled)
        if origin.y() > bottom:
            return
        if block.length() > 1 and block.isVisible():
            yield from _lines_of(block, origin, top, bottom)
        block = block.next()


def _lines_of(block: QTextBlock, origin: QPointF, top: float, bottom: float) -> Iterator[Line]:
    layout, pitch, position = block.layout(), block.blockFormat().lineHeight(), block.position()
    mixed = has_right_to_left(block.text())
    right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
    count = layout.lineCount()
    first = bisect_left(range(count), top - origin.y() - 2 * pitch, key=lambda index: layout.lineAt(index).y())
    for index in range(first, count):
        line = layout.lineAt(index)
        baseline = origin.y() + line.y() + line.ascent()
        if baseline - pitch > bottom:
            return
        start = position + line.textStart()
        end = start + line.textLength()
        yield Line(start, end, baseline, pitch, origin.x(), right_to_left, line, position, mixed)
