"""The scenes of the help's pictures: each sets the real window up on a fresh copy of the sample study.

Passages are found by what they hold, codes by their names, so that a scene outlives changes of the study.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.application import make_window
from qdesk.gui.mime import codes_mime, selection_mime
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recent, Recents
from qdesk.gui.window.desk import Desk
from qdesk.importers.study import MAIN_STUDY
from qdesk.places import sample_projects
from qdesk.store.project import Project
from qdesk.store.records import Coding
from qdesk.text.sentences import sentence_spans
from qdesk.text.spans import Span
from qdesk.text.words import count_words

_TRUST, _HABITS = "Trust", "Top-down habits"
"""Two codes that every version of the sample study has, in different themes."""

_WIDE = (1280, 800)
_PATIENCE_MS = 20_000


@dataclass(frozen=True, slots=True)
class Shot:
    """What to take: a widget, or a part of it (its own coordinates)."""

    widget: QWidget
    part: QRect | None = None


class Stage:
    """One window on a copy of the sample study (or on its start page), until :meth:`strike`."""

    def __init__(self, folder: Path, study: Path | None, size: tuple[int, int]) -> None:
        self.folder = folder
        self.held: QMimeData | None = None  # what a drag in the scene holds: Qt keeps no hold on it
        self.window = make_window(Preferences(folder / "preferences.json"), Recents(folder / "recent.json"))
        self.window.resize(*size)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        if study is not None:
            copy = folder / "Distributed leadership.qdesk"
            shutil.copy(study, copy)
            self.window.doors.open(str(copy))
        self.settle()

    def strike(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked for be done and painted."""
        for _turn in range(3):
            QApplication.processEvents()

    @property
    def desk(self) -> Desk:
        """The desk of the open project."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def project(self) -> Project:
        """The open project."""
        assert self.window.bus is not None
        return self.window.bus.project

    def code(self, name: str) -> int:
        """The id of a code, wherever it stands in the tree."""
        return next(code.id for code in self.project.codes.list() if code.name == name)

    def coding(self) -> Coding:
        """A coding as Trust beside which others stand: the one of its interview with most codings in the next lines."""
        trust = self.code(_TRUST)
        arrays = [self.project.codings.of(document) for document in self.project.documents.ids()]
        found = [(one, codings) for codings in arrays for one in codings if one.code == trust]
        return max(found, key=lambda pair: sum(0 <= other.start - pair[0].start < 900 for other in pair[1]))[0]

    def read(self, document: int, span: Span) -> None:
        """Open a document at a place."""
        self.desk.open_document(document)
        self.settle()
        self.desk.reader.goto(span, flash=False)

    def select_uncoded(self) -> Span:
        """Select a sentence without a code, after a coding as Trust in the same interview."""
        coding = self.coding()
        document, coded = coding.document, self.project.codings.of(coding.document)
        free = (one for one in self._sentences(document) if not any(one.overlaps(other.span) for other in coded))
        chosen = next(one for one in free if one.start > coding.end)
        self.read(document, chosen)
        self.desk.reader.view.select(chosen)
        self.settle()
        return chosen

    def _sentences(self, document: int) -> Iterator[Span]:
        """Sentences of the participants, neither short nor long."""
        text = self.project.documents.text(document)
        for turn in self.project.turns.of(document):
            if not turn.is_interviewer:
                spans = sentence_spans(text, Span(turn.label_end, turn.end))
                yield from (span for span in spans if 8 <= count_words(span.of(text)) <= 24)

    def drag_over_tree(self, held: QMimeData, code: int) -> None:
        """Hold something over the row of a code, as the middle of a drag does."""
        self.held = held
        tree = self.desk.codes.tree
        tree.scrollTo(tree.codes_model.index_of(code))
        row = tree.visualRect(tree.codes_model.index_of(code))
        place = QPoint(row.left() + 120, row.center().y())
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        for event in (QDragEnterEvent, QDragMoveEvent):
            sent = event(place, actions, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(tree.viewport(), sent)
        self.settle()

    def part(self, left: int, width: int, height: int, shown: QRect) -> QRect:
        """A part of the window from ``left`` on, as high round what is shown as the window allows."""
        top = shown.center().y() - height // 2
        return QRect(left, max(0, min(top, self.window.height() - height)), width, height)

    def place(self, widget: QWidget) -> QRect:
        """Where a widget lies in the window."""
        return QRect(widget.mapTo(self.window, QPoint()), widget.size())


# ---- the scenes


def start(stage: Stage) -> Shot:
    """The start page with some projects, in the afternoon of a working day."""
    now = datetime(2025, 3, 14, 15, 30)
    home = stage.folder / "home"
    kept = [
        ("Documents/Thesis/Distributed leadership", "22 interviews · 450 quotes", timedelta(hours=1)),
        ("Documents/Thesis/Pilot interviews", "3 interviews · 58 quotes", timedelta(days=21)),
        ("Documents/Seminar/Parents and homework", "11 interviews · 190 quotes", timedelta(days=60)),
    ]
    recents = [Recent(home / f"{name}.qdesk", holding, now - age) for name, holding, age in kept]
    for recent in recents:
        recent.path.parent.mkdir(parents=True, exist_ok=True)
        recent.path.touch()
    stage.window.start.set_recents(recents, now, home)
    return Shot(stage.window)


def coding(stage: Stage) -> Shot:
    """A chosen coding in its interview, its code's quotes beside it."""
    one = stage.coding()
    stage.desk.codes.choose([one.code])
    stage.read(one.document, one.span)
    stage.desk.reader.view.choose(one.id)
    return Shot(stage.window)


def picker(stage: Stage) -> Shot:
    """The picker at a selected sentence, three letters typed."""
    stage.select_uncoded()
    stage.desk.coding.open_picker("tru")
    stage.settle()
    shown = stage.desk.reader.selection_rect().united(stage.place(stage.desk.coding._picker))
    return Shot(stage.window, stage.part(stage.place(stage.desk.reader).left(), 640, 360, shown))


def drag_passage(stage: Stage) -> Shot:
    """A selected sentence held over a code."""
    stage.select_uncoded()
    stage.drag_over_tree(selection_mime(stage.window.bus.selection, ""), stage.code(_TRUST))
    return Shot(stage.window, stage.part(0, 880, 420, stage.desk.reader.selection_rect()))


def drag_code(stage: Stage) -> Shot:
    """A code held over a theme it does not lie in."""
    habits = stage.code(_HABITS)
    tree = stage.desk.codes.tree
    tree.choose([habits])
    rows = list(tree.codes_model.tree.walk())
    themes = [code for code in rows[rows.index(habits) :] if tree.codes_model.code(code).kind == "theme"]
    tree.dragged = frozenset([habits])
    stage.drag_over_tree(codes_mime([habits]), themes[0])
    row = tree.visualRect(tree.codes_model.index_of(habits)).translated(stage.place(tree.viewport()).topLeft())
    return Shot(stage.window, stage.part(0, 640, 300, row.translated(0, 40)))


def cooccurrence(stage: Stage) -> Shot:
    """The heat map, pointing at the two codes that meet most often."""
    stage.desk.show_chart()
    stage.settle()
    view = stage.desk.chart.findChild(QWidget, "heat_map")
    table = view.table.count
    pairs = [(int(table[i, j]), i, j) for i in range(len(table)) for j in range(i)]
    view.point_at(max(pairs)[1:])
    return Shot(stage.window)


def quotes(stage: Stage) -> Shot:
    """The quotes of a code."""
    stage.desk.codes.tree.choose([stage.code(_TRUST)])
    stage.settle()
    return Shot(stage.window, QRect(0, stage.place(stage.desk).top(), stage.window.width(), 520))


def history(stage: Stage) -> Shot:
    """What going back some steps would undo."""
    one = stage.coding()
    stage.read(one.document, one.span)
    stage.window.actions_table["left"].trigger()
    stage.window.actions_table["history"].trigger()
    stage.desk.sides.setSizes([0, 640, 320])
    stage.settle()
    rows = stage.desk.history.view
    steps = [row for row in range(rows.rows.rowCount()) if rows.rows.flags(rows.rows.index(row))]
    rows.setCurrentIndex(rows.rows.index(steps[min(3, len(steps) - 1)]))
    return Shot(stage.window, stage.place(stage.desk))


def palette(stage: Stage) -> Shot:
    """Search and commands, a few letters typed."""
    stage.window.open_palette()
    stage.window.palette_card.field.setText("tru")
    stage.settle()
    card = stage.place(stage.window.palette_card)
    top = stage.place(stage.window.tools).top()
    return Shot(stage.window, QRect(card.center().x() - 320, top, 640, card.bottom() + 24 - top))


def importing(stage: Stage) -> Shot:
    """The import dialog over some interviews."""
    from qdesk.gui.importing.dialog import ImportDialog

    sources = sample_projects() / MAIN_STUDY / "interviews"
    with Project.create(stage.folder / "My study.qdesk"):
        pass
    stage.window.doors.open(str(stage.folder / "My study.qdesk"))
    paths = [next(sources.glob(f"Teacher {number}.*")) for number in (1, 2, 3, 4)]
    dialog = ImportDialog(stage.window, stage.window.bus, paths)
    return _when_ready(dialog, dialog.findChild(QWidget, "import_act").isEnabled)


def exporting(stage: Stage) -> Shot:
    """The dialog of the Word report."""
    from qdesk.gui.exporting.dialog import ExportDialog

    dialog = ExportDialog(stage.window, stage.window.bus)
    return _when_ready(dialog, dialog.findChild(QWidget, "page_view").isVisible)


_DIALOG = (1168, 740)


def _when_ready(dialog: QWidget, is_ready: Callable[[], bool]) -> Shot:
    """The dialog once its work in the background is done."""
    dialog.resize(*_DIALOG)  # there may be no screen as large
    dialog.show()
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not is_ready():
        if patience.hasExpired():
            raise RuntimeError(f"{dialog.objectName()} did not become ready")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return Shot(dialog)


Scene = tuple[Callable[[Stage], Shot], tuple[int, int]]

SCENES: dict[str, Scene] = {
    "start": (start, (1040, 650)),
    "coding": (coding, (1120, 700)),
    "picker": (picker, _WIDE),
    "drag-passage": (drag_passage, _WIDE),
    "drag-code": (drag_code, (1280, 900)),
    "cooccurrence": (cooccurrence, (1120, 700)),
    "quotes": (quotes, _WIDE),
    "history": (history, (960, 640)),
    "palette": (palette, _WIDE),
    "import": (importing, _WIDE),
    "export": (exporting, _WIDE),
    "screenshot-coding": (coding, (1440, 900)),
}
"""Names of the pictures, how each comes about, and the size of the window for it."""

WITHOUT_PROJECT = {"start"}
