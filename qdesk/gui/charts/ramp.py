"""The neutral ramp of heat maps: 256 steps from the look's low end to its high end, each with its ink."""

from functools import lru_cache
from typing import Final

import numpy as np
from PySide6.QtGui import QColor

from qdesk.analysis.cooccurrence import Floats
from qdesk.gui.look.colours import contrast
from qdesk.gui.look.mix import mix
from qdesk.gui.look.tokens import Tokens

STEPS: Final = 256

_BEND: Final = 0.85
"""Exponent that lifts small values a little off the pale end, where the eye tells steps apart least."""


class Ramp:
    """Colours of one look. ``colours`` and ``inks`` have one entry a step."""

    def __init__(self, low: str, high: str) -> None:
        self.colours = [mix(high, low, (step / (STEPS - 1)) ** _BEND) for step in range(STEPS)]
        self.inks = [_ink(colour) for colour in self.colours]
        self.argb = np.array([colour.rgb() for colour in self.colours], dtype=np.uint32)

    def steps(self, values: Floats, top: float) -> np.ndarray:
        """The step of each value, 0 at value 0, the last at ``top``; an array of the same shape."""
        part = np.clip(values / top, 0, 1) if top else np.zeros(np.shape(values))
        return np.rint(part * (STEPS - 1)).astype(np.int64)


@lru_cache(maxsize=4)
def ramp_of(tokens: Tokens) -> Ramp:
    """The ramp of a look."""
    return Ramp(tokens.ramp_low, tokens.ramp_high)


def _ink(colour: QColor) -> QColor:
    """Black or white, whichever contrasts more."""
    return max((QColor("#000000"), QColor("#FFFFFF")), key=lambda ink: contrast(ink, colour))
