"""Saves a chart where the user wants it: as a picture, as a drawing, or as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from qdesk.analysis.figure import Figure, HeatMap
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.exporters.csvtext import csv_file
from qdesk.gui.bus import Bus
from qdesk.gui.figures import draw

_FILTERS = {
    "Picture, 300 dots per inch (*.png)": ".png",
    "Drawing for print (*.svg)": ".svg",
    "Table for a spreadsheet (*.csv)": ".csv",
}


def save_chart(parent: QWidget, bus: Bus, heatmap: HeatMap, rows: list[list[str]]) -> None:
    """Ask for a file, write it and tell the status line; a failure is told in one sentence."""
    start = str(bus.project.path.with_name("Co-occurrence.png"))
    name, chosen = QFileDialog.getSaveFileName(parent, "Save figure", start, ";;".join(_FILTERS))
    if not name:
        return
    path = Path(name)
    if path.suffix.lower() not in _FILTERS.values():
        path = path.with_name(path.name + _FILTERS[chosen])
    try:
        write_chart(path, heatmap, rows)
    except QDeskError as error:
        bus.failed.emit(str(error))
    else:
        bus.told.emit(f"Saved {path.name}", False)


def write_chart(path: Path, heatmap: HeatMap, rows: list[list[str]]) -> None:
    """Write .png, .svg or .csv by the suffix; whole or not at all. Raises QDeskError if the place takes no file."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        content = csv_file(rows)
    else:
        content = draw(Figure(heatmap, "svg" if suffix == ".svg" else "png"))
    write_file(path, content, force=True)
