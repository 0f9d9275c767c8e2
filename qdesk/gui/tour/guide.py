"""One walk along the steps: card, frame, and what makes them go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.tour.card import Page, TourCard
from qdesk.gui.tour.deeds import Deeds
from qdesk.gui.tour.follower import Follower
from qdesk.gui.tour.frame import Frame
from qdesk.gui.tour.placing import clamped, place_card
from qdesk.gui.tour.steps import OFFER, STEPS, Deed, with_keys
from qdesk.gui.tour.targets import Target, Targets
from qdesk.gui.window.actions import keys_text

if TYPE_CHECKING:
    from qdesk.gui.window.window import MainWindow

_GAP = 12
_NATIVE = QKeySequence.SequenceFormat.NativeText


class Guide(QObject):
    """Leads through the steps in one window that shows a project. Numbers of steps count from 1.

    What is done counts from the beginning on, so a step done early is complete when it comes.
    """

    reached = Signal(int)  # the step that is shown now; one more than there are at the end
    left = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.number = 0  # 0 while the tour only offers itself
        self._done: set[Deed] = set()
        self._named = ""  # words with the names of what was framed, which stay once the step is done
        self._placed: tuple[Target, QSize, QRect] | None = None
        self.card, self.frame = TourCard(window), Frame(window)
        self._targets, self._deeds, self._follower = Targets(window), Deeds(window, self), Follower(self)
        self.card.acted.connect(self._go_on)
        self.card.skipped.connect(self._go_on)
        self.card.left.connect(self.left)
        self._deeds.done.connect(self._note)
        self._follower.moved.connect(self._refresh)

    # ---- steps

    def offer(self) -> None:
        """Ask whether the tour is wanted."""
        self._show(Page("", *(self._in_keys(words) for words in OFFER), leave="Not now", act="Start"))

    def begin(self, number: int) -> None:
        """Show a step."""
        self.number, self._named = number, ""
        self._deeds.look_at_the_sides()
        if self._missing == "coded":
            self._targets.bring_in_sight()
        self._show(self._page())
        self.reached.emit(number)

    def _go_on(self) -> None:
        if self.number < len(STEPS):
            self.begin(self.number + 1)
        else:
            self.reached.emit(self.number + 1)

    def _note(self, deed: Deed) -> None:
        self._done.add(deed)
        self._refresh()

    def _refresh(self) -> None:
        """Show what has been done, and point anew; behind a dialog this waits for its end."""
        if QApplication.activeModalWidget() is not None:
            return
        if self.number and self.card.page != self._page():
            self._show(self._page())
        else:
            self._point()

    @property
    def _missing(self) -> Deed | None:
        return STEPS[max(1, self.number) - 1].missing(self._done)

    def _page(self) -> Page:
        step, is_last = STEPS[self.number - 1], self.number == len(STEPS)
        is_done = self._missing is None
        return Page(
            f"{self.number} of {len(STEPS)}", step.title, self._words(), self._in_keys(step.keys), is_done,
            leave="" if is_last else "Leave the tour",
            skip="" if is_last or is_done else "Skip this step",
            act="End the tour" if is_last else "Next" if is_done else "",
        )  # fmt: skip

    def _words(self) -> str:
        """What is to be done, with the names of the rows framed for it."""
        step = STEPS[self.number - 1]
        if step.named and self._missing is not None:
            names = self._targets.names_to_move()
            self._named = step.named.format(*names) if names else ""
        return self._named or step.words

    def _in_keys(self, words: str) -> str:
        actions = self._window.actions_table

        def keys_of(name: str) -> str:
            known = name in actions.rows
            return keys_text(actions[name]) if known else QKeySequence(name).toString(_NATIVE)

        return with_keys(words, keys_of)

    # ---- card and frame

    def _show(self, page: Page) -> None:
        self.card.say(page)
        self._point()
        if self.card.isHidden():
            self.card.show()
            self.card.raise_()
        if QAccessible.isActive():
            said = f"{self.card.accessibleName()}: {page.spoken}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.card, said))

    def _point(self) -> None:
        """Frame what is to be used now and put the card beside it; with nothing to point at it stays where it is."""
        self._follower.watch(self._stage())
        desk, margin = self._window.desk, look.px(_GAP)
        corner = desk.mapTo(self._window, QPoint(0, 0))
        area = desk.rect().translated(corner).adjusted(margin, margin, -margin, -margin)
        target = self._targets.of(self._missing) if self._missing else Target()
        self.frame.surround(target.frames if self.number else ())
        beside = target.beside or target.frames
        if self._placed is not None and not beside:
            self.card.move(clamped(self.card.pos(), self.card.size(), area))
        elif self._placed != (target, self.card.size(), area):
            self._placed = target, self.card.size(), area
            self.card.move(place_card(self.card.size(), beside, target.clear, area, margin))

    def _stage(self) -> list[QWidget]:
        """All on which anything is pointed at."""
        window, desk = self._window, self._window.desk
        chart = desk.chart.findChild(QWidget, "heat_map") if desk.chart is not None else None
        lists = [desk.documents.list, desk.codes.tree, desk.reader.view, desk.quotes.view, *([chart] if chart else [])]
        return [window, window.tools, desk, desk.tabs, desk.right, *(one.viewport() for one in lists)]

    def put_away(self) -> None:
        """Take card and frame out of the window; what still moves in it is no concern any more."""
        self._follower.moved.disconnect(self._refresh)
        self._deeds.done.disconnect(self._note)
        for part in (self.card, self.frame):
            part.hide()
            part.deleteLater()
        self.deleteLater()
