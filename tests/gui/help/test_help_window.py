"""The window of the help: reading, the way back, search, keys, looks, and that nothing outside is read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from help_hands import click, come_forward, rows
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from qdesk.gui.help.dressing import prepared
from qdesk.gui.help.window import HelpWindow
from qdesk.gui.look.theme import Look


@pytest.fixture
def window(folder: Path, dressed: Look, qtbot: Any) -> Iterator[HelpWindow]:
    """The small help, open at its first page."""
    window = HelpWindow(folder)
    window.open_page()
    window.show()
    come_forward(window, qtbot)
    yield window
    if isValid(window):
        window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def current(window: HelpWindow) -> str:
    return window.list.currentIndex().data() or ""


def follow(window: HelpWindow, words: str) -> None:
    """Follow a link by the keyboard, as the mouse would."""
    cursor = window.view.document().find(words)
    assert cursor.charFormat().isAnchor()
    window.view.setSource(QUrl(cursor.charFormat().anchorHref()))


def count(widget: QWidget, colour: str, part: QRect | None = None) -> int:
    QApplication.processEvents()
    image = widget.grab(part or widget.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return int((np.frombuffer(image.constBits(), np.uint32) == QColor(colour).rgb()).sum())


# ---- pages


def test_pages_under_their_groups(window: HelpWindow) -> None:
    assert rows(window) == ["First steps", "Begin here", "Code a passage", "Charts", "What occurs together"]
    assert current(window) == "Begin here"
    assert [bool(window.list.pages.flags(window.list.pages.index(row))) for row in (0, 1, 3)] == [False, True, False]


def test_a_click_turns_the_page(window: HelpWindow) -> None:
    click(window, "What occurs together")
    assert window.view.page == "together"
    assert window.view.toPlainText().startswith("What occurs together")


def test_arrow_keys_turn_pages(window: HelpWindow) -> None:
    window.list.setFocus()
    for page in ("code", "together"):
        QTest.keyClick(window.list, Qt.Key.Key_Down)
        assert window.view.page == page


def test_links_and_the_way_back(window: HelpWindow) -> None:
    assert not window.back.isEnabled()
    follow(window, "code a passage")
    assert (window.view.page, current(window)) == ("code", "Code a passage")
    QApplication.processEvents()
    window.view.verticalScrollBar().setValue(200)
    click(window, "What occurs together")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.view.page, window.view.verticalScrollBar().value()) == ("code", 200)
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert current(window) == "Begin here"
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.view.page == "code"
    assert window.forward.isEnabled()


def test_an_unknown_page_is_the_first_one(window: HelpWindow) -> None:
    window.open_page("together")
    window.open_page("nothing")
    assert window.view.page == "begin"


# ---- nothing outside


@pytest.mark.parametrize(
    "address",
    ["https://example.org/code.md", "//example.org/code.md", "file:///etc/hosts", "../contents.toml", "nothing.md"],
)
def test_other_addresses_are_refused(window: HelpWindow, address: str) -> None:
    window.view.setSource(QUrl(address))
    assert window.view.page == "begin"
    assert window.view.loadResource(QTextDocument.ResourceType.HtmlResource, QUrl(address)) is None


def test_a_link_elsewhere_is_text(window: HelpWindow) -> None:
    cursor = window.view.document().find("another place")
    assert not cursor.charFormat().isAnchor()
    assert not cursor.charFormat().fontUnderline()


# ---- search


def test_typing_anywhere_searches(window: HelpWindow) -> None:
    window.view.setFocus()
    QTest.keyClicks(window.view, "p")
    QTest.keyClicks(window.field, "en")
    assert window.field.text() == "pen"
    assert rows(window) == ["Code a passage"]
    assert window.list.pages.rows[0].context == "With the pen"
    assert window.view.page == "begin"
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert window.view.page == "code"
    assert window.focusWidget() is window.list
    QTest.keyClicks(window.list, "c")
    assert window.focusWidget() is window.field
    assert window.field.text() == "c"  # another search


def test_hits_are_marked_on_the_page(window: HelpWindow, dressed: Look) -> None:
    window.open_page("code")
    assert count(window.view.viewport(), dressed.tokens.selection) == 0
    window.field.setText("pen")
    assert count(window.view.viewport(), dressed.tokens.selection) > 500
    click(window, "Code a passage")
    assert window.view.textCursor().block().text() == "With the pen"
    window.field.clear()
    assert count(window.view.viewport(), dressed.tokens.selection) == 0
    assert current(window) == "Code a passage"


def test_nothing_found_says_so(window: HelpWindow) -> None:
    window.field.setText("zzz")
    assert window._nothing.isVisible()
    assert window._nothing.accessibleName() == "No page has “zzz”."
    window._nothing.acted.emit()
    assert rows(window)[0] == "First steps"


def test_find_key_and_escape(window: HelpWindow) -> None:
    window.field.setText("pen")
    window.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.field
    assert window.field.selectedText() == "pen"
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    assert not window.isVisible()


# ---- look


def test_another_look_on_the_open_page(window: HelpWindow, dressed: Look) -> None:
    window.open_page("code")
    view, corner = window.view.viewport(), QRect(0, 0, 8, 8)
    assert count(view, "#FFFFFF", corner) == 64
    dressed.set_dark(True)
    assert count(view, "#222528", corner) == 64
    assert window.view.document().find("pen").charFormat().foreground().color() == QColor("#E6E8EA")
    pixels = _pixels(window)
    dressed.set_scale(1.5)
    assert _pixels(window) == [round(size * 1.5) for size in pixels] == [32, 26, 22]


def _pixels(window: HelpWindow) -> list[int]:
    """Type sizes of title, heading and text."""
    document = window.view.document()
    return [document.find(words).charFormat().font().pixelSize() for words in ("Code a", "With the", "Select")]


def test_the_place_of_a_page_stays(window: HelpWindow, dressed: Look) -> None:
    window.open_page("code")
    QApplication.processEvents()
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    block = _top_block(window)
    assert 10 < block < 30
    for scale in (2.0, 0.75, 1.0):
        dressed.set_scale(scale)
        QApplication.processEvents()
        assert abs(_top_block(window) - block) <= 1


def _top_block(window: HelpWindow) -> int:
    """Number of the paragraph at the top of the page."""
    middle = window.view.viewport().width() // 2
    return window.view.cursorForPosition(QPoint(middle, 0)).blockNumber()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 200), (2.0, 400)])
def test_pictures_follow_the_size(window: HelpWindow, dressed: Look, scale: float, width: int) -> None:
    """A picture of 400 x 200 pixels is shown 200 x 100 at 100 %, within a hairline."""
    dressed.set_scale(scale)
    window.resize(1920, 1400)
    assert count(window.view.viewport(), "#CC0000") == (width - 2) * (width // 2 - 2)


def test_pictures_are_no_wider_than_the_column(window: HelpWindow, dressed: Look) -> None:
    window.resize(264 + 1 + 2 * 32 + 120, 700)
    column = window.view.viewport().width() - 2 * 32
    assert column < 200
    assert count(window.view.viewport(), "#CC0000") == (column - 2) * (column // 2 - 2)


def test_keys_wear_a_cap_and_no_wide_space_breaks(window: HelpWindow) -> None:
    cursor = QTextCursor(window.view.document().find("Ctrl+K"))
    text = cursor.block().text()
    place = text.index("Ctrl+K")
    assert text[place - 1] == text[place + len("Ctrl+K")] == "\u202f"
    assert len(list(window.view._rects(window.view._keys))) == 1


def test_keys_of_a_mac(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    written = {"Ctrl+Shift+Z": "⌘⇧Z", "Ctrl+H": "⌘Y", "Alt+Down": "⌥Down", "Enter": "Enter"}
    for keys, shown in written.items():
        assert prepared(f"Press `{keys}`.") == f"Press `\u202f{shown}\u202f`."
