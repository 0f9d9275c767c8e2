"""The picker's choices read from a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qdesk.gui.picker.picker import Choice
from qdesk.gui.picker.rows import Swatch

if TYPE_CHECKING:
    from qdesk.store.project import Project


def choices_of(project: Project) -> list[Choice]:
    """All codes and themes in tree order, with their own codings."""
    counts = project.counts()
    codes = {code.id: code for code in project.codes.list()}
    choices = []
    paths: dict[int, tuple[str, ...]] = {}
    for code in codes.values():
        outer = paths.get(code.parent, ()) if code.parent is not None else ()
        paths[code.id] = (*outer, code.name)
        count = counts[code.id].codings if code.id in counts else 0
        swatch = Swatch(code.colour, code.slot, code.kind == "theme")
        choices.append(Choice(code.id, code.name, outer, swatch, count))
    return choices
