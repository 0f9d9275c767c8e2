"""Reads a project into a `Report`: the one place where options meet the study."""

import string
from collections import defaultdict
from collections.abc import Iterator

from qdesk.errors import QDeskError
from qdesk.exporters.choose import choose
from qdesk.exporters.codebook import codebook_section
from qdesk.exporters.cooccurrence import cooccurrence_section
from qdesk.exporters.findings import findings_section
from qdesk.exporters.options import ReportOptions
from qdesk.exporters.passages import Passages
from qdesk.exporters.report import CooccurrenceTable, Report, Section
from qdesk.exporters.tree import arrange
from qdesk.store.project import Project
from qdesk.store.records import Quote


def build_report(
    project: Project,
    options: ReportOptions,
    cooccurrence: CooccurrenceTable | None = None,
    figure_png: bytes | None = None,
) -> Report:
    """The report of a project. ``figure_png`` is the heat map beside the ``cooccurrence`` table.

    The section "cooccurrence" is left out where there is no table. Raises QDeskError for a bad citation pattern and
    for a report without sections.
    """
    sections = tuple(_sections(project, options, cooccurrence, figure_png))
    if not sections:
        raise QDeskError("The report has no sections, so nothing was written; choose at least one.")
    return Report(options.title or project.settings.get("title") or project.name, sections)


def _sections(
    project: Project, options: ReportOptions, cooccurrence: CooccurrenceTable | None, figure_png: bytes | None
) -> Iterator[Section]:
    groups = arrange(project.codes.list())
    passages = Passages(project, options.citation)
    quotes = _by_code(project)
    letters = iter(string.ascii_uppercase)
    for name in options.sections:
        if name == "findings":
            chosen = {
                code: choose(of, options.quotes_per_code, starred_only=options.starred_only, spread=options.spread)
                for code, of in quotes.items()
            }
            yield findings_section(groups, chosen, passages)
        elif name == "codebook":
            counts = project.counts() if options.counts else {}
            people = len(project.cases.list())
            yield codebook_section(groups, next(letters), options.shown_columns, quotes, passages, counts, people)
        elif cooccurrence is not None:
            yield cooccurrence_section(cooccurrence, figure_png, next(letters))


def _by_code(project: Project) -> dict[int, list[Quote]]:
    quotes: dict[int, list[Quote]] = defaultdict(list)
    for quote in project.codings.quotes():
        quotes[quote.code].append(quote)
    return quotes
