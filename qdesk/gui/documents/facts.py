"""What the tooltip of a document says."""

from __future__ import annotations

from html import escape

from qdesk.store.project import Project


def facts_of(project: Project) -> dict[int, str]:
    """Tooltips by document id: name, participant with attributes, language, date, words."""
    cases = {case.id: case for case in project.cases.list()}
    tips = {}
    for document in project.documents.list():
        lines = [f"<b>{escape(document.name)}</b>"]
        if document.case is not None:
            case = cases[document.case]
            values = [f"{name}: {value}" for name, value in case.attributes.items() if value]
            lines += [escape(line) for line in (f"Participant {case.name}", *values)]
        facts = [document.language, document.date, f"{document.words:,} words"]
        lines.append(escape(" · ".join(fact for fact in facts if fact)))
        tips[document.id] = f"<qt>{'<br>'.join(lines)}</qt>"
    return tips
