"""The tree of codes as a thesis shows it: themes in order, then the codes that stand in none."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qdesk.store.records import Code


class Node(NamedTuple):
    """A code with its depth: 0 for a theme at the top. ``code`` is None for the heading over codes without a theme."""

    level: int
    name: str
    code: Code | None


def arrange(codes: Sequence[Code]) -> list[Node]:
    """Every code once, depth first. Codes at the top that are no themes come last, under a heading of their own."""
    children: dict[int | None, list[Code]] = defaultdict(list)
    for code in codes:
        children[code.parent].append(code)
    themes = [code for code in children[None] if code.kind == "theme"]
    loose = [code for code in children[None] if code.kind != "theme"]
    nodes = [node for theme in themes for node in _walk(theme, 0, children)]
    if loose:
        nodes.append(Node(0, "Codes outside the themes" if themes else "Codes", None))
        nodes.extend(node for code in loose for node in _walk(code, 1, children))
    return nodes


def _walk(code: Code, level: int, children: dict[int | None, list[Code]]) -> Iterator[Node]:
    yield Node(level, code.name, code)
    for child in children[code.id]:
        yield from _walk(child, level + 1, children)
