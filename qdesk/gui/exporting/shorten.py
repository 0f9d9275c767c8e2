"""A preview shows the beginning of a long report: nobody leafs through a thousand pages, and they take time."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from qdesk.exporters.report import CodebookSection, CooccurrenceSection, Finding, FindingsSection, Report, Section

QUOTES: Final = 400
ROWS: Final = 100
CODES: Final = 26
"""As many as stand side by side on a page of the co-occurrence table."""


def shorten(report: Report) -> tuple[Report, bool]:
    """The report with at most so many quotes, rows and codes in each section, and whether anything was left out."""
    sections = tuple(map(_shortened, report.sections))
    return replace(report, sections=sections), sections != report.sections


def _shortened(section: Section) -> Section:
    match section:
        case FindingsSection():
            return replace(section, findings=tuple(_findings(section.findings)))
        case CodebookSection():
            return replace(section, rows=section.rows[:ROWS])
        case CooccurrenceSection():
            return replace(section, names=section.names[:CODES], cells=section.cells[:CODES])


def _findings(findings: tuple[Finding, ...]) -> list[Finding]:
    kept, left = [], QUOTES
    for finding in findings:
        kept.append(replace(finding, quotes=finding.quotes[:left]))
        left -= len(finding.quotes)
        if left <= 0:
            break
    return kept
