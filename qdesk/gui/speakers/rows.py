"""The speakers of a project as rows: who they are, and how much they speak."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from qdesk.store.project import Project
from qdesk.text.names import name_key

_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker; ``participant`` is the name of the one spoken for, "" for an interviewer."""

    id: int
    name: str
    asks: bool
    participant: str
    turns: int
    documents: int


def read_rows(project: Project) -> list[SpeakerRow]:
    """All speakers: who asks first, then by name, numbers in their order."""
    turns: Counter[int] = Counter()
    documents: Counter[int] = Counter()
    for document in project.documents.ids():
        spoken = Counter(turn.speaker for turn in project.turns.of(document))
        turns.update(spoken)
        documents.update(spoken.keys())
    cases = {case.id: case.name for case in project.cases.list()}
    rows = (
        SpeakerRow(
            speaker.id, speaker.name, speaker.is_interviewer, "" if speaker.is_interviewer or speaker.case is None
            else cases[speaker.case], turns[speaker.id], documents[speaker.id],
        )
        for speaker in project.speakers.list()
    )  # fmt: skip
    return sorted(rows, key=lambda row: (not row.asks, _natural(row.name), _natural(row.participant), row.id))


def _natural(name: str) -> list[tuple[int, str]]:
    """``Teacher 2`` stands before ``Teacher 10``."""
    pieces = _NUMBERS.split(name_key(name))
    return [(int(piece), "") if place % 2 else (-1, piece) for place, piece in enumerate(pieces)]
