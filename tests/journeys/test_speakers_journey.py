"""Overlaps told apart in a crowded passage; turns and speakers put right, with the interviewer out of the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import CONTROL, SHIFT, Hands
from journey_material import content
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qdesk.gui.reader.codingslist import CodingsList
from qdesk.gui.speakers.dialog import SpeakersDialog
from qdesk.gui.speakers.model import Column
from qdesk.gui.speakers.namecard import NameCard
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for

pytestmark = pytest.mark.journey

CROWD = "We waited in the corridor, twenty minutes every morning."
INNER = "twenty minutes"
GROUP = (
    "[00:00:10] Interviewer: How did the team begin?\n"
    f"[00:00:20] Ann: {CROWD} And then somebody laughed.\n"
    "[00:01:05] Interviewer: And the others?\n"
    "[00:01:10] Bea: I brought coffee. Carl: And I brought the cups. That was all it took.\n"
    "[00:02:00] Interviewer: Thank you."
)
AGAIN = "I: Still waiting?\nANN: No, we have keys now.\nI: Since when?\nANN: Since the day somebody laughed."
THEMES = {"Places": ["Waiting", "Corridor", "Keys"], "People": [f"Role {number}" for number in range(1, 28)]}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Thirty codings on one sentence, one of them on two words of it; Carl was not found at import, Ann is two."""
    path = tmp_path / "Team.qdesk"
    with Project.create(path) as project, project.change("Begin"):
        for name, text, labels in (
            ("Group", GROUP, {"Interviewer": True, "Ann": False, "Bea": False}),
            ("Again", AGAIN, {"I": True, "ANN": False}),
        ):
            project.documents.add(NewDocument(name, text, "txt", turns=turns_for(text, labels)))
        start = GROUP.index(CROWD)
        for theme, names in THEMES.items():
            parent = project.codes.add(theme, kind="theme")
            for name in names:
                project.codings.add(1, project.codes.add(name, parent=parent), Span(start, start + len(CROWD)))
        keys = next(code.id for code in project.codes.list() if code.name == "Keys")
        project.codings.remove([one.id for one in project.codings.of(1) if one.code == keys])
        inner = GROUP.index(INNER)
        project.codings.add(1, keys, Span(inner, inner + len(INNER)))
    return path


@pytest.fixture
def reading(hands: Hands, study: Path) -> Hands:
    """A window on the study."""
    hands.window.doors.open(str(study))
    return hands


def name_of(hands: Hands) -> str:
    """The code of the chosen coding."""
    assert hands.desk.reader.chosen is not None
    return hands.desk.reading.code_name(hands.desk.reader.chosen)


def test_thirty_codings_on_one_sentence_are_told_apart(reading: Hands) -> None:
    """By click, by Ctrl+Space, by the list of what the margin folds, and by a filter."""
    desk, reader = reading.desk, reading.desk.reader
    text = reader.view.viewport()
    reading.shot("60-thirty-deep")
    reading.click(text, reading.place_of(INNER))
    assert name_of(reading) == "Keys"  # the smallest first
    reading.click(text, reading.place_of(INNER))
    assert name_of(reading) == "Waiting"
    reading.press(Qt.Key.Key_Space, CONTROL)
    assert name_of(reading) == "Corridor"
    assert reading.window.status._selection.text() == "Corridor · Group · ¶ 2 · 00:00:20"
    by_the_list(reading)
    reading.press(Qt.Key.Key_F4)
    assert reading.told == "No further quote of Role 27 in any document."
    header = reader.header
    reading.click(header.findChild(QWidget, "reader_filter"))
    reading.choose("Only one theme", "Places")
    assert len(reader.view.scene.marks) == 3
    reading.shot("62-one-theme")
    reading.click(reading.desk.codes.tree.viewport(), reading.row(reading.code("Places", "Keys")))
    reading.click(header.findChild(QWidget, "reader_filter"))
    reading.choose("Only “Keys”")
    reading.click(header.findChild(QWidget, "reader_filter"))
    reading.choose("Dim what is not coded")
    reading.shot("63-one-code-dimmed")
    assert reader.view.scene.marks.codes.tolist() == [reading.code("Places", "Keys")]
    reading.click(header.findChild(QWidget, "reader_all_codes"))
    assert len(reader.view.scene.marks) == 30
    assert desk.reader.dims_uncoded


def by_the_list(hands: Hands) -> None:
    """A click on "+n more" lists them; letters find one; Ctrl+Shift+Space lists all at the caret."""
    reader = hands.desk.reader
    margin = reader.findChild(QWidget, "reader_margin")
    heap = next(name for name in margin._names if name.code is None)
    hands.click(margin, margin._name_rect(heap).center())
    hands.type("role 27")
    hands.shot("61-list")
    hands.press(Qt.Key.Key_Return)
    assert name_of(hands) == "Role 27"
    assert reader.view.hasFocus()
    hands.press(Qt.Key.Key_Space, CONTROL | SHIFT)
    card = hands.window.findChild(CodingsList)
    assert len(card.list.rows.rows) == 30
    hands.press(Qt.Key.Key_Escape)
    assert reader.view.hasFocus()


def test_turns_are_corrected_and_undone(reading: Hands) -> None:
    """A speaker that was missed, another one for a turn, two turns joined; the interviewer hidden meanwhile."""
    project, text = reading.project, reading.desk.reader.view.viewport()
    before = content(project)
    reading.right_click(text, reading.place_of("Carl", 0.4))
    reading.shot("64-turn-menu", QApplication.activePopupWidget())
    reading.choose("New turn at “Carl: And I brought the…”", "Carl, new")
    assert said(project, 1)[3:5] == [
        ("Bea", "I brought coffee."),
        ("Carl", "And I brought the cups. That was all it took."),
    ]
    assert reading.told == "Carl speaks from here."
    reading.right_click(text, reading.place_of("That was all", 0.1))
    reading.choose("New turn at “That was all it took.”", "Another speaker…")
    assert reading.window.findChild(NameCard).isVisible()
    reading.type("Dora")
    reading.press(Qt.Key.Key_Return)
    assert said(project, 1)[5] == ("Dora", "That was all it took.")
    reading.click(reading.desk.reader.header.findChild(QWidget, "reader_more"))
    reading.choose("Interviewer", "Hide")
    assert reading.window.actions_table["interviewer_hidden"].isChecked()
    assert reading.window.preferences.get("interviewer") == "hidden"
    reading.shot("65-interviewer-hidden")
    reading.right_click(text, reading.place_of("That was all", 0.1))
    reading.choose("This turn is spoken by", "Ann")
    assert said(project, 1)[5] == ("Ann", "That was all it took.")
    reading.right_click(text, reading.place_of("That was all", 0.1))
    reading.choose("Join with the turn before")
    assert reading.told == "Joined with the turn before."
    after = content(project)
    assert check(project) == []
    for _step in range(4):
        reading.press(Qt.Key.Key_Z, CONTROL)
    assert content(project) == before
    for _step in range(4):
        reading.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert content(project) == after


def test_speakers_are_merged_over_documents_and_undone(reading: Hands) -> None:
    """In the table of speakers, with the text still in reach; undone from there and from the window."""
    project, window = reading.project, reading.window
    before = content(project)
    reading.click(reading.desk.reader.header.findChild(QWidget, "reader_more"))
    reading.choose("Speakers…")
    dialog = window.findChild(SpeakersDialog)
    QTest.qWaitForWindowExposed(dialog)
    rows = {row.name: place for place, row in enumerate(dialog.table.speakers.rows)}
    table = dialog.table.viewport()

    def cell(name: str, column: Column) -> QPoint:
        index = dialog.table.speakers.index(rows[name], column)
        return dialog.table.visualRect(index).topLeft() + QPoint(20, 12)

    reading.click(table, cell("Ann", Column.NAME))
    reading.click(table, cell("ANN", Column.NAME), keys=CONTROL)
    reading.shot("66-speakers", dialog)
    reading.click(next(one for one in dialog.findChildren(QWidget) if getattr(one, "text", str)() == "Merge into…"))
    reading.choose("Ann")
    assert [name for name, _words in said(project, 2)] == ["I", "Ann", "I", "Ann"]
    assert reading.told == "ANN is now Ann."
    reading.shot("67-merged", dialog)
    reading.click(dialog._undo)
    assert content(project) == before
    reading.come_forward()
    reading.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert [name for name, _words in said(project, 2)] == ["I", "Ann", "I", "Ann"]
    reading.press(Qt.Key.Key_Z, CONTROL)
    assert content(project) == before
    dialog.close()


def said(project: Project, document: int) -> list[tuple[str, str]]:
    """Who says what in a document, in order."""
    text = project.documents.text(document)
    return [(turn.speaker_name, text[turn.label_end : turn.end]) for turn in project.turns.of(document)]
