"""Acts on documents: rename, delete, correct the text."""

from __future__ import annotations

from collections.abc import Sequence

from qdesk.gui.acts.verb import verb
from qdesk.gui.bus import Bus, TextSelection
from qdesk.text.changes import Change
from qdesk.text.newdocument import ParagraphRule


@verb
def rename(bus: Bus, document: int, name: str) -> None:
    """Give a document another name; an empty or equal one changes nothing."""
    old, name = bus.project.documents.get(document).name, name.strip()
    if name and name != old:
        bus.run(
            f"Rename “{old}” to “{name}”",
            lambda: bus.project.documents.rename(document, name),
            told=f"Renamed to {name}.",
        )


@verb
def delete(bus: Bus, documents: Sequence[int]) -> None:
    """Delete documents with their codings. Asks nothing."""
    store = bus.project.documents
    what = f"“{store.get(documents[0]).name}”" if len(documents) == 1 else f"{len(documents)} documents"
    bus.run(f"Delete {what}", lambda: store.delete(documents), told=f"Deleted {what}.")


@verb
def set_paragraph_rule(bus: Bus, document: int, rule: ParagraphRule) -> None:
    """Say what ends a paragraph of a document; its paragraph numbers follow."""
    name = bus.project.documents.get(document).name
    ending = "a line break" if rule == "line" else "a blank line"
    told = f"A paragraph of {name} now ends at {ending}."
    bus.run(
        f"Set the paragraphs of “{name}”", lambda: bus.project.documents.set_paragraph_rule(document, rule), told=told
    )


@verb
def correct(bus: Bus, selection: TextSelection, changes: Sequence[Change]) -> None:
    """Correct a passage; positions of the changes count from its start. Codings, turns and memos move along."""
    project, start = bus.project, selection.span.start
    moved = [change._replace(start=start + change.start) for change in changes]
    name = project.documents.get(selection.document).name
    gone = bus.run(
        f"Correct the text of “{name}”",
        lambda: project.documents.edit(selection.document, moved, selection.revision),
    )
    if gone is not None:
        went = "1 coding went with its text" if gone == 1 else f"{gone} codings went with their text"
        bus.told.emit(f"Text corrected; {went}." if gone else "Text corrected; the codings moved along.", True)
