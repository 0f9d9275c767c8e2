"""The look as a window wears it, and the bare application afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from qdesk.gui.look.theme import Look, look


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Look]:
    """The one look, applied once per test run, light and at 100 % at the start and at the end."""
    if not qapp.styleSheet():
        look.apply(qapp)
    look.set_theme("light")
    look.set_scale(1.0)
    yield look
    look.set_theme("light")
    look.set_scale(1.0)
