"""What the search tab says in sentences."""

from __future__ import annotations

from typing import Final

from qdesk.analysis.finding import How
from qdesk.store.records import Sizes
from qdesk.text.counted import counted

MOST: Final = 20_000
"""Hits up to which all are listed."""

FIRST: Final = 2_000
"""Hits listed of more than that."""

ALSO_LETTERS: Final = "Search for the letters"
EVERYWHERE: Final = "Search everywhere"


def documents_phrase(number: int, sizes: Sizes) -> str:
    """``14 interviews``, or documents where not all of a project are interviews."""
    return counted(number, "interview" if sizes.documents == sizes.interviews else "document")


def found(hits: int, documents: str, people: int | None) -> str:
    """``38 hits · 14 interviews · 12 people``; ``people`` None or 0 while not counted, or where nobody says it."""
    parts = [counted(hits, "hit"), documents]
    if people:
        parts.append(f"{people:,} {'person' if people == 1 else 'people'}")
    return " · ".join(parts)


def too_many() -> str:
    """Instead of the counts."""
    return f"More than {MOST:,} hits; these are the first {FIRST:,}. A further word narrows the search."


def searching(hits: int) -> str:
    """While a search goes on."""
    return f"Searching… {counted(hits, 'hit')} so far" if hits else "Searching…"


def nothing(text: str, how: How, documents: str, *, narrowed: bool) -> tuple[str, str]:
    """A sentence on what was not found and what to try, and the act for it ("" for none)."""
    told = f"No hit for “{text}” in {documents}."
    if narrowed:
        return f"{told} The search looks only where you said.", EVERYWHERE
    if how in ("words", "forms"):
        return f"{told} Letters also finds it inside words.", ALSO_LETTERS
    if how == "letters":
        return f"{told} Fewer letters find more.", ""
    return f"{told} In a pattern a dot is any letter and \\w+ a word.", ""


NO_PASSAGE: Final[dict[str, str]] = {
    "question": "No checked hit lies in an interviewer's question.",
    "section": "No checked hit lies in a heading.",
}
"""Why there is nothing to code although hits are checked."""


def code_button(passages: int | None) -> str:
    """The words of the button that codes; None while passages are counted."""
    if passages is None:
        return "Code passages as…"
    return f"Code {counted(passages, 'passage')} as…" if passages else "Nothing to code"


def beside_button(checked: int, listed: int, passages: int | None, what: str) -> str:
    """Where the passages come from, or why there are none."""
    if not checked:
        return "No hit is checked." if listed else ""
    if passages == 0:
        return NO_PASSAGE.get(what, "")
    return f"from {counted(checked, 'hit')}" if passages not in (None, checked) else ""
