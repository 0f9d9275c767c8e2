"""Documents that were read and looked at, stored as one step."""

from collections.abc import Sequence

from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument


def store_documents(
    project: Project, documents: Sequence[NewDocument], participant: str = "", why: str | None = None
) -> list[int]:
    """Store documents as one step; their ids. ``participant`` names the one they all belong to."""
    if not documents:
        return []
    what = f"“{documents[0].name}”" if len(documents) == 1 else f"{len(documents)} transcripts"
    with project.change(f"Import {what}", why):
        case = project.cases.find_or_add(participant) if participant.strip() else None
        return [project.documents.add(document, case) for document in documents]
