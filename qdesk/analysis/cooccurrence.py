"""Which codes occur together: counts, the c-coefficient and shares for every pair of codes.

For every unit but "overlap" the sets of units that hold each code are compared: with n1 and n2 units holding one code
and n12 holding both, c = n12 / (n1 + n2 - n12), the index of Jaccard (1901). For "overlap" the count is pairs of
codings that share at least one character, and c and shares are taken on the characters that each code covers: a c made
of pairs would leave 0 to 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qdesk.analysis.coded import Coded, coded_rows, room, units_held
from qdesk.analysis.pairs import Ints, distinct, overlapping, same_value
from qdesk.analysis.units import Measure, Unit
from qdesk.store.records import CodingArrays, UnitArrays

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of codes.

    ``n1``, ``n2`` and ``n12`` stand as in the count; ``size1``, ``size2`` and ``shared`` are what c and the shares
    compare: the same units, or characters covered for "overlap".
    """

    n1: int
    n2: int
    n12: int
    size1: int
    size2: int
    shared: int
    c: float

    @property
    def share1(self) -> float:
        """Part of the first code that also holds the second, 0 to 1."""
        return self.shared / self.size1 if self.size1 else 0.0

    @property
    def share2(self) -> float:
        """Part of the second code that also holds the first, 0 to 1."""
        return self.shared / self.size2 if self.size2 else 0.0


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """A symmetric table of k codes in the order of ``codes`` (ids of codes, or of themes when rolled up).

    ``n`` (k) is each code's own number of units, or of codings for "overlap"; ``count`` (k x k) has it on its diagonal.
    ``c`` (k x k) is 1 on the diagonal where n > 0. ``shared`` (k x k) is n12 in units, or in characters for "overlap".
    """

    unit: Unit
    codes: tuple[int, ...]
    n: Ints
    count: Ints
    c: Floats
    shared: Ints

    def cell(self, i: int, j: int) -> Cell:
        """The pair of the i-th and the j-th code."""
        return Cell(
            n1=int(self.n[i]),
            n2=int(self.n[j]),
            n12=int(self.count[i, j]),
            size1=int(self.shared[i, i]),
            size2=int(self.shared[j, j]),
            shared=int(self.shared[i, j]),
            c=float(self.c[i, j]),
        )

    def measured(self, measure: Measure) -> Floats:
        """The table (k x k) of one measure, as floats."""
        return self.c if measure == "c" else self.count.astype(np.float64)

    def taken(self, order: Sequence[int]) -> "Cooccurrence":
        """The same table with only the codes at these indexes, in this order."""
        index = np.asarray(order, dtype=np.int64)
        square = np.ix_(index, index)
        codes = tuple(self.codes[one] for one in order)
        return Cooccurrence(self.unit, codes, self.n[index], self.count[square], self.c[square], self.shared[square])


def cooccurrence(
    codings: CodingArrays,
    codes: Sequence[int],
    unit: Unit,
    units: UnitArrays | None = None,
    groups: Mapping[int, int] | None = None,
    labels: UnitArrays | None = None,
) -> Cooccurrence:
    """Co-occurrence of ``codes``, in the order given. ``units`` is needed for "paragraph" and "turn".

    ``labels`` are the speaker labels in the text: for "overlap" they do not count as covered characters.
    ``groups`` rolls codes up: it gives each code's theme (``roll_up``), and ``codes`` then names themes. A theme holds
    the distinct passages of its codes, so two codes of one theme on the same span count once; passages of one theme
    that overlap one another stand in no cell.
    """
    length = max(room(codings, units), room(codings, labels))
    coded = coded_rows(codings, codes, unit, groups, length)
    k = len(codes)
    if unit == "overlap":
        whole = coded if groups is None else coded.distinct()
        n = np.bincount(whole.row, minlength=k)
        count = _overlaps(whole, k)
        shared = _covered(whole, k, labels, length)
    else:
        which, held = units_held(coded, unit, units, length)
        n, count = _sets(coded.row[which], held, k)
        shared = count
    np.fill_diagonal(count, n)
    return Cooccurrence(unit, tuple(codes), n, count, _jaccard(shared), shared)


def _overlaps(coded: Coded, k: int) -> Ints:
    """Pairs of codings of two rows that share a character (k x k, symmetric)."""
    count = np.zeros(k * k, dtype=np.int64)
    for left, right in overlapping(coded.start, coded.end):
        count += np.bincount(coded.row[left] * k + coded.row[right], minlength=k * k)
    return _both_ways(count, k)


def _covered(coded: Coded, k: int, labels: UnitArrays | None, length: int) -> Ints:
    """Characters that two rows both cover (k x k, symmetric); the diagonal is what each covers. Labels are no text."""
    row, start, end = _merged(coded)
    if labels is not None and labels.start.size:
        start, end = (_without_labels(place, labels, length) for place in (start, end))
        row, start, end = row[start < end], start[start < end], end[start < end]
    shared = np.zeros(k * k, dtype=np.int64)
    for left, right in overlapping(start, end):
        both = np.minimum(end[left], end[right]) - start[right]
        shared += np.bincount(row[left] * k + row[right], both, k * k).astype(np.int64)
    square = _both_ways(shared, k)
    np.fill_diagonal(square, np.bincount(row, end - start, k).astype(np.int64))
    return square


def _without_labels(place: Ints, labels: UnitArrays, length: int) -> Ints:
    """Places on the line as they would be if the labels before them were not there; the order stays."""
    base = labels.document * length
    start, end = base + labels.start, base + labels.end
    before = np.concatenate([[0], np.cumsum(end - start)])
    last = np.searchsorted(start, place, side="right")
    begun = np.maximum(last - 1, 0)
    inside = np.where(last > 0, np.minimum(place, end[begun]) - start[begun], 0)
    result: Ints = place - before[begun] - inside
    return result


def _merged(coded: Coded) -> tuple[Ints, Ints, Ints]:
    """Row, start and end of the stretches each row covers, its overlapping codings made one; sorted by start."""
    order = np.argsort(coded.row.astype(np.min_scalar_type(int(coded.row.max(initial=0)))), kind="stable")
    row, start, end = coded.row[order], coded.start[order], coded.end[order]
    size = int(end.max(initial=0)) + 1
    reach = np.maximum.accumulate(row * size + end) - row * size
    first = np.ones(row.size, dtype=bool)
    first[1:] = (row[1:] != row[:-1]) | (start[1:] > reach[:-1])
    last = np.append(first[1:], True)[: row.size]
    stretch_end = np.zeros_like(end)
    stretch_end[order[first]] = reach[last]
    begins = stretch_end > 0
    return coded.row[begins], coded.start[begins], stretch_end[begins]


def _sets(row: Ints, held: Ints, k: int) -> tuple[Ints, Ints]:
    """Units that hold each row (k), and those that hold two rows (k x k)."""
    held, row = np.divmod(distinct(held * k + row), max(k, 1))
    count = np.zeros(k * k, dtype=np.int64)
    for left, right in same_value(held):
        count += np.bincount(row[left] * k + row[right], minlength=k * k)
    return np.bincount(row, minlength=k), _both_ways(count, k)


def _both_ways(flat: Ints, k: int) -> Ints:
    square = flat.reshape(k, k)
    return square + square.T


def _jaccard(shared: Ints) -> Floats:
    size = np.diagonal(shared)
    either = size[:, None] + size[None, :] - shared
    c: Floats = np.divide(shared, either, out=np.zeros(shared.shape), where=either > 0)
    return c
