#!/usr/bin/env python3
"""Takes the pictures of the help, and that of README, from the real window.

    python packaging/screenshots.py            takes them, and notes the words in sight in words.json
    python packaging/screenshots.py --check    only compares the words: the pictures are older than the window if not

The words, not the pixels, tell whether a picture is old: they do not depend on fonts and screens.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
CHECKS_ONLY = "--check" in sys.argv
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # "This plugin does not support …", at each window
if not CHECKS_ONLY:
    os.environ["QT_SCALE_FACTOR"] = "2"

import numpy as np  # noqa: E402
from PySide6.QtCore import QModelIndex, Qt  # noqa: E402
from PySide6.QtGui import QFontDatabase, QImage, QTextDocumentFragment  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QTabBar,
    QWidget,
)
from scenes import SCENES, WITHOUT_PROJECT  # noqa: E402
from stage import Stage  # noqa: E402

from qdesk.gui.look.theme import look  # noqa: E402
from qdesk.importers.study import build_main_study  # noqa: E402
from qdesk.store.project import Project  # noqa: E402

HELP = ROOT / "resources" / "help"
PICTURES = HELP / "pictures"
WORDS = PICTURES / "words.json"
PLACES = {"screenshot-coding": (HELP / "screenshot-coding.png", 1440)}
"""Pictures that lie elsewhere, and how wide they are; the others are as wide as the help's column, twice."""

WIDEST, ROWS, COLOURS = 1280, 12, 128
INTERVIEWS = {"quotes_list"}
"""Lists that hold text of interviews, which is no part of the window."""


def main() -> int:
    """Take or check all pictures; the exit status."""
    app = QApplication(["qdesk"])
    look.ui_family = "Inter" if "Inter" in QFontDatabase.families() else ""
    look.apply(app)
    words = {}
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "study.qdesk"
        with Project.create(study) as project:
            build_main_study(project)
        for name in SCENES:
            place = Path(folder) / name
            place.mkdir()
            words[name] = _take(name, Stage(place, None if name in WITHOUT_PROJECT else study, SCENES[name][1]))
    if CHECKS_ONLY:
        return _compare(words)
    WORDS.write_text(json.dumps(words, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _take(name: str, stage: Stage) -> list[str]:
    """Play one scene; the words in sight."""
    try:
        shot = SCENES[name][0](stage)
        stage.settle()
        if not CHECKS_ONLY:
            file, width = PLACES.get(name, (PICTURES / f"{name}.png", WIDEST))
            picture = shot.widget.grab(shot.part or shot.widget.rect()).toImage()
            _save(picture, file, width)
        found = sorted(set(_words(shot.widget)))
        if shot.widget is not stage.window:
            shot.widget.reject()
        return found
    finally:
        stage.strike()


# ---- pictures


def _save(picture: QImage, file: Path, widest: int) -> None:
    """Save a picture, small: no wider than said and with at most 256 colours, which the eye cannot tell from all."""
    if picture.width() > widest:
        picture = picture.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
    picture = _indexed(picture.convertToFormat(QImage.Format.Format_RGB32))
    picture.setDevicePixelRatio(1)
    file.parent.mkdir(exist_ok=True)
    if not picture.save(str(file), "PNG", 0):
        raise OSError(f"{file} could not be written")
    print(f"{file.relative_to(ROOT)}: {picture.width()} x {picture.height()}, {file.stat().st_size // 1000} kB")


def _indexed(picture: QImage) -> QImage:
    """The picture in few colours, each pixel in the nearest of them."""
    width, height = picture.width(), picture.height()
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(height, -1)[:, :width] & 0xFFFFFF
    colours, which, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    chosen, nearest = _few(_channels(colours), counts)
    padded = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
    padded[:, :width] = nearest[which.reshape(height, width)]
    indexed = QImage(padded.tobytes(), width, height, padded.shape[1], QImage.Format.Format_Indexed8)
    indexed.setColorTable([0xFF000000 | int(colour) for colour in colours[chosen]])
    return indexed.copy()


def _few(colours: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which of n colours (n x 3) are kept, and which of the kept ones stands for each.

    One after the other the colour is kept that is missed most: common, and unlike all that are kept already.
    """
    chosen = [int(counts.argmax())]
    distance = np.abs(colours - colours[chosen[0]]).sum(axis=1)
    nearest = np.zeros(len(colours), np.uint8)
    while len(chosen) < min(COLOURS, len(colours)) and distance.any():
        chosen.append(int((np.sqrt(counts) * distance).argmax()))
        away = np.abs(colours - colours[chosen[-1]]).sum(axis=1)
        nearest[away < distance] = len(chosen) - 1
        distance = np.minimum(distance, away)
    return np.array(chosen), nearest


def _channels(colours: np.ndarray) -> np.ndarray:
    """Red, green and blue of n colours, as n x 3 numbers."""
    return np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255], axis=1).astype(np.int64)


# ---- words


def _words(top: QWidget) -> Iterator[str]:
    """What can be read in a window, outside the interviews: numbers are left out, since they follow the study."""
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.isVisibleTo(top):
            for text in (*_texts(widget), widget.accessibleName()):
                plain = re.sub(r"\d[\d,.]*", "#", " ".join(text.split()))
                if plain and not widget.objectName().startswith("qt_"):
                    yield plain


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield QTextDocumentFragment.fromHtml(widget.text()).toPlainText()
    elif isinstance(widget, QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()) if widget.isTabVisible(tab))
    elif isinstance(widget, QMenuBar):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and widget.objectName() not in INTERVIEWS:
        yield from _rows(widget, QModelIndex())


def _rows(view: QAbstractItemView, above: QModelIndex) -> Iterator[str]:
    """The first rows of a list, or below a row of a tree."""
    model = view.model()
    for row in range(min(ROWS, model.rowCount(above))):
        index = model.index(row, 0, above)
        yield str(index.data() or "")
        yield from _rows(view, index)


def _compare(words: dict[str, list[str]]) -> int:
    """Say what is in sight now and was not when the pictures were taken, and the other way round."""
    before = json.loads(WORDS.read_text(encoding="utf-8")) if WORDS.exists() else {}
    differing = [name for name in {**before, **words} if before.get(name) != words.get(name)]
    for name in differing:
        was, now = set(before.get(name, ())), set(words.get(name, ()))
        print(f"{name}: gone {sorted(was - now)}, new {sorted(now - was)}")
    if differing:
        print("The pictures are older than the window: run packaging/screenshots.py")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
