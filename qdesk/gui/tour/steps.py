"""The seven steps: what each says, and which deeds complete it. Plain data."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, Literal

Deed = Literal["coded", "asked", "gone", "moved", "undone", "looked", "compared", "reported", "begun"]
"""What a user does in the window: coded a passage, asked for a code's quotes, gone to a quote's place, moved a code to
another parent, undone a step, looked at the history, compared two codes, opened the report, begun a study of one's own.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``needs`` complete it, in the order in which they are pointed at.

    ``{undo}`` in ``keys`` stands for the keys of the action of that name, ``{Ctrl+Down}`` for how a system writes them.
    ``named`` stands for ``words`` where two rows of the code tree are framed, and takes their names.
    """

    title: str
    words: str
    keys: str
    needs: tuple[Deed, ...]
    named: str = ""

    def missing(self, done: Collection[Deed]) -> Deed | None:
        """The first deed that is still to be done, None once the step is complete."""
        return next((need for need in self.needs if need not in done), None)


OFFER: Final = (
    "New here?",
    "Seven steps in this window, about four minutes. You do everything yourself, and whatever you do can be undone.",
    "By keyboard: {next_panel} comes here, Enter starts, Esc leaves.",
)
"""Title, words and keys of the card that offers the tour."""

STEPS: Final = (
    Step(
        "Code a passage",
        "Select the framed sentence; three clicks take it whole. Then drag it onto a code that fits. "
        "A few letters of a code’s name and Enter do the same, and so does the digit beside a code you have used.",
        "By keyboard: {Ctrl+Down} selects sentence by sentence; then the letters, or the digit.",
        ("coded",),
    ),
    Step(
        "Read all that belongs to a code",
        "Click the number beside a code: its quotes stand at the right. "
        "Click a quote, and the interview opens at its place.",
        "By keyboard: Enter on a code, {next_panel} on to the quotes, an arrow key and Enter.",
        ("asked", "gone"),
    ),
    Step(
        "Build themes by dragging",
        "Drag a code onto another theme: it moves in there, with all its quotes.",
        "By keyboard: Alt and the arrow keys move a code up, down, into the one above and out of its theme.",
        ("moved",),
        "Drag “{}” onto “{}”: it moves in there, with all its quotes.",
    ),
    Step(
        "Undo, and look back",
        "Undo the last step. Then open the History: it lists every step, and you can go back to any of them.",
        "By keyboard: {undo} undoes, {redo} brings it back, {history} opens the History.",
        ("undone", "looked"),
    ),
    Step(
        "See what occurs together",
        "Open Analyse > Co-occurrence. The stronger a cell, the more often the two codes meet; "
        "click one to read where.",
        "By keyboard: {cooccurrence}, then the arrow keys, and Enter on a cell.",
        ("compared",),
    ),
    Step(
        "Write it up in Word",
        "Open Export > Word report… and leaf through the pages: your themes and codes as a chapter, with their quotes. "
        "Saving it is up to you.",
        "By keyboard: {report} opens it, Esc closes it.",
        ("reported",),
    ),
    Step(
        "Now your own study",
        "File > New project… begins it; Import then takes in your transcripts. F1 opens the help wherever you are, "
        "and this tour waits in the Help menu.",
        "By keyboard: {new} begins a project, {help} opens the help.",
        ("begun",),
    ),
)  # fmt: skip


def with_keys(words: str, keys_of: Callable[[str], str]) -> str:
    """Words with each ``{name}`` replaced by its keys."""
    return words.format_map(_Keys(keys_of))


class _Keys(dict[str, str]):
    def __init__(self, keys_of: Callable[[str], str]) -> None:
        super().__init__()
        self._keys_of = keys_of

    def __missing__(self, name: str) -> str:
        return self._keys_of(name)
