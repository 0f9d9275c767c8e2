"""The shape of the code tree, ids only, and the fewest steps that turn one shape into another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

ROOT: Final = 0
"""Stands for the parent of the top level; ids of codes start at 1."""


class Tree:
    """Ids of codes in order under their parents. Every id occurs once."""

    def __init__(self, pairs: Iterable[tuple[int, int | None]] = ()) -> None:
        """Build from ``(id, parent)`` pairs, parents before their children and siblings in order."""
        self.children: dict[int, list[int]] = {ROOT: []}
        self.parent: dict[int, int] = {}
        for code, parent in pairs:
            self.insert(parent or ROOT, len(self.children[parent or ROOT]), [code])

    def __contains__(self, code: int) -> bool:
        return code in self.parent

    def row(self, code: int) -> int:
        """Place of a code among its siblings, from 0."""
        return self.children[self.parent[code]].index(code)

    def ancestors(self, code: int) -> Iterator[int]:
        """Parent, its parent and so on; the root is left out."""
        while parent := self.parent[code]:
            yield parent
            code = parent

    def level(self, code: int) -> int:
        """0 for the top level."""
        return sum(1 for _ in self.ancestors(code))

    def walk(self, top: int = ROOT) -> Iterator[int]:
        """Every code below ``top``, depth first."""
        for child in self.children[top]:
            yield child
            yield from self.walk(child)

    def tops(self, codes: Iterable[int]) -> list[int]:
        """The codes in tree order, without those that lie below another of them."""
        chosen = set(codes)
        return [code for code in self.walk() if code in chosen and chosen.isdisjoint(self.ancestors(code))]

    def insert(self, parent: int, row: int, codes: Sequence[int]) -> None:
        """Put new childless codes under a parent."""
        self.children[parent][row:row] = codes
        for code in codes:
            self.children[code] = []
            self.parent[code] = parent

    def move(self, code: int, parent: int, row: int) -> None:
        """Move a code with all below it; ``row`` counts without the code itself."""
        self.children[self.parent[code]].remove(code)
        self.children[parent].insert(row, code)
        self.parent[code] = parent

    def remove(self, parent: int, first: int, last: int) -> None:
        """Remove rows ``first`` to ``last`` inclusive, with all below them."""
        for top in self.children[parent][first : last + 1]:
            for code in [top, *self.walk(top)]:
                del self.parent[code]
        gone = self.children[parent][first : last + 1]
        del self.children[parent][first : last + 1]
        while gone:
            gone += self.children.pop(gone.pop())


class Insert(NamedTuple):
    """New codes stand at ``row`` of ``parent``."""

    parent: int
    row: int
    codes: list[int]


class Move(NamedTuple):
    """``code`` goes to ``row`` of ``parent``; the row counts without the code itself."""

    code: int
    parent: int
    row: int


class Remove(NamedTuple):
    """Rows ``first`` to ``last`` of ``parent`` go, with all below them."""

    parent: int
    first: int
    last: int


def steps(now: Tree, wanted: Tree) -> Iterator[Insert | Move | Remove]:
    """Steps from one tree to the other; the caller carries out each on ``now`` before it takes the next.

    Parents come before their children, so whatever a code is moved into already stands at its wanted place: its
    ancestors are its wanted ones, and no move can go below itself.
    """
    for parent in [ROOT, *wanted.walk()]:
        yield from _arrange(now, parent, wanted.children[parent])
    for parent in [ROOT, *wanted.walk()]:
        yield from _prune(now, parent, wanted)


def _arrange(now: Tree, parent: int, want: list[int]) -> Iterator[Insert | Move]:
    """Bring the wanted children under the parent in order; strangers among them stay where they are."""
    place = {code: row for row, code in enumerate(now.children[parent])}
    staying = set(longest_run([code for code in want if code in place], place))
    row = 0
    for new, run in groupby(want, key=lambda code: code not in now):
        codes = list(run)
        if new:
            yield Insert(parent, row, codes)
            row += len(codes)
            continue
        for code in codes:
            if code not in staying:
                above = now.parent[code] == parent and now.row(code) < row
                yield Move(code, parent, row - above)
            row = now.row(code) + 1


def _prune(now: Tree, parent: int, wanted: Tree) -> Iterator[Remove]:
    """Remove the children that are gone, in runs from the last."""
    last = len(now.children[parent]) - 1
    while last >= 0:
        if now.children[parent][last] in wanted:
            last -= 1
            continue
        first = last
        while first > 0 and now.children[parent][first - 1] not in wanted:
            first -= 1
        yield Remove(parent, first, last)
        last = first - 1


def longest_run(codes: Sequence[int], place: dict[int, int]) -> list[int]:
    """A longest subsequence of ``codes`` whose places rise (patience sorting, O(n log n))."""
    ends: list[int] = []
    links: dict[int, int | None] = {}
    tails: list[int] = []
    for code in codes:
        at = bisect_left(ends, place[code])
        links[code] = tails[at - 1] if at else None
        ends[at : at + 1] = [place[code]]
        tails[at : at + 1] = [code]
    run: list[int] = []
    code_or_none = tails[-1] if tails else None
    while code_or_none is not None:
        run.append(code_or_none)
        code_or_none = links[code_or_none]
    return run[::-1]
