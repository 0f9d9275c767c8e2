"""Twenty quotes coded without a mouse: digits and letters, overlaps, a comment, borders, a slip taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import ALT, CONTROL, SHIFT, Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qdesk.importers import read_document
from qdesk.store.check import check
from qdesk.store.project import Project

pytestmark = pytest.mark.journey

INTERVIEW = """We meet every Monday. Everybody speaks. Nobody is blamed. That took two years.
The lists come from the office. We sign them. Then they come again. I sign on my knee.
There is no free hour. We talk on the stairs. The stairs are our staff room. It is cold there.
Last spring she asked me. I had never been asked. I said what I think. She wrote it down.
Now I ask the others. They trust me a little. One laughed. Most answer."""

CODES = ("Trust", "Workload", "Time to meet", "Being heard", "Top-down habits")

SENTENCES = (
    ("We meet every Monday.", "tru", "Trust"),
    ("Everybody speaks.", "bei", "Being heard"),
    ("Nobody is blamed.", "1", "Trust"),
    ("That took two years.", "tim", "Time to meet"),
    ("The lists come from the office.", "top", "Top-down habits"),
    ("We sign them.", "wor", "Workload"),
    ("Then they come again.", "4", "Top-down habits"),
    ("I sign on my knee.", "5", "Workload"),
    ("There is no free hour.", "3", "Time to meet"),
    ("We talk on the stairs.", "5", "Workload"),
    ("The stairs are our staff room.", "3", "Time to meet"),
    ("It is cold there.", "5", "Workload"),
    ("Last spring she asked me.", "2", "Being heard"),
    ("I had never been asked.", "4", "Top-down habits"),
    ("I said what I think.", "1", "Trust"),
    ("She wrote it down.", "2", "Being heard"),
    ("Now I ask the others.", "1", "Trust"),
)
"""A sentence, what is typed on it (letters for a code that has no digit yet, then its digit), and the code it gets."""

LAST = "Now I ask the others. They trust me a little. One laughed. Most answer."
CODED = [
    *((code, sentence) for sentence, _typed, code in SENTENCES),
    ("Being heard", LAST), ("Trust", "Most answer."), ("One laughed.", "One laughed."),
]  # fmt: skip


@pytest.fixture
def reading(hands: Hands, file_dialog: object, tmp_path: Path) -> Hands:
    """A window on one interview and five codes; nothing is coded. A key that goes astray opens no system dialog."""
    interview, path = tmp_path / "Sadia.txt", tmp_path / "Study.qdesk"
    interview.write_text(INTERVIEW, encoding="utf-8")
    with Project.create(path) as project, project.change("Begin"):
        project.documents.add(read_document(interview))
        for name in CODES:
            project.codes.add(name)
    hands.window.doors.open(str(path))
    return hands


def test_twenty_quotes_by_keys_alone(reading: Hands) -> None:
    go_to_the_text(reading)
    code_sentence_by_sentence(reading)
    code_larger_and_smaller(reading)
    assert reading.coded() == CODED
    step_through_an_overlap(reading)
    move_borders(reading)
    take_a_slip_back(reading)
    assert reading.coded() == [*CODED[:-1], ("One laughed.", "laughed. Most")]
    assert check(reading.project) == []


def go_to_the_text(hands: Hands) -> None:
    """F6 goes round the panels."""
    for _panel in range(4):
        if hands.desk.reader.isAncestorOf(QApplication.focusWidget()):
            break
        hands.press(Qt.Key.Key_F6)
    assert hands.desk.reader.isAncestorOf(QApplication.focusWidget())


def code_sentence_by_sentence(hands: Hands) -> None:
    """Ctrl+Down takes the next sentence; letters and Enter the first time, then the digit."""
    for _sentence, typed, _code in SENTENCES:
        hands.press(Qt.Key.Key_Down, CONTROL)
        hands.type(typed)
        if typed.isalpha():
            hands.press(Qt.Key.Key_Return)
    hands.shot("60-sentences")


def code_larger_and_smaller(hands: Hands) -> None:
    """A paragraph, words taken letter by letter, and a sentence as a code of its own."""
    hands.press(Qt.Key.Key_Down, CONTROL | SHIFT)
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_Right)
    for _letter in "Most answer.":
        hands.press(Qt.Key.Key_Left, SHIFT)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Up, CONTROL)
    hands.press(Qt.Key.Key_V, CONTROL | SHIFT)


def step_through_an_overlap(hands: Hands) -> None:
    """Ctrl+Space takes the smallest coding here, then the larger one, then the first again; F2 writes a comment."""
    names = []
    for _step in range(3):
        hands.press(Qt.Key.Key_Space, CONTROL)
        names.append(hands.desk.reading.code_name(hands.desk.reader.chosen))
    assert names == ["One laughed.", "Being heard", "One laughed."]
    hands.press(Qt.Key.Key_Space, CONTROL)
    hands.press(Qt.Key.Key_F2)
    hands.shot("61-comment")
    hands.type("all of it")
    hands.press(Qt.Key.Key_Return)
    commented = {coding.quote: coding.comment for coding in hands.project.codings.of(1) if coding.comment}
    assert commented == {LAST: "all of it"}
    hands.press(Qt.Key.Key_Space, CONTROL)


def move_borders(hands: Hands) -> None:
    """Shift+Alt with right and left moves the end, with down and up the start, by a word; a full stop is a step."""
    left, right, up, down = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
    for key, quote in (
        (left, "One laughed"), (left, "One"), (right, "One laughed"), (right, "One laughed."),
        (right, "One laughed. Most"), (up, "little. One laughed. Most"), (down, "One laughed. Most"),
        (down, "laughed. Most"),
    ):  # fmt: skip
        hands.press(key, SHIFT | ALT)
        assert hands.coded()[-1] == ("One laughed.", quote)


def take_a_slip_back(hands: Hands) -> None:
    """A wrong digit: Del removes it, Ctrl+Z brings it back, Ctrl+Shift+Z removes it again."""
    before = hands.coded()
    hands.press(Qt.Key.Key_Up, CONTROL)
    hands.press(Qt.Key.Key_5)
    slipped = hands.coded()
    assert slipped == [*before, ("Workload", "They trust me a little.")]
    hands.press(Qt.Key.Key_Space, CONTROL)
    hands.press(Qt.Key.Key_Delete)
    assert hands.coded() == before
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.coded() == slipped
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert hands.coded() == before
