"""Co-occurrence written a second time, from its definitions, with sets of characters and units. Slow on purpose."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from qdesk.store.records import CodingArrays, UnitArrays


@dataclass(frozen=True)
class Coded:
    """A coding as a test writes it; ``participant`` 0 is nobody."""

    document: int
    code: int
    start: int
    end: int
    participant: int = 0

    @property
    def characters(self) -> set[tuple[int, int]]:
        return {(self.document, place) for place in range(self.start, self.end)}


def arrays(coded: Iterable[Coded]) -> CodingArrays:
    """As the store hands them out: ids from 1, sorted by document, then start, then id."""
    rows = [(i, c.document, c.code, c.start, c.end, c.participant) for i, c in enumerate(coded, 1)]
    rows.sort(key=lambda row: (row[1], row[3], row[0]))
    *places, participants = np.array(rows, dtype=np.int64).reshape(-1, 6).T.copy()
    return CodingArrays(*places, lambda: participants)


def unit_arrays(units: Iterable[tuple[int, int, int]]) -> UnitArrays:
    return UnitArrays(*np.array(sorted(units), dtype=np.int64).reshape(-1, 3).T.copy())


def held(coding: Coded, unit: str, units: Iterable[tuple[int, int, int]]) -> set[object]:
    """What a coding holds: its characters, or its units."""
    if unit == "overlap":
        return set(coding.characters)
    if unit == "document":
        return {coding.document}
    if unit == "participant":
        return {coding.participant} - {0}
    return {one for one in units if coding.characters & Coded(one[0], 0, one[1], one[2]).characters}


def slow_tables(coded, codes, unit, units) -> tuple[list[int], list[list[int]], list[list[float]]]:
    """n, count and c for every pair."""
    of = {code: [c for c in coded if c.code == code] for code in codes}
    sets = {code: set().union(*(held(c, unit, units) for c in of[code])) for code in codes}
    n = [len(of[code]) if unit == "overlap" else len(sets[code]) for code in codes]
    count = [[_count(of, sets, a, b, unit) if a != b else n[i] for b in codes] for i, a in enumerate(codes)]
    c = [[_share(sets[a] & sets[b], sets[a] | sets[b]) for b in codes] for a in codes]
    return n, count, c


def _count(of, sets, a, b, unit) -> int:
    if unit == "overlap":
        return sum(bool(x.characters & y.characters) for x in of[a] for y in of[b])
    return len(sets[a] & sets[b])


def _share(both: set, either: set) -> float:
    return len(both) / len(either) if either else 0.0
