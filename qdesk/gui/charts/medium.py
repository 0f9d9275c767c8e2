"""What a chart is drawn on: the screen in logical pixels, or a figure in dots of 1/300 inch."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont

from qdesk.gui.look.fonts import number_font, ui_font
from qdesk.gui.look.theme import look

DOTS_PER_INCH: Final = 300


@dataclass(frozen=True, slots=True)
class Medium:
    """Fonts and lengths in the units of one medium.

    A name needs a cell of ``least_named``, else it is left out. Cells under ``least_square`` without numbers are
    painted as one scaled image (thousands of squares cost 39 ms, the image 1.3); print has squares only.
    """

    name: QFont
    side: QFont
    digit: QFont
    title: QFont
    edge: int
    pad: int
    gap: int
    swatch: int
    hairline: int
    widest_name: int
    largest_cell: int
    least_named: int
    least_square: int
    legend_width: int
    ramp_height: int


def screen() -> Medium:
    """LOOK's sizes times View > Size."""
    px = look.px
    return Medium(
        name=ui_font(13),
        side=ui_font(11),
        digit=number_font(11),
        title=ui_font(13, bold=True),
        edge=px(24),
        pad=px(16),
        gap=px(8),
        swatch=px(12),
        hairline=1,
        widest_name=px(152),
        largest_cell=px(32),
        least_named=px(12),
        least_square=px(24),
        legend_width=px(240),
        ramp_height=px(12),
    )


def page() -> Medium:
    """A printed figure: names 8 pt, digits 6.5 pt, legend 7 pt, lengths in dots."""
    return Medium(
        name=_sized(ui_font(13), 8),
        side=_sized(ui_font(11), 7),
        digit=_sized(number_font(11), 6.5),
        title=_sized(ui_font(13, bold=True), 8),
        edge=dots(1),
        pad=dots(1),
        gap=dots(1.5),
        swatch=dots(2.4),
        hairline=dots(0.15),
        widest_name=dots(45),
        largest_cell=dots(6),
        least_named=dots(3.2),
        least_square=0,
        legend_width=dots(48),
        ramp_height=dots(2.5),
    )


def dots(mm: float) -> int:
    """Dots of a length in millimetres."""
    return round(mm * DOTS_PER_INCH / 25.4)


def _sized(font: QFont, points: float) -> QFont:
    font.setPixelSize(round(points * DOTS_PER_INCH / 72))
    return font
