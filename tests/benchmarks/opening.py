"""A process that opens a project in the window, as ``qdesk PROJECT`` does, and tells moments and memory as JSON.

Arguments: project. Moments are those of the clock that all processes of the machine share, in seconds.
"""

from __future__ import annotations

import json
import resource
import sys
from time import perf_counter
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from qdesk.gui import application
from qdesk.gui.bus import QuoteQuery
from qdesk.gui.reader.view import TextView
from qdesk.gui.window.window import MainWindow

_DOCUMENTS = 10
windows: list[MainWindow] = []
facts: dict[str, float] = {}


def main() -> None:
    """Open, note the first paint of an interview, then use the window a little and note the memory."""
    make, paint = application.make_window, TextView.paintEvent

    def made(*arguments: Any) -> MainWindow:
        windows.append(make(*arguments))
        return windows[0]

    def painted(view: TextView, event: QPaintEvent) -> None:
        paint(view, event)
        if view.scene.document.id and "painted" not in facts:
            facts["painted"] = perf_counter()  # until the window has flushed the paint
            QTimer.singleShot(0, note_answering)

    application.make_window, TextView.paintEvent = made, painted  # type: ignore[method-assign]
    application.run(sys.argv[1:])
    print(json.dumps(facts))


def note_answering() -> None:
    """The first moment at which a key would be heard."""
    facts["answering"] = perf_counter()
    facts["opened_mb"] = peak_mb()
    QTimer.singleShot(0, use)


def use() -> None:
    """Read ten interviews, list the quotes of a code, look at the heat map."""
    desk = windows[0].desk
    assert desk is not None
    project = desk.bus.project
    for document in project.documents.list()[:_DOCUMENTS]:
        desk.open_document(document.id)
        QApplication.processEvents()
    desk.bus.quotes_asked.emit(QuoteQuery(codes=(project.codes.list()[-1].id,)))
    QApplication.processEvents()
    facts["read_mb"] = peak_mb()
    desk.show_chart()
    QApplication.processEvents()
    facts["chart_mb"] = peak_mb()
    windows[0].close()
    QApplication.quit()


def peak_mb() -> float:
    """The most memory this process has held so far, MB (Linux and macOS)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
