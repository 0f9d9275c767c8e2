"""A screen reader before the real program, from outside: it walks the window, reads, hears the codes, and codes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sessions import Listen, Listener

from qdesk.store.project import Project
from qdesk.text.spans import Span

pytestmark = pytest.mark.journey
Widget = dict[str, Any]

ROLES = {
    "push button", "check box", "combo box", "text", "list", "list item", "tree", "table cell", "page tab list",
    "page tab",
}  # fmt: skip
"""Roles a screen reader can say something about. Qt calls a row of a tree a table cell."""

PICTURES = {"Co-occurrence matrix"}
"""What is painted and has no role in Qt, nor its ground, which comes next; beside each stands the same as a list."""


class Interview(NamedTuple):
    """A document as the store has it."""

    text: str
    codings: list[tuple[Span, str]]

    def codes_at(self, place: int) -> set[str]:
        """Names of the codes on a character."""
        return {name for span, name in self.codings if span.start <= place < span.end}

    def place_with(self, codes: int) -> int:
        """The first character that has so many codes, and so has the one after it."""
        places = range(len(self.text) - 1)
        return next(at for at in places if len(self.codes_at(at)) == codes == len(self.codes_at(at + 1)))

    def uncoded_sentences(self) -> list[Span]:
        """What somebody said from one full stop to the next, where no character has a code."""
        found = (Span(*match.span(1)) for match in re.finditer(r"[.?!] ([A-Z][^.?!:\n]+[.?!])", self.text))
        return [span for span in found if not any(self.codes_at(place) for place in range(*span))]


def read(path: Path, name: str) -> Interview:
    """An interview from the project file."""
    with Project.open(path) as project:
        document = project.documents.find(name)
        assert document is not None
        names = {code.id: code.name for code in project.codes.list()}
        codings = [(one.span, names[one.code]) for one in project.codings.of(document.id)]
        return Interview(project.documents.text(document.id), codings)


def open_interview(reader: Listener, name: str) -> None:
    """By keys, as somebody does who sees no mouse."""
    reader.press("push button", "Not now")  # the tour
    assert reader.step_to("list", "Documents", name).startswith(f"{name}, ")
    reader.type(["Return"])
    reader.wait_for("page tab", name, "selected")


def complaints(widgets: list[Widget]) -> list[str]:
    """What takes the focus without a name or a role, and boxes of which only the value is told."""
    found = []
    for before, one in pairwise([{"name": ""}, *widgets]):
        if "focusable" in one["states"] and not {one["name"], before["name"]} & PICTURES:
            told = f"{one['role']} “{one['name']}”"
            found += [f"{told} has no name"] * (not one["name"])
            found += [f"{told} has no role"] * (one["role"] not in ROLES)
            found += [f"{told} does not say what it is for"] * (one["role"] == "combo box" and not one["description"])
    return found


def test_every_control_has_a_name_and_a_role(listen: Listen, study: Path) -> None:
    """The desk with transcript, codes and quotes; the picker; the history and the chart; the start page."""
    with Project.open(study) as project:
        trust = next(code.id for code in project.codes.list() if code.name == "Trust")
        quotes = project.codings.quotes([trust])
    reader = listen(study)
    open_interview(reader, "Teacher 1")
    row = reader.step_to("tree", "Codes", "Trust")
    assert re.findall(r"\d+", row) == [str(len(quotes)), str(len({quote.case for quote in quotes}))]
    reader.wait_for("list", "Quotes")
    desk = reader.walk()
    assert {(one["role"], one["name"]) for one in desk} >= {
        ("menu bar", "Menus"), ("menu item", "Code"), ("push button", "Import interviews…"), ("check box", "Pen"),
        ("text", "Search, or type a command"), ("page tab", "Teacher 1"), ("text", "Transcript"), ("tree", "Codes"),
        ("list", "Documents"), ("list", "Quotes"), ("push button", "New code"), ("status bar", "Status"),
    }  # fmt: skip
    found = complaints(desk)
    reader.select("Transcript", 0, 40)
    reader.press("menu item", "Code the selection…")
    reader.wait_for("text", "Code", "focused")
    found += complaints(reader.walk())
    reader.type(["Escape"])
    reader.press("check box", "History")
    reader.wait_for("list", "Steps, newest first")
    reader.press("page tab", "Co-occurrence")
    reader.wait_for("combo box", "By tree")
    found += complaints(reader.walk())
    reader.press("menu item", "Close the project")
    reader.wait_for("push button", "Try the sample study")
    found += complaints(reader.walk())
    assert not found


def test_it_reads_the_transcript_and_hears_the_codes(listen: Listen, study: Path) -> None:
    """The text is the stored one, and stays so; the caret tells what it comes into and leaves; Enter chooses."""
    interview = read(study, "Teacher 1")
    nothing, one, two = (interview.place_with(codes) for codes in range(3))
    reader = listen(study)
    open_interview(reader, "Teacher 1")
    assert reader.text("Transcript") == interview.text
    reader.move_caret("Transcript", one)
    (name,) = interview.codes_at(one)
    assert reader.hear("Coded as") == f"Coded as {name}"
    assert reader.description("text", "Transcript") == f"Coded as {name}"
    reader.focus("text", "Transcript")
    reader.type(["Return"])
    assert re.fullmatch(rf"{name}, \d+ words?, chosen\..*", reader.hear(f"{name}, "))
    reader.move_caret("Transcript", nothing)
    reader.hear("Not coded")
    assert reader.description("text", "Transcript") == ""
    reader.move_caret("Transcript", two)
    told = reader.wait_for_description("text", "Transcript", "Coded as ")
    assert set(told.removeprefix("Coded as ").split(", ")) == interview.codes_at(two)
    assert reader.hear("Coded as") == told
    reader.select("Transcript", one, one + 2)
    reader.wait_for_description("text", "Transcript", f"Coded as {name}")
    reader.write_in_vain("Transcript", "Hello")
    assert reader.text("Transcript") == interview.text


def test_it_codes_a_quote(listen: Listen, study: Path) -> None:
    """Select from outside, the menu's entry, letters, Enter; then a digit; what was done is announced."""
    before = read(study, "Teacher 1")
    first, second = before.uncoded_sentences()[:2]
    reader = listen(study)
    open_interview(reader, "Teacher 1")
    assert reader.select("Transcript", *first) == first.of(before.text)
    reader.press("menu item", "Code the selection…")
    reader.wait_for("text", "Code", "focused")
    reader.type(list("trust"))
    reader.wait_for_description("text", "Code", "Trust, ")
    reader.type(["Return"])
    reader.hear("Coded as Trust.")
    reader.focus("text", "Transcript")
    reader.select("Transcript", *second)
    reader.type(["1"])
    reader.hear("Coded as Trust.")
    added = [one for one in read(study, "Teacher 1").codings if one not in before.codings]
    assert added == [(first, "Trust"), (second, "Trust")]
