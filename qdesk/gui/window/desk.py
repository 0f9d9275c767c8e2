"""The desk of an open project: documents and codes at the left, pages in the middle, quotes or history at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qdesk.analysis.finding import How
from qdesk.gui.acts.documents import set_paragraph_rule
from qdesk.gui.bus import Bus, QuoteQuery
from qdesk.gui.codes.panel import CodesPanel
from qdesk.gui.documents.panel import DocumentsPanel
from qdesk.gui.history.panel import HistoryPanel
from qdesk.gui.look.theme import look
from qdesk.gui.picker.picker import CodePicker
from qdesk.gui.quotes.panel import QuotesPanel
from qdesk.gui.reader.filtering import open_filter
from qdesk.gui.reader.reader import Reader
from qdesk.gui.search.findbar import FindBar
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.window.coding import HandCoding
from qdesk.gui.window.middle import CHART, READER, SEARCH, Middle
from qdesk.gui.window.reading import Reading
from qdesk.store.records import Document

_LEFT, _RIGHT, _LEAST, _PAGE, _LEAST_PAGE = 296, 320, 200, 640, 280
_CHOOSE = "Choose an interview at the left to read and code it."
_IMPORT = "Import interviews to read and code them, or drop the files on this window."


class Desk(QWidget):
    """Composes the panels; they meet on the bus and do not know each other."""

    import_asked = Signal()
    selection_facts = Signal(str)  # right side of the status line
    interviewer_asked = Signal(str)  # InterviewerView
    speakers_asked = Signal()
    sides_changed = Signal()  # a side panel was shown or hidden

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.bus = bus
        self.documents, self.codes = DocumentsPanel(bus), CodesPanel(bus)
        self.quotes, self.history = QuotesPanel(bus), HistoryPanel(bus)
        self.reader = Reader()
        self.reading = Reading(bus, self.reader)
        self.coding = HandCoding(bus, self.reader, CodePicker(parent or self))
        self._left_is_folded = False
        self._top = 0  # where the text was left, until it is shown
        self._build()
        self._connect()
        self._restore()

    # ---- layout

    def _build(self) -> None:
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.setObjectName("left_panel")
        self.left.addWidget(self.documents)
        self.left.addWidget(self.codes)
        self.left.setStretchFactor(1, 1)
        self.right = QStackedWidget()
        self.right.setObjectName("right_panel")
        self.right.addWidget(self.quotes)
        self.right.addWidget(self.history)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setObjectName("sides")
        self._build_middle()
        for widget in (self.left, self.middle, self.right):
            self.sides.addWidget(widget)
        for splitter in (self.left, self.sides):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.sides.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides)

    def _build_middle(self) -> None:
        self._nothing_read = EmptyState(_CHOOSE)
        self._nothing_read.acted.connect(self.import_asked)
        self._reading_page = QStackedWidget()
        self._reading_page.addWidget(self._nothing_read)
        self._reading_page.addWidget(self.reader)
        self.middle = Middle(self.bus, self._reading_page)
        self.tabs, self.pages = self.middle.tabs, self.middle.pages
        self.find_bar = FindBar(self.reader)
        self.reader.layout().insertWidget(1, self.find_bar)  # under the head

    def _connect(self) -> None:
        self.documents.opened.connect(self.open_document)
        self.documents.import_asked.connect(self.import_asked)
        self.codes.field_asked.connect(self.show_left)
        self.middle.turned.connect(lambda page: self._fold_left(page in (CHART, SEARCH)))
        self.middle.text_closed.connect(self.reading.close)
        self.middle.facts_changed.connect(self.selection_facts)
        self.find_bar.all_asked.connect(lambda words: self.show_search(words, "letters"))
        self.reading.shown.connect(self._on_document)
        self.reading.facts_changed.connect(lambda facts: self.middle.tell(READER, facts))
        self.reading.menu_asked.connect(self.coding.open_menu)
        self.reader.filter_asked.connect(lambda place: open_filter(self.reader, self.codes.tree.chosen(), place))
        self.reader.more_asked.connect(self._open_more)
        self.coding.digits_changed.connect(self.codes.set_digits)
        self.codes.set_digits(self.coding.digits.by_code())
        self.history.preview.connect(self._preview)
        self.bus.place_asked.connect(lambda _place: self.middle.show_page(READER))
        self.bus.quotes_asked.connect(self._on_quotes_asked)
        self.sides.splitterMoved.connect(lambda _position, _index: self._note_widths())
        look.changed.connect(self._rescale)

    def _restore(self) -> None:
        """As the project was left: widths, the document, the sides; the code tree gets most of the left."""
        kept = self.bus.project.layout.get("window") or {}
        self._scale = look.scale
        self._widths: Sequence[float] = kept.get("widths") or (_LEFT, _RIGHT)  # in pixels of 100 %
        self._heights = [look.px(height) for height in kept.get("heights") or (180, 620)]
        self._set_least()
        self.middle.set_open_tabs(kept.get("tabs") or [])
        self.codes.tree.collapse_codes(kept.get("closed") or [])
        numbers = self.bus.project.documents.ids()
        document = kept.get("document")
        if numbers:
            self.open_document(document if document in numbers else numbers[0])
            self._top = kept.get("top", 0) if document in numbers else 0
        else:
            self._on_document(None)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time there is room to share out."""
        super().showEvent(event)
        if not event.spontaneous():
            self._share_out()
            self.left.setSizes(self._heights)
            if self._top:
                self.reader.scroll_to(self._top)
                self._top = 0

    def _share_out(self) -> None:
        """The sides get what they had, as far as the text keeps the room for its column and the names beside it."""
        left, right = (look.px(width) for width in self._widths)
        room = max(2 * look.px(_LEAST), self.width() - look.px(_PAGE))
        if left + right > room:
            left, right = (max(look.px(_LEAST), round(side * room / (left + right))) for side in (left, right))
        self.sides.setSizes([left, max(1, self.width() - left - right), right])

    def _note_widths(self) -> None:
        left, _middle, right = self.sides.sizes()
        before = self._widths
        self._widths = [left / look.scale if left else before[0], right / look.scale if right else before[1]]

    def _rescale(self) -> None:
        """The sides grow with everything else; the middle gives."""
        if look.scale != self._scale:
            self._scale = look.scale
            self._set_least()
            self._share_out()

    def _set_least(self) -> None:
        """A page asks for no more than it must have: a window larger than the screen is none."""
        for side in (self.left, self.right):
            side.setMinimumWidth(look.px(_LEAST))
        self.middle.setMinimumWidth(look.px(_LEAST_PAGE))

    def keep(self) -> None:
        """Remember the layout and the digits with the project, in the pixels of 100 %."""
        document = self.reading.document
        layout = {
            "widths": [round(width) for width in self._widths],
            "heights": [round(height / look.scale) for height in self.left.sizes()],
            "tabs": self.middle.open_tabs(),
            "document": document.id if document else None,
            "top": self.reader.top() if document else 0,
            "closed": self.codes.tree.collapsed_codes(),
        }  # fmt: skip
        self.bus.project.layout.set("window", layout)
        self.coding.keep()

    # ---- pages

    def open_document(self, document: int) -> None:
        """Show a document in the reader."""
        self.middle.show_page(READER)
        self.reading.open(document)
        self.reader.setFocus()

    @property
    def chart(self) -> QWidget | None:
        """The co-occurrence page, None until it was first shown."""
        return self.middle.made(CHART)

    def show_chart(self, codes: Sequence[int] = ()) -> None:
        """Show which codes occur together: all, or only those given."""
        chart = self.middle.show_page(CHART)
        if codes:
            chart.set_codes(codes)

    def show_search(self, words: str = "", how: How = "words") -> None:
        """Show the search page, and search for words at once if there are any."""
        search = self.middle.show_page(SEARCH)
        if words:
            search.search(words, how)
        search.setFocus()

    def find(self) -> None:
        """Look for words in the interview that is open; in all where none is, or where that is going on."""
        if self.reading.document is None or self.tabs.currentIndex() == SEARCH:
            self.show_search()
        else:
            self.middle.show_page(READER)
            self.find_bar.open_bar()

    def _fold_left(self, away: bool) -> None:
        """These pages want the room of the left panel, which comes back with the text unless the user had folded it."""
        if away and not self.left.isHidden():
            self._left_is_folded = True
            self.left.hide()
        elif not away and self._left_is_folded:
            self._left_is_folded = False
            self.left.show()
        self.sides_changed.emit()

    def _on_document(self, document: Document | None) -> None:
        self.tabs.setTabText(READER, document.name if document else "Interview")
        self.tabs.set_closable(READER, document is not None)
        self._reading_page.setCurrentWidget(self.reader if document else self._nothing_read)
        some = bool(self.bus.project.documents.ids())
        self._nothing_read.say(_CHOOSE if some else _IMPORT, "" if some else "Import")
        if document:
            self.documents.choose(document.id)

    # ---- sides

    def show_left(self) -> None:
        """Bring documents and codes in view, whether the user or the page in front had folded them away."""
        if self.left.isHidden():
            self.left.show()
            self.sides_changed.emit()

    def show_right(self, panel: QWidget | None) -> None:
        """Show quotes or history at the right, or fold the right side away."""
        if panel is not None:
            self.right.setCurrentWidget(panel)
        self.right.setVisible(panel is not None)
        self.sides_changed.emit()

    @property
    def right_shown(self) -> QWidget | None:
        """The panel at the right, None if folded away."""
        return None if self.right.isHidden() else self.right.currentWidget()

    def _on_quotes_asked(self, query: QuoteQuery) -> None:
        """Quotes come in sight; those of a row just selected do not unfold a side that was folded away."""
        if self.right_shown is not self.quotes and (query.bring or not self.right.isHidden()):
            self.show_right(self.quotes)

    def _preview(self, steps: list[int]) -> None:
        """Strike in the text what undoing these steps would uncode."""
        struck: set[int] = set()
        for step in steps:
            struck |= self.bus.project.history.changes(step)["coding"].inserted
        self.reader.show_struck(struck)

    def _open_more(self, place: QPoint) -> None:
        """What can be done with the document shown."""
        document = self.reading.document
        if document is None:
            return
        menu = QMenu(self)
        menu.setObjectName("document_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Rename", self.documents.rename_current)
        rules = menu.addMenu("A paragraph ends at")
        for rule, text in (("line", "a line break"), ("blank", "a blank line")):
            act = rules.addAction(text, lambda rule=rule: set_paragraph_rule(self.bus, document.id, rule))
            act.setCheckable(True)
            act.setChecked(document.paragraph_rule == rule)
        views = menu.addMenu("Interviewer")
        for view, text in (("shown", "Show"), ("dimmed", "Dim"), ("hidden", "Hide")):
            act = views.addAction(text, lambda view=view: self.interviewer_asked.emit(view))
            act.setCheckable(True)
            act.setChecked(self.reader.interviewer == view)
        menu.addAction("Speakers…", self.speakers_asked.emit)
        menu.addSeparator()
        menu.addAction("Delete…", self.documents.delete_chosen)
        menu.popup(place)
