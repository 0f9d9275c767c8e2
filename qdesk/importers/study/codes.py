"""Verbs of a study's history that make, change and order codes and themes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from qdesk.errors import QDeskError
from qdesk.importers.codebook import import_codebook
from qdesk.importers.study.builder import Builder
from qdesk.importers.tables import Row, Table
from qdesk.store.colours import free_family, free_slot, hex_of
from qdesk.store.records import CodeKind
from qdesk.text.codepath import join_path, split_path

_SLOTS_OF_A_FAMILY: Final = 4


def create(at: Builder, why: str, codes: Sequence[str], parent: str = "", kind: CodeKind = "code") -> None:
    """Make codes or themes, at the end of a theme or of the top level."""
    theme = at.code(parent) if parent else None
    names = ", ".join(f"“{name}”" for name in codes)
    with at.project.change(f"New {kind} {names}" if len(codes) == 1 else f"New {kind}s {names}", why):
        for name in codes:
            at.project.codes.add(name, theme, kind=kind)


def rename(at: Builder, why: str, code: str, name: str) -> None:
    """Give a code another name."""
    old = at.code(code)
    with at.project.change(f"Rename {at.phrase([old])} to “{name}”", why):
        at.project.codes.update(old, name=name)


def merge(at: Builder, why: str, codes: Sequence[str], into: str) -> None:
    """Merge codes into another."""
    going, target = at.codes(codes), at.project.codes.get(at.code(into))
    with at.project.change(f"Merge {at.phrase(going)} into {target.name}", why):
        at.project.codes.merge(going, target.id)


def group(at: Builder, why: str, codes: Sequence[str], name: str) -> None:
    """Gather codes in a new theme that takes the place of the first."""
    gathered, store = at.codes(codes), at.project.codes
    with at.project.change(f"Group {at.phrase(gathered)} as “{name}”", why):
        theme = store.add(name, store.get(gathered[0]).parent, before=gathered[0], kind="theme")
        store.move(gathered, theme)


def move(at: Builder, why: str, codes: Sequence[str], into: str, before: str = "") -> None:
    """Move codes into a theme ("": to the top level), before one that stands there or to its end."""
    moving, store = at.codes(codes), at.project.codes
    parent = store.get(at.code(into)) if into else None
    target = parent.id if parent else None
    staying = all(store.get(code).parent == target for code in moving)
    where = f"into {parent.name}" if parent else "to the top level"
    label = f"Reorder {at.phrase(moving)}" if staying else f"Move {at.phrase(moving)} {where}"
    with at.project.change(label, why):
        store.move(moving, target, before=at.code(before) if before else None)


def define(at: Builder, why: str, codes: Sequence[str] | None = None) -> None:
    """Write down what codes mean, or all of them, as the codebook has it."""
    book = at.study.codebook
    rows = book.rows if codes is None else [_row_of(book, name) for name in codes]
    defined = [at.code(book.value(row, "code")) for row in rows]
    paths = at.project.codes.paths()
    with at.project.change(f"Define {at.phrase(defined)}", why):
        here = [_placed(book, row, paths[code]) for row, code in zip(rows, defined, strict=True)]
        import_codebook(at.project, replace(book, rows=tuple(here)))


def _row_of(book: Table, name: str) -> Row:
    row = next((row for row in book.rows if split_path(book.value(row, "code"))[-1] == name), None)
    if row is None:
        raise QDeskError(f"codebook.csv has no code “{name}”")
    return row


def _placed(book: Table, row: Row, path: tuple[str, ...]) -> Row:
    """A row for its code where that stands now, which may be elsewhere than at the end."""
    column = [name.casefold() for name in book.header].index("code")
    return replace(row, cells=(*row.cells[:column], join_path(path), *row.cells[column + 1 :]))


def colour(at: Builder, why: str) -> None:
    """Give every theme a family; its first codes take that family's slots, the others what is left over nearby."""
    codes = at.project.codes.list()
    slots: dict[int | None, str] = {}
    for theme in codes:
        if theme.kind == "theme" and theme.parent is None:
            slots[theme.id] = free_family(slots.values())
    others = [code for code in codes if code.id not in slots]
    places = {code.id: [other.id for other in others if other.parent == code.parent].index(code.id) for code in others}
    for code in sorted(others, key=lambda code: places[code.id] >= _SLOTS_OF_A_FAMILY):
        slots[code.id] = free_slot(slots.values(), slots.get(code.parent, ""))
    with at.project.change(f"Recolour {at.phrase([code.id for code in codes])}", why):
        for code in codes:
            at.project.codes.update(code.id, slot=slots[code.id], colour=hex_of(slots[code.id]))
