"""Between the code points of the stored text and the UTF-16 units in which Qt counts. Only this file converts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from qdesk.text.spans import Span

Ints = npt.NDArray[np.int64]

_LAST_OF_BMP = 0xFFFF


class Positions:
    """The map of one text. Characters beyond the BMP take two units; Qt accepts a place between them in silence."""

    def __init__(self, text: str) -> None:
        points = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
        self._astral: Ints = np.flatnonzero(points > _LAST_OF_BMP).astype(np.int64)
        self._inner: Ints = self._astral + np.arange(1, len(self._astral) + 1)
        self.points = len(points)
        self.units = len(points) + len(self._astral)

    def unit(self, point: int) -> int:
        """UTF-16 position of a code point position."""
        return point + bisect_left(self._astral, point)

    def units_of(self, points: Iterable[int] | Ints) -> Ints:
        """UTF-16 positions of n code point positions, as an array of n."""
        array = points if isinstance(points, np.ndarray) else np.fromiter(points, np.int64)
        return array + np.searchsorted(self._astral, array)

    def point(self, unit: int) -> int:
        """Code point position of a UTF-16 position; inside a surrogate pair that of its character."""
        return unit - bisect_right(self._inner, unit)

    def points_of(self, units: Ints) -> Ints:
        """Code point positions of n UTF-16 positions, as an array of n."""
        return units - np.searchsorted(self._inner, units, side="right")

    def span(self, start: int, end: int) -> Span:
        """Code points under a range of UTF-16 units; a character cut in two is taken whole."""
        inside = bisect_left(self._inner, end)
        cut = inside < len(self._inner) and int(self._inner[inside]) == end
        return Span(self.point(start), self.point(end) + cut)

    def range(self, span: Span) -> tuple[int, int]:
        """UTF-16 start and end of a span of code points."""
        return self.unit(span.start), self.unit(span.end)
