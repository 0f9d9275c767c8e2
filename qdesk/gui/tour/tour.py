"""The tour as the window knows it: offered once, taken from the Help menu, left and gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.start.page import MAIN_STUDY
from qdesk.gui.tour.progress import Progress
from qdesk.gui.tour.steps import STEPS

if TYPE_CHECKING:
    from qdesk.gui.tour.guide import Guide
    from qdesk.gui.window.window import MainWindow

_TITLE: Final = "Guided tour"
_TOO_LITTLE: Final = (
    "The tour needs an interview and two codes that can be changed. Undo brings back what was taken out of the sample."
)


def take_tour(window: MainWindow) -> None:
    """Begin or go on with the tour, on the sample study: never on interviews of one's own.

    The sample opens in this window if that shows the start page, else in another one; where it is open, it is gone to.
    """
    there = window if _shows_sample(window) else _another_with_sample(window)
    if there is None:
        there = window if window.bus is None else window.open_another()
        there.doors.sample()
    if there.tour is not None:
        there.tour.go_on()


def name_tour(window: MainWindow) -> None:
    """Name the action "tour" of a window after what it would do."""
    step = Progress(window.preferences).step
    window.actions_table["tour"].setText(f"Go on with the tour: step {step}" if step > 1 else _TITLE)


def _shows_sample(window: MainWindow) -> bool:
    return window.bus is not None and window.bus.project.layout.get("sample") == MAIN_STUDY


def _another_with_sample(window: MainWindow) -> MainWindow | None:
    """Another window of the program that shows the sample, brought to the front."""
    others = [one for one in QApplication.topLevelWidgets() if isinstance(one, type(window)) and one.isVisible()]
    found = next(filter(_shows_sample, others), None)
    if found is not None:
        found.raise_()
        found.activateWindow()
    return found


class Tour(QObject):
    """One for each project that a window shows; ``put_away`` ends it. How far one came is kept among the settings."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._progress = Progress(window.preferences)
        self._guide: Guide | None = None

    @property
    def card(self) -> QWidget | None:
        """The card in the window, where F6 can stop; None while there is none."""
        return self._guide.card if self._guide is not None else None

    def offer(self) -> None:
        """Offer the tour, the first time only."""
        if self._progress.is_new and self._has_enough():
            self._progress.note_offer()
            self._take_up().offer()

    def go_on(self) -> None:
        """Go on where the tour was left, or begin; if it is there already, go to its card."""
        if self._guide is not None and self._guide.number:
            self._guide.card.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._has_enough():
            self._progress.note_offer()
            self._take_up().begin(self._progress.step)
        else:
            self._window.status.tell(_TOO_LITTLE)

    def put_away(self) -> None:
        """Take the tour out of the window for good; who goes from its last step to another project has ended it."""
        if self._guide is not None and self._guide.number == len(STEPS):
            self._progress.reach(len(STEPS) + 1)
        self._let_go()
        self.deleteLater()

    def _has_enough(self) -> bool:
        assert self._window.bus is not None
        project = self._window.bus.project
        return bool(project.documents.ids()) and len(project.codes.list()) > 1 and not project.read_only

    def _take_up(self) -> Guide:
        from qdesk.gui.tour.guide import Guide  # most starts of the program need no guide

        if self._guide is None:
            self._guide = Guide(self._window)
            self._guide.reached.connect(self._on_step)
            self._guide.left.connect(self._leave)
        return self._guide

    def _let_go(self) -> None:
        if self._guide is not None:
            self._guide.put_away()
            self._guide = None

    def _on_step(self, number: int) -> None:
        self._progress.reach(number)
        name_tour(self._window)
        if number > len(STEPS):
            self._let_go()
            self._window.status.tell(f"That was the tour. Help > {_TITLE} takes you round again.")

    def _leave(self) -> None:
        self._let_go()
        self._window.status.tell(f"The tour waits for you: Help > {self._window.actions_table['tour'].text()}.")
