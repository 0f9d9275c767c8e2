"""What the command palette offers: actions, documents, codes, and hits in the text."""

from __future__ import annotations

from functools import partial

from qdesk.gui.bus import Bus, Place, QuoteQuery
from qdesk.gui.palette.palette import Entry
from qdesk.gui.picker.rows import Swatch
from qdesk.gui.window.actions import Actions, keys_text
from qdesk.store.search import Hit
from qdesk.text.codepath import join_path
from qdesk.text.spans import Span

HITS_SHOWN = 100

_AROUND = 28
"""Code points before a hit, and after it."""


def entries_of(bus: Bus, actions: Actions) -> list[Entry]:
    """Everything that can be done or gone to now."""
    return [*_actions(actions), *_documents(bus), *_codes(bus)]


def _actions(actions: Actions) -> list[Entry]:
    return [
        Entry(
            # Undo and redo are found by these words only: the step that they name must not be carried out by chance.
            action.text().rstrip("…") if name not in ("undo", "redo") else name.capitalize(),
            "Commands",
            action.trigger,
            hint=actions.rows[name].menu,
            shortcut=keys_text(action),
        )
        for name, action in actions.actions.items()
        if action.isEnabled() and name != "palette"
    ]


def _documents(bus: Bus) -> list[Entry]:
    return [
        Entry(one.name, "Interviews", partial(bus.place_asked.emit, Place(one.id, Span(0, 0), flash=False)))
        for one in bus.project.documents.list()
    ]


def _codes(bus: Bus) -> list[Entry]:
    paths = bus.project.codes.paths()
    return [
        Entry(
            code.name, "Quotes of a code", partial(bus.quotes_asked.emit, QuoteQuery((code.id,))),
            hint=join_path(paths[code.id][:-1]), swatch=Swatch(code.colour, code.slot, code.kind == "theme"),
        )
        for code in bus.project.codes.list()
    ]  # fmt: skip


def hits_of(bus: Bus, words: str) -> list[Entry]:
    """Places in all documents where the words stand."""
    return [
        Entry(
            _shortened(hit), "In the documents", partial(bus.place_asked.emit, Place(hit.document, hit.span)),
            hint=hit.document_name,
        )
        for hit in bus.project.search(words, HITS_SHOWN)
    ]  # fmt: skip


def _shortened(hit: Hit) -> str:
    """A hit with the whole words around it that fit a row beside the document's name."""
    before, after = hit.before[-_AROUND:], hit.after[:_AROUND]
    if len(hit.before) > _AROUND:
        before = "…" + before.partition(" ")[2]
    if len(hit.after) > _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}{hit.text}{after}".split())
