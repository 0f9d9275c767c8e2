"""One hand on keyboards of several countries: what the keys of the text do must not hang on what is printed on them.

What is printed on a key (ISO/IEC 9995 places) is taken from pictures of the keyboards, not from Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from qdesk.gui.palette.palette import Palette
from qdesk.gui.picker.picker import CodePicker
from qdesk.gui.window.window import MainWindow
from qdesk.text.spans import Span

pytestmark = pytest.mark.journey

INTERVIEW = "We meet every Monday. Trust grows. Nobody is blamed."
TRUST, BLAMED = "Trust grows.", "Nobody is blamed."

DIGITS = range(10, 19)
Q, W, T, Y, K, Z = 24, 25, 28, 29, 45, 52
SHIFT, CONTROL, ALT, ESCAPE, DOWN, RIGHT = 50, 37, 64, 9, 116, 114
"""Places on the keyboard as X numbers them; the letters are those of an American one."""


class Printed(NamedTuple):
    """A keyboard: its layouts for X, and what its keys at the American places of Q, W, T and Y type."""

    layouts: str
    letters: str


KEYBOARDS = {
    "American": Printed("us", "qwty"),
    "French": Printed("fr", "azty"),
    "German": Printed("de", "qwtz"),
    "Urdu": Printed("pk", "قوتے"),
    "Urdu with Urdu digits": Printed("pk -variant urd-crulp", "قوتے"),
    "Arabic": Printed("ara", "ضصفغ"),
    "Arabic with Arabic digits": Printed("ara -variant digits", "ضصفغ"),
    "Persian": Printed("ir", "ضصفغ"),
}
"""On the French one the digits need Shift: unshifted these keys type & é " ' ( - è _ ç."""


class Typist(NamedTuple):
    """Somebody at a keyboard before the window."""

    window: MainWindow
    keyboard: Any
    qtbot: Any

    def select(self, words: str) -> None:
        """Have a passage selected."""
        start = INTERVIEW.index(words)
        self.window.desk.reader.setFocus()
        self.window.desk.reader.select(Span(start, start + len(words)))

    def coded(self) -> list[tuple[str, str]]:
        """Codes and quotes in the store."""
        project = self.window.bus.project
        names = {code.id: code.name for code in project.codes.list()}
        return [(names[coding.code], coding.quote) for coding in project.codings.of(1)]

    def wait(self, condition: Any) -> None:
        """Until the keys have arrived."""
        self.qtbot.waitUntil(condition, timeout=10_000)


Sit = Callable[[str], Typist]


@pytest.fixture
def sit_at(keyboard_of: Any, window: MainWindow, qtbot: Any) -> Sit:
    """Somebody at a keyboard with these layouts."""
    return lambda layouts: Typist(window, keyboard_of(layouts), qtbot)


@pytest.mark.parametrize("keyboard", KEYBOARDS.values(), ids=KEYBOARDS)
def test_the_digit_row_codes_and_letters_open_the_picker(sit_at: Sit, keyboard: Printed) -> None:
    """Each of the nine keys above the letters gives its code, whatever is printed there; the picker has the letter."""
    typist = sit_at(keyboard.layouts)
    typist.select(TRUST)
    typist.keyboard.press(*DIGITS)
    typist.wait(lambda: len(typist.coded()) == 9)
    assert sorted(typist.coded()) == [(f"Code {number}", TRUST) for number in range(1, 10)]
    picker = typist.window.findChild(CodePicker)
    for key, letter in zip((Q, W, T, Y), keyboard.letters, strict=True):
        typist.keyboard.press(key)
        typist.wait(picker.isVisible)
        assert picker.field.text() == letter
        typist.keyboard.press(ESCAPE)
        typist.wait(lambda: not picker.isVisible())
    typist.keyboard.press(DOWN, held=(CONTROL,))
    typist.wait(lambda: typist.window.bus.selection and typist.window.bus.selection.span.of(INTERVIEW) == BLAMED)


@pytest.mark.parametrize(
    ("layouts", "z"),
    [("us", Z), ("fr", W), ("de", Y), ("pk,us", Z), ("ara,us", Z)],
    ids=["American", "French", "German", "Urdu beside American", "Arabic beside American"],
)
def test_the_menus_keys(sit_at: Sit, layouts: str, z: int) -> None:
    """Ctrl+Z and Ctrl+K go by the Latin letter, which a keyboard without any takes from the layout beside it."""
    typist = sit_at(layouts)
    typist.select(TRUST)
    typist.keyboard.press(DIGITS[0])
    typist.wait(lambda: typist.coded() == [("Code 1", TRUST)])
    typist.keyboard.press(z, held=(CONTROL,))
    typist.wait(lambda: typist.coded() == [])
    typist.keyboard.press(K, held=(CONTROL,))
    typist.wait(typist.window.findChild(Palette).isVisible)


@pytest.mark.parametrize("layouts", ["us", "fr", "ara -variant digits"], ids=["American", "French", "Arabic"])
def test_alt_and_a_digit_in_the_picker(sit_at: Sit, layouts: str) -> None:
    """The picker names these keys beside the codes used last."""
    typist = sit_at(layouts)
    typist.select(TRUST)
    typist.keyboard.press(T)
    typist.wait(typist.window.findChild(CodePicker).isVisible)
    typist.keyboard.press(DIGITS[2], held=(ALT,))
    typist.wait(lambda: typist.coded() == [("Code 3", TRUST)])


@pytest.mark.parametrize("layouts", ["us", "fr", "de", "pk,us", "ara,us"])
def test_borders_move_by_words(sit_at: Sit, layouts: str) -> None:
    """Shift and Alt with an arrow."""
    typist = sit_at(layouts)
    typist.select("Trust")
    typist.keyboard.press(RIGHT, held=(SHIFT, ALT))
    typist.wait(lambda: typist.window.bus.selection.span.of(INTERVIEW) == "Trust grows")
