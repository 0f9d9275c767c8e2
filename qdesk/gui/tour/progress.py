"""How far the user has come on the tour, kept among the user's own settings."""

from __future__ import annotations

from typing import Final

from qdesk.gui.preferences import Preferences
from qdesk.gui.tour.steps import STEPS

_STEP: Final = "tour_step"
_OFFERED: Final = "tour_offered"


class Progress:
    """The step to go on with, from 1, and whether the tour has offered itself. What was kept wrongly counts as none."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def step(self) -> int:
        """Number of the step that comes next."""
        kept = self._preferences.get(_STEP)
        return kept if isinstance(kept, int) and 1 <= kept <= len(STEPS) else 1

    def reach(self, step: int) -> None:
        """Remember a step as the one to go on with; behind the last one the tour begins again."""
        self._preferences.set(_STEP, step if step <= len(STEPS) else 1)

    @property
    def is_new(self) -> bool:
        """True until the tour has offered itself or was taken."""
        return not self._preferences.get(_OFFERED)

    def note_offer(self) -> None:
        """The tour does not offer itself again."""
        self._preferences.set(_OFFERED, True)
