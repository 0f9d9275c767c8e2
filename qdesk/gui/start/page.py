"""The start page: three doors, the recent projects, and a place to drop transcripts."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.start.door import Door
from qdesk.gui.start.dropzone import DropZone
from qdesk.gui.start.recentlist import RecentList
from qdesk.gui.start.recents import MOST, Recent
from qdesk.gui.widgets.label import Label, Sentence
from qdesk.gui.widgets.link import Link

FORMATS: Final = (".docx", ".txt", ".md")
"""Suffixes of transcripts that can be dropped."""

_ALSO: Final = (".markdown", ".text")
"""Other endings of the same formats, which need no naming."""

PROJECT: Final = ".qdesk"

MAIN_STUDY: Final = "distributed_leadership"
SMALL_STUDY: Final = "three_languages"
"""Folders of the sample studies."""

_PROMISE: Final = "Read interviews, code them, build themes, write. Everything stays on this computer."

_ROWS: Final = (4, 5)
"""Least and most recent projects for which the page keeps room; more scroll."""


class StartPage(QScrollArea):
    """Asks only; the window acts. ``open_asked`` carries a path, or "" where one is still to be chosen."""

    new_asked = Signal()
    open_asked = Signal(str)
    sample_asked = Signal(str)  # folder of the sample study
    files_dropped = Signal(list)  # list[Path]
    forget_asked = Signal(object)  # Path: take it off the list of recent projects

    def __init__(self, sample_line: str, parent: QWidget | None = None) -> None:
        """``sample_line`` tells what the sample study holds: "6 invented interviews, already coded"."""
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setAccessibleName("Start")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAcceptDrops(True)
        self._new = Door("plus", "New project", "Name it, then add transcripts", "Ctrl N")
        self._open = Door("folder", "Open a project", "A .qdesk file", "Ctrl O")
        self._sample = Door("book", "Try the sample study", sample_line)
        self._small = Link("Or three short interviews in Spanish, German and Arabic")
        self._small.setObjectName("small_sample")
        self._heading = Label("Recent projects", 15, bold=True)
        self._recents = RecentList()
        self._nothing = Sentence("Projects you have opened will stand here.", token="muted")
        self._zone = DropZone("Drop transcripts here to start a new project with them", " ".join(FORMATS))
        self._connect()
        self.setWidget(self._lay_out())
        look.changed.connect(self._resize)
        self.set_recents([])

    def set_recents(self, recents: Sequence[Recent], now: datetime | None = None, home: Path | None = None) -> None:
        """Show the recent projects, latest first. Left out, ``now`` and ``home`` are this moment's and user's."""
        self._recents.show_recents(recents[:MOST], now or datetime.now(), home or Path.home())
        self._recents.setVisible(bool(recents))
        self._nothing.setVisible(not recents)
        self._resize()

    def take_focus(self) -> None:
        """Put the keyboard on the latest project, or on New project if there is none."""
        (self._recents if self._recents.count() else self._new).setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _readable(event.mimeData()):
            event.acceptProposedAction()
            self._zone.set_lit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._zone.set_lit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """A project opens; transcripts go together to whoever makes the new project."""
        self._zone.set_lit(False)
        event.acceptProposedAction()
        files = _readable(event.mimeData())
        projects = [file for file in files if file.suffix.lower() == PROJECT]
        if projects:
            self.open_asked.emit(str(projects[0]))
        else:
            self.files_dropped.emit(files)

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(lambda: self.open_asked.emit(""))
        self._sample.clicked.connect(lambda: self.sample_asked.emit(MAIN_STUDY))
        self._small.clicked.connect(lambda: self.sample_asked.emit(SMALL_STUDY))
        self._recents.opened.connect(lambda path: self.open_asked.emit(str(path)))
        self._recents.forgotten.connect(self.forget_asked)

    def _lay_out(self) -> QWidget:
        """A block of 960 px: title over doors (left) and recent projects (right), the drop zone below."""
        self._doors = QVBoxLayout()
        for door in (self._new, self._open, self._sample):
            self._doors.addWidget(door)
        self._doors.addWidget(self._small, 0, Qt.AlignmentFlag.AlignLeft)
        self._doors.addStretch(1)
        self._block = QWidget()
        self._grid = grid = QGridLayout(self._block)
        grid.addWidget(Label("QDesk", 28, bold=True), 0, 0, 1, 2)
        promise = Label(_PROMISE, 15, token="muted")
        promise.setWordWrap(True)
        grid.addWidget(promise, 1, 0, 1, 2)
        grid.addWidget(Label("Begin", 15, bold=True), 3, 0)
        grid.addWidget(self._heading, 3, 1)
        grid.addLayout(self._doors, 5, 0)
        grid.addWidget(self._recents, 5, 1)
        grid.addWidget(self._nothing, 5, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._zone, 7, 0, 1, 2)
        return _centred(self._block)

    def _resize(self) -> None:
        grid, inset = self._grid, look.px(17)
        least, most = _ROWS
        self._block.setMaximumWidth(look.px(962))
        self._recents.setFixedHeight(look.px(64) * min(max(self._recents.count(), least), most))
        self._doors.setSpacing(look.px(8))
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 415)
        grid.setColumnStretch(1, 547)
        self._doors.setContentsMargins(0, look.px(1), look.px(63), 0)
        for row, height in ((0, 40), (1, 24), (2, 48), (3, 24), (4, 15), (6, 57)):
            grid.setRowMinimumHeight(row, look.px(height))
        self._heading.setContentsMargins(inset, 0, 0, 0)
        self._nothing.setContentsMargins(inset, look.px(12), 0, 0)


def _centred(block: QWidget) -> QWidget:
    """The block in the middle, a little above it in height, as the eye wants it."""
    page = QWidget()
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.setContentsMargins(16, 16, 16, 16)
    column.addStretch(7)
    column.addLayout(row)
    column.addStretch(10)
    row.addStretch(1)
    row.addWidget(block, 1000)
    row.addStretch(1)
    return page


def _readable(mime: QMimeData) -> list[Path]:
    """The local files of a drag that QDesk reads: transcripts, folders of them, and projects."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in (*FORMATS, *_ALSO, PROJECT) or file.is_dir()]
