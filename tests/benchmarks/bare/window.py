"""A bare Qt window with one text of a project. Argument: project. Tells the moment of its paint and its memory."""

import json
import resource
import sqlite3
import sys
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit


class Text(QTextEdit):
    """Notes its first paint and ends."""

    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)


app = QApplication(["bare"])
window, text = QMainWindow(), Text()
window.setCentralWidget(text)
window.resize(1440, 900)
(stored,) = sqlite3.connect(sys.argv[1]).execute("SELECT text FROM document ORDER BY position LIMIT 1").fetchone()
text.setPlainText(stored)
window.show()
app.exec()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1024)
print(json.dumps({"painted": perf_counter(), "opened_mb": peak}))
