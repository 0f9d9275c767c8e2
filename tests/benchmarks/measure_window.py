"""The open window: another interview, one coding from key to repaint."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from pathlib import Path

import corpus
import numpy as np
from figures import Figure, tell, timed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from window import Painted, application, main_window, settle

from qdesk.gui.bus import QuoteQuery
from qdesk.gui.window.desk import Desk
from qdesk.gui.window.window import MainWindow
from qdesk.text.spans import Span

_INTERVIEWS, _CODINGS, _FEW = 20, 40, 10


def main() -> None:
    """Tell the figures."""
    application()
    window = main_window()
    with tempfile.TemporaryDirectory(dir=corpus.kept()) as folder:
        large, dense = corpus.copy_of("L", Path(folder)), corpus.copy_of("D", Path(folder))
        _interviews(window, dense, 500, goal=40)
        _interviews(window, large, 100, goal=30)
        _one_coding(window, Path(folder))
        window.doors.close_project()


def _opened(window: MainWindow, path: Path) -> Desk:
    window.doors.open(str(path))
    desk = window.desk
    assert desk is not None
    settle(window)
    return desk


def _interviews(window: MainWindow, path: Path, codings: int, goal: float) -> None:
    """Open interviews that were not open before, those whose codings are next to the number wanted."""
    desk = _opened(window, path)
    project = desk.bus.project
    ids, counts = np.unique(project.codings.arrays().document, return_counts=True)
    numbers = ids[np.argsort(np.abs(counts - codings), kind="stable")].tolist()[:_INTERVIEWS]
    painted = Painted(desk.reader.view.viewport(), desk.documents.list.viewport())
    plain = QTextEdit()
    plain.resize(desk.reader.view.size())
    plain.show()
    bare = Painted(plain.viewport())
    ours, raw = [], []
    for number in numbers:
        settle(window)
        text = project.documents.text(number)
        raw.append(bare.after(lambda text=text: plain.setPlainText(text)))
        window.activateWindow()
        ours.append(painted.after(lambda number=number: desk.open_document(number)))
        assert desk.reader.view.scene.document.id == number
    peer = {100: "190 ms QualCoder", 500: "1.62 s QualCoder"}[codings]
    tell(Figure(f"another interview, {codings} codings", ours, raw, "ms", "QTextEdit", peer, goal))
    plain.close()


def _one_coding(window: MainWindow, folder: Path) -> None:
    """A code of usual size and the largest one, each shown in tree and dock."""
    desk = window.desk
    assert desk is not None
    used, counts = np.unique(desk.bus.project.codings.arrays().code, return_counts=True)
    order = used[np.argsort(counts)].tolist()
    committed = _bare_commits(folder)
    desk.bus.joining = False  # so that every key makes a coding of its own
    for code, runs, goal in ((order[len(order) // 2], _CODINGS, 16.0), (order[-1], _FEW, None)):
        quotes = int(counts[used == code][0])
        name = f"one coding at L, key to repaint, {quotes:,} quotes in the dock"
        full = _codings(window, desk, code, runs)
        limit = [commit + repaint for commit, repaint in zip(committed, _repaints(desk), strict=True)]
        tell(Figure(name, full, limit, "ms", "commit + repaints", "31 ms QualCoder", goal))
        desk.bus.project.db.execute("PRAGMA synchronous = OFF")
        tell(Figure(f"{name}, without fsync", _codings(window, desk, code, runs)))
        desk.bus.project.db.execute("PRAGMA synchronous = FULL")


def _codings(window: MainWindow, desk: Desk, code: int, runs: int) -> list[float]:
    """Press 1 on passages in sight that have not been coded so far."""
    project, rng = desk.bus.project, random.Random(len(desk.bus.project.codings.arrays().id))
    desk.coding.digits.slots[0] = code
    desk.codes.choose([code])
    desk.bus.quotes_asked.emit(QuoteQuery(codes=(code,)))
    desk.reader.setFocus()
    painted = Painted(desk.reader.view.viewport(), desk.codes.tree.viewport(), desk.quotes.view.viewport())
    ours = []
    for _ in range(runs):
        start = rng.randrange(1200)
        desk.reader.select(Span(start, start + rng.randrange(20, 300)))
        settle(window)
        before = len(project.codings.arrays().id)
        ours.append(painted.after(lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_1)))
        assert len(project.codings.arrays().id) == before + 1
    return ours[1:]


def _bare_commits(folder: Path) -> list[float]:
    """An insert into a bare table and its commit with fsync; what it takes without is told beside it."""
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE coding(id INTEGER PRIMARY KEY, document, code, start, stop, quote)")
    committed = [timed(lambda: _insert(db))[0] for _ in range(_CODINGS)]
    db.execute("PRAGMA synchronous = OFF")
    unsafe = [timed(lambda: _insert(db))[0] for _ in range(_CODINGS)]
    db.close()
    tell(Figure("bare INSERT and COMMIT with fsync", committed, unsafe, "ms", "without"))
    return committed


def _repaints(desk: Desk) -> list[float]:
    """The three views painted whole, one after the other."""
    views = (desk.reader.view.viewport(), desk.codes.tree.viewport(), desk.quotes.view.viewport())
    return [timed(lambda: [view.repaint() for view in views])[0] for _ in range(_CODINGS)]


def _insert(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO coding(document, code, start, stop, quote) VALUES (1, 1, 10, 90, ?)", ("x" * 80,))
    db.execute("COMMIT")


if __name__ == "__main__":
    main()
