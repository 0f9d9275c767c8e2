"""The card for coding all that somebody says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qdesk.analysis.autocoding import Passage
from qdesk.gui.look.theme import look
from qdesk.gui.search import wording
from qdesk.gui.search.gathering import Gathering
from qdesk.gui.search.passages import EXTENTS, passages_said
from qdesk.gui.search.popup import Popup
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.label import Label
from qdesk.store.project import Project
from qdesk.store.records import Speaker
from qdesk.text.extents import Extent


class SpeakerCard(Popup):
    """Choose who and how; ``code_asked`` gives the passages and the texts' revisions they were read from."""

    code_asked = Signal(object, object)  # list[Passage], revision by document

    def __init__(self, project: Project, opener: QWidget) -> None:
        super().__init__(opener)
        self.setObjectName("speaker_card")
        self.setAccessibleName("Code all that a speaker says")
        self._project = project
        self._speakers: list[Speaker] = []
        self._passages: list[Passage] = []
        self._revisions: dict[int, int] = {}
        self._gathering = Gathering(self)
        self._gathering.done.connect(self._show)
        self._build()
        look.changed.connect(self._measure)
        self._measure()

    def _build(self) -> None:
        self._who, self._extent = Combo("Speaker", []), Combo("Passages", list(EXTENTS.values()))
        self._who.setObjectName("speaker_who")
        self._extent.setObjectName("speaker_extent")
        self._who.currentIndexChanged.connect(self._count)
        self._extent.currentIndexChanged.connect(self._count)
        self.button = QPushButton()
        self.button.setObjectName("speaker_code")
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self._ask)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, (name, combo) in enumerate((("All that", self._who), ("says, coded", self._extent))):
            label = Label(name, 13, token="text2")
            label.setBuddy(combo)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(combo, row, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._grid)
        self._column.addLayout(foot)

    def toggle(self) -> None:
        """Open with the speakers there are now, participants first, or close."""
        if not self.isVisible():
            self._speakers = sorted(self._project.speakers.list(), key=lambda speaker: speaker.is_interviewer)
            self._who.blockSignals(True)
            self._who.clear()
            self._who.addItems([speaker.name for speaker in self._speakers])
            self._who.blockSignals(False)
            self._count()
        super().toggle()

    def take_focus(self) -> None:
        """On the speaker."""
        self._who.setFocus(Qt.FocusReason.PopupFocusReason)

    def _count(self) -> None:
        row = self._who.currentIndex()
        extent: Extent = list(EXTENTS)[self._extent.currentIndex()]
        self._revisions = {one.id: one.revision for one in self._project.documents.list()}
        self._say(None)
        if row >= 0:
            self._gathering.start(passages_said(self._project, self._speakers[row].id, extent))
        else:
            self._show([])

    def _show(self, passages: list[Passage]) -> None:
        self._passages = passages
        self._say(len(passages))

    def _say(self, passages: int | None) -> None:
        self.button.setText(wording.code_button(passages))
        self.button.setAccessibleName(self.button.text())
        self.button.setEnabled(bool(passages))

    def _ask(self) -> None:
        self.hide()
        self.code_asked.emit(self._passages, self._revisions)

    def _measure(self) -> None:
        margin = look.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.px(12))
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(8))
        self.setFixedWidth(look.px(320))
        self.adjustSize()
