"""Acts on codings: apply a code, uncode, change the code, comment, star."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qdesk.gui.acts.verb import verb
from qdesk.gui.bus import Bus, TextSelection
from qdesk.store.codings import NewCoding
from qdesk.store.colours import free_slot, hex_of
from qdesk.text.counted import counted
from qdesk.text.spans import Span


def words_phrase(words: int) -> str:
    """Words with their noun: 1 word, 22 words."""
    return "1 word" if words == 1 else f"{words:,} words"


@verb
def apply_code(bus: Bus, code: int, selection: TextSelection | None = None) -> int | None:
    """Code the selection (that of the bus unless given); the coding's id, or None if nothing was added.

    It becomes one with codings of the same code that it overlaps or touches, unless the user wants them apart.
    """
    selection = selection or bus.selection
    if selection is None:
        bus.told.emit("Select a passage first, then choose a code.", False)
        return None
    codings, name = bus.project.codings, bus.project.codes.get(code).name

    def act() -> int | None:
        add = codings.add_joined if bus.joining else codings.add
        return add(selection.document, code, selection.span, revision=selection.revision)

    label = f"Code “{name}” on {words_phrase(selection.words)}"
    coding = bus.run(label, act, told=f"Coded as {name}.")
    if coding is None and not bus.last_failed:
        bus.told.emit(f"This passage is already coded as {name}.", False)
    return coding


@verb
def apply_new_code(bus: Bus, name: str, selection: TextSelection | None = None) -> int | None:
    """Create a code and apply it at once, as one step; the coding's id."""
    selection = selection or bus.selection
    if selection is None or not name.strip():
        return None
    codings = bus.project.codings

    def act() -> int | None:
        code = _add_code(bus, name.strip())
        return codings.add(selection.document, code, selection.span, revision=selection.revision)

    label = f"Code new “{name.strip()}” on {words_phrase(selection.words)}"
    return bus.run(label, act, told=f"Coded as “{name.strip()}”, a new code.")


@verb
def code_passages(
    bus: Bus, code: int | str, passages: Sequence[tuple[int, Span]], revisions: Mapping[int, int]
) -> int | None:
    """Code passages of documents as one step, with a code or a new one of that name; how many were coded.

    ``revisions`` are those of the texts in which the passages were found. None if nothing was asked for or all failed.
    """
    project = bus.project
    name = project.codes.get(code).name if isinstance(code, int) else code.strip()
    if not passages or not name:
        return None

    def act() -> int:
        for document in {document for document, _span in passages}:
            project.documents.check_revision(document, revisions[document])
        number = code if isinstance(code, int) else _add_code(bus, name)
        return project.codings.add_many(NewCoding(document, number, span) for document, span in passages)

    added = bus.run(f"Code {counted(len(passages), 'passage')} as “{name}”", act)
    if added is not None:
        bus.told.emit(_told(name, added, len(passages) - added), added > 0)
    return added


def _told(name: str, added: int, there: int) -> str:
    """What coding many passages did: "38 passages coded as Money, 3 were already."."""
    if not added:
        return f"{counted(there, 'passage')} {'is' if there == 1 else 'are'} coded as {name} already."
    already = f", {there:,} {'was' if there == 1 else 'were'} already" if there else ""
    return f"{counted(added, 'passage')} coded as {name}{already}."


def _add_code(bus: Bus, name: str) -> int:
    """A new code at the top level in the next free colour."""
    codes = bus.project.codes
    slot = free_slot([code.slot for code in codes.list()])
    return codes.add(name, slot=slot, colour=hex_of(slot))


@verb
def uncode(bus: Bus, codings: Sequence[int]) -> None:
    """Remove codings; the text stays."""
    names = {bus.project.codes.get(bus.project.codings.get(coding).code).name for coding in codings}
    what = f"“{names.pop()}”" if len(names) == 1 else f"{len(codings)} codings"
    bus.run(f"Uncode {what}", lambda: bus.project.codings.remove(codings), told=f"Uncoded {what}.")


@verb
def change_code(bus: Bus, codings: Sequence[int], code: int) -> None:
    """Give codings another code."""
    name = bus.project.codes.get(code).name
    quotes = "1 quote" if len(codings) == 1 else f"{len(codings)} quotes"
    bus.run(
        f"Change {quotes} to “{name}”",
        lambda: bus.project.codings.recode(codings, code),
        told=f"Changed to {name}.",
    )


@verb
def also_code(bus: Bus, codings: Sequence[int], code: int) -> None:
    """Give the passages of codings another code beside theirs."""
    project = bus.project
    spans = [(one.document, one.span) for one in map(project.codings.get, codings)]
    name, quotes = project.codes.get(code).name, "1 quote" if len(codings) == 1 else f"{len(codings)} quotes"
    bus.run(
        f"Code “{name}” on {quotes}",
        lambda: project.codings.add_many(NewCoding(document, code, span) for document, span in spans),
        told=f"Coded as {name} too.",
    )


@verb
def comment(bus: Bus, coding: int, text: str) -> None:
    """Write or clear the comment of a coding."""
    bus.run("Comment a quote", lambda: bus.project.codings.update(coding, comment=text), told="Comment kept.")


@verb
def star(bus: Bus, coding: int, starred: bool) -> None:
    """Mark or unmark a coding as an example of its code."""
    label = "Star a quote" if starred else "Unstar a quote"
    bus.run(
        label, lambda: bus.project.codings.update(coding, starred=starred), told="Starred." if starred else "Unstarred."
    )
