"""What a report shall hold: the left side of the dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qdesk.exporters.options import PRESETS, SECTIONS, ReportOptions, SectionName
from qdesk.gui.exporting.citationfield import CitationField
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.label import Label, Sentence
from qdesk.gui.widgets.widedialog import Heading
from qdesk.store.project import Project

_NOTES: Final = {
    "Reflexive TA": "Counts are left out: reflexive thematic analysis does not weigh codes by number.",
    "Codebook TA": "Shows how often, and by how many participants, each code is used.",
}
_SECTIONS: Final[dict[SectionName, tuple[str, str]]] = {
    "findings": ("Findings", ""),
    "codebook": ("Codebook table", "landscape"),
    "cooccurrence": ("Co-occurrence table and figure", ""),
}
_QUOTES: Final[tuple[int | None, ...]] = (None, 1, 2, 3, 5, 10)


class ReportForm(QScrollArea):
    """``changed``: something else was chosen. ``section_chosen`` names a section that was switched on."""

    changed = Signal()
    section_chosen = Signal(str)

    def __init__(self, project: Project, options: ReportOptions) -> None:
        super().__init__()
        self.setObjectName("report_form")
        self.setAccessibleName("What the report holds")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._start = options
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._labels: list[Label] = []
        self._build_preset(options)
        self._build_sections(options)
        self._build_findings(project, options)
        self._column.addStretch(1)
        self.setWidget(inner)
        for ground in (self.viewport(), inner):
            ground.setAutoFillBackground(False)
        look.changed.connect(self._resize)
        self._resize()
        self._tell()

    @property
    def options(self) -> ReportOptions:
        """The choices as they stand."""
        return replace(
            self._start,
            sections=tuple(name for name in SECTIONS if self._sections[name].isChecked()),
            citation=self.citation.pattern,
            quotes_per_code=_QUOTES[self._most.currentIndex()],
            starred_only=self._starred.isChecked(),
            spread=self._spread.isChecked(),
            counts=PRESETS[self._preset.currentText()].counts,
        )

    # ---- parts

    def _build_preset(self, options: ReportOptions) -> None:
        self._preset = Combo("Preset", list(PRESETS))
        self._preset.setObjectName("report_preset")
        self._preset.setCurrentText(next(name for name, of in PRESETS.items() if of.counts == options.counts))
        self._preset.currentIndexChanged.connect(self._change)
        self._note = Sentence("", 11, "muted")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._add_row(self._grid, 0, "Preset", self._preset)
        self._grid.addWidget(self._note, 1, 1)
        self._column.addLayout(self._grid)

    def _build_sections(self, options: ReportOptions) -> None:
        self._column.addWidget(Heading("Sections"))
        self._sections: dict[SectionName, QCheckBox] = {}
        self._rows: list[QHBoxLayout] = []
        for name, (title, remark) in _SECTIONS.items():
            box = self._sections[name] = _box(f"section_{name}", title, name in options.sections)
            box.toggled.connect(lambda on, name=name: self._switch(name, on))
            row = self._add_flow()
            row.addWidget(box)
            row.addWidget(Label(remark, 11, token="muted"))
            row.addStretch(1)
            self._column.addLayout(row)

    def _build_findings(self, project: Project, options: ReportOptions) -> None:
        self._column.addWidget(Heading("Findings"))
        self._most = Combo("Quotes per code", ["All", *map(str, _QUOTES[1:])])
        self._most.setObjectName("quotes_per_code")
        most = options.quotes_per_code
        self._most.setCurrentIndex(_QUOTES.index(most) if most in _QUOTES else 0)
        self._most.currentIndexChanged.connect(self._change)
        self._at_most = Label("", 11, token="muted")
        self._spread = _box("spread", "Spread over participants", options.spread)
        self._starred = _box("starred_only", "Starred quotes only", options.starred_only)
        self.citation = CitationField(project, options.citation)
        self.citation.changed.connect(self._change)
        for box in (self._spread, self._starred):
            box.toggled.connect(self._change)
        most_row = self._add_flow()
        most_row.addWidget(self._most)
        most_row.addWidget(self._at_most, 1)
        self._quotes = QGridLayout()
        self._quotes.setColumnStretch(1, 1)
        self._add_label(self._quotes, 0, "Quotes per code")
        self._quotes.addLayout(most_row, 0, 1)
        self._quotes.addWidget(self._spread, 1, 1)
        self._quotes.addWidget(self._starred, 2, 1)
        self._add_row(self._quotes, 3, "Citation", self.citation)
        self._column.addLayout(self._quotes)

    def _add_flow(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._rows.append(row)
        return row

    def _add_row(self, grid: QGridLayout, row: int, words: str, widget: QWidget) -> None:
        self._add_label(grid, row, words)
        grid.addWidget(widget, row, 1)

    def _add_label(self, grid: QGridLayout, row: int, words: str) -> None:
        label = Label(words, token="text2")
        self._labels.append(label)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)

    # ---- what happens

    def _switch(self, name: SectionName, on: bool) -> None:
        if on:
            self.section_chosen.emit(name)
        self._change()

    def _change(self, *_value: object) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Keep the remarks true, and what has no effect switched off."""
        self._note.say(_NOTES[self._preset.currentText()])
        is_limited = self._most.currentIndex() > 0
        self._at_most.setText("at most, starred first" if is_limited else "")
        has_findings = self._sections["findings"].isChecked()
        self._most.setEnabled(has_findings)
        self._starred.setEnabled(has_findings)
        self._spread.setEnabled(has_findings and is_limited)

    def _resize(self) -> None:
        gap = look.px(8)
        self._column.setContentsMargins(look.px(24), 0, look.px(24), 0)
        self._column.setSpacing(0)
        for row in self._rows:
            row.setSpacing(gap)
        for label in self._labels:
            label.setFixedWidth(look.px(120))
            label.setMinimumHeight(look.px(28))
        self._most.setFixedWidth(look.px(72))
        for grid in (self._grid, self._quotes):
            grid.setVerticalSpacing(look.px(4))
            grid.setHorizontalSpacing(gap)


def _box(name: str, words: str, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setChecked(on)
    return box
