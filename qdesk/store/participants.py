"""Who speaks for whom: labels of an imported transcript become speakers, and speakers participants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qdesk.text.labels import is_generic
from qdesk.text.newdocument import NewTurn

if TYPE_CHECKING:
    from qdesk.store.project import Project


def speakers_of(
    project: Project, document: str, turns: Sequence[NewTurn], case: int | None
) -> tuple[dict[str, int], int | None]:
    """Speaker ids by label, and the participant if there is exactly one.

    A label joins the participant of its name; a generic one (P1, Respondent) is somebody else in every document and
    is named after it. Where ``case`` is given and one person answers, that person is the case.
    """
    roles = {turn.speaker: turn.is_interviewer for turn in turns}
    answering = [label for label, asks in roles.items() if not asks]
    speakers, cases = {}, set()
    for label, asks in roles.items():
        own = None if asks else _case_of(project, document, label, case, alone=len(answering) == 1)
        speakers[label] = project.speakers.find_or_add(label, asks, own)
        cases |= {own} - {None}
    return speakers, cases.pop() if len(cases) == 1 else None


def _case_of(project: Project, document: str, label: str, case: int | None, *, alone: bool) -> int:
    if alone and case is not None:
        return case
    if is_generic(label):
        return project.cases.find_or_add(document if alone else f"{document} · {label}")
    return project.cases.find_or_add(label)
