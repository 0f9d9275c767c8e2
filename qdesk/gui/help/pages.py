"""The pages of the help and their order, read from ``resources/help``. Plain data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QTextDocument

_IMAGE = "\ufffc"
"""What stands for a picture in the text of a document."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, step or cell as it is read; ``level`` is 1 for the title, 2 … for headings, else 0."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its ``name`` is that of its file without suffix, ``text`` its Markdown."""

    name: str
    group: str
    title: str
    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All pages in their order, and which one explains a part of the window (by its object name)."""

    pages: tuple[Page, ...]
    here: Mapping[str, str]

    @property
    def first(self) -> Page:
        """The page to begin with."""
        return self.pages[0]

    def page(self, name: str) -> Page | None:
        """The page of a name, if there is one."""
        return next((page for page in self.pages if page.name == name), None)


@cache
def read_contents(folder: Path) -> Contents:
    """Read ``contents.toml`` and the pages it names, once. Raises OSError or KeyError where the folder is not whole."""
    table = tomllib.loads((folder / "contents.toml").read_text(encoding="utf-8"))
    pages = [
        _read(folder / "pages" / f"{name}.md", name, group["title"])
        for group in table["group"]
        for name in group["pages"]
    ]
    return Contents(tuple(pages), table["here"])


def _read(path: Path, name: str, group: str) -> Page:
    text = path.read_text(encoding="utf-8")
    title = re.match(r"# (.+)", text)
    return Page(name, group, title[1].strip() if title else name, text, passages_of(text))


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of a Markdown text as they are read, without marks and pictures."""
    document = QTextDocument()
    document.setMarkdown(text)
    found = []
    block = document.begin()
    while block.isValid():
        if words := block.text().replace(_IMAGE, "").strip():
            found.append(Passage(words, block.blockFormat().headingLevel()))
        block = block.next()
    return tuple(found)
