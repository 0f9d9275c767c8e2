"""The tour is offered once, can be left and gone on with, and goes with its project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.start.page import MAIN_STUDY
from qdesk.gui.tour.card import TourCard
from qdesk.gui.tour.steps import STEPS
from qdesk.gui.window.window import MainWindow
from qdesk.store.project import Project

MakeWindow = Callable[[], MainWindow]


def parts_of(window: MainWindow) -> list[QWidget]:
    """What of a tour stands in a window."""
    QApplication.processEvents()
    return [one for one in window.findChildren(QWidget) if one.objectName().startswith("tour_") and one.isVisible()]


def as_sample(window: MainWindow) -> None:
    """Let the study of a window count as the sample."""
    window.bus.project.layout.set("sample", MAIN_STUDY)


def action_of(window: MainWindow) -> str:
    return window.actions_table["tour"].text()


def test_it_is_offered_once(window: MainWindow) -> None:
    window.tour.offer()
    assert window.tour.card.page.title == "New here?"
    window.tour.card.leave.click()
    assert parts_of(window) == []
    window.tour.offer()
    assert window.tour.card is None


def test_who_has_taken_it_is_not_asked(window: MainWindow) -> None:
    window.tour.go_on()
    window.tour.card.leave.click()
    window.tour.offer()
    assert window.tour.card is None


def test_the_offer_leads_to_the_first_step(window: MainWindow) -> None:
    window.tour.offer()
    card = window.tour.card
    card.act.click()
    assert window.tour.card is card
    assert card.page.count == "1 of 7"


def test_left_and_gone_on_with_in_another_run(window: MainWindow, make_window: MakeWindow, study: Path) -> None:
    as_sample(window)
    assert action_of(window) == "Guided tour"
    window.actions_table["tour"].trigger()
    for _step in range(3):
        window.tour.card.skip.click()
    window.tour.card.leave.click()
    assert action_of(window) == "Go on with the tour: step 4"
    window.close()
    again = make_window()
    assert action_of(again) == "Go on with the tour: step 4"
    again.doors.open(str(study))
    assert again.tour.card is None
    assert action_of(again) == "Go on with the tour: step 4"
    again.actions_table["tour"].trigger()
    assert again.tour.card.page.count == "4 of 7"
    for _step in range(3):
        again.tour.card.skip.click()
    again.tour.card.act.click()
    assert (action_of(again), again.tour.card) == ("Guided tour", None)


def test_closing_the_project_takes_it_along(window: MainWindow, study: Path) -> None:
    window.tour.go_on()
    window.tour.card.skip.click()
    window.doors.close()
    assert parts_of(window) == []
    window.doors.open(str(study))
    assert parts_of(window) == []
    assert action_of(window) == "Go on with the tour: step 2"


def test_f6_comes_to_the_card_and_escape_leaves_it(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    as_sample(window)
    window.desk.reader.setFocus()
    window.tour.go_on()
    assert window.desk.reader.isAncestorOf(QApplication.focusWidget())
    stops: list[QWidget | None] = []
    for _stop in range(5):
        window.actions_table["next_panel"].trigger()
        stops.append(QApplication.focusWidget())
    card = window.tour.card
    assert [card.isAncestorOf(stop) for stop in stops] == [False, True, False, False, False]
    window.actions_table["tour"].trigger()  # asked for once more, it takes the focus itself
    assert card.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert parts_of(window) == []


def test_a_project_too_small_says_so(make_window: MakeWindow, tmp_path: Path) -> None:
    path = tmp_path / "Empty.qdesk"
    Project.create(path).close()
    window = make_window()
    window.doors.open(str(path))
    window.tour.offer()
    window.tour.go_on()
    assert window.tour.card is None
    assert window.status._told.text().startswith("The tour needs an interview and two codes that can be changed.")


def test_only_the_sample_offers_it(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.findChildren(TourCard) == []
    monkeypatch.setenv("QDESK_HOME", str(tmp_path / "samples"))
    window.actions_table["sample"].trigger()
    assert window.tour.card.isVisible()


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QDESK_HOME", str(tmp_path / "samples"))


@pytest.mark.usefixtures("samples")
def test_on_the_start_page_it_opens_the_sample_and_begins(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.actions_table["tour"].isEnabled()
    window.actions_table["tour"].trigger()
    assert window.bus.project.layout.get("sample") == MAIN_STUDY
    assert window.tour.card.page.count == "1 of 7"


@pytest.mark.usefixtures("samples")
def test_ones_own_study_is_left_alone(window: MainWindow, study: Path) -> None:
    """The sample opens in another window, which is gone to when the tour is asked for once more."""
    for _time in range(2):
        window.actions_table["tour"].trigger()
    (other,) = window._others
    assert (window.bus.project.path, window.tour.card) == (study, None)
    assert other.bus.project.layout.get("sample") == MAIN_STUDY
    assert other.tour.card.page.count == "1 of 7"
    other.close()


def test_a_new_project_from_the_last_step_ends_it(window: MainWindow, tmp_path: Path) -> None:
    window.tour.go_on()
    for _step in STEPS[1:]:
        window.tour.card.skip.click()
    assert action_of(window) == "Go on with the tour: step 7"
    path = tmp_path / "Mine.qdesk"
    Project.create(path).close()
    window.doors.open(str(path))
    assert action_of(window) == "Guided tour"
