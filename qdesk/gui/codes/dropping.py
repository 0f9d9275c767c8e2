"""What a drop on the tree would do, and the words and marks that say so before the release."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from qdesk.gui.acts.coding import words_phrase
from qdesk.gui.bus import TextSelection
from qdesk.gui.codes.tree import ROOT, Tree

Where = Literal["before", "into", "after", "first", "end", "code", "new"]
Piece = tuple[str, Literal["plain", "quote", "bold"]]


@dataclass(frozen=True, slots=True)
class Target:
    """A place to drop. ``row`` is the code pointed at (ROOT for the space below the last row).

    Moved codes go into ``parent`` (ROOT: the top level) before ``before``, or to its end; "code" codes text by ``row``,
    "new" by a code yet to be named.
    """

    where: Where
    row: int
    parent: int = ROOT
    before: int | None = None

    @property
    def framed(self) -> bool:
        """True if the row gets a frame (nest, code), False if a line stands between rows."""
        return self.where in ("into", "code")


def zone(offset: float, height: float) -> Literal["before", "into", "after"]:
    """Part of a row at ``offset`` px from its top: the top quarter, the middle half, the bottom quarter."""
    if offset < height / 4:
        return "before"
    return "after" if offset >= height * 3 / 4 else "into"


def move_target(
    tree: Tree, codes: Collection[int], row: int, part: Literal["before", "into", "after"], is_open: bool
) -> Target | None:
    """Where codes dropped on a part of a row would go; None where they cannot: on or below themselves.

    Below an open row means its first child.
    """
    if row == ROOT:
        return Target("end", ROOT)
    if not set(codes).isdisjoint([row, *tree.ancestors(row)]):
        return None
    if part == "into":
        return Target("into", row, row)
    if part == "before":
        return Target("before", row, tree.parent[row], row)
    if is_open:
        return Target("first", row, row, _first_other(tree.children[row], codes))
    siblings = tree.children[tree.parent[row]]
    return Target("after", row, tree.parent[row], _first_other(siblings[siblings.index(row) + 1 :], codes))


def _first_other(rows: Sequence[int], codes: Collection[int]) -> int | None:
    return next((row for row in rows if row not in codes), None)


def move_words(target: Target, what: str, name: str, is_code: bool = False) -> list[Piece]:
    """Outcome of a move in words; ``what`` is "2 codes" or a quoted name, ``name`` that of the row pointed at.

    ``is_code`` says that this row is a code, which becomes a theme when it takes others in.
    """
    words = {
        "before": f"{what}, before “{name}”",
        "after": f"{what}, after “{name}”",
        "into": f"{what} into “{name}”{', which becomes a theme' if is_code else ''}",
        "first": f"{what}, first in “{name}”",
        "end": f"{what} to the top level",
    }
    return [(words[target.where], "plain")]


def recode_words(codings: int, name: str, adding: bool) -> list[Piece]:
    """Outcome of dropping codings on a code, as in: Change 1 quote to Trust; with Ctrl: Code 1 quote as Trust too."""
    quotes = "1 quote" if codings == 1 else f"{codings} quotes"
    if adding:
        return [(f"Code {quotes} as ", "plain"), (name, "bold"), (" too", "plain")]
    return [(f"Change {quotes} to ", "plain"), (name, "bold"), ("; Ctrl adds it", "plain")]


def code_words(selection: TextSelection, name: str) -> list[Piece]:
    """Outcome of coding a passage, as in: Code “…15 words” as Trust."""
    return [("Code ", "plain"), (f"“…{words_phrase(selection.words)}”", "quote"), (" as ", "plain"), (name, "bold")]


def new_code_words(selection: TextSelection) -> list[Piece]:
    """Outcome of dropping a passage below the codes, as in: Code “…15 words” as a new code."""
    return [("Code ", "plain"), (f"“…{words_phrase(selection.words)}”", "quote"), (" as a new code", "plain")]
