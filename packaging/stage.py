"""The stage on which the scenes play: one window on a copy of the sample study, and how to find one's way in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.application import make_window
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents
from qdesk.gui.window.desk import Desk
from qdesk.store.project import Project
from qdesk.store.records import Coding
from qdesk.text.sentences import sentence_spans
from qdesk.text.spans import Span
from qdesk.text.words import count_words

TRUST, HABITS = "Trust", "Top-down habits"
"""Two codes that every version of the sample study has, in different themes."""


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
        trust = self.code(TRUST)
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
