"""The codings behind one cell of the table, to open their quotes."""

from collections.abc import Mapping

import numpy as np

from qdesk.analysis.coded import Coded, coded_rows, room, units_held
from qdesk.analysis.pairs import Ints, distinct, overlapping
from qdesk.analysis.units import Unit
from qdesk.store.records import CodingArrays, UnitArrays


def pair_codings(
    codings: CodingArrays,
    a: int,
    b: int,
    unit: Unit,
    units: UnitArrays | None = None,
    groups: Mapping[int, int] | None = None,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ids of the codings of ``a``, and of ``b``, that meet the other code in a unit; each by document, then start.

    Arguments as in ``cooccurrence``; ``a`` and ``b`` differ (with ``groups`` they are themes).
    """
    length = room(codings, units)
    coded = coded_rows(codings, (a, b), unit, groups, length)
    met = _meeting(coded) if unit == "overlap" else _sharing(coded, *units_held(coded, unit, units, length))
    return _ids(coded, met, 0), _ids(coded, met, 1)


def _meeting(coded: Coded) -> Ints:
    """Indexes of codings that overlap one of the other row."""
    found: list[Ints] = []
    for left, right in overlapping(coded.start, coded.end):
        crossing = coded.row[left] != coded.row[right]
        found += [left[crossing], right[crossing]]
    return distinct(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


def _sharing(coded: Coded, which: Ints, held: Ints) -> Ints:
    """Indexes of codings that hold a unit which a coding of the other row holds too."""
    row = coded.row[which]
    both = np.intersect1d(held[row == 0], held[row == 1])
    return distinct(which[np.isin(held, both)])


def _ids(coded: Coded, met: Ints, row: int) -> tuple[int, ...]:
    return tuple(coded.id[met[coded.row[met] == row]].tolist())
