"""Icons: sharp at every scale, in the colours of the look."""

import gc
import re

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from qdesk.gui.look.icons import icon
from qdesk.gui.look.tokens import DARK, LIGHT
from qdesk.places import resources

FILES = sorted((resources() / "icons").glob("*.svg"))


def colours_of(image: QImage) -> set[str]:
    """The colours of all pixels that are fully covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_files_are_16_px_and_carry_no_colour_of_their_own(file) -> None:
    text = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 16 16"' in text
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_icons_are_drawn_at_the_scale_of_the_screen(dressed, scale: float) -> None:
    drawn = icon("search").pixmap(QSize(16, 16), scale).toImage()
    assert drawn.size() == QSize(16, 16) * scale
    source = (resources() / "icons" / "search.svg").read_bytes().replace(b"currentColor", LIGHT.text2.encode())
    expected = QImage(drawn.size(), drawn.format())
    expected.fill(Qt.GlobalColor.transparent)
    painter = QPainter(expected)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(expected.rect()))
    painter.end()
    expected.setDevicePixelRatio(scale)
    assert drawn == expected


def test_icons_follow_the_look_and_the_state(dressed) -> None:
    plus = icon("plus")
    size = QSize(32, 32)
    assert colours_of(plus.pixmap(size).toImage()) == {LIGHT.text2}
    assert colours_of(plus.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage()) == {LIGHT.accent}
    dressed.set_dark(True)
    assert colours_of(plus.pixmap(size).toImage()) == {DARK.text2}
    assert colours_of(icon("plus", "accent").pixmap(size).toImage()) == {DARK.accent}


def test_a_disabled_icon_is_painted_at_38_per_cent(dressed) -> None:
    image = icon("plus").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    alphas = {image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)}
    assert max(alphas) == pytest.approx(0.38 * 255, abs=1)


def test_copies_outlive_the_first_icon(dressed) -> None:
    first = icon("pen")
    second = QIcon(first)
    second.addPixmap(first.pixmap(16, 16))  # makes Qt clone the engine
    del first
    gc.collect()
    assert colours_of(second.pixmap(QSize(32, 32)).toImage()) == {LIGHT.text2}
