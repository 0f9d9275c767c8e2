"""The fields of the codes panel come in sight in the window, whatever had folded the left side away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from qdesk.gui.look.theme import Look
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents
from qdesk.gui.window.window import MainWindow
from qdesk.store.project import Project


@pytest.fixture
def window(qtbot: object, dressed: Look, project: Project, ids: object, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the small study."""
    window = MainWindow(Preferences(tmp_path / "preferences.json"), Recents(tmp_path / "recents.json"))
    window.doors.open(str(project.path))
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    yield window
    window.close()
    window.deleteLater()


FIELDS = {
    "new_code": "codeNameField", "new_theme": "codeNameField", "group": "codeNameField", "find_code": "codeFilter",
}  # fmt: skip


@pytest.mark.parametrize(
    "fold",
    [
        lambda window: window.desk.show_chart(),
        lambda window: window.desk.show_search(),
        lambda window: window.actions_table["left"].setChecked(False),
    ],
)
def test_a_field_unfolds_the_left_side(window: MainWindow, fold: Callable[[MainWindow], object]) -> None:
    desk = window.desk
    desk.codes.tree.choose([desk.codes.tree.codes_model.tree.children[0][0]])
    fold(window)
    page = desk.pages.currentIndex()
    for action, field in FIELDS.items():
        window.actions_table["left"].setChecked(False)
        assert desk.left.isHidden()
        window.actions_table[action].trigger()
        shown = desk.codes.findChild(QLineEdit, field)
        assert shown.isVisible()
        assert window.focusWidget() is shown
        assert window.actions_table["left"].isChecked()
        assert desk.pages.currentIndex() == page
