"""Runs the searches of a tab: hits first, then how many people they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from qdesk.analysis.finding import Finder, Query
from qdesk.analysis.scope import cases_of
from qdesk.gui.search.gathering import Gathering
from qdesk.gui.search.wording import FIRST, MOST
from qdesk.store.project import Project
from qdesk.store.search import Hit


class Searching(QObject):
    """One search at a time; another one gives it up. ``revisions`` are those of the texts it looks at."""

    found = Signal(object, bool)  # list[Hit], whether there are so many more that only the first are given
    went_on = Signal(int)  # hits so far of a search that takes long
    failed = Signal(str)
    people_counted = Signal(int)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._finder = Finder(project)
        self._hits, self._people = Gathering(self), Gathering(self)
        self._hits.done.connect(self._on_hits)
        self._hits.went_on.connect(lambda hits: self.went_on.emit(len(hits)))
        self._hits.failed.connect(self.failed)
        self._people.done.connect(lambda cases: self.people_counted.emit(len(set(cases))))
        self.revisions: dict[int, int] = {}

    @property
    def is_busy(self) -> bool:
        """Whether hits are still being looked for."""
        return self._hits.is_busy

    def start(self, query: Query) -> None:
        """Search; what takes less than a slice is found before this returns."""
        self.stop()
        self.revisions = {document.id: document.revision for document in self._project.documents.list()}
        self._hits.start(self._finder.batches(query, MOST + 1))

    def stop(self) -> None:
        """Give up what is not done."""
        self._hits.stop()
        self._people.stop()

    def _on_hits(self, hits: list[Hit]) -> None:
        more = len(hits) > MOST
        self.found.emit(hits[:FIRST] if more else hits, more)
        if not more:
            self._people.start(self._cases(hits))

    def _cases(self, hits: Sequence[Hit]) -> Iterator[set[int]]:
        for _document, group in groupby(hits, key=attrgetter("document")):
            yield cases_of(self._project, list(group))
