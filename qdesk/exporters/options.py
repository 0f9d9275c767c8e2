"""What a report holds and how its quotes are chosen and cited. Plain values that a project can keep by name."""

from dataclasses import dataclass
from typing import Final, Literal

from qdesk.exporters.report import Column

SectionName = Literal["findings", "codebook", "cooccurrence"]

SECTIONS: Final[tuple[SectionName, ...]] = ("findings", "codebook", "cooccurrence")
"""Every section in its usual order: the chapter first, then the appendices."""

COLUMNS: Final[tuple[Column, ...]] = (
    "definition",
    "include_when",
    "exclude_when",
    "example",
    "quotes",
    "participants",
)
"""Every column of the codebook table after the first, in its usual order."""

COUNTS: Final = frozenset({"quotes", "participants"})
"""The columns that `ReportOptions.counts` switches off."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices of one report.

    ``citation`` is a pattern (see `citation.Citation`). ``quotes_per_code`` None means every quote; otherwise that many
    at most, starred ones first, with ``spread`` from as many participants as can be. ``counts`` shows how often and by
    how many a code was used.
    """

    sections: tuple[SectionName, ...] = SECTIONS
    citation: str = "({participant}, ¶{paragraph})"
    quotes_per_code: int | None = None
    starred_only: bool = False
    spread: bool = True
    counts: bool = True
    columns: tuple[Column, ...] = COLUMNS
    title: str = ""

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that are left once counts are switched on or off."""
        return self.columns if self.counts else tuple(name for name in self.columns if name not in COUNTS)


PRESETS: Final[dict[str, ReportOptions]] = {
    "Reflexive TA": ReportOptions(counts=False),
    "Codebook TA": ReportOptions(counts=True),
}
"""Braun and Clarke object to counting codes in reflexive thematic analysis; codebook approaches report it."""
