"""Steps under days, and which steps a journey takes."""

from datetime import date, datetime, timedelta

import pytest

from qdesk.gui.history.lines import Beginning, Day, Journey, Line, journey, lines
from qdesk.store.steps import Step

TODAY = date(2025, 3, 14)


def step(id, state="done", days=0, clock=(13, 0)):
    at = datetime(2025, 3, 14, *clock).astimezone() - timedelta(days=days)
    return Step(id, f"Step {id}", "", at.isoformat(), state, 1, True)


def test_days_in_local_time():
    entries = lines([step(4), step(3), step(2, days=1), step(1, days=40)], TODAY)
    assert [entry.title for entry in entries if isinstance(entry, Day)] == ["Today", "Yesterday", "2 February 2025"]
    ends = [(entry.step.id, entry.first, entry.last) for entry in entries if isinstance(entry, Line)]
    assert ends == [(4, True, False), (3, False, True), (2, True, True), (1, True, True)]
    assert entries[-1] == Beginning()


def test_no_steps_no_lines():
    assert lines([], TODAY) == []


STEPS = [
    step(9, "undone"), step(8, "undone", clock=(14, 5)), step(7, "abandoned"), step(6), step(5, clock=(13, 58)),
    step(4, "abandoned"), step(3, days=1, clock=(17, 22)), step(2, days=30),
]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (9, Journey("redo", (8, 9), "Step 9", "13:00")),
        (8, Journey("redo", (8,), "Step 8", "14:05")),
        (7, None),
        (6, None),
        (5, Journey("undo", (6,), "Step 5", "13:58")),
        (4, None),
        (3, Journey("undo", (6, 5), "Step 3", "yesterday, 17:22")),
        (2, Journey("undo", (6, 5, 3), "Step 2", "12 February 2025, 13:00")),
        (0, Journey("undo", (6, 5, 3, 2), "", "")),
    ],
)
def test_journeys(target, expected):
    assert journey(STEPS, target, TODAY) == expected
