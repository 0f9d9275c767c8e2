"""The co-occurrence tab: which codes occur together, as a heat map that follows coding live."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qdesk.analysis.figure import HeatMap, heat_map
from qdesk.analysis.study import Study, codings_behind, read_study
from qdesk.analysis.table import cooccurrence_rows
from qdesk.gui.bus import Bus, QuoteQuery
from qdesk.gui.charts.chartbar import ChartBar
from qdesk.gui.charts.heatpanel import HeatPanel
from qdesk.gui.charts.saving import save_chart
from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.empty import EmptyState
from qdesk.store.changes import Changes

_SHOWN = ("coding", "code", "document", "turn", "speaker", "case")
"""Tables whose rows the chart shows."""

_NO_CODES = (
    "No two codes to compare yet. Code passages with two codes or more, and this chart shows which occur together."
)
_NO_FIGURE = "There is no figure to save yet: it needs two codes, or two themes, with quotes."
_NO_THEMES = (
    "No two themes to compare yet. Drag codes into themes, and this chart shows how often these occur together."
)


class MatrixTab(QWidget):
    """Reads the project of ``bus``, anew after each change while visible. ``status`` is the right side of its line."""

    status = Signal(str)

    def __init__(self, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cooccurrence_tab")
        self.setAccessibleName("Co-occurrence")
        self._bus = bus
        self._study: Study | None = None
        self._selected: tuple[int, ...] = ()
        self._dirty = True
        self._bar, self._panel, self._empty = ChartBar(), HeatPanel(), EmptyState("")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._panel)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._panel)
        self._bar.chosen.connect(self._mark)
        self._bar.sized.connect(self._size)
        self._bar.save_asked.connect(self.save)
        self._panel.view.opened.connect(self.open_cell)
        self._panel.view.laid_out.connect(self._offer_sizes)
        bus.changed.connect(self._follow)
        look.changed.connect(self._dress)

    def set_codes(self, codes: Sequence[int]) -> None:
        """Show these codes only, say those selected in the tree; with none all codes again."""
        self._selected = tuple(codes)
        self._bar.offer_selected(len(codes))
        self._mark()

    def open_cell(self, i: int, j: int) -> None:
        """Ask for the quotes behind a cell; on the diagonal for those of its code."""
        one, other = self._study.codes[i], self._study.codes[j]
        if i == j:
            self._bus.quotes_asked.emit(QuoteQuery((one.id,), with_children=self._study.groups is not None))
            return
        codings = codings_behind(self._bus.project, self._study, i, j)
        if not codings:
            self._bus.told.emit(f"{one.name} and {other.name} do not occur together.", False)
            return
        title = f"{one.name} with {other.name}"
        self._bus.quotes_asked.emit(QuoteQuery((one.id, other.id), codings=codings, title=title))

    def save(self) -> None:
        """Ask for a file and save the chart as picture or table; without one, say what it needs."""
        if self._pages.currentWidget() is not self._panel:
            self._bus.told.emit(_NO_FIGURE, False)
            return
        rows = cooccurrence_rows(self._study.table, self._study.names, self._bar.measure)
        save_chart(self, self._bus, self._heatmap(printed=True), rows)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while hidden is read now."""
        super().showEvent(event)
        if self._dirty:
            self._read()

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._mark()

    def _mark(self) -> None:
        self._dirty = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        bar = self._bar
        project = self._bus.project
        self._study = study = read_study(project, bar.unit, bar.choice, self._selected, bar.similar)
        self._dirty = False
        if bar.choice == "all":
            bar.name_all(len(study.codes))
        if len(study.codes) < 2:
            self._empty.say(_NO_THEMES if bar.choice == "themes" else _NO_CODES)
            self._pages.setCurrentWidget(self._empty)
            bar.offer_sizes(False)
            self.status.emit("")
            return
        self._pages.setCurrentWidget(self._panel)
        self._panel.view.show_table(study.table, self._heatmap())
        self.status.emit(study.status)

    def _heatmap(self, printed: bool = False) -> HeatMap:
        """The table with the colours of the look, or with the stored ones for print."""
        codes = self._study.codes
        colours = [code.colour if printed else code_colour(code.colour, code.slot).name() for code in codes]
        return heat_map(self._study.table, self._study.names, colours, self._bar.measure)

    def _dress(self) -> None:
        if self._study is not None and len(self._study.codes) > 1:
            self._panel.view.show_table(self._study.table, self._heatmap())

    def _size(self) -> None:
        self._panel.view.set_whole(self._bar.whole)

    def _offer_sizes(self) -> None:
        self._bar.offer_sizes(not self._panel.view.names_fit)
