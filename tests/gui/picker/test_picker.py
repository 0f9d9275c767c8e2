"""The picker in a window: typing, keys, focus, and where it opens."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QTextEdit, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.picker.picker import Choice, CodePicker
from qdesk.gui.picker.placing import place_beside
from qdesk.gui.picker.rows import Swatch

BLUE = Swatch("#1663A5", "blue2")
CHOICES = [
    Choice(1, "Shared decisions", ("Collaboration",), BLUE, 31),
    Choice(2, "Trust", ("Collaboration",), BLUE, 37),
    Choice(3, "Time to meet", ("Challenges",), BLUE, 25),
    Choice(4, "Loss of trust", ("Challenges",), BLUE, 8),
]
SELECTION = QRect(100, 40, 300, 24)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A text, a picker and what came of it."""

    def __init__(self):
        super().__init__()
        self.resize(700, 600)
        self.text = QTextEdit("When the head trusted us with it, we started to trust each other.", self)
        self.text.setGeometry(0, 0, 700, 600)
        self.picker = CodePicker(self)
        self.picker.set_choices(CHOICES, [3, 1], {1: 1, 2: 2, 3: 5})
        self.got = []
        self.picker.chosen.connect(lambda code, stay: self.got.append((code, stay)))
        self.picker.new_asked.connect(lambda name, stay: self.got.append((name, stay)))

    def open(self, typed="", selection=SELECTION):
        self.picker.open_beside(selection, 300, "15 words selected", typed)

    @property
    def titles(self):
        return [row.title for row in self.picker.list.rows.rows]


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    return window


def test_three_keys_from_selection_to_coded(window, qtbot):
    window.open("t")
    assert window.picker.field.hasFocus()
    qtbot.keyClicks(window.picker.field, "ru")
    assert window.titles == ["Trust", "Loss of trust", "Recent", "Time to meet", "Shared decisions", "New code “tru…”"]
    assert window.picker.current.title == "Trust"
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Return)
    assert window.got == [(2, False)]
    assert not window.picker.isVisible()
    assert window.text.hasFocus()


def test_control_enter_stays(window, qtbot):
    window.open("tru")
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Return, CTRL)
    assert window.got == [(2, True)]
    assert window.picker.isVisible()
    qtbot.keyClicks(window.picker.field, "loss")
    assert window.picker.current.title == "Loss of trust"


def test_arrows_pass_over_titles_and_go_round(window, qtbot):
    window.open("tru")
    seen = []
    for _ in range(5):
        seen.append(window.picker.current.title)
        qtbot.keyClick(window.picker.field, Qt.Key.Key_Down)
    assert seen == ["Trust", "Loss of trust", "Time to meet", "Shared decisions", "New code “tru…”"]
    assert window.picker.current.title == "Trust"
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Up)
    assert window.picker.current.title == "New code “tru…”"


def test_the_last_row_makes_a_new_code(window, qtbot):
    window.open("Workload")
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Return)
    assert window.got == [("Workload", False)]


def test_a_known_name_is_not_offered_as_new(window):
    window.open("TRUST")
    assert not any(title.startswith("New code") for title in window.titles)


def test_alt_and_the_digit_of_the_tree(window, qtbot):
    window.open("tru")
    qtbot.keyClick(window.picker.field, Qt.Key.Key_5, ALT)
    assert window.got == [(3, False)]


def test_escape_closes_and_gives_the_focus_back(window, qtbot):
    window.open("tru")
    with qtbot.waitSignal(window.picker.closed):
        qtbot.keyClick(window.picker.field, Qt.Key.Key_Escape)
    assert window.text.hasFocus()
    assert window.got == []


def test_a_click_in_the_text_closes_and_is_not_eaten(window, qtbot):
    window.open("tru")
    cursor = window.text.textCursor().position()
    qtbot.mouseClick(window.text.viewport(), Qt.MouseButton.LeftButton, pos=window.text.cursorRect().center() * 3)
    window.text.setFocus(Qt.FocusReason.MouseFocusReason)  # a click focuses only where the platform has a window system
    assert not window.picker.isVisible()
    assert window.text.textCursor().position() != cursor


def test_a_click_on_a_row_applies(window, qtbot):
    window.open("tru")
    rows = window.picker.list
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.rows.index(1)).center())
    assert window.got == [(4, False)]


def test_shortcuts_of_the_window_do_not_take_its_keys(window, qtbot):
    taken = []
    for keys in ("Esc", "Return", "Alt+5", "t"):
        action = QAction(window, shortcut=QKeySequence(keys))
        action.triggered.connect(lambda _on, keys=keys: taken.append(keys))
        window.addAction(action)
    window.open()
    qtbot.keyClicks(window.picker.field, "t")
    qtbot.keyClick(window.picker.field, Qt.Key.Key_5, ALT)
    window.open("tru")
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Return)
    window.open("tru")
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Escape)
    assert taken == []
    assert window.got == [(3, False), (2, False)]


def test_it_lies_under_the_selection_inside_the_window(window):
    window.open("tru")
    box = window.picker.geometry()
    assert box.top() == 40 + 24 + look.px(6)
    assert window.rect().contains(box)
    window.open("tru", QRect(100, 540, 500, 24))
    assert window.picker.geometry().bottom() < 540


@pytest.mark.parametrize(
    ("selection", "end"),
    [
        (QRect(0, 20, 200, 24), 200),
        (QRect(400, 20, 400, 60), 790),
        (QRect(0, 560, 300, 30), 10),
        (QRect(20, 0, 300, 600), 300),
        (QRect(480, 10, 300, 580), 500),
    ],
)
def test_never_over_the_selection_never_outside(selection, end):
    room = QRect(0, 0, 800, 600)
    card = QRect(place_beside(QSize(344, 300), selection, end, room, 6), QSize(344, 300))
    assert room.contains(card)
    assert not card.intersects(selection)


def test_a_resized_window_closes_it(window, qtbot):
    window.open("tru")
    window.resize(500, 400)
    qtbot.waitUntil(lambda: not window.picker.isVisible())


def test_a_screen_reader_hears_the_row(window, qtbot):
    window.open("tru")
    assert window.picker.field.accessibleDescription() == "Trust, Collaboration, 37"
    qtbot.keyClick(window.picker.field, Qt.Key.Key_Down)
    assert window.picker.field.accessibleDescription() == "Loss of trust, Challenges, 8"


def test_nothing_typed_lists_recent_then_all(window):
    window.open()
    assert window.titles == ["Recent", "Time to meet", "Shared decisions", "All codes", "Trust", "Loss of trust"]
    assert [row.keys for row in window.picker.list.rows.rows[1:3]] == ["Alt 5", "Alt 1"]
