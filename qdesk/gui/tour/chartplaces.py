"""Where in the heat map the tour points. Rectangles are in pixels of its viewport."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from qdesk.analysis.reading import read_cell
from qdesk.gui.charts.card import card_size, place_card
from qdesk.gui.charts.heatview import HeatView

_STEPS = 4
"""In how many rectangles the triangle of cells and names is told."""


def strongest_cell(view: HeatView) -> tuple[int, int] | None:
    """Row and column of the cell in sight whose two codes meet most often; None where no two do."""
    layout, count = view.layout_now, view.table.count
    cells = [(i, j) for i in layout.rows_seen() for j in layout.columns_seen() if j < i and count[i, j]]
    area = view.viewport().rect()
    shown = [cell for cell in cells if area.contains(layout.cell_rect(*cell))]
    return max(shown, key=lambda cell: count[cell], default=None)


def reading_rect(view: HeatView, cell: tuple[int, int]) -> QRect:
    """Where the chart's own card stands while it is pointed at a cell."""
    layout, names = view.layout_now, view.heatmap.names
    size = card_size(layout.medium, read_cell(view.table, names, *cell), [names[one] for one in cell])
    return place_card(layout, size, *cell)


def triangle(view: HeatView) -> list[QRect]:
    """What cells and names take up, as a stair of rectangles, and the legend."""
    layout = view.layout_now
    rows = list(layout.rows_seen())
    height = max(1, -(-len(rows) // _STEPS))
    steps = [rows[start : start + height] for start in range(0, len(rows), height)]
    stair = [
        QRect(QPoint(0, layout.cell_rect(step[0], 0).top()), QPoint(right, layout.cell_rect(step[-1], 0).bottom()))
        for step in steps
        for right in [max(layout.right_of(row) for row in step)]
    ]
    return [*stair, layout.legend]
