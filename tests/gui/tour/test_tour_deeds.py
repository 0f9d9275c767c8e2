"""A deed counts by what happened to the project or on the screen, and only if it happened here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from tour_fakes import STOOD, TEXT

from qdesk.gui.acts import codes, coding
from qdesk.gui.bus import Place
from qdesk.gui.tour.deeds import Deeds
from qdesk.gui.window.window import MainWindow
from qdesk.store.project import Project
from qdesk.text.spans import Span

Ids = dict[str, int]
STANDING = Span(TEXT.index(STOOD), TEXT.index(STOOD) + len(STOOD))


@pytest.fixture
def done(window: MainWindow) -> list[str]:
    """The deeds told so far."""
    told: list[str] = []
    Deeds(window, window).done.connect(told.append)
    return told


def test_a_coding_by_whichever_gesture(window: MainWindow, ids: Ids, done: list[str]) -> None:
    window.desk.reader.select(STANDING)
    assert done == []
    coding.apply_code(window.bus, ids["Planning"])
    assert done == ["coded"]
    coding.apply_code(window.bus, ids["Planning"])  # it is there already
    assert done == ["coded"]


def test_a_code_under_another_parent(window: MainWindow, ids: Ids, done: list[str]) -> None:
    codes.move(window.bus, [ids["Planning"]], ids["Collaboration"], before=ids["Trust"])
    codes.rename(window.bus, ids["Planning"], "Planning together")
    assert done == []
    codes.move(window.bus, [ids["Planning"]], ids["Challenges"])
    codes.group(window.bus, [ids["Time"], ids["Workload"]], "Too much")
    assert done == ["moved", "moved"]


def test_new_and_deleted_codes_have_not_moved(window: MainWindow, ids: Ids, done: list[str]) -> None:
    codes.add_code(window.bus, "Hope", ids["Challenges"])
    codes.delete(window.bus, [ids["Challenges"]])
    assert done == []


def test_undo_is_no_coding_and_no_move(window: MainWindow, ids: Ids, done: list[str]) -> None:
    codes.move(window.bus, [ids["Planning"]], ids["Challenges"])
    window.doors.undo()
    window.doors.redo()
    assert done == ["moved", "undone"]


def test_quotes_of_a_code_and_the_place_of_one(window: MainWindow, ids: Ids, done: list[str]) -> None:
    window.desk.codes.tree.choose([ids["Trust"]])
    quotes = window.desk.quotes.view
    quotes.placed.emit(quotes.rows.rows[1])
    assert done == ["asked", "gone"]
    window.bus.place_asked.emit(Place(1, Span(0, 0)))  # a document opened from the palette
    assert done == ["asked", "gone"]


def test_a_cell_of_the_chart(window: MainWindow, done: list[str]) -> None:
    window.desk.show_chart()
    QApplication.processEvents()
    assert done == []
    window.desk.chart.findChild(QWidget, "heat_map").opened.emit(2, 1)
    assert done == ["compared"]


def test_the_history_in_sight(window: MainWindow, done: list[str]) -> None:
    window.actions_table["right"].trigger()
    window.actions_table["right"].trigger()
    assert done == []
    window.actions_table["history"].trigger()
    assert done == ["looked"]


def test_the_report_once_its_dialog_opens(window: MainWindow, done: list[str]) -> None:
    window.activateWindow()
    seen: list[list[str]] = []

    def close() -> None:
        seen.append(list(done))
        QApplication.activeModalWidget().reject()

    QTimer.singleShot(0, close)
    window.actions_table["about"].trigger()
    QTimer.singleShot(0, close)
    window.actions_table["report"].trigger()
    assert seen == [[], ["reported"]]


def test_what_another_window_does_is_not_done_here(window: MainWindow, ids: Ids, study: Path, done: list[str]) -> None:
    with Project.open(study) as other, other.change("Elsewhere"):
        other.codings.add(1, ids["Planning"], STANDING)
        other.codes.move([ids["Planning"]], ids["Challenges"])
    window.care.catch_up()
    assert window.bus.project.codes.get(ids["Planning"]).parent == ids["Challenges"]
    assert done == []
    codes.rename(window.bus, ids["Planning"], "Planning together")
    assert done == []


def test_watching_changes_nothing(window: MainWindow, done: list[str], qtbot: Any) -> None:
    before = window.bus.project.history.last_change()
    window.resize(1000, 700)
    QApplication.processEvents()
    assert (done, window.bus.project.history.last_change()) == ([], before)
