"""A user before the real window, on a real display."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hands import Hands
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from qdesk.gui.application import make_window
from qdesk.gui.look.theme import look
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents

MakeHands = Callable[[], Hands]


@pytest.fixture
def sit_down(qapp: QApplication, qtbot: Any, tmp_path: Path) -> Iterator[MakeHands]:
    """Opens windows that share their preferences and recent projects; all are closed at the end."""
    assert QApplication.platformName() != "offscreen", "run these with a display: xvfb-run, QT_QPA_PLATFORM unset"
    if not qapp.styleSheet():
        look.apply(qapp)
    look.set_theme("light")
    look.set_scale(1.0)
    sitting: list[Hands] = []

    def sit() -> Hands:
        window = make_window(Preferences(tmp_path / "preferences.json"), Recents(tmp_path / "recents.json"))
        window.resize(1440, 900)
        window.show()
        QTest.qWaitForWindowExposed(window)
        sitting.append(Hands(window, qtbot))
        sitting[-1].come_forward()
        return sitting[-1]

    yield sit
    for hands in sitting:
        hands.window.close()
        hands.window.deleteLater()
    look.set_theme("light")
    look.set_scale(1.0)
    QApplication.processEvents()


@pytest.fixture
def hands(sit_down: MakeHands) -> Hands:
    """One window, on its start page."""
    return sit_down()


@pytest.fixture
def file_dialog(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Path]], None]:
    """Says what the system's file dialogs will answer next; an unexpected one fails."""
    answers: list[list[Path]] = []

    def one(*_arguments: object) -> tuple[str, str]:
        return str(answers.pop(0)[0]), ""

    def many(*_arguments: object) -> tuple[list[str], str]:
        return [str(path) for path in answers.pop(0)], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", one)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", many)
    return answers.append
