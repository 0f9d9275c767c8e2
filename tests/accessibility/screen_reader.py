"""A screen reader as the tests need one. The system's own Python runs it, for only that one has pyatspi.

An order is a line of JSON, ``[verb, arguments]``; the answer is one as well: ``{"value": …}``, or ``{"error": …}`` with
what was waited for in vain. Widgets go by role and name; places in a text are what the program says they are.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi
from gi.repository import GLib

Found = TypeVar("Found")
PATIENCE = 20.0
"""Seconds in which the program must have answered."""


class ScreenReader:
    """Every public method is a verb."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        pyatspi.Registry.registerEventListener(lambda event: self._heard.append(event.any_data), "object:announcement")

    def windows(self) -> list[str]:
        """Names of the program's windows, once there is one."""
        return _until(lambda: [frame.name for frame in _frames()], "a window")

    def walk(self) -> list[dict[str, Any]]:
        """All widgets on the screen, each with the number of steps from the window down to it."""
        rows = []
        for widget, depth in _tree():
            states = _states(widget)
            if "showing" in states:
                role, name, description = widget.getRoleName(), widget.name, widget.description
                rows.append({"role": role, "name": name, "description": description, "depth": depth, "states": states})
        return rows

    def wait_for(self, role: str, name: str, state: str = "showing") -> list[str]:
        """States of a widget once it has one of them."""
        return _states(_find(role, name, state))

    def rows(self, role: str, name: str) -> list[str]:
        """Names of the rows of a list or tree, those out of sight too."""
        return [row.name for row in _children(_find(role, name))]

    def step_to(self, role: str, name: str, row: str) -> str:
        """Go down a list or tree with the arrow key to a row whose name begins so; the name it says."""
        rows = _find(role, name)
        rows.queryComponent().grabFocus()
        self.type(["Home"])
        names = [child.name for child in _children(rows) if "focusable" in _states(child)]
        number = next(number for number, told in enumerate(names) if told.startswith(row))
        self.type(["Down"] * number)
        _until(lambda: names[number] in [one.name for one in _children(rows) if "focused" in _states(one)], row)
        return names[number]

    def press(self, role: str, name: str, state: str = "sensitive") -> None:
        """Do what a click on a widget does, as soon as it may be clicked. An entry of a menu needs no open menu."""
        action = _find(role, name, state).queryAction()
        names = [action.getName(number) for number in range(action.nActions)]
        action.doAction(names.index("Press"))

    def focus(self, role: str, name: str) -> None:
        """Give a widget the focus, and wait until it has it."""
        _find(role, name).queryComponent().grabFocus()
        _find(role, name, "focused")

    def type(self, keys: list[str]) -> None:
        """Press keys where the focus is, by the names X gives them."""
        for key in keys:
            pyatspi.Registry.generateKeyboardEvent(_KEYS.get(key, ord(key[0])), None, pyatspi.KEY_SYM)

    def text(self, name: str) -> str:
        """The whole of a text."""
        return _find("text", name).queryText().getText(0, -1)

    def description(self, role: str, name: str) -> str:
        """What a widget says about itself besides its name."""
        return _find(role, name).description

    def wait_for_description(self, role: str, name: str, begins: str) -> str:
        """The description of a widget once it begins so."""
        widget = _find(role, name)
        return _until(lambda: widget.description.startswith(begins) and widget.description, f"“{begins}…”")

    def move_caret(self, name: str, place: int) -> None:
        """Put the caret of a text somewhere."""
        text = _find("text", name).queryText()
        text.setCaretOffset(place)
        _until(lambda: text.caretOffset == place, f"the caret at {place}")

    def select(self, name: str, start: int, end: int) -> str:
        """Select in a text; what is selected then."""
        text = _find("text", name).queryText()
        (text.setSelection if text.getNSelections() else lambda _number, *ends: text.addSelection(*ends))(0, start, end)
        return text.getText(*text.getSelection(0))

    def write_in_vain(self, name: str, words: str) -> None:
        """Write at the start of a text, as a program for dictation does, and wait until the text is as it was."""
        widget = _find("text", name)
        before = widget.queryText().getText(0, -1)
        widget.queryEditableText().insertText(0, words, len(words))
        _until(lambda: widget.queryText().getText(0, -1) == before, "the text to be as it was")

    def hear(self, begins: str) -> str:
        """The last of what was announced since this was last asked, once something among it begins so."""
        _until(lambda: any(told.startswith(begins) for told in self._heard), f"“{begins}…”; heard was {self._heard}")
        last, self._heard = self._heard[-1], []
        return last


_KEYS = {"Return": 0xFF0D, "Escape": 0xFF1B, "Home": 0xFF50, "Down": 0xFF54}


def _until(condition: Callable[[], Found], what: str) -> Found:
    """The condition's value as soon as it is true; events are taken in meanwhile. Raises TimeoutError."""
    end, context = time.monotonic() + PATIENCE, GLib.MainContext.default()
    while not (value := condition()):
        if time.monotonic() > end:
            raise TimeoutError(f"waited in vain for {what}")
        waking = GLib.timeout_add(20, lambda: True)
        context.iteration(True)
        GLib.source_remove(waking)
    return value


def _find(role: str, name: str, state: str = "showing") -> Any:
    """The widget with a role, a name and a state; one that only menus show need not be on the screen."""

    def look() -> Any:
        fitting = (widget for widget, _depth in _tree() if widget.name == name and widget.getRoleName() == role)
        return next((widget for widget in fitting if state in _states(widget)), None)

    return _until(look, f"the {state} {role} “{name}”")


def _tree() -> Iterator[tuple[Any, int]]:
    waiting = [(frame, 0) for frame in _frames()]
    while waiting:
        widget, depth = waiting.pop()
        yield widget, depth
        waiting += [(child, depth + 1) for child in reversed(list(_children(widget)))]


def _frames() -> list[Any]:
    """The windows of the only program there is."""
    return [frame for program in pyatspi.Registry.getDesktop(0) if program for frame in _children(program)]


def _children(widget: Any) -> Iterator[Any]:
    """Children that are still there when they are asked for."""
    for number in range(widget.childCount):
        if (child := widget.getChildAtIndex(number)) is not None:
            yield child


def _states(widget: Any) -> list[str]:
    return [pyatspi.stateToString(state) for state in widget.getState().getStates()]


def main() -> None:
    """Obey until there are no more orders."""
    reader = ScreenReader()
    for line in sys.stdin:
        verb, arguments = json.loads(line)
        try:
            answer = {"value": getattr(reader, verb)(*arguments)}
        except TimeoutError as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
