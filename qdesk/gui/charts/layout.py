"""Where everything of a heat map stands: arithmetic only, in whole units of its medium, so that no seams show.

The lower triangle is drawn: names at the left, each code's own n on the diagonal with the name right of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from qdesk.analysis.figure import HeatMap
from qdesk.gui.charts.legend import legend_size, legend_words
from qdesk.gui.charts.medium import Medium
from qdesk.gui.charts.numbers import widest_number


@dataclass(frozen=True, slots=True)
class Layout:
    """Places in ``area``; rows count from the top. ``scroll`` moves the cells, the names at the left stay in view.

    Names, numbers and own n (``named``, ``numbered``, ``owned``) are drawn all or not at all: a few would mislead.
    """

    medium: Medium
    area: QSize
    content: QSize
    cell: int
    origin: QPoint
    named: bool
    numbered: bool
    owned: bool
    name_font: QFont
    side_font: QFont
    names: tuple[str, ...]
    sides: tuple[int, ...]
    legend_at: QRect
    legend_words: str
    scroll: QPoint = field(default_factory=QPoint)

    @property
    def k(self) -> int:
        """How many codes."""
        return len(self.names)

    @property
    def left(self) -> int:
        """Where the cells begin, however far they are scrolled."""
        return self.origin.x()

    @property
    def seam(self) -> int:
        """What stays free between two cells: a hairline, nothing between very small ones."""
        return self.medium.hairline if self.cell >= 6 * self.medium.hairline else 0

    @property
    def legend(self) -> QRect:
        """The legend's rectangle."""
        return self.legend_at.translated(-self.scroll)

    def cell_rect(self, i: int, j: int) -> QRect:
        """The painted square of a cell; a hairline to the next stays free."""
        corner = self.origin - self.scroll + QPoint(j * self.cell, i * self.cell)
        return QRect(corner, QSize(self.cell - self.seam, self.cell - self.seam))

    def name_rect(self, i: int) -> QRect:
        """Room of the name at the left, which ends before its swatch."""
        medium = self.medium
        right = self.left - 2 * medium.gap - medium.swatch
        top = self.cell_rect(i, 0).top()
        return QRect(medium.edge, top, right - medium.edge, self.cell)

    def swatch_rect(self, i: int) -> QRect:
        """The square of the code's colour."""
        medium = self.medium
        side = min(medium.swatch, self.cell - 4 * medium.hairline)
        top = self.cell_rect(i, 0).top() + (self.cell - side) // 2
        return QRect(self.left - medium.gap - side, top, side, side)

    def side_rect(self, i: int) -> QRect:
        """Room of the name right of the diagonal."""
        box = self.cell_rect(i, i)
        return QRect(box.left() + self.cell + self.medium.gap, box.top(), self.sides[i], self.cell)

    def right_of(self, i: int) -> int:
        """Where row i ends, its name on the diagonal included."""
        return self.side_rect(i).right() if self.named else self.cell_rect(i, i).right()

    def rows_between(self, top: int, bottom: int) -> range:
        """Rows that touch the stretch from ``top`` to ``bottom`` (excluded)."""
        start = self.origin.y() - self.scroll.y()
        return range(max(0, (top - start) // self.cell), min(self.k, max(0, -((start - bottom) // self.cell))))

    def columns_seen(self) -> range:
        """Columns that the area shows."""
        first = max(0, self.scroll.x() // self.cell)
        return range(first, min(self.k, first + (self.area.width() - self.left) // self.cell + 2))

    def rows_seen(self) -> range:
        """Rows that the area shows."""
        return self.rows_between(0, self.area.height())

    def cell_at(self, place: QPoint) -> tuple[int, int] | None:
        """Row and column of the lower triangle or diagonal under a place."""
        if self.scroll.x() and place.x() < self.left:
            return None
        offset = place - self.origin + self.scroll
        i, j = offset.y() // self.cell, offset.x() // self.cell
        return (i, j) if 0 <= j <= i < self.k else None

    def clear(self, rect: QRect) -> bool:
        """True if a rectangle lies in the area and covers no cell and no name."""
        if not QRect(QPoint(0, 0), self.area).contains(rect):
            return False
        rows = self.rows_between(rect.top(), rect.bottom() + 1)
        return all(self.right_of(i) < rect.left() for i in rows)

    def scrolled(self, scroll: QPoint) -> Layout:
        """The same chart, scrolled."""
        return replace(self, scroll=scroll)


def fitted(medium: Medium, heatmap: HeatMap, area: QSize) -> Layout:
    """All codes within ``area``, without names where the cells get too small for them."""
    k = len(heatmap.names)
    high = (area.height() - 2 * medium.pad) // k
    left, sides = _sides(medium, heatmap, medium.name, medium.side)
    wide = min((area.width() - medium.edge - left - medium.gap - side) // (i + 1) for i, side in enumerate(sides))
    cell = min(medium.largest_cell, high, wide)
    if cell >= medium.least_named:
        return laid_out(medium, heatmap, area, cell, named=True)
    cell = max(1, min(medium.largest_cell, high, (area.width() - 2 * medium.edge) // k))
    return laid_out(medium, heatmap, area, cell, named=False)


def laid_out(medium: Medium, heatmap: HeatMap, area: QSize, cell: int, named: bool) -> Layout:
    """Cells of a given size; ``content`` tells how much room they take, which may be more than ``area``."""
    name_font, side_font = _lowered(medium.name, cell), _lowered(medium.side, cell)
    left, sides = _sides(medium, heatmap, name_font, side_font) if named else (medium.edge, (0,) * len(heatmap.names))
    numbered = _room_for(widest_number(heatmap), medium, cell)
    owned = _room_for(str(heatmap.n.max()), medium, cell)
    whole = Layout(
        medium=medium,
        area=area,
        content=area,
        cell=cell,
        origin=QPoint(left, medium.pad),
        named=named,
        numbered=numbered,
        owned=owned,
        name_font=name_font,
        side_font=side_font,
        names=_elided(name_font.toString(), heatmap.names, medium.widest_name),
        sides=sides,
        legend_at=QRect(),
        legend_words=legend_words(heatmap, numbered, owned),
    )
    legend = _legend_place(whole, legend_size(medium, whole.legend_words))
    right = max(whole.right_of(i) for i in range(whole.k))
    bottom = whole.origin.y() + whole.k * cell
    content = QSize(max(right, legend.right()) + medium.edge, max(bottom, legend.bottom()) + medium.pad)
    return replace(whole, legend_at=legend, content=content)


def _sides(medium: Medium, heatmap: HeatMap, name: QFont, side: QFont) -> tuple[int, tuple[int, ...]]:
    """Where cells begin right of the names, and the width of each name beside the diagonal, at its heaviest weight."""
    widest = max(_widths(heavy(name).toString(), heatmap.names))
    left = medium.edge + min(medium.widest_name, widest) + 2 * medium.gap + medium.swatch
    return left, _widths(heavy(side).toString(), heatmap.names)


@lru_cache(maxsize=16)
def _widths(font: str, names: tuple[str, ...]) -> tuple[int, ...]:
    metrics = QFontMetricsF(_font(font))
    return tuple(ceil(metrics.horizontalAdvance(name)) for name in names)


@lru_cache(maxsize=16)
def _elided(font: str, names: tuple[str, ...], width: int) -> tuple[str, ...]:
    metrics = QFontMetrics(_font(font))
    return tuple(metrics.elidedText(name, Qt.TextElideMode.ElideRight, width) for name in names)


def _font(described: str) -> QFont:
    font = QFont()
    font.fromString(described)
    return font


def heavy(font: QFont) -> QFont:
    """The font in weight 600."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def _room_for(number: str, medium: Medium, cell: int) -> bool:
    metrics = QFontMetrics(medium.digit)
    line = medium.hairline
    return metrics.horizontalAdvance(number) + 3 * line <= cell and metrics.capHeight() + 5 * line <= cell


def _legend_place(layout: Layout, size: QSize) -> QRect:
    """Top right where that is free, else under the cells."""
    medium = layout.medium
    corner = QPoint(layout.area.width() - medium.edge - size.width(), medium.pad + medium.gap)
    beside = QRect(corner, size)
    if layout.clear(beside):
        return beside
    return QRect(QPoint(layout.left, layout.origin.y() + layout.k * layout.cell + 2 * medium.pad), size)


def _lowered(font: QFont, cell: int) -> QFont:
    """The font, so small that its lines fit into the rows."""
    lowered = QFont(font)
    lowered.setPixelSize(max(1, min(font.pixelSize(), cell * 4 // 5)))
    return lowered
