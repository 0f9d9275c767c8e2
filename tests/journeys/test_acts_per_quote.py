"""How many acts of the hand a coded quote costs, each way, counted on what reaches the real window.

An act is a press of the mouse with all it draws until the release, or a key with whatever is held down beside it; the
letters of a name count apart. The rivals' numbers come from their manuals and from trying them: MAXQDA and Magnolia
code a selection by a digit, MAXQDA has a pen, OpenQDA codes by a click, NVivo, MAXQDA, ATLAS.ti and Quirkos by a drag,
NVivo by typing ahead; QualCoder takes 3 acts and Taguette 4 with letters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hands import CONTROL, SHIFT, Hands
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from qdesk.importers import read_document
from qdesk.store.project import Project
from qdesk.text.counted import counted

pytestmark = pytest.mark.journey

SENTENCES = (
    "We meet every Monday and decide together.", "Trust grows where everybody is heard.", "Nobody is blamed.",
    "The workload eats the meetings.", "An hour a week would help.", "Then the head decides alone.",
    "Parents ask why.", "We write it on the wall.", "Everybody signs it.", "Then it is ours.",
)  # fmt: skip
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt}


class Acts(QObject):
    """Counts what the window system brings to a window: presses of the mouse, and keys, letters apart.

    Keys are counted as they are let go: those of the menus' shortcuts never arrive as pressed.
    """

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands.window)
        self.number = self.letters = 0
        hands.window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on, and leave every event to the window."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self.number += 1
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease and event.key() not in _MODIFIERS:
            letter = event.text().isalpha() and not event.modifiers() & CONTROL
            self.letters += letter
            self.number += not letter
        return False

    def start(self) -> None:
        """Count from nothing."""
        self.number = self.letters = 0

    def told(self) -> str:
        """2 and 2 letters."""
        return f"{self.number} and {counted(self.letters, 'letter')}" if self.letters else f"{self.number}"


Code = Callable[[Hands, str], object]
"""Codes a sentence in one way; everything before it is not counted."""


@dataclass(frozen=True)
class Way:
    """One way, the code it gives, and what the best rival needs for the same: acts, and whether letters as well."""

    name: str
    code: Code
    gives: str
    rival: str
    acts: int
    letters: bool = False


def by_digit(hands: Hands, words: str) -> None:
    hands.select(words)
    hands.press(Qt.Key.Key_1)


def by_pen(hands: Hands, words: str) -> None:
    hands.select(words)


def passage_onto_code(hands: Hands, words: str) -> None:
    hands.select(words)
    text, tree = hands.desk.reader.view.viewport(), hands.desk.codes.tree.viewport()
    hands.drag(text, hands.place_of(words), tree, hands.row(hands.code("Trust")))


def code_onto_passage(hands: Hands, words: str) -> None:
    hands.select(words)
    text, tree = hands.desk.reader.view.viewport(), hands.desk.codes.tree.viewport()
    hands.drag(tree, hands.row(hands.code("Trust")), text, hands.place_of(words))


def by_swatch(hands: Hands, words: str) -> None:
    hands.select(words)
    hands.click(hands.desk.codes.tree.viewport(), hands.swatch(hands.code("Trust")))


def by_letters(hands: Hands, words: str) -> None:
    hands.select(words)
    hands.type("wo")
    hands.press(Qt.Key.Key_Return)


def in_vivo(hands: Hands, words: str) -> None:
    hands.select(words)
    hands.press(Qt.Key.Key_V, CONTROL | SHIFT)


def by_keys_alone(hands: Hands, words: str) -> None:
    hands.press(Qt.Key.Key_Down, CONTROL)
    hands.press(Qt.Key.Key_1)


def by_pen_and_keys(hands: Hands, words: str) -> None:
    hands.press(Qt.Key.Key_Down, CONTROL)


def second_code(hands: Hands, words: str) -> None:
    hands.press(Qt.Key.Key_2)


WAYS = (
    Way("digit", by_digit, "Trust", "MAXQDA, Magnolia: digit", 2),
    Way("second code, digit", second_code, "Workload", "MAXQDA: pen", 1),
    Way("drag passage onto code", passage_onto_code, "Trust", "NVivo, MAXQDA, ATLAS.ti, Quirkos: drag", 2),
    Way("drag code onto passage", code_onto_passage, "Trust", "NVivo, MAXQDA, ATLAS.ti, Quirkos: drag", 2),
    Way("click on the swatch", by_swatch, "Trust", "OpenQDA: click", 2),
    Way("letters and Enter", by_letters, "Workload", "NVivo: type-ahead", 3, letters=True),
    Way("in vivo", in_vivo, "", "MAXQDA, Magnolia: a key", 2),
    Way("keys alone", by_keys_alone, "Trust", "MAXQDA, Magnolia: digit", 2),
    Way("pen", by_pen, "Trust", "MAXQDA: pen", 1),
    Way("pen, keys alone", by_pen_and_keys, "Trust", "MAXQDA: pen", 1),
)


@pytest.fixture
def reading(hands: Hands, tmp_path: Path) -> Hands:
    """A window on an interview, with two codes pinned to 1 and 2."""
    interview, path = tmp_path / "Ana.txt", tmp_path / "Study.qdesk"
    interview.write_text("\n".join(SENTENCES), encoding="utf-8")
    with Project.create(path) as project, project.change("Begin"):
        project.documents.add(read_document(interview))
        for name in ("Trust", "Workload"):
            project.codes.add(name)
    hands.window.doors.open(str(path))
    for name in ("Trust", "Workload"):
        hands.desk.coding.pin(hands.code(name))
    return hands


def take_the_pen(hands: Hands) -> None:
    """With the code that it shall apply."""
    hands.click(hands.desk.codes.tree.viewport(), hands.row(hands.code("Trust")))
    hands.press(Qt.Key.Key_P, CONTROL)


def test_no_way_costs_more_than_with_the_best_rival(reading: Hands) -> None:
    """Each way codes a sentence of its own, but for the second code, and the store has what it should."""
    acts, sentences, words = Acts(reading), iter(SENTENCES), ""
    for way in WAYS:
        words = words if way.code is second_code else next(sentences)
        if way.code is by_pen:
            take_the_pen(reading)
        acts.start()
        way.code(reading, words)
        assert reading.coded()[-1] == (way.gives or words, words), way.name
        print(f"{way.name:26} {acts.told():18} {way.rival}: {way.acts}{' and letters' * way.letters}")
        assert 0 < acts.number <= way.acts, way.name
        assert way.letters or not acts.letters, way.name
