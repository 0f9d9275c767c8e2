"""The tour as the window knows it: offered once, taken from the Help menu, left and gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from qdesk.gui.tour.progress import Progress
from qdesk.gui.tour.steps import STEPS

if TYPE_CHECKING:
    from qdesk.gui.tour.guide import Guide
    from qdesk.gui.window.window import MainWindow

_TITLE: Final = "Guided tour"
_TOO_LITTLE: Final = (
    "The tour needs an interview and two codes. The sample study has them: File > Try the sample study."
)


class Tour(QObject):
    """One for each project that a window shows; ``put_away`` ends it. How far one came is kept among the settings.

    It names the action "tour" of the window after what that would do.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._progress = Progress(window.preferences)
        self._guide: Guide | None = None
        self._name_action()

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
        """Take the tour out of the window for good."""
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
        self._name_action()
        if number > len(STEPS):
            self._let_go()
            self._window.status.tell(f"That was the tour. Help > {_TITLE} takes you round again.")

    def _leave(self) -> None:
        self._let_go()
        self._window.status.tell(f"The tour waits for you: Help > {self._window.actions_table['tour'].text()}.")

    def _name_action(self) -> None:
        step = self._progress.step
        self._window.actions_table["tour"].setText(f"Go on with the tour: step {step}" if step > 1 else _TITLE)
