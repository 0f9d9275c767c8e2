"""What one step changed: handed to every view, computed from the history and so never forgotten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rows:
    """Ids of one table that a step inserted, updated or deleted."""

    inserted: frozenset[int] = frozenset()
    updated: frozenset[int] = frozenset()
    deleted: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        """Every id named."""
        return self.inserted | self.updated | self.deleted


_NONE = Rows()


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows changed, by table name; ``documents`` are those whose text, turns or codings changed.

    ``cause`` tells an act of this window ("do"), its undo and redo, from the act of another one ("foreign").
    """

    label: str
    cause: Literal["do", "undo", "redo", "foreign"]
    tables: Mapping[str, Rows] = field(default_factory=dict)
    documents: frozenset[int] = frozenset()

    def __getitem__(self, table: str) -> Rows:
        return self.tables.get(table, _NONE)

    def touches(self, *tables: str) -> bool:
        """True if a row of any of the tables changed."""
        return any(table in self.tables for table in tables)

    def __bool__(self) -> bool:
        return bool(self.tables)


def rows_of(runs: Iterable[tuple[str, Iterable[int]]]) -> Rows:
    """Net effect of runs ``(op, ids)`` in order; op is "I", "U" or "D". A row inserted and deleted again drops out."""
    inserted: set[int] = set()
    updated: set[int] = set()
    deleted: set[int] = set()
    for op, run in runs:
        ids = set(run)
        if op == "I":
            updated |= ids & deleted
            inserted |= ids - deleted
            deleted -= ids
        elif op == "U":
            updated |= ids - inserted
        else:
            deleted |= ids - inserted
            inserted -= ids
            updated -= ids
    return Rows(frozenset(inserted), frozenset(updated), frozenset(deleted))
