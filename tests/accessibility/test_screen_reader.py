"""A screen reader before the real program, from outside: it walks the window, reads, hears the codes, and codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import Listen

from qdesk.store.project import Project

pytestmark = pytest.mark.journey
Widget = dict[str, Any]

ROLES = {
    "push button", "check box", "combo box", "text", "list", "list item", "tree", "table cell", "page tab list",
    "page tab",
}  # fmt: skip
"""Roles a screen reader can say something about. Qt calls a row of a tree a table cell."""


def complaints(widgets: list[Widget]) -> list[str]:
    """What takes the focus without a name or a role, and boxes of which only the value is told."""
    found = []
    for one in widgets:
        if "focusable" in one["states"]:
            told = f"{one['role']} “{one['name']}”"
            found += [f"{told} has no name"] * (not one["name"])
            found += [f"{told} has no role"] * (one["role"] not in ROLES)
            found += [f"{told} is not told what it is for"] * (one["role"] == "combo box" and not one["description"])
    return found


def test_every_control_has_a_name_and_a_role(listen: Listen, study: Path) -> None:
    """The desk with transcript, codes, quotes; history and chart; picker and palette."""
    reader = listen(study)
    reader.choose("tree", "Codes", "Trust")
    reader.wait_for("list", "Quotes")
    desk = reader.walk()
    present = {(one["role"], one["name"]) for one in desk}
    assert present >= {
        ("text", "Transcript"), ("tree", "Codes"), ("list", "Documents"), ("list", "Quotes"), ("check box", "Pen"),
        ("push button", "Import interviews…"), ("page tab", "Teacher 1"), ("text", "Search, or type a command"),
    }  # fmt: skip
    assert complaints(desk) == []
