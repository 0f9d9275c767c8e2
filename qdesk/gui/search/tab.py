"""The search tab: every place in all interviews where something is said, and coding what was found in one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qdesk.analysis.finding import How, Query
from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus, Place
from qdesk.gui.look.theme import look
from qdesk.gui.search import wording
from qdesk.gui.search.applying import Applying
from qdesk.gui.search.bar import SearchBar
from qdesk.gui.search.countrow import CountRow
from qdesk.gui.search.foot import CodeFoot
from qdesk.gui.search.hints import Hints
from qdesk.gui.search.pages import Pages
from qdesk.gui.search.preview import Preview
from qdesk.gui.search.searching import Searching
from qdesk.gui.search.speakercard import SpeakerCard
from qdesk.gui.search.view import HitsView
from qdesk.gui.widgets.empty import EmptyState
from qdesk.store.changes import Changes
from qdesk.store.search import Hit
from qdesk.text.spans import Span

_READ = ("document", "turn", "speaker", "case")
"""Tables whose changes may change what is found; where codes are chosen, codings and codes may too."""


class SearchTab(QWidget):
    """Reads the project of ``bus``, anew after each change while visible. ``status`` is the right side of its line."""

    status = Signal(str)

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_tab")
        self.setAccessibleName("Search")
        self._bus = bus
        self._query: Query | None = None
        self._dirty = False
        self._anew = self._more = False
        self._people: int | None = None
        self._try: Callable[[], object] = bool
        self._searching, self._applying = Searching(bus.project, self), Applying(bus, self)
        self._speaker_card: SpeakerCard | None = None
        self._build()
        self._connect()
        self._follow_names()
        self._on_checks()

    def search(self, text: str, how: How = "words") -> None:
        """Put words in the field and search for them."""
        self._bar.ask(text, how)

    # ---- how it is built

    def _build(self) -> None:
        self._pages = Pages(self._bus.project)
        self._bar, self._counts = SearchBar(self._bus.project), CountRow()
        self.view, self._preview = HitsView(self._pages), Preview()
        self._hints, self._empty = Hints(), EmptyState("")
        self._foot = CodeFoot()
        self._results = QWidget()
        results = QVBoxLayout(self._results)
        results.addWidget(self.view, 1)
        results.addWidget(self._preview)
        self._stack = QStackedWidget()
        self._stack.setObjectName("search_stack")
        for page in (self._hints, self._empty, self._results):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        for part, stretch in ((self._bar, 0), (self._counts, 0), (self._stack, 1), (self._foot, 0)):
            column.addWidget(part, stretch)
        for layout in (results, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setFocusProxy(self._bar.field)

    def _connect(self) -> None:
        self._bar.asked.connect(self._search)
        self._bar.left.connect(self._go_to_hits)
        self._counts.all_checked.connect(self.view.hits.set_all)
        self._counts.interviewers_changed.connect(self._search)
        self._hints.tried.connect(self.search)
        self._empty.acted.connect(lambda: self._try())
        self._searching.found.connect(self._on_found)
        self._searching.went_on.connect(lambda hits: self._counts.say(wording.searching(hits)))
        self._searching.failed.connect(self._on_failed)
        self._searching.people_counted.connect(self._on_people)
        self.view.opened.connect(lambda hit: self._bus.place_asked.emit(Place(hit.document, hit.span)))
        self.view.document_opened.connect(self._open)
        self.view.pointed.connect(self._point)
        self.view.hits.checks_changed.connect(self._on_checks)
        self._foot.what_changed.connect(self._on_checks)
        self._foot.code_asked.connect(lambda: self._applying.pick(self._searching.revisions, self._foot.button))
        self._foot.speaker_asked.connect(self._open_speakers)
        self._applying.gathered.connect(self._show_passages)
        self._bus.changed.connect(self._follow)
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paragraph takes a quarter of the height at most."""
        super().resizeEvent(event)
        self._preview.set_room(self.height() // 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface."""
        QPainter(self).fillRect(event.rect(), QColor(look.tokens.surface))

    # ---- searching

    def _search(self) -> None:
        """Search for what stands in the controls; a hidden tab waits until it is shown."""
        if not self.isVisible():
            self._dirty = True
            return
        self._dirty = False
        scope = self._bar.filters.scope(interviewers=self._counts.interviewers)
        query = Query(self._bar.field.text().strip(), self._bar.how, scope)
        self._anew, self._query = query != self._query, query
        if query.text:
            self._searching.start(query)
        else:
            self._searching.stop()
            self._on_found([], False)

    def _on_found(self, hits: list[Hit], more: bool) -> None:
        self._more, self._people = more, None
        self.view.show_hits(hits, anew=self._anew)
        self._show_counts()
        if hits:
            self._stack.setCurrentWidget(self._results)
        elif self._query is None or not self._query.text:
            self._stack.setCurrentWidget(self._hints)
        else:
            self._say_nothing(self._query)

    def _say_nothing(self, query: Query) -> None:
        number = len(query.scope.documents or self._bus.project.documents.ids())
        documents = wording.documents_phrase(number, self._bus.project.sizes())
        sentence, act = wording.nothing(query.text, query.how, documents, narrowed=not query.scope.is_all)
        self._try = self._search_everywhere if act == wording.EVERYWHERE else lambda: self._bar.set_how("letters")
        self._empty.say(sentence, act)
        self._stack.setCurrentWidget(self._empty)

    def _on_failed(self, sentence: str) -> None:
        """A pattern that is wrong, as it often is half-way through typing."""
        self._on_found([], False)
        self._empty.say(sentence)
        self._stack.setCurrentWidget(self._empty)

    def _search_everywhere(self) -> None:
        self._counts.heed_interviewers()
        self._bar.filters.clear()
        self._bar.ask_now()

    def _on_people(self, people: int) -> None:
        self._people = people
        self._show_counts()

    def _show_counts(self) -> None:
        hits = self.view.hits.count
        if self._more:
            self._counts.say(wording.too_many())
        else:
            documents = wording.documents_phrase(len(self.view.hits.rows) - hits, self._bus.project.sizes())
            self._counts.say(wording.found(hits, documents, self._people) if hits else "")

    # ---- hits

    def _go_to_hits(self) -> None:
        if self.view.hits.count:
            self.view.setFocus()

    def _open(self, document: int) -> None:
        self._bus.place_asked.emit(Place(document, Span(0, 0), flash=False))

    def _point(self, hit: Hit | None) -> None:
        try:
            self._preview.show_hit(self._pages.around(hit) if hit else None)
        except QDeskError:  # deleted in another window this moment; the list is about to be read again
            self._preview.show_hit(None)

    # ---- coding

    def _on_checks(self) -> None:
        hits, checked = self.view.hits, self.view.hits.checked()
        self._counts.show_state(hits.state(), offered=bool(hits.count))
        self.status.emit(f"{len(checked):,} of {hits.count:,} hits checked" if hits.count else "")
        self._applying.gather(checked, self._foot.what)

    def _show_passages(self, passages: int | None) -> None:
        hits, writable = self.view.hits, not self._bus.project.read_only
        self._foot.show_passages(len(hits.checked()), hits.count, passages, writable=writable)

    def _open_speakers(self) -> None:
        if self._speaker_card is None:
            self._speaker_card = SpeakerCard(self._bus.project, self._foot.speaker)
            self._speaker_card.code_asked.connect(
                lambda passages, revisions: self._applying.pick_for(passages, revisions, self._foot.speaker)
            )
        self._speaker_card.toggle()

    # ---- following the project

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while hidden is read now."""
        super().showEvent(event)
        if self._dirty:
            self._follow_names()
            self._search()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read while hidden."""
        super().hideEvent(event)
        self._dirty = self._dirty or self._searching.is_busy
        self._searching.stop()
        self._applying.stop()

    def _follow(self, changes: Changes) -> None:
        narrowed = bool(self._bar.filters.codes.chosen) and changes.touches("code", "coding")
        found_otherwise = narrowed or changes.touches(*_READ)
        if not found_otherwise and not changes.touches("code"):
            return
        if not self.isVisible():
            self._dirty = True
            return
        self._follow_names()
        if found_otherwise:
            self._search()

    def _follow_names(self) -> None:
        self._bar.filters.refresh()
        self._counts.offer_without(any(speaker.is_interviewer for speaker in self._bus.project.speakers.list()))
