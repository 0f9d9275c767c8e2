"""Figures as bytes: size, resolution, real text, and no application needed."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtGui import QImage

from qdesk.analysis.figure import Figure, HeatMap
from qdesk.gui.figures import WIDEST_MM, draw

SVG = "{http://www.w3.org/2000/svg}"


def heatmap(k, measure="c"):
    values = np.full((k, k), 0.05 if measure == "c" else 2.0)
    values[1, 0] = values[0, 1] = 0.5 if measure == "c" else 30.0
    names = tuple(f"Trust in the school {i}" for i in range(k))
    return HeatMap(names, ("#1663A5",) * k, np.arange(10, 10 + k), values, measure, "paragraph")


def image(figure):
    picture = QImage.fromData(draw(figure), "PNG")
    assert not picture.isNull()
    return picture


def test_png_is_as_wide_as_asked_at_300_dpi(qapp):
    picture = image(Figure(heatmap(20), "png", 160))
    assert picture.width() == round(160 / 25.4 * 300)
    assert picture.dotsPerMeterX() == picture.dotsPerMeterY() == 11811


def test_png_shows_the_dark_end_of_the_ramp(qapp):
    picture = image(Figure(heatmap(4), "png"))
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 5) for y in range(0, 300, 5)}
    assert {"#1f4a6b", "#ffffff", "#1663a5"} <= colours


def test_svg_has_real_text_and_its_size_in_millimetres(qapp):
    root = ET.fromstring(draw(Figure(heatmap(6), "svg", 120)))
    texts = ["".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")]
    assert texts.count("Trust in the school 3") == 2
    assert ".50" in texts
    assert ".05" not in texts
    assert float(root.get("width").removesuffix("mm")) == pytest.approx(120, abs=0.2)


def test_names_keep_their_point_size_whatever_the_width(qapp):
    for width in (110, 160):
        root = ET.fromstring(draw(Figure(heatmap(6), "svg", width)))
        sizes = {int(text.get("font-size")) for text in root.iter(f"{SVG}text")}
        assert sizes == {round(8 / 72 * 300), round(7 / 72 * 300), round(6.5 / 72 * 300)}


def test_many_codes_stay_within_the_widest(qapp):
    picture = image(Figure(heatmap(150, "count"), "png"))
    assert picture.width() <= WIDEST_MM / 25.4 * 300 + 1


def test_draws_without_an_application_or_a_display(tmp_path):
    script = (
        "import numpy as np; from qdesk.analysis.figure import Figure, HeatMap; from qdesk.gui.figures import draw;"
        "h = HeatMap(('A', 'B'), ('#000000',) * 2, np.ones(2, int), np.eye(2), 'c', 'overlap');"
        "import sys; sys.stdout.buffer.write(draw(Figure(h, 'png')))"
    )
    env = {"PATH": "", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"\x89PNG")
