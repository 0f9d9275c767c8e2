"""Builds and writes reports beside the window, on a connection of its own, so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from qdesk.analysis.figure import Figure, heat_map
from qdesk.analysis.study import read_study
from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file
from qdesk.exporters.build import build_report
from qdesk.exporters.options import ReportOptions
from qdesk.exporters.report import CooccurrenceTable, FindingsSection, Report
from qdesk.gui.figures import draw
from qdesk.store.connection import plain_errors
from qdesk.store.project import Project

_FIGURE_MM = 160
"""Width of the heat map: the room between the margins of an upright A4 page."""


@dataclass(frozen=True, slots=True)
class Built:
    """A report with what the foot of the dialog says of it: quotes of the findings, of all, and of how many people."""

    report: Report
    quotes: int
    all_quotes: int
    participants: int


class ReportWorker(QObject):
    """Lives in a thread of its own. Every slot answers with one signal; ``broke`` hands on what nobody expected."""

    built = Signal(object)  # Built
    written = Signal(object)  # Path
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @Slot(object)
    def build(self, options: ReportOptions) -> None:
        """Build the report for the preview."""
        self._guarded(lambda: self.built.emit(self._built(options)))

    @Slot(object, object, bool)
    def write(self, options: ReportOptions, path: Path, force: bool) -> None:
        """Build the report and write it to a .docx file."""
        from qdesk.exporters.word import write_report

        def act() -> None:
            write_file(path, write_report(self._report(options)), force=force)
            self.written.emit(path)

        self._guarded(act)

    @Slot()
    def close(self) -> None:
        """Close the connection, in the thread that opened it."""
        if "_project" in self.__dict__:
            self._project.close()

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            with plain_errors():
                act()
        except QDeskError as error:
            self.failed.emit(str(error))
        except Exception as error:
            self.broke.emit(error)

    @cached_property
    def _project(self) -> Project:
        return Project.open(self._path, "window")

    def _report(self, options: ReportOptions) -> Report:
        self._project.poll()
        table, figure = self._cooccurrence if "cooccurrence" in options.sections else (None, None)
        return build_report(self._project, options, table, figure)

    def _built(self, options: ReportOptions) -> Built:
        report = self._report(options)
        quotes = [
            passage.coding
            for section in report.sections
            if isinstance(section, FindingsSection)
            for finding in section.findings
            for passage in finding.quotes
        ]
        codings = self._project.codings.arrays()
        people = np.unique(codings.participant[np.isin(codings.id, quotes)])
        return Built(report, len(quotes), len(codings.id), int((people > 0).sum()))

    @cached_property
    def _cooccurrence(self) -> tuple[CooccurrenceTable | None, bytes | None]:
        """The table and its heat map, drawn once for all previews; nothing of fewer than two codes."""
        study = read_study(self._project, "overlap", "all", measure="count")
        if len(study.codes) < 2:
            return None, None
        table = CooccurrenceTable(study.names, tuple(map(tuple, study.table.count.tolist())))
        colours = [code.colour for code in study.codes]
        figure = Figure(heat_map(study.table, study.names, colours, "count"), "png", _FIGURE_MM)
        return table, draw(figure)
