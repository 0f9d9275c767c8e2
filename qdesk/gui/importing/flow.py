"""Importing interviews: which files, a look at each, then one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qdesk.gui.bus import Bus, Place
from qdesk.gui.importing.dialog import ImportDialog
from qdesk.gui.importing.files import ask_files, files_among
from qdesk.text.spans import Span


def import_files(window: QWidget, bus: Bus, files: Sequence[Path] | None) -> None:
    """Import interviews, asked for unless given; folders stand for the files in them. The first one is then opened."""
    paths = files_among(ask_files(window, bus.project.path.parent) if files is None else files)
    if not paths:
        if files:
            bus.told.emit("There is no file here that QDesk can read; nothing was imported.", False)
        return
    dialog = ImportDialog(window, bus, paths)
    dialog.exec()
    dialog.deleteLater()
    if dialog.ids:
        bus.place_asked.emit(Place(dialog.ids[0], Span(0, 0), flash=False))
