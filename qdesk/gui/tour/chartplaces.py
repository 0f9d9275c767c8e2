"""Where in the heat map the tour points. Rectangles are in pixels of its viewport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

if TYPE_CHECKING:
    from qdesk.gui.charts.heatview import HeatView

_STEPS = 4
"""In how many rectangles the triangle of cells and names is told."""


def strongest_cell(view: HeatView) -> QRect:
    """The cell in sight of the two codes that meet most often, an empty rectangle where none do."""
    layout, count = view.layout_now, view.table.count
    area = view.viewport().rect()
    cells = [(i, j) for i in layout.rows_seen() for j in layout.columns_seen() if j < i and count[i, j]]
    cells = [cell for cell in cells if area.contains(layout.cell_rect(*cell))]
    return layout.cell_rect(*max(cells, key=lambda cell: count[cell])) if cells else QRect()


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
