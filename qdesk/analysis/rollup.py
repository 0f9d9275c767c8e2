"""Codes rolled up into the themes at the top of the tree."""

from collections.abc import Iterable

from qdesk.store.records import Code


def roll_up(codes: Iterable[Code]) -> dict[int, int]:
    """The topmost theme of each code and theme under it, itself included; codes outside any theme are left out."""
    by_id = {code.id: code for code in codes}
    groups: dict[int, int] = {}
    for code in by_id.values():
        top = code
        while top.parent is not None:
            top = by_id[top.parent]
        if top.kind == "theme":
            groups[code.id] = top.id
    return groups
