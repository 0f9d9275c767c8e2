"""Texts whose speakers want correcting, and short ways to read what a project says of them."""

from qdesk.store.project import Project

FIRST = "I: Well?\nAnn: Yes. “And you?\nBea: No.\nCarl: Me neither."
SECOND = "Moderator: So?\nANN: Hm.\nModerator: And?\nANN: Well."
THIRD = "Nobody is named here. Two sentences."


class Told(list[str]):
    """The sentences of the status line; failures begin with ``!``."""


def said(project: Project, document: int) -> list[tuple[str, str]]:
    """Who says what in a document, in order."""
    text = project.documents.text(document)
    return [(turn.speaker_name, text[turn.label_end : turn.end]) for turn in project.turns.of(document)]


def speaker(project: Project, name: str) -> int:
    """Id of a speaker by name."""
    return next(one.id for one in project.speakers.list() if one.name == name)


def names(project: Project) -> list[str]:
    """Names of all speakers."""
    return [one.name for one in project.speakers.list()]
