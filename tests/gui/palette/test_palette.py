"""The palette: fed with entries, it ranks, groups, acts and searches."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from qdesk.gui.palette.palette import Entry, Palette


@pytest.fixture
def palette(qtbot):
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    done = []

    def entry(title, section, **fields):
        return Entry(title, section, lambda: done.append(title), **fields)

    entries = [
        entry("Undo", "Commands", shortcut="Ctrl Z"),
        entry("Export to Word", "Commands"),
        entry("Teacher 7", "Documents"),
        entry("Trust", "Codes", hint="Collaboration"),
        *[entry(f"Teacher {n}", "Documents") for n in range(8, 30)],
    ]
    palette = Palette(window, lambda: entries, lambda words: [entry(f"… {words} …", "", hint="Teacher 7")] * 2)
    palette.done = done
    window.show()
    palette.open_under(QRect(250, 10, 400, 28))
    return palette


def titles(palette):
    return [row.title for row in palette.list.rows.rows]


def test_it_opens_centred_under_the_field_with_some_of_every_section(palette):
    assert palette.geometry().center().x() == pytest.approx(450, abs=2)
    assert palette.geometry().top() == 44
    assert [title for title in titles(palette) if title in ("Commands", "Documents", "Codes")] == [
        "Commands", "Documents", "Codes",
    ]  # fmt: skip
    assert len(titles(palette)) == 3 + 2 + 6 + 1


def test_the_best_section_comes_first_and_the_search_last(palette, qtbot):
    qtbot.keyClicks(palette.field, "tru")
    assert titles(palette) == ["Codes", "Trust", "Search in all documents for “tru”"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.done == ["Trust"]
    assert not palette.isVisible()


def test_the_search_shows_hits_in_place(palette, qtbot):
    qtbot.keyClicks(palette.field, "xyz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert titles(palette) == ["In the documents", "… xyz …", "… xyz …"]
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.done == ["… xyz …"]


def test_another_letter_leaves_the_hits(palette, qtbot):
    qtbot.keyClicks(palette.field, "und")
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert titles(palette)[0] == "In the documents"
    qtbot.keyClicks(palette.field, "o")
    assert titles(palette)[:2] == ["Commands", "Undo"]
