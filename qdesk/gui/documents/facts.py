"""What the tooltip of a document says."""

from __future__ import annotations

from html import escape

from qdesk.store.project import Project
from qdesk.store.records import Document


def facts_of(project: Project, document: Document) -> str:
    """Name, participant with attributes, language, date, words."""
    lines = [f"<b>{escape(document.name)}</b>"]
    if document.case is not None:
        case = project.cases.get(document.case)
        values = [f"{name}: {value}" for name, value in case.attributes.items() if value]
        lines += [escape(line) for line in (f"Participant {case.name}", *values)]
    facts = [document.language, document.date, f"{document.words:,} words"]
    lines.append(escape(" · ".join(fact for fact in facts if fact)))
    return f"<qt>{'<br>'.join(lines)}</qt>"
