"""What the styles of a Word document make of a paragraph or a run: heading level, bold, italic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from qdesk.importers.docx_names import attribute, child

_HEADING = re.compile(r"heading ([1-9])")
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """``heading`` is the level counted from 1, 0 for none; bold and italic are None where the style does not say."""

    heading: int = 0
    bold: bool | None = None
    italic: bool | None = None


def read_styles(root: Any) -> dict[str, Style]:
    """Styles by id, with what they inherit; ``root`` is the styles part or None."""
    elements = {
        attribute(element, "styleId"): element
        for element in ([] if root is None else root)
        if child(element, "name") is not None
    }
    return {identifier: _resolve(identifier, elements) for identifier in elements}


def _resolve(identifier: str, elements: dict[str, Any]) -> Style:
    heading, bold, italic = 0, None, None
    seen: set[str] = set()
    while identifier in elements and identifier not in seen:
        seen.add(identifier)
        element = elements[identifier]
        run = child(element, "rPr")
        heading = heading or _heading(element)
        bold = toggle(run, "b") if bold is None else bold
        italic = toggle(run, "i") if italic is None else italic
        identifier = attribute(child(element, "basedOn"), "val")
    return Style(heading, bold, italic)


def _heading(element: Any) -> int:
    name = attribute(child(element, "name"), "val").casefold()
    match = _HEADING.fullmatch(name)
    if match:
        return int(match[1])
    return 1 if name == "title" else outline_level(child(element, "pPr"))


def outline_level(properties: Any) -> int:
    """Heading level of paragraph properties that name an outline level, 0 for body text."""
    level = attribute(child(properties, "outlineLvl"), "val")
    return int(level) + 1 if level.isdigit() and int(level) < 9 else 0


def toggle(properties: Any, name: str) -> bool | None:
    """Whether run properties switch something on; None where they do not name it."""
    element = child(properties, name)
    return None if element is None else attribute(element, "val").casefold() not in _OFF
