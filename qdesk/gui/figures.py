"""Figures for files and for Word: laid out in millimetres with their own point sizes, drawn without a window."""

import sys
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from qdesk.analysis.figure import Figure, HeatMap
from qdesk.gui.charts import heatmap as painted
from qdesk.gui.charts.layout import Layout, fitted, laid_out
from qdesk.gui.charts.medium import DOTS_PER_INCH, Medium, dots, page
from qdesk.gui.look.tokens import LIGHT

WIDEST_MM: Final = 600
"""Nothing is drawn wider; 300 dots per inch of that already take 200 MB while they are painted."""

_ENDLESS: Final = 10**7
_DOTS_PER_METRE: Final = round(DOTS_PER_INCH / 0.0254)

_PNG_QUALITY: Final = 70
"""Qt's word for how hard zlib works: half the time of the default for a tenth more bytes; nothing is lost."""

_own: list[QApplication] = []


def draw(figure: Figure) -> bytes:
    """The figure as the bytes of a .png with 300 dots per inch, or of an .svg whose text is text; always light.

    Without ``width_mm`` it is as wide as its codes need; in less room cells shrink, then numbers, then names are left
    out. Works without a display and without an application.
    """
    if QGuiApplication.instance() is None:
        _own.append(_application())
    write = _svg if figure.format == "svg" else _png
    return write(_fit(figure), figure.heatmap)


def _application() -> QApplication:
    """On Linux a display may be missing, elsewhere it never is."""
    return QApplication(["qdesk", "-platform", "offscreen"] if sys.platform == "linux" else ["qdesk"])


def _fit(figure: Figure) -> Layout:
    """The layout for the width asked for, else for the largest cells; as high as its content."""
    medium, heatmap = page(), figure.heatmap
    width = dots(figure.width_mm) if figure.width_mm else _needed(medium, heatmap)
    layout = fitted(medium, heatmap, QSize(min(width, dots(WIDEST_MM)), _ENDLESS))
    return replace(layout, area=QSize(layout.area.width(), layout.content.height()))


def _needed(medium: Medium, heatmap: HeatMap) -> int:
    """Dots that the largest cells take with all names, and the legend at least."""
    layout = laid_out(medium, heatmap, QSize(), medium.largest_cell, named=True)
    return medium.edge + 1 + max(layout.legend.right(), *(layout.right_of(i) for i in range(layout.k)))


def _png(layout: Layout, heatmap: HeatMap) -> bytes:
    image = QImage(layout.area, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    _paint(image, layout, heatmap)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _PNG_QUALITY)
    return buffer.data().data()


def _svg(layout: Layout, heatmap: HeatMap) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(layout.area)
    generator.setViewBox(QRect(QPoint(0, 0), layout.area))
    generator.setTitle("Co-occurrence of codes")
    _paint(generator, layout, heatmap)
    return buffer.data().data()


def _paint(device: QPaintDevice, layout: Layout, heatmap: HeatMap) -> None:
    painter = QPainter(device)
    painted.draw(painter, layout, heatmap, LIGHT)
    painter.end()
