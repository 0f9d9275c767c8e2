"""A desktop session for one program: its own display, its own message bus, and a screen reader beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

SYSTEM_PYTHON = "/usr/bin/python3"
ROOT = Path(__file__).parents[2]


def missing() -> list[str]:
    """What such a session needs and this computer lacks."""
    lacking = [tool for tool in ("Xvfb", "dbus-daemon", "xdotool", SYSTEM_PYTHON) if shutil.which(tool) is None]
    if SYSTEM_PYTHON in lacking:
        return lacking
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return lacking + ["pyatspi"] * (asked.returncode != 0)


class Listener:
    """The test's end of the screen reader: its verbs are those of ``screen_reader.py``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __getattr__(self, verb: str) -> Any:
        return lambda *arguments: self._ask(verb, arguments)

    def _ask(self, verb: str, arguments: tuple[Any, ...]) -> Any:
        print(json.dumps([verb, arguments]), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        answer = json.loads(line) if line else {"error": "the screen reader is gone; see its log"}
        assert "error" not in answer, answer["error"]
        return answer["value"]


Listen = Callable[[Path | None], Listener]


@contextmanager
def session(project: Path | None, folder: Path) -> Iterator[Listener]:
    """The real program on a project, or on its start page, with the focus; the logs of all go to the folder."""
    with ExitStack() as stack:
        surroundings = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        surroundings |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "HOME": str(folder)}
        surroundings |= {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "CACHE")}

        def start(*command: str, log: str) -> subprocess.Popen[str]:
            errors = stack.enter_context((folder / log).open("w"))
            return stack.enter_context(_running(command, surroundings, errors))

        display = start("Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "1600x1000x24", log="display.log")
        surroundings["DISPLAY"] = f":{display.stdout.readline().strip()}"
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1", log="bus.log")
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        start(sys.executable, "-m", "qdesk", *([str(project)] if project else []), log="program.log")
        ears = start(SYSTEM_PYTHON, str(Path(__file__).with_name("screen_reader.py")), log="screen_reader.log")
        listener = Listener(ears)
        listener.windows()
        _give_focus(surroundings)
        yield listener


@contextmanager
def _running(command: tuple[str, ...], surroundings: dict[str, str], log: IO[str]) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdin=pipe, stdout=pipe, stderr=log, text=True)
    with process:
        try:
            yield process
        finally:
            process.terminate()


def _give_focus(surroundings: dict[str, str]) -> None:
    """What a window manager would do: there is none."""
    command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "QDesk", "windowfocus", "--sync"]
    subprocess.run(command, env=surroundings, check=True, timeout=20)
