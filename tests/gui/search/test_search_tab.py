"""The search tab with real widgets: typed into, narrowed, looked at, gone on from. Hits were counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from search_study import part

from qdesk.gui.bus import Place
from qdesk.gui.look.theme import look
from qdesk.gui.search.hits import Heading
from qdesk.gui.search.tab import SearchTab
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.spans import Span

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def counts(tab: SearchTab) -> str:
    return part(tab, "search_counts").text()


def hits(tab: SearchTab) -> list[str]:
    return [row.text for row in tab.view.hits.rows if not isinstance(row, Heading)]


def place_of(tab: SearchTab, row: int, x: int = 500) -> QPoint:
    return QPoint(x, tab.view.visualRect(tab.view.hits.index(row)).center().y())


def test_hits_come_as_one_types(tab: SearchTab, qtbot: Any) -> None:
    assert tab.focusProxy() is part(tab, "search_field")
    qtbot.keyClicks(part(tab, "search_field"), "trust")
    assert counts(tab) == ""
    qtbot.waitUntil(lambda: counts(tab) == "8 hits · 3 documents · 2 people")
    assert hits(tab) == ["trust", "Trust", "trusted", "trust", "trust", "trust", "Trust", "trust"]
    assert [row.name for row in tab.view.hits.rows if isinstance(row, Heading)] == ["Ann", "Bea", "Note"]
    part(tab, "search_field").clear()
    qtbot.waitUntil(lambda: part(tab, "search_stack").currentWidget().objectName() == "search_hints")
    assert counts(tab) == ""


def test_ways_to_match(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    segments = {one.text(): one for one in tab.findChildren(QWidget, "segment")}
    qtbot.mouseClick(segments["Letters"], LEFT)
    assert counts(tab).startswith("9 hits")
    tab.search("trusting", "forms")
    qtbot.waitUntil(lambda: counts(tab).startswith("8 hits"))
    tab.search("money | faith | head", "words")
    assert hits(tab) == ["head", "money", "Money", "money", "Money"]
    tab.search(r"\bn\w+\b", "pattern")
    assert hits(tab) == ["now", "Now", "No", "no", "none", "Nobody"]
    assert counts(tab) == "6 hits · 3 documents · 2 people"


def test_where_to_look(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    speakers = part(tab, "filter_speakers")
    assert speakers.text() == "All speakers"
    qtbot.mouseClick(speakers, LEFT)
    card = part(tab, "checks_card")
    rows = part(card, "checks_list")
    assert [option.name for option in rows.options.rows] == ["All speakers", "I", "Ann", "Bea", "Gul"]
    for row in (2, 3):
        qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.options.index(row)).center())
    assert (speakers.text(), counts(tab)) == ("2 speakers", "4 hits · 2 documents · 2 people")
    qtbot.keyClick(rows, KEY.Key_Space)
    assert (speakers.text(), counts(tab)) == ("Ann", "3 hits · 1 document · 1 person")
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.options.index(0)).center())
    assert (speakers.text(), counts(tab)) == ("All speakers", "8 hits · 3 documents · 2 people")
    qtbot.keyClick(rows, KEY.Key_Escape)
    assert not card.isVisible()
    qtbot.mouseClick(part(tab, "without_interviewer"), LEFT, pos=QPoint(8, 18))
    assert counts(tab) == "6 hits · 3 documents · 2 people"


def test_a_press_elsewhere_closes_the_card(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    qtbot.mouseClick(part(tab, "filter_documents"), LEFT)
    card = part(tab, "checks_card")
    assert card.isVisible()
    qtbot.mouseClick(part(tab, "filter_documents"), LEFT)
    assert not card.isVisible()
    qtbot.mouseClick(part(tab, "filter_documents"), LEFT)
    qtbot.mousePress(tab.view.viewport(), LEFT, pos=QPoint(300, 300))
    assert not card.isVisible()


def test_a_theme_looks_in_the_codes_inside_it(tab: SearchTab, study: Project) -> None:
    codes = {code.name: code.id for code in study.codes.list()}
    tab.search("trust")
    part(tab, "filter_codes").choose(frozenset([codes["School"]]))
    assert hits(tab) == ["trusted"]
    part(tab, "filter_codes").choose(frozenset([codes["Money"]]))
    assert hits(tab) == []
    with study.change("Code"):
        study.codings.add(study.documents.ids()[1], codes["Money"], Span(0, 20))
    assert hits(tab) == ["trust"]
    with study.change("Delete"):
        study.codes.delete([codes["Money"]])
    assert part(tab, "filter_codes").text() == "All codes"
    assert len(hits(tab)) == 8


def test_a_long_list_of_options_can_be_narrowed(tab: SearchTab, study: Project, qtbot: Any) -> None:
    with study.change("More"):
        for number in range(12):
            study.cases.add(f"Person {number}")
    qtbot.mouseClick(part(tab, "filter_participants"), LEFT)
    field, rows = part(tab, "checks_filter"), part(tab, "checks_list")
    assert field.isVisible()
    qtbot.keyClicks(field, "person 1")
    assert [option.name for option in rows.options.rows] == ["Person 1", "Person 10", "Person 11"]
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(rows, KEY.Key_Down)
    qtbot.keyClick(rows, KEY.Key_Space)
    assert part(tab, "filter_participants").text() == "Person 10"


def test_checks(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    every, view = part(tab, "check_all"), tab.view
    assert every.checkState() is Qt.CheckState.Checked
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Down)
    qtbot.keyClick(view, KEY.Key_Space)
    assert len(view.hits.checked()) == 7
    assert every.checkState() is Qt.CheckState.PartiallyChecked
    assert view.hits.state(view.hits.rows[0]) is Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(tab, 0, 30))
    assert len(view.hits.checked()) == 8
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(tab, 0, 30))
    assert [hit.document_name for hit in view.hits.checked()] == ["Bea", "Bea", "Note", "Note"]
    qtbot.mouseClick(every, LEFT, pos=QPoint(8, 18))
    assert len(view.hits.checked()) == 8
    qtbot.mouseClick(every, LEFT, pos=QPoint(8, 18))
    assert view.hits.checked() == []
    assert every.checkState() is Qt.CheckState.Unchecked
    tab.search("trusted")
    assert len(view.hits.checked()) == 1


def test_enter_and_a_click_go_to_the_place(tab: SearchTab, bus: Any, qtbot: Any) -> None:
    tab.search("trusted")
    qtbot.keyClick(part(tab, "search_field"), KEY.Key_Return)
    document = bus.project.documents.ids()[0]
    with qtbot.waitSignal(bus.place_asked) as asked:
        qtbot.keyClick(tab.view, KEY.Key_Return)
    assert asked.args == [Place(document, Span(54, 61))]
    with qtbot.waitSignal(bus.place_asked) as asked:
        qtbot.mouseClick(tab.view.viewport(), LEFT, pos=place_of(tab, 1))
    assert asked.args == [Place(document, Span(54, 61))]
    qtbot.keyClick(tab.view, KEY.Key_Up)
    with qtbot.waitSignal(bus.place_asked) as asked:
        qtbot.keyClick(tab.view, KEY.Key_Return)
    assert asked.args == [Place(document, Span(0, 0), flash=False)]


def test_the_paragraph_of_the_row_that_is_pointed_at(tab: SearchTab, qtbot: Any) -> None:
    tab.search("money")
    words, cited = part(tab, "hit_paragraph").toPlainText, part(tab, "hit_citation").text
    assert words() == "Ann: Now there is money. Money helps, but trust stays."
    assert cited() == "Ann · ¶ 4"
    tab.view.entered.emit(tab.view.hits.index(4))
    assert words() == "Bea: Mistrust, mostly. No money, no trust."
    tab.view.leaveEvent(None)
    assert cited() == "Ann · ¶ 4"
    tab.search("خیال")
    assert cited() == "I · Gul · ¶ 1"


def test_rows_are_read_to_who_cannot_see_them(tab: SearchTab) -> None:
    tab.search("money")
    spoken = [tab.view.hits.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1, 5, 6)]
    assert spoken[:2] == ["Ann, 2 hits", "Ann · ¶ 4: Now there is money. Money helps, but trust stays."]
    assert spoken[2:] == ["Note, 1 hit", "Note · ¶ 1: Money"]


def test_what_can_be_typed_is_shown_by_example(tab: SearchTab, qtbot: Any) -> None:
    assert part(tab, "search_stack").currentWidget().objectName() == "search_hints"
    qtbot.mouseClick(part(tab, "example_1"), LEFT)
    assert part(tab, "search_field").text() == "trust | faith"
    assert counts(tab).startswith("8 hits")
    tab.search("")
    qtbot.mouseClick(part(tab, "example_2"), LEFT)
    qtbot.waitUntil(lambda: counts(tab).startswith("8 hits"))
    assert tab._bar.how == "forms"


def said(tab: SearchTab) -> str:
    return part(tab, "empty_state").accessibleName()


def test_what_to_try_where_nothing_is_found(tab: SearchTab, qtbot: Any) -> None:
    tab.search("istrust")
    assert said(tab) == "No hit for “istrust” in 4 documents. Letters also finds it inside words."
    qtbot.mouseClick(part(tab, "link"), LEFT)
    assert hits(tab) == ["istrust"]
    tab.search("zebra", "letters")
    assert said(tab) == "No hit for “zebra” in 4 documents. Fewer letters find more."
    part(tab, "without_interviewer").setChecked(True)
    tab.search("how is", "words")
    assert said(tab) == "No hit for “how is” in 4 documents. The search looks only where you said."
    qtbot.mouseClick(part(tab, "link"), LEFT)
    assert hits(tab) == ["How is"]
    assert not part(tab, "without_interviewer").isChecked()


def test_a_pattern_half_typed_is_no_failure(tab: SearchTab, bus: Any) -> None:
    tab.search("trust(", "pattern")
    assert said(tab).startswith("“trust(” is no regular expression: ")
    assert bus.said == []
    tab.search("trust(s|ed)", "pattern")
    assert hits(tab) == ["trusted"]


def test_of_too_many_hits_the_first_are_listed(tab: SearchTab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qdesk.gui.search.searching.MOST", 7)
    monkeypatch.setattr("qdesk.gui.search.searching.FIRST", 3)
    tab.search("trust")
    assert hits(tab) == ["trust", "Trust", "trusted"]
    assert counts(tab) == "More than 20,000 hits; these are the first 2,000. A further word narrows the search."
    monkeypatch.setattr("qdesk.gui.search.searching.MOST", 8)
    tab.search("trust", "letters")
    assert len(hits(tab)) == 3
    tab.search("trust")
    assert len(hits(tab)) == 8


def test_a_long_search_tells_how_far_it_is_and_is_given_up(
    tab: SearchTab, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qdesk.gui.search.gathering.SLICE", -1.0)
    tab.search("trust")
    assert counts(tab) == "Searching… 4 hits so far"
    tab.search("money")
    assert counts(tab) == "Searching… 2 hits so far"
    qtbot.waitUntil(lambda: counts(tab) == "4 hits · 3 documents · 2 people")
    assert hits(tab) == ["money", "Money", "money", "Money"]


def test_follows_the_project(tab: SearchTab, study: Project, qtbot: Any) -> None:
    tab.search("trust")
    tab.view.hits.toggle(tab.view.hits.index(2))
    ann, bea = study.documents.ids()[:2]
    with study.change("Correct"):
        study.documents.edit(bea, [Change(0, "", "Trust me. ")], study.documents.get(bea).revision)
    assert counts(tab).startswith("9 hits")
    assert len(tab.view.hits.checked()) == 8
    with study.change("Rename"):
        study.documents.rename(ann, "Anna")
    assert tab.view.hits.rows[0].name == "Anna"
    tab.hide()
    study.undo()
    study.undo()
    assert tab.view.hits.rows[0].name == "Anna"
    tab.show()
    assert tab.view.hits.rows[0].name == "Ann"
    assert counts(tab).startswith("8 hits")


def test_interviewers_can_be_left_out_only_where_there_are_some(tab: SearchTab, study: Project) -> None:
    without = part(tab, "without_interviewer")
    assert isinstance(without, QCheckBox)
    assert not without.isHidden()
    with study.change("Role"):
        study.speakers.set_interviewer(next(one.id for one in study.speakers.list() if one.is_interviewer), False)
    assert without.isHidden()


def test_the_status_line_says_what_is_checked(tab: SearchTab) -> None:
    told: list[str] = []
    tab.status.connect(told.append)
    tab.search("money")
    tab.view.hits.toggle(tab.view.hits.index(1))
    assert told[-1] == "3 of 4 hits checked"
    tab.search("")
    assert told[-1] == ""


def test_filters_stand_below_where_the_line_is_too_short(tab: SearchTab, qtbot: Any) -> None:
    field, filters = part(tab, "search_field"), part(tab, "search_filters")
    assert filters.y() < field.geometry().bottom()
    assert field.height() == 32
    tab.resize(700, 766)
    qtbot.waitUntil(lambda: filters.y() > field.geometry().bottom())
    tab.resize(1120, 766)
    qtbot.waitUntil(lambda: filters.y() < field.geometry().bottom())


def test_another_look_on_the_living_tab(tab: SearchTab, qtbot: Any) -> None:
    tab.search("trust")
    below = tab.view.mapTo(tab, QPoint(560, tab.view.height() - 10))
    assert tab.grab().toImage().pixelColor(below) == QColor("#FFFFFF")
    look.set_theme("dark")
    assert tab.grab().toImage().pixelColor(below) == QColor("#222528")
    look.set_scale(1.5)
    qtbot.waitUntil(lambda: part(tab, "search_field").height() == 48)
    assert tab.view.visualRect(tab.view.hits.index(0)).height() == 48


def test_all_parts_have_names(tab: SearchTab) -> None:
    tab.search("trust")
    parts = [tab.view, *tab.findChildren(QCheckBox), *tab.findChildren(QWidget, "segment"), tab._foot.button]
    assert all(one.accessibleName() or one.text() for one in parts)
    assert isinstance(part(tab, "code_note"), QLabel)
