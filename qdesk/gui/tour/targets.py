"""What each deed is pointed at: real widgets, rows and words, or the way to them where they are out of sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from qdesk.gui.quotes.entries import Passage
from qdesk.gui.tour import textplaces, treeplaces
from qdesk.gui.tour.parts import Parts, Rects
from qdesk.gui.tour.passage import good_sentence, speech_of
from qdesk.gui.tour.steps import Deed
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span

if TYPE_CHECKING:
    from qdesk.gui.window.window import MainWindow

_READER, _CHART = 0, 1
"""Tabs of the desk."""


@dataclass(frozen=True, slots=True)
class Target:
    """``frames`` are framed; the card stands beside them, or beside ``beside`` if given, and off ``clear``.

    All in pixels of the window.
    """

    frames: Rects = ()
    clear: Rects = ()
    beside: Rects = ()


class Targets:
    """Finds them in one window that shows a project."""

    def __init__(self, window: MainWindow) -> None:
        assert window.bus is not None
        assert window.desk is not None
        self._bus, self._desk, self._parts = window.bus, window.desk, Parts(window)
        self._sentence: Span | None = None
        self._sentence_of: tuple[int, int] | None = None  # document and revision
        parts = self._parts
        self._finders: dict[Deed, Callable[[], Target]] = {
            "coded": self._to_code, "asked": self._to_ask, "gone": self._to_go, "moved": self._to_move,
            "undone": lambda: Target(parts.tool("undo")),
            "looked": lambda: Target(parts.tool("history"), parts.right()),
            "compared": self._to_compare,
            "reported": lambda: Target(parts.menu("Export"), parts.opened("Export")),
            "begun": lambda: Target(parts.menu("File"), parts.opened("File")),
        }  # fmt: skip

    def of(self, deed: Deed) -> Target:
        """Where to point for a deed, now."""
        return self._finders[deed]()

    # ---- the transcript

    def bring_in_sight(self) -> None:
        """Scroll to the sentence proposed if the reader shows another part of the interview."""
        if self._desk.reader.isVisible() and (sentence := self._proposed()) and not self._lines(sentence):
            self._desk.reader.goto(sentence, flash=False)

    def _to_code(self) -> Target:
        """The sentence; once a passage is selected, the codes to drag it onto, while the card stays where it is."""
        if not self._desk.reader.isVisible():
            return self._way_to_reader()
        selection = self._bus.selection
        passage = selection.span if selection else self._proposed()
        lines = self._lines(passage) if passage else ()
        clear = self._parts.within(self._desk.reader) + self._codes()
        if not selection:
            return Target(lines, clear)
        return Target(self._codes() or self._parts.tool("left"), clear, lines)

    def _proposed(self) -> Span | None:
        """The sentence proposed in the document shown; it stays the same until another text is shown."""
        document = self._desk.reading.document
        if document is None:
            return None
        if self._sentence_of != (document.id, document.revision):
            project = self._bus.project
            text = project.documents.text(document.id)
            stretches = speech_of(paragraph_spans(text, document.paragraph_rule), project.turns.of(document.id))
            coded = [coding.span for coding in project.codings.of(document.id)]
            seen = textplaces.span_in_sight(self._desk.reader.view)
            self._sentence = good_sentence(text, list(stretches), coded, seen)
            self._sentence_of = document.id, document.revision
        return self._sentence

    def _lines(self, span: Span) -> Rects:
        view = self._desk.reader.view
        return self._parts.within(view.viewport(), textplaces.lines_of(view, span))

    def _way_to_reader(self) -> Target:
        tabs = self._desk.tabs
        if tabs.currentIndex() == _CHART:
            return Target(self._parts.thing(tabs, tabs.tabRect(_READER)))
        return Target(self._parts.thing(self._desk.documents.list.viewport()))

    # ---- codes and quotes

    def _codes(self) -> Rects:
        tree = self._desk.codes.tree
        return self._parts.thing(tree.viewport(), treeplaces.rows_rect(tree))

    def _way_to_codes(self) -> Target:
        if self._desk.tabs.currentIndex() == _CHART:
            return self._way_to_reader()
        return Target(self._parts.tool("left"))

    def _to_ask(self) -> Target:
        tree = self._desk.codes.tree
        if not tree.isVisible():
            return self._way_to_codes()
        code = treeplaces.busiest_code(tree)
        rect = treeplaces.rows_rect(tree) if code is None else treeplaces.number_rect(tree, code)
        return Target(self._parts.thing(tree.viewport(), rect), self._codes() + self._parts.right())

    def _to_go(self) -> Target:
        """The first quote; what is found lights up in the upper half of the text, so that stays free too."""
        view, page = self._desk.quotes.view, self._desk.reader.view.viewport()
        if self._desk.right_shown is not self._desk.quotes:
            return Target(self._parts.tool("right"), self._parts.right())
        row = next((row for row, entry in enumerate(view.rows.rows) if isinstance(entry, Passage)), None)
        if row is None or not view.isVisible():
            return self._to_ask()
        quote = self._parts.thing(view.viewport(), view.visualRect(view.rows.index(row, 0)))
        upper = self._parts.within(page, [QRect(0, 0, page.width(), page.height() // 2)])
        return Target(quote, self._codes() + self._parts.right() + upper)

    def _to_move(self) -> Target:
        tree = self._desk.codes.tree
        if not tree.isVisible():
            return self._way_to_codes()
        pair = treeplaces.pair_to_move(tree)
        if pair is None:
            return Target(self._codes())
        one, other = (self._parts.thing(tree.viewport(), treeplaces.row_rect(tree, code)) for code in pair)
        return Target(one + other, self._codes())

    def names_to_move(self) -> tuple[str, str] | None:
        """Names of the two rows framed: the code to move, and where to; None where no two are in sight."""
        tree = self._desk.codes.tree
        pair = treeplaces.pair_to_move(tree) if tree.isVisible() else None
        return None if pair is None else (tree.codes_model.code(pair[0]).name, tree.codes_model.code(pair[1]).name)

    # ---- the chart

    def _to_compare(self) -> Target:
        """The menu or the tab of the chart, then its strongest cell."""
        parts, tabs, chart = self._parts, self._desk.tabs, self._desk.chart
        if chart is None or tabs.currentIndex() != _CHART:
            tab = parts.thing(tabs, tabs.tabRect(_CHART)) if tabs.isTabVisible(_CHART) else ()
            return Target(tab or parts.menu("Analyse"), () if tab else parts.opened("Analyse"))
        from qdesk.gui.tour import chartplaces  # comes with the first chart

        view = chart.findChild(QWidget, "heat_map")
        cell = chartplaces.strongest_cell(view) if view.isVisible() else None
        if cell is None:
            return Target()
        bar = chart.rect()
        bar.setBottom(view.mapTo(chart, view.rect().topLeft()).y())
        taken = [*chartplaces.triangle(view), chartplaces.reading_rect(view, cell)]
        clear = parts.within(chart, [bar]) + parts.within(view.viewport(), taken) + parts.right()
        return Target(parts.within(view.viewport(), [view.layout_now.cell_rect(*cell)]), clear)
