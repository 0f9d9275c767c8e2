"""The steps of a project as lines under days, and what going to one of them would undo or redo. Plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Literal

from qdesk.store.steps import Step


@dataclass(frozen=True, slots=True)
class Day:
    """The title of a day: "Today", "Yesterday", "14 March 2025"."""

    title: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells this title from others."""
        return ("day", self.title)


@dataclass(frozen=True, slots=True)
class Line:
    """A step with its local time "14:06"; ``first`` and ``last`` of its day end the line between the dots."""

    step: Step
    clock: str
    first: bool
    last: bool

    @property
    def key(self) -> int:
        """The step's id."""
        return self.step.id


@dataclass(frozen=True, slots=True)
class Beginning:
    """The project before its first step, at the end of the list."""

    key: int = 0


Entry = Day | Line | Beginning


@dataclass(frozen=True, slots=True)
class Journey:
    """Going to a point of the history: ``steps`` (ids) are undone from the newest, or redone from the oldest.

    ``name`` is the label of the step after which one arrives, and ``when`` its time: "13:58", "yesterday, 17:22".
    Both are "" for the beginning.
    """

    way: Literal["undo", "redo"]
    steps: tuple[int, ...]
    name: str
    when: str


def lines(steps: Sequence[Step], today: date, *, whole: bool = True) -> list[Entry]:
    """Steps (newest first) under their days in local time, and the beginning last; nothing for no steps.

    Without ``whole`` older steps follow later, and the beginning with them.
    """
    entries: list[Entry] = []
    for day, group in groupby(steps, lambda step: _local(step.at)[0]):
        members = list(group)
        entries.append(Day(_title(day, today)))
        last = len(members) - 1
        entries += [Line(step, _local(step.at)[1], i == 0, i == last) for i, step in enumerate(members)]
    return [*entries, Beginning()] if entries and whole else entries


def journey(steps: Sequence[Step], target: int, today: date) -> Journey | None:
    """What going to a step (0: the beginning) takes, the step itself then done; None if one is there or cannot.

    An abandoned step lies on no way: it was undone and later work went on without it.
    """
    step = next((step for step in steps if step.id == target), None)
    if step is not None and step.state == "undone":
        again = tuple(other.id for other in reversed(steps) if other.state == "undone" and other.id <= target)
        return Journey("redo", again, step.label, _when(step, today))
    if step is not None and step.state == "abandoned":
        return None
    back = tuple(other.id for other in steps if other.state == "done" and other.id > target)
    if not back:
        return None
    return Journey("undo", back, step.label if step else "", _when(step, today) if step else "")


def _when(step: Step, today: date) -> str:
    day, clock = _local(step.at)
    if day == today:
        return clock
    title = _title(day, today)
    return f"{title.lower() if title == 'Yesterday' else title}, {clock}"


def _title(day: date, today: date) -> str:
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=65536)
def _local(at: str) -> tuple[date, str]:
    """Local day and clock time of an ISO 8601 time."""
    moment = datetime.fromisoformat(at).astimezone()
    return moment.date(), f"{moment.hour:02}:{moment.minute:02}"
