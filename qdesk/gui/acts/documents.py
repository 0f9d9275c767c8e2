"""Acts on documents: rename, delete."""

from __future__ import annotations

from collections.abc import Sequence

from qdesk.gui.bus import Bus


def rename(bus: Bus, document: int, name: str) -> None:
    """Give a document another name; an empty or equal one changes nothing."""
    old, name = bus.project.documents.get(document).name, name.strip()
    if name and name != old:
        bus.run(
            f"Rename “{old}” to “{name}”",
            lambda: bus.project.documents.rename(document, name),
            told=f"Renamed to {name}.",
        )


def delete(bus: Bus, documents: Sequence[int]) -> None:
    """Delete documents with their codings. Asks nothing."""
    store = bus.project.documents
    what = f"“{store.get(documents[0]).name}”" if len(documents) == 1 else f"{len(documents)} documents"
    bus.run(f"Delete {what}", lambda: store.delete(documents), told=f"Deleted {what}.")
