"""Search and coding by rule in the real window, on the sample study of 22 interviews.

What must be found is counted from the texts by regular expressions of this file, which know the labels of the study.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hands import CONTROL, Hands
from journey_material import content
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from qdesk.gui.search.findbar import FindBar
from qdesk.gui.search.tab import SearchTab
from qdesk.importers.study import build_main_study
from qdesk.store.project import Project

pytestmark = pytest.mark.journey

LABEL = re.compile(r"^(?:\[[\d:]+\] )?(Interviewer|محققہ|Teacher \d+|استاد 14): ", re.MULTILINE)
ASKS = {"Interviewer", "محققہ"}


@pytest.fixture
def sample(hands: Hands, tmp_path: Path) -> Hands:
    """A window on the sample study, without its tour."""
    path = tmp_path / "Sample.qdesk"
    with Project.create(path) as project:
        build_main_study(project)
        project.layout.set("sample", None)
    hands.window.doors.open(str(path))
    return hands


@pytest.fixture
def searching(sample: Hands) -> tuple[Hands, SearchTab]:
    """The search tab in the desk."""
    desk = sample.desk
    tab = SearchTab(desk.bus)
    desk.pages.addWidget(tab)
    desk.bus.place_asked.connect(lambda _place: desk.pages.setCurrentIndex(0))
    desk.pages.setCurrentWidget(tab)
    desk.left.hide()
    tab.setFocus()
    return sample, tab


def part(within: QWidget, name: str) -> Any:
    found = within.findChild(QWidget, name)
    assert found is not None, name
    return found


def texts(project: Project) -> list[tuple[str, str]]:
    return [(one.name, project.documents.text(one.id)) for one in project.documents.list()]


def answered(text: str, question: str) -> list[str]:
    """Questions that hold a pattern, each from its first words to the end of the answers to it."""
    labels = list(LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    turns = [(label[1] in ASKS, label.end(), end) for label, end in zip(labels, ends, strict=False)]
    found, row = [], 0
    while row < len(turns):
        first = row
        while row < len(turns) and turns[row][0]:
            row += 1
        answers = row
        while row < len(turns) and not turns[row][0]:
            row += 1
        asked = [text[start:end] for _asks, start, end in turns[first:answers]]
        if row > answers and any(re.search(question, said, re.IGNORECASE) for said in asked):
            found.append(text[turns[first][1] : turns[row - 1][2]].rstrip())
    return found


def quotes(project: Project, code: int) -> list[tuple[str, str]]:
    return [(quote.document_name, quote.text) for quote in project.codings.quotes(codes=[code])]


def test_autocode_by_question_over_all_interviews_and_its_undo(searching: tuple[Hands, SearchTab]) -> None:
    """What is asked about the school and about decisions, with all answers, under a new code in one step."""
    hands, tab = searching
    project = hands.project
    wanted = [
        (name, passage)
        for name, text in texts(project)
        for passage in answered(text, r"\b(?:school|decid|decis|فیصل)\w*")
    ]
    interviews = {name for name, _passage in wanted}
    assert len(interviews) > 15
    assert "Teacher 14" in interviews  # the Urdu one
    before = content(project)
    hands.click(part(tab, "search_field"))
    hands.type("school | decid | decis | ")
    part(tab, "search_field").insert("فیصل")
    hands.press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: tab.view.hits.count > len(wanted))
    hands.shot("70-search-question")
    part(tab, "code_what").setFocus()
    for _step in range(3):  # from the sentence down to the question and its answers
        hands.press(Qt.Key.Key_Down)
    button = part(tab, "code_hits")
    hands.qtbot.waitUntil(lambda: button.text() == f"Code {len(wanted)} passages as…")
    hands.click(button)
    picker = part(hands.window, "passages_picker")
    hands.qtbot.waitUntil(picker.isVisible)
    hands.type("Asked about deciding")
    hands.shot("71-search-picker")
    hands.press(Qt.Key.Key_Return)
    assert hands.told == f"{len(wanted)} passages coded as Asked about deciding."
    assert quotes(project, hands.code("Asked about deciding")) == wanted
    step = project.history.undoable()
    assert step is not None
    assert step.label == f"Code {len(wanted)} passages as “Asked about deciding”"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert content(project) == before


def test_chosen_hits_are_coded_as_sentences(searching: tuple[Hands, SearchTab]) -> None:
    """Search, leave the interviewer out, uncheck a document and a hit, code the sentences; go to one of them."""
    hands, tab = searching
    project = hands.project
    hands.click(part(tab, "search_field"))
    hands.type("meeting")
    hits = [(name, match.start()) for name, text in texts(project) for match in re.finditer(r"(?i)\bmeeting\w*", text)]
    hands.qtbot.waitUntil(lambda: tab.view.hits.count == len(hits))
    without = part(tab, "without_interviewer")
    hands.click(without, QPoint(8, without.height() // 2))
    asked = sum(
        bool(re.search(r"(?i)\bmeeting", said))
        for _name, text in texts(project)
        for said in re.findall(r"^(?:\[[\d:]+\] )?Interviewer: (.*)$", text, re.MULTILINE)
    )
    assert asked
    hands.qtbot.waitUntil(lambda: tab.view.hits.count == len(hits) - asked)
    first = tab.view.hits.rows[0]
    hands.click(tab.view.viewport(), tab.view.drawing.mark_rect(tab.view.visualRect(tab.view.hits.index(0))).center())
    tab.view.setFocus()
    for _step in range(first.hits + 1):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    checked = tab.view.hits.checked()
    assert len(checked) == tab.view.hits.count - first.hits - 1
    hands.shot("72-search-chosen")
    trust = hands.code("Collaboration and shared decision-making", "Team planning")
    before = {(name, quote) for name, quote in quotes(project, trust)}
    hands.click(part(tab, "code_hits"))
    hands.type("team pl")
    hands.press(Qt.Key.Key_Return)
    added = [pair for pair in quotes(project, trust) if pair not in before]
    assert added
    assert all(re.search(r"(?i)\bmeeting", quote) and "\n" not in quote for _name, quote in added)
    assert {name for name, _quote in added} <= {hit.document_name for hit in checked}
    assert first.name not in {name for name, _quote in added}
    assert hands.told.startswith(f"{len(added)} passage")
    tab.view.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert hands.desk.reading.document.id == tab.view.current.document
    scene = hands.desk.reader.view.scene
    assert scene.span(*scene.flash) == tab.view.current.span
    hands.shot("73-search-place")


def test_find_in_one_interview_and_go_on_in_all(sample: Hands) -> None:
    """Ctrl+F's strip in the reader: counted, stepped by keys, closed by Esc; the link asks for all interviews."""
    hands = sample
    hands.read("Teacher 2")
    reader = hands.desk.reader
    bar = FindBar(reader)
    reader.layout().insertWidget(1, bar)
    bar.open_bar()
    hands.type("they")
    _name, text = next(pair for pair in texts(hands.project) if pair[0] == "Teacher 2")
    places = [match.start() for match in re.finditer("they", text, re.IGNORECASE)]
    assert len(places) > 3
    count = part(bar, "find_count")
    assert count.text() == f"1 of {len(places)}"
    for number in (2, 3):
        hands.press(Qt.Key.Key_F3)
        assert count.text() == f"{number} of {len(places)}"
    scene = reader.view.scene
    assert scene.span(*scene.found_now).start == places[2]
    hands.shot("74-find-in-interview")
    with hands.qtbot.waitSignal(bar.all_asked) as asked:
        hands.click(part(bar, "find_all"))
    assert asked.args == ["they"]
    bar.open_bar()
    hands.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert scene.found == []
