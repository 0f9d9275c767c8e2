"""Acts on codes and themes: create, rename, recolour, move, group, merge, delete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from qdesk.gui.acts.verb import verb
from qdesk.gui.bus import Bus
from qdesk.store.colours import hex_of
from qdesk.store.records import CodeKind


def codes_phrase(bus: Bus, codes: Sequence[int]) -> str:
    """What a label calls codes: “Trust” for one, "2 codes" for more."""
    return f"“{bus.project.codes.get(codes[0]).name}”" if len(codes) == 1 else f"{len(codes)} codes"


@verb
def add_code(bus: Bus, name: str, parent: int | None = None, kind: CodeKind = "code") -> int | None:
    """Create a code or theme at the end of its parent, in the next free colour of its family; its id.

    None if that failed or the name is empty.
    """
    name = name.strip()
    if not name:
        return None
    return bus.run(
        f"New {kind} “{name}”",
        lambda: bus.project.codes.add(name, parent=parent, kind=kind),
        told=f"New {kind} {name}.",
    )


@verb
def rename(bus: Bus, code: int, name: str) -> None:
    """Give a code another name; an empty or equal one changes nothing."""
    old, name = bus.project.codes.get(code).name, name.strip()
    if name and name != old:
        bus.run(
            f"Rename “{old}” to “{name}”",
            lambda: bus.project.codes.update(code, name=name),
            told=f"Renamed to {name}.",
        )


@verb
def recolour(bus: Bus, codes: Sequence[int], slot: str = "", colour: str = "") -> None:
    """Give codes a slot of the palette, or without one an own ``colour`` (light hex)."""

    def act() -> None:
        for code in codes:
            bus.project.codes.update(code, slot=slot, colour=hex_of(slot) if slot else colour)

    what = codes_phrase(bus, codes)
    bus.run(f"Recolour {what}", act, told=f"Recoloured {what}.")


@verb
def move(bus: Bus, codes: Sequence[int], parent: int | None, before: int | None = None) -> None:
    """Move codes, in the order given, into a parent (None: the top level), before a child of it or to its end.

    A move that changes nothing leaves no step.
    """
    project = bus.project
    if _is_there(bus, codes, parent, before):
        return
    what = codes_phrase(bus, codes)
    where = f"into {project.codes.get(parent).name}" if parent else "to the top level"
    staying = all(project.codes.get(code).parent == parent for code in codes)
    label = f"Reorder {what}" if staying else f"Move {what} {where}"
    told = f"Reordered {what}." if staying else f"Moved {what} {where}."
    bus.run(label, lambda: project.codes.move(codes, parent, before=before), told=told)


@verb
def group(bus: Bus, codes: Sequence[int], name: str) -> int | None:
    """Gather codes in a new theme that takes the place of the first; the theme's id."""
    name = name.strip()
    if not name or not codes:
        return None
    store = bus.project.codes
    parent = store.get(codes[0]).parent

    def act() -> int:
        theme = store.add(name, parent=parent, before=codes[0], kind="theme")
        store.move(codes, theme)
        return theme

    what = codes_phrase(bus, codes)
    return bus.run(f"Group {what} as “{name}”", act, told=f"Grouped {what} as {name}.")


@verb
def merge(bus: Bus, codes: Sequence[int], into: int) -> None:
    """Merge codes into another: their quotes go to it, they themselves go."""
    what, target = codes_phrase(bus, codes), bus.project.codes.get(into).name
    bus.run(
        f"Merge {what} into {target}",
        lambda: bus.project.codes.merge(codes, into),
        told=f"Merged {what} into {target}.",
    )


@verb
def set_kind(bus: Bus, codes: Sequence[int], kind: CodeKind) -> None:
    """Make codes themes, or themes codes."""

    def act() -> None:
        for code in codes:
            bus.project.codes.update(code, kind=kind)

    what = codes_phrase(bus, codes)
    kinds = f"a {kind}" if len(codes) == 1 else f"{kind}s"
    bus.run(f"Make {what} {kinds}", act, told=f"{what} {'is' if len(codes) == 1 else 'are'} now {kinds}.")


@verb
def delete(bus: Bus, codes: Sequence[int], codings: Literal["delete", "up"] = "delete") -> None:
    """Delete codes; their codings go with them, or "up" to the parent. Asks nothing."""
    what = codes_phrase(bus, codes)
    bus.run(f"Delete {what}", lambda: bus.project.codes.delete(codes, codings=codings), told=f"Deleted {what}.")


def _is_there(bus: Bus, codes: Sequence[int], parent: int | None, before: int | None) -> bool:
    """True if the codes already stand at that place in that order."""
    siblings = [code.id for code in bus.project.codes.list() if code.parent == parent]
    others = [code for code in siblings if code not in codes]
    following = siblings[siblings.index(before) :] if before in siblings else []
    after = next((code for code in following if code not in codes), None)
    row = others.index(after) if after is not None else len(others)
    return siblings == [*others[:row], *codes, *others[row:]]
