"""A small study for the tour: an interview long enough to scroll, two themes with codes, some codings."""

from __future__ import annotations

from pathlib import Path

from qdesk.importers import read_document
from qdesk.store.project import Project
from qdesk.text.spans import Span

ROUND = "She put the chairs in a round."
STOOD = "Before that we stood in a line along the cupboard, like girls who had come late."
BEGIN = f"""Interviewer: Thank you for staying after the last bell, could you begin with the school itself?
Teacher 1: A high school at the edge of the city where the mango orchards used to be.
Interviewer: What did she change?
Teacher 1: {ROUND} {STOOD}
"""
DAY = """Interviewer: And on day {day}?
Teacher 1: We met again on day {day}. It took an hour, and everybody said what was on the list.
"""
TEXT = BEGIN + "".join(DAY.format(day=day) for day in range(30))
THEMES = {"Collaboration": ["Trust", "Planning"], "Challenges": ["Workload", "Time"]}
CODED = (("Trust", ROUND), ("Trust", "We met again on day 1"), ("Time", "It took an hour"), ("Workload", "It took"))


def write_study(path: Path) -> dict[str, int]:
    """Write the project; ids of codes by name. Trust has two quotes, Time and Workload one each, which overlap."""
    interview = path.with_name("Teacher 1.txt")
    interview.write_text(TEXT, encoding="utf-8")
    ids: dict[str, int] = {}
    with Project.create(path) as project, project.change("Begin"):
        document = project.documents.add(read_document(interview))
        for theme, names in THEMES.items():
            ids[theme] = project.codes.add(theme, kind="theme")
            ids |= {name: project.codes.add(name, parent=ids[theme]) for name in names}
        for name, words in CODED:
            start = TEXT.index(words)
            project.codings.add(document, ids[name], Span(start, start + len(words)))
    return ids
