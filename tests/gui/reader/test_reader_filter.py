"""Only some codes, what is not coded dimmed, the next coding, and the list where the margin has no room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from reader_fakes import CODES, CODINGS, Hands, coding, span

from qdesk.gui.look.mix import mix
from qdesk.gui.look.tokens import LIGHT
from qdesk.gui.reader import Reader
from qdesk.gui.reader.codingslist import CodingsList
from qdesk.gui.reader.filtering import open_filter

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(reader: Reader) -> list[int]:
    return sorted(reader.view.scene.marks.ids.tolist())


def button(reader: Reader, name: str) -> QToolButton:
    found = reader.findChild(QToolButton, name)
    assert found is not None
    return found


# ---- the filter


def test_a_theme_lets_all_codes_below_it_through(reader: Reader) -> None:
    reader.set_filter([1])
    assert shown(reader) == [1, 2]
    assert button(reader, "reader_filter").text() == "Places"
    reader.set_codes(CODES | {4: replace(CODES[4], parent=1)})  # moved into the theme
    assert shown(reader) == [1, 2, 3]


def test_the_head_says_what_is_shown_and_one_click_lifts_it(reader: Reader) -> None:
    lift = button(reader, "reader_all_codes")
    assert (button(reader, "reader_filter").text(), lift.isVisible()) == ("All codes", False)
    for codes, words in (([2], "Waiting"), ([2, 3], "2 codes"), ([], "No codes")):
        reader.set_filter(codes)
        assert (button(reader, "reader_filter").text(), lift.isVisible()) == (words, True)
    QTest.mouseClick(lift, Qt.MouseButton.LeftButton)
    assert reader.filter is None
    assert shown(reader) == [1, 2, 3]
    assert not lift.isVisible()


def test_a_filter_goes_with_its_codes(reader: Reader) -> None:
    reader.set_filter([4])
    reader.set_codes({number: code for number, code in CODES.items() if number != 4})
    assert reader.filter is None


def test_a_coding_chosen_from_elsewhere_is_never_kept_back(reader: Reader) -> None:
    reader.set_filter([4])
    reader.choose(3)
    assert reader.filter == {4}
    reader.choose(1)
    assert reader.filter is None


def test_a_chosen_coding_that_is_filtered_out_is_no_longer_chosen(reader: Reader) -> None:
    told: list[int | None] = []
    reader.view.choose(1)
    reader.coding_chosen.connect(told.append)
    reader.set_filter([4])
    assert (reader.chosen, told) == (None, [None])


def entries(reader: Reader, chosen: list[int]) -> dict[str, bool]:
    """Entries of the menu that can be chosen, and whether they are ticked."""
    open_filter(reader, chosen, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action.isChecked() for action in menu.actions() if action.isEnabled() and action.text()}


def pick(*path: str) -> None:
    menu = QApplication.activePopupWidget()
    for step in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == step)
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()
    QApplication.activePopupWidget().close()


def test_the_menu(reader: Reader) -> None:
    assert entries(reader, []) == {
        "All codes": True, "Only one theme": False, "No codes": False, "Dim what is not coded": False,
    }  # fmt: skip
    pick("Only one theme", "Places")
    assert reader.filter == {1}
    assert entries(reader, [2, 4])["All codes"] is False
    pick("Only the 2 chosen codes")
    assert reader.filter == {2, 4}
    assert entries(reader, [2])["Only “Waiting”"] is False
    pick("No codes")
    assert shown(reader) == []
    assert entries(reader, [])["No codes"] is True
    pick("Dim what is not coded")
    assert reader.dims_uncoded
    assert entries(reader, [])["Dim what is not coded"] is True
    pick("All codes")
    assert reader.filter is None


# ---- dimming


def darkest(reader: Reader, hands: Hands, words: str) -> int:
    """The lightness of the darkest pixel round some words; 0 is black."""
    QApplication.processEvents()
    viewport = reader.view.viewport()
    image = QImage(viewport.size(), QImage.Format.Format_RGB32)
    viewport.render(image)
    where = span(words)
    start, end = hands.at(where.start), hands.at(where.end - 1)
    box = QRect(start - QPoint(0, 8), end + QPoint(0, 4))
    places = ((x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
    return min(image.pixelColor(x, y).lightness() for x, y in places)


def test_what_is_not_coded_goes_pale_and_comes_back(reader: Reader, hands: Hands) -> None:
    coded, bare = "somebody", "have keys"
    before = darkest(reader, hands, coded), darkest(reader, hands, bare)
    reader.dim_uncoded(True)
    pale = mix(LIGHT.text, LIGHT.surface, 0.45).lightness()
    assert darkest(reader, hands, coded) == before[0]
    assert darkest(reader, hands, bare) == pytest.approx(pale, abs=12)
    reader.select(span(bare))
    assert darkest(reader, hands, bare) < pale - 40
    reader.select(None)
    reader.dim_uncoded(False)
    assert darkest(reader, hands, bare) == before[1]


def test_with_a_filter_other_codings_count_as_none(reader: Reader, hands: Hands) -> None:
    reader.dim_uncoded(True)
    reader.set_filter([4])
    assert darkest(reader, hands, "somebody") > QColor(LIGHT.text).lightness() + 60


def test_a_dimmed_interviewer_is_not_dimmed_twice(reader: Reader, hands: Hands) -> None:
    reader.set_interviewer("dimmed")
    once = darkest(reader, hands, "hard about")
    reader.dim_uncoded(True)
    assert darkest(reader, hands, "hard about") == once


# ---- the next coding


def test_from_coding_to_coding_of_one_code(make_reader: Callable[..., Reader]) -> None:
    words = ["Nobody", "keys were", "corridor", "twenty", "somebody laughed", "And now"]
    codings = [coding(number, 2 + number % 2, span(word)) for number, word in enumerate(words, 1)]
    reader = make_reader(codings=codings)
    further: list[tuple[frozenset[int] | None, bool]] = []
    reader.further_asked.connect(lambda codes, forward: further.append((codes, forward)))
    reader.choose(1)
    visited = []
    for _ in range(3):
        reader.go_to_next()
        visited.append(reader.chosen)
    assert visited == [3, 5, 5]
    assert further == [(frozenset((3,)), True)]
    reader.go_to_next(forward=False)
    assert reader.chosen == 3
    reader.go_to_next(2)
    assert reader.chosen == 4


def test_without_a_chosen_one_all_that_are_shown_count_from_the_caret(reader: Reader) -> None:
    further: list[tuple[frozenset[int] | None, bool]] = []
    reader.further_asked.connect(lambda codes, forward: further.append((codes, forward)))
    reader.goto(span("What was"), flash=False)
    reader.go_to_next()
    assert reader.chosen == 2
    reader.choose(None)
    reader.set_filter([4])
    reader.go_to_next()
    assert reader.chosen == 3
    reader.choose(None)
    reader.goto(span("And now"), flash=False)
    reader.go_to_next()
    assert (reader.chosen, further) == (None, [(frozenset((4,)), True)])


def test_a_coding_that_begins_at_the_caret_is_the_next_one(reader: Reader) -> None:
    reader.goto(span("We waited"), flash=False)
    reader.go_to_next(2)
    assert reader.chosen == 1


# ---- the list


def crowd(count: int) -> list:
    """So many codings of different codes on one sentence."""
    return [coding(number, 100 + number, span("That is", "began.")) for number in range(1, count + 1)]


@pytest.fixture
def crowded(make_reader: Callable[..., Reader]) -> Reader:
    reader = make_reader(codings=crowd(30))
    reader.set_codes({100 + number: replace(CODES[2], id=100 + number, name=f"Code {number}") for number in range(31)})
    QApplication.processEvents()
    reader._margin.grab()
    return reader


def listed(reader: Reader) -> CodingsList:
    card = reader.window().findChild(CodingsList)
    assert card is not None
    assert card.isVisible()
    return card


def test_thirty_deep_the_margin_folds_and_lists(crowded: Reader) -> None:
    margin = crowded._margin
    (heap,) = [name for name in margin._names if name.code is None]
    assert len(margin._names) + len(heap.codings) - 1 == 30
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=margin._name_rect(heap).center())
    card = listed(crowded)
    titles = [row.title for row in card.list.rows.rows]
    assert titles == [f"Code {number}" for number in sorted(heap.codings)]
    assert crowded.view.scene.hovered == {heap.codings[0]}


def test_a_coding_is_picked_from_the_list_by_keys(crowded: Reader) -> None:
    crowded.list_codings(list(range(1, 31)), QRect(50, 50, 10, 10))
    card = listed(crowded)
    QTest.keyClick(card.field, Qt.Key.Key_Down)
    assert crowded.view.scene.hovered == {2}
    QTest.keyClicks(card.field, "code 27")
    assert [row.title for row in card.list.rows.rows] == ["Code 27"]
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert crowded.chosen == 27
    assert crowded.view.scene.hovered == frozenset()
    assert not card.isVisible()


def test_a_coding_is_picked_from_the_list_by_mouse(crowded: Reader) -> None:
    crowded.list_codings([4, 5, 6], QRect(50, 50, 10, 10))
    rows = listed(crowded).list
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.rows.index(1)).center())
    assert crowded.chosen == 5


def test_control_shift_space_lists_what_is_at_the_caret(crowded: Reader) -> None:
    crowded.goto(span("What was"), flash=False)
    QTest.keyClick(crowded.view, Qt.Key.Key_Space, CONTROL | SHIFT)
    assert crowded.window().findChild(CodingsList) is None
    crowded.goto(span("where the team"), flash=False)
    QTest.keyClick(crowded.view, Qt.Key.Key_Space, CONTROL | SHIFT)
    assert len(listed(crowded).list.rows.rows) == 30


def test_a_pill_lists_the_codings_of_its_line(crowded: Reader) -> None:
    crowded._gutter.grab()
    pill = crowded._gutter._pills[0][0]
    QTest.mouseClick(crowded._gutter, Qt.MouseButton.LeftButton, pos=pill.center())
    assert len(listed(crowded).list.rows.rows) == 30


def test_a_chosen_coding_without_a_lane_gets_a_bracket_of_its_own(crowded: Reader) -> None:
    margin = crowded._margin
    deep = next(bracket for bracket in margin._brackets if bracket.lane == 8)
    place = QPoint(margin._lane_left(8) + 1, (deep.top + deep.bottom) // 2)
    surface = QColor(LIGHT.surface)
    assert margin.grab().toImage().pixelColor(place) == surface
    crowded.view.choose(deep.coding)
    assert margin.grab().toImage().pixelColor(place) == crowded.view.scene.colour(deep.code)
    assert any(name.code == deep.code and name.codings == [deep.coding] for name in margin._names)


def test_names_keep_apart_at_any_depth(crowded: Reader) -> None:
    for depth in (1, 3, 10, 30, 90):
        crowded.set_codings([*crowd(depth), *(replace(one, id=one.id + 500) for one in CODINGS)])
        crowded._margin.grab()
        rects = sorted((crowded._margin._name_rect(name) for name in crowded._margin._names), key=QRect.top)
        assert all(not above.intersects(below) for above, below in pairwise(rects))
