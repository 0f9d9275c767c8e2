"""How a cell writes its number."""

from qdesk.analysis.figure import HeatMap


def number_in_cell(value: float, heatmap: HeatMap) -> str:
    """``.23`` or ``17``; "" where it is too small to be written."""
    if value < heatmap.least_written:
        return ""
    if heatmap.measure == "count":
        return str(int(value))
    written = f"{value:.2f}"
    return written[1:] if written.startswith("0") else written[:1]


def widest_number(heatmap: HeatMap) -> str:
    """A number as wide as any that a cell may write."""
    return ".88" if heatmap.measure == "c" else str(int(heatmap.top))
