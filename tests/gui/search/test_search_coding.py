"""Coding what was found: passages counted by hand, the picker, one step and its undo; all that a speaker says."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from search_study import Telling, coded, part

from qdesk.gui.acts.coding import code_passages
from qdesk.gui.search.passages import WHATS, What
from qdesk.gui.search.tab import SearchTab
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.spans import Span

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("what", "passages"),
    [("hit", 8), ("sentence", 8), ("paragraph", 7), ("turn", 7), ("question", 2), ("section", 1)],
)
def test_passages_are_counted_before_they_are_coded(tab: SearchTab, what: What, passages: int) -> None:
    tab.search("trust")
    part(tab, "code_what").setCurrentIndex(list(WHATS).index(what))
    noun = "passage" if passages == 1 else "passages"
    assert part(tab, "code_hits").text() == f"Code {passages} {noun} as…"
    assert part(tab, "code_note").text() == ("" if passages == 8 else "from 8 hits")


def test_only_checked_hits_count(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    button, note = part(tab, "code_hits"), part(tab, "code_note")
    tab.view.hits.toggle(tab.view.hits.index(0))
    assert button.text() == "Code 4 passages as…"
    tab.view.hits.set_all(False)
    assert (button.text(), button.isEnabled(), note.text()) == ("Nothing to code", False, "No hit is checked.")
    tab.search("mostly")
    part(tab, "code_what").setCurrentIndex(list(WHATS).index("question"))
    assert (button.text(), note.text()) == ("Nothing to code", "No checked hit lies in an interviewer's question.")
    tab.search("zebra")
    assert (button.isEnabled(), note.text()) == (False, "")


def pick(tab: SearchTab, qtbot: Any, letters: str, *, key: KEY = KEY.Key_Return, keys: Any = None) -> QWidget:
    """Type into the picker that a button has opened, and take the first row."""
    picker = part(tab, "passages_picker")
    assert picker.isVisible()
    qtbot.keyClicks(picker.field, letters)
    qtbot.keyClick(picker.field, key, keys or Qt.KeyboardModifier.NoModifier)
    return picker


def test_chosen_hits_are_coded_as_sentences_in_one_step(
    tab: SearchTab, bus: Telling, study: Project, qtbot: Any
) -> None:
    tab.search("money", "words")
    tab.view.hits.toggle(tab.view.hits.index(2))  # the second one of Ann
    qtbot.mouseClick(part(tab, "code_hits"), LEFT)
    assert part(tab, "passages_picker").field._note == "3 passages"
    pick(tab, qtbot, "mon")
    assert coded(study, "Money") == ["Now there is money.", "No money, no trust.", "Money"]
    assert bus.said == ["3 passages coded as Money."]
    assert study.history.undoable().label == "Code 3 passages as “Money”"
    qtbot.mouseClick(part(tab, "check_all"), LEFT, pos=QPoint(8, 18))
    qtbot.mouseClick(part(tab, "code_hits"), LEFT)
    pick(tab, qtbot, "mon")
    assert bus.said[-1] == "1 passage coded as Money, 3 were already."
    qtbot.mouseClick(part(tab, "code_hits"), LEFT)
    pick(tab, qtbot, "mon")
    assert bus.said[-1] == "4 passages are coded as Money already."
    study.undo()
    study.undo()
    assert coded(study, "Money") == []


def test_a_new_code_is_made_on_the_way(tab: SearchTab, study: Project, qtbot: Any) -> None:
    tab.search("trust")
    part(tab, "code_what").setCurrentIndex(list(WHATS).index("question"))
    qtbot.mouseClick(part(tab, "code_hits"), LEFT)
    pick(tab, qtbot, "On trust")
    assert coded(study, "On trust") == [
        "How is trust built?\nAnn: Slowly. Trust is work. We trusted the head.",
        "Do you trust them?\nBea: Mistrust, mostly. No money, no trust.",
    ]
    assert study.history.undoable().label == "Code 2 passages as “On trust”"
    study.undo()
    assert "On trust" not in {code.name for code in study.codes.list()}


def test_the_picker_may_stay_open_for_another_code(tab: SearchTab, study: Project, qtbot: Any) -> None:
    tab.search("mostly")
    qtbot.mouseClick(part(tab, "code_hits"), LEFT)
    picker = pick(tab, qtbot, "mon", keys=Qt.KeyboardModifier.ControlModifier)
    assert picker.isVisible()
    picker.field.clear()
    pick(tab, qtbot, "head")
    assert coded(study, "Money") == ["Mistrust, mostly."]
    assert coded(study, "Head") == ["We trusted the head.", "Mistrust, mostly."]


def test_the_picker_stands_on_its_button_while_it_shrinks(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    qtbot.mouseClick(part(tab, "code_hits"), LEFT)
    picker, button = part(tab, "passages_picker"), part(tab, "code_hits")
    top = button.mapTo(tab, QPoint()).y()
    assert picker.geometry().bottom() + 1 == top - 6
    before = picker.height()
    qtbot.keyClicks(picker.field, "on trust")
    assert picker.height() < before
    assert picker.geometry().bottom() + 1 == top - 6


def test_all_that_a_speaker_says(tab: SearchTab, bus: Telling, study: Project, qtbot: Any) -> None:
    qtbot.mouseClick(part(tab, "code_speaker"), LEFT)
    card = part(tab, "speaker_card")
    who, extent, button = (part(card, name) for name in ("speaker_who", "speaker_extent", "speaker_code"))
    assert [who.itemText(row) for row in range(who.count())] == ["Ann", "Bea", "Gul", "I"]
    assert button.text() == "Code 2 passages as…"
    extent.setCurrentIndex(2)
    assert button.text() == "Code 5 passages as…"
    who.setCurrentIndex(1)
    assert button.text() == "Code 2 passages as…"
    qtbot.mouseClick(button, LEFT)
    assert not card.isVisible()
    pick(tab, qtbot, "mon")
    assert coded(study, "Money") == ["Mistrust, mostly.", "No money, no trust."]
    assert bus.said == ["2 passages coded as Money."]
    study.undo()
    assert coded(study, "Money") == []


def test_the_card_of_speakers_closes(tab: SearchTab, qtbot: Any) -> None:
    opener = part(tab, "code_speaker")
    qtbot.mouseClick(opener, LEFT)
    card = part(tab, "speaker_card")
    qtbot.keyClick(part(card, "speaker_who"), KEY.Key_Escape)
    assert not card.isVisible()
    qtbot.mouseClick(opener, LEFT)
    tab.resize(1000, 700)
    assert not card.isVisible()


def test_a_text_that_changed_meanwhile_is_not_coded(bus: Telling, study: Project) -> None:
    bea = study.documents.ids()[1]
    revisions = {bea: study.documents.get(bea).revision}
    with study.change("Correct"):
        study.documents.edit(bea, [Change(0, "", "So. ")], revisions[bea])
    assert code_passages(bus, "Fresh", [(bea, Span(0, 5))], revisions) is None
    assert bus.said == ["The text was changed in another window, so nothing was coded. Select the passage again."]
    assert "Fresh" not in {code.name for code in study.codes.list()}
    assert study.history.undoable().label == "Correct"


def test_nothing_is_asked_for(bus: Telling) -> None:
    assert code_passages(bus, "Fresh", [], {}) is None
    assert code_passages(bus, "  ", [(1, Span(0, 3))], {1: 1}) is None
    assert bus.said == []


def test_one_passage_is_told_in_the_singular(bus: Telling, study: Project) -> None:
    ann, code = study.documents.ids()[0], next(one.id for one in study.codes.list() if one.name == "Money")
    revisions = {ann: study.documents.get(ann).revision}
    assert code_passages(bus, code, [(ann, Span(0, 5))], revisions) == 1
    assert code_passages(bus, code, [(ann, Span(0, 5))], revisions) == 0
    assert code_passages(bus, code, [(ann, Span(0, 5)), (ann, Span(0, 6))], revisions) == 1
    assert bus.said == [
        "1 passage coded as Money.", "1 passage is coded as Money already.",
        "1 passage coded as Money, 1 was already.",
    ]  # fmt: skip
