"""What the steps say holds in the window they speak of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QKeySequence

from qdesk.gui.preferences import Preferences
from qdesk.gui.tour.progress import Progress
from qdesk.gui.tour.steps import OFFER, STEPS, Deed, with_keys
from qdesk.gui.window.actions import ACTIONS, MENUS


def test_seven_steps_need_every_deed_once() -> None:
    assert len(STEPS) == 7
    assert sorted(need for step in STEPS for need in step.needs) == sorted(get_args(Deed))


def test_each_key_named_is_one_of_an_action_or_of_qt() -> None:
    keys = {row.name: row.keys for row in ACTIONS}
    named = re.findall(r"{(.+?)}", " ".join([*OFFER, *(step.keys for step in STEPS)]))
    assert {"undo", "redo", "next_panel", "Ctrl+Down"} <= set(named)
    assert all(keys.get(name) or QKeySequence(name).toString() == name for name in named)


def test_each_menu_entry_named_is_there() -> None:
    entries = {(row.menu, row.text.rstrip("…")) for row in ACTIONS}
    words = " ".join(step.words for step in STEPS)
    named = re.findall(rf"({'|'.join(MENUS)}) > (Co-occurrence|Word report|New project)", words)
    assert len(named) == words.count(" > ") == 3
    assert set(named) <= entries


def test_keys_are_filled_in() -> None:
    keys = {"undo": "Ctrl+Z", "Ctrl+Down": "⌘↓"}
    assert with_keys("{undo}, then {Ctrl+Down}.", keys.__getitem__) == "Ctrl+Z, then ⌘↓."


def test_a_step_misses_its_first_deed_that_is_not_done() -> None:
    missing = STEPS[1].missing
    assert (missing([]), missing(["asked"]), missing(["gone"])) == ("asked", "gone", "asked")
    assert missing(["gone", "asked"]) is None


def test_progress_outlives_the_program(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    first = Progress(Preferences(path))
    assert (first.step, first.is_new) == (1, True)
    first.reach(4)
    first.note_offer()
    second = Progress(Preferences(path))
    assert (second.step, second.is_new) == (4, False)
    second.reach(len(STEPS) + 1)
    assert Progress(Preferences(path)).step == 1


@pytest.mark.parametrize("kept", [0, 8, -1, "4", None, 2.5, [3]])
def test_a_number_that_is_none_of_a_step_counts_as_the_first(tmp_path: Path, kept: object) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    preferences.set("tour_step", kept)
    assert Progress(preferences).step == 1
