"""What each deed is pointed at: real widgets, rows and words, or the way to them where they are out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.quotes.entries import Passage
from qdesk.gui.reader.paint import tint_rects
from qdesk.gui.tour import chartplaces, treeplaces
from qdesk.gui.tour.passage import good_sentence, speech_of
from qdesk.gui.tour.steps import Deed
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span

if TYPE_CHECKING:
    from qdesk.gui.window.window import MainWindow

_READER, _CHART = 0, 1
_DOCK = 320
"""LOOK's px of the right side, for when it is folded away and about to come."""


@dataclass(frozen=True, slots=True)
class Target:
    """``frames`` are framed; the card stands beside them, or beside ``beside`` if given, and off ``clear``.

    All in pixels of the window.
    """

    frames: tuple[QRect, ...] = ()
    clear: tuple[QRect, ...] = ()
    beside: tuple[QRect, ...] = ()


class Targets:
    """Finds them in one window that shows a project."""

    def __init__(self, window: MainWindow) -> None:
        assert window.bus is not None
        assert window.desk is not None
        self._window, self._bus, self._desk = window, window.bus, window.desk
        self._sentence: Span | None = None
        self._sentence_of: tuple[int, int] | None = None  # document and revision
        self._finders: dict[Deed, Callable[[], Target]] = {
            "coded": self._to_code, "asked": self._to_ask, "gone": self._to_go, "moved": self._to_move,
            "undone": lambda: Target(self._tool("undo")), "looked": self._to_look, "compared": self._to_compare,
            "reported": lambda: self._menu("Export"), "begun": self._to_begin,
        }  # fmt: skip

    def of(self, deed: Deed) -> Target:
        """Where to point for a deed, now."""
        return self._finders[deed]()

    def bring_in_sight(self, deed: Deed) -> None:
        """Scroll to the sentence to be coded if the reader shows another part of the interview."""
        sentence = self._proposed() if deed == "coded" and self._desk.reader.isVisible() else None
        if sentence is not None and not self._lines_of(sentence):
            self._desk.reader.goto(sentence, flash=False)

    # ---- the reader

    def _to_code(self) -> Target:
        """The sentence; once a passage is selected, the codes to drag it onto, while the card stays where it is."""
        if not self._desk.reader.isVisible():
            return self._way_to_reader()
        selection = self._bus.selection
        passage = selection.span if selection else self._proposed()
        lines = self._lines_of(passage) if passage else ()
        clear = self._within(self._desk.reader.view.viewport()) + self._codes()
        return Target(self._codes() or self._tool("left"), clear, lines) if selection else Target(lines, clear)

    def _proposed(self) -> Span | None:
        """The sentence proposed in the document shown; it stays the same until another text is shown."""
        document = self._desk.reading.document
        if document is None:
            return None
        if self._sentence_of != (document.id, document.revision):
            project = self._bus.project
            text = project.documents.text(document.id)
            paragraphs = paragraph_spans(text, document.paragraph_rule)
            coded = [coding.span for coding in project.codings.of(document.id)]
            stretches = list(speech_of(paragraphs, project.turns.of(document.id)))
            self._sentence = good_sentence(text, stretches, coded, self._seen())
            self._sentence_of = document.id, document.revision
        return self._sentence

    def _seen(self) -> Span:
        """What of the text is wholly in sight."""
        view = self._desk.reader.view
        height = view.viewport().height()
        lines = [line for line in view.lines(0, height) if line.top >= 0 and line.bottom <= height]
        return view.scene.span(lines[0].start, lines[-1].end) if lines else Span(0, 0)

    def _lines_of(self, span: Span) -> tuple[QRect, ...]:
        """The lines of a span that are in sight, as high as their pitch so that they touch."""
        view = self._desk.reader.view
        units = view.scene.positions.range(span)
        rects = [
            QRect(QPoint(rect.left(), round(line.centre - line.pitch / 2)), QSize(rect.width(), round(line.pitch)))
            for line in view.lines(0, view.viewport().height())
            for rect in tint_rects(line, *units)
        ]
        return self._within(view.viewport(), rects)

    def _way_to_reader(self) -> Target:
        if self._desk.pages.currentIndex() == _CHART:
            return Target(self._within(self._desk.tabs, [self._desk.tabs.tabRect(_READER)]))
        return Target(self._within(self._desk.documents.list.viewport()))

    # ---- codes and quotes

    def _codes(self) -> tuple[QRect, ...]:
        tree = self._desk.codes.tree
        return self._within(tree.viewport(), [treeplaces.rows_rect(tree)])

    def _way_to_codes(self) -> Target:
        if self._desk.pages.currentIndex() == _CHART:
            return self._way_to_reader()
        return Target(self._tool("left"))

    def _to_ask(self) -> Target:
        tree = self._desk.codes.tree
        if not tree.isVisible():
            return self._way_to_codes()
        code = treeplaces.busiest_code(tree)
        rect = treeplaces.rows_rect(tree) if code is None else treeplaces.number_rect(tree, code)
        return Target(self._within(tree.viewport(), [rect]), self._codes() + self._right())

    def _to_go(self) -> Target:
        """The first quote in sight; what is found in the text lights up in its upper half, so that stays free too."""
        view = self._desk.quotes.view
        if self._desk.right_shown is not self._desk.quotes:
            return Target(self._tool("right"), self._right())
        rows = [row for row, entry in enumerate(view.rows.rows) if isinstance(entry, Passage)]
        rects = [view.visualRect(view.rows.index(row, 0)) for row in rows[:1]]
        shown = self._within(view.viewport(), rects) if view.isVisible() else ()
        page = self._desk.reader.view.viewport().rect()
        page.setHeight(page.height() // 2)
        upper = self._within(self._desk.reader.view.viewport(), [page])
        return Target(shown, self._codes() + self._right() + upper) if shown else self._to_ask()

    def _to_move(self) -> Target:
        tree = self._desk.codes.tree
        if not tree.isVisible():
            return self._way_to_codes()
        pair = treeplaces.pair_to_move(tree)
        rects = [treeplaces.row_rect(tree, code) for code in pair] if pair else [treeplaces.rows_rect(tree)]
        return Target(self._within(tree.viewport(), rects), self._codes())

    # ---- history, chart, menus

    def _to_look(self) -> Target:
        return Target(self._tool("history"), self._right())

    def _to_compare(self) -> Target:
        """The menu or the tab of the chart, then its strongest cell."""
        desk = self._desk
        if desk.pages.currentIndex() != _CHART:
            tab = self._within(desk.tabs, [desk.tabs.tabRect(_CHART)]) if desk.tabs.isTabVisible(_CHART) else ()
            return Target(tab) if tab else self._menu("Analyse")
        view = desk.chart.findChild(QWidget, "heat_map")
        if not view.isVisible() or view.layout_now is None:
            return Target()
        taken = self._within(view.viewport(), chartplaces.triangle(view))
        return Target(self._within(view.viewport(), [chartplaces.strongest_cell(view)]), taken + self._right())

    def _to_begin(self) -> Target:
        menu = self._menu("File")
        return Target(menu.frames + self._tool("import"), menu.clear)

    # ---- parts of the window

    def _tool(self, name: str) -> tuple[QRect, ...]:
        return self._within(self._window.tools.findChild(QWidget, f"tool_{name}"))

    def _menu(self, title: str) -> Target:
        """A title of the menu bar, and what it covers when it is open; nothing where the system shows the menus."""
        bar = self._window.menuBar()
        if bar.isNativeMenuBar():
            return Target()
        entry = next(action for action in bar.actions() if action.text() == title)
        frames = self._within(bar, [bar.actionGeometry(entry)])
        return Target(frames, tuple(QRect(rect.bottomLeft(), entry.menu().sizeHint()) for rect in frames))

    def _right(self) -> tuple[QRect, ...]:
        """The side at the right; folded away, the room it will take."""
        desk = self._desk
        if desk.right.isVisible():
            return self._within(desk.right)
        room = desk.rect()
        room.setLeft(room.right() + 1 - look.px(_DOCK))
        return self._within(desk, [room])

    def _within(self, widget: QWidget, rects: Iterable[QRect] | None = None) -> tuple[QRect, ...]:
        """Rectangles of a widget, or all of it, as far as they are in sight, in pixels of the window."""
        if not widget.isVisible():
            return ()
        corner = widget.mapTo(self._window, QPoint(0, 0))
        shown = (rect.intersected(widget.rect()) for rect in (rects if rects is not None else [widget.rect()]))
        return tuple(rect.translated(corner) for rect in shown if rect.isValid())
