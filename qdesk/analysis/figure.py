"""A figure as plain data, so that whoever asks for it needs no Qt; ``gui/figures.py`` draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from qdesk.analysis.cooccurrence import Cooccurrence, Floats
from qdesk.analysis.pairs import Ints
from qdesk.analysis.units import Measure, Unit


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """What a heat map of k codes shows, in its order.

    ``names`` and ``colours`` (hex, as painted), own ``n`` (k), and ``values`` of the measure (k x k, symmetric).
    """

    names: tuple[str, ...]
    colours: tuple[str, ...]
    n: Ints
    values: Floats
    measure: Measure
    unit: Unit

    @property
    def top(self) -> float:
        """The largest value off the diagonal: the dark end of the ramp."""
        off = self.values.copy()
        off[range(len(off)), range(len(off))] = 0
        return float(off.max(initial=0.0))

    @property
    def least_written(self) -> float:
        """Cells below this show no number: .10 for c, else a tenth of the largest, rounded up, at least 1."""
        return 0.1 if self.measure == "c" else max(1, ceil(self.top / 10))


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure to draw. ``width_mm`` is the page's room in millimetres, None for as wide as the codes need."""

    heatmap: HeatMap
    format: Literal["png", "svg"]
    width_mm: float | None = None


def heat_map(table: Cooccurrence, names: Sequence[str], colours: Sequence[str], measure: Measure) -> HeatMap:
    """A heat map of a co-occurrence table, names and hex colours in the order of its codes."""
    return HeatMap(tuple(names), tuple(colours), table.n, table.measured(measure), measure, table.unit)
