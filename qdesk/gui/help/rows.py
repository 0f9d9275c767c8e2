"""Rows of the help's list: pages under their groups, or the pages that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from qdesk.gui.help.finding import Hit
from qdesk.gui.help.pages import Page
from qdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. Without ``page`` it is the title of a group; ``context`` stands below the title.

    Marks are code points of the title and of the context that were typed.
    """

    title: str
    page: str = ""
    title_marks: tuple[Span, ...] = ()
    context: str = ""
    context_marks: tuple[Span, ...] = ()

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.context) if part)

    @property
    def can_be_chosen(self) -> bool:
        """False for the title of a group."""
        return bool(self.page)


def rows_of_pages(pages: Sequence[Page]) -> list[Row]:
    """All pages under the titles of their groups."""
    rows: list[Row] = []
    for group, members in groupby(pages, lambda page: page.group):
        rows += [Row(group), *(Row(page.title, page.name) for page in members)]
    return rows


def rows_of_hits(hits: Sequence[Hit]) -> list[Row]:
    """The pages found, best first."""
    return [Row(hit.page.title, hit.page.name, hit.title_marks, hit.context, hit.context_marks) for hit in hits]
