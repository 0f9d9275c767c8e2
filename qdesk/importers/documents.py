"""Documents that were read and looked at, stored as one step."""

from collections.abc import Iterable, Iterator, Sequence

from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument


def store_documents(
    project: Project, documents: Sequence[NewDocument], participant: str = "", why: str | None = None
) -> list[int]:
    """Store documents as one step; their ids. ``participant`` names the one they all belong to."""
    if not documents:
        return []
    with project.change(step_label(documents), why):
        return list(store_each(project, ((document, participant) for document in documents)))


def store_each(project: Project, interviews: Iterable[tuple[NewDocument, str]]) -> Iterator[int]:
    """Store documents one by one, each with the name of its participant ("" for none); ids as they come.

    Stands inside a change.
    """
    for document, participant in interviews:
        case = project.cases.find_or_add(participant) if participant.strip() else None
        yield project.documents.add(document, case)


def step_label(documents: Sequence[NewDocument]) -> str:
    """What the history calls the import of documents."""
    return f"Import “{documents[0].name}”" if len(documents) == 1 else f"Import {len(documents)} interviews"
