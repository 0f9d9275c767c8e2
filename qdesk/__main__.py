"""The door: a bare project file, or nothing, opens the window; anything else is a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qdesk.errors import QDeskError

if TYPE_CHECKING:
    from qdesk.analysis.figure import Figure


def main() -> int:
    """Run the window or a command; the exit status."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".qdesk")):
        return _window(arguments)
    from qdesk.cli.main import run

    return run(arguments, _draw)


def _window(arguments: list[str]) -> int:
    if not _has_display():
        return _fail("There is no display, so no window was opened. Use the commands; qdesk --help lists them.")
    try:
        with _qt_installed():
            from qdesk.gui.application import run
    except QDeskError as error:
        return _fail(str(error))
    return run(arguments)


def _has_display() -> bool:
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _draw(figure: Figure) -> bytes:
    """The figure as bytes; Qt is imported only now."""
    with _qt_installed():
        from qdesk.gui.figures import draw

    return draw(figure)


@contextmanager
def _qt_installed() -> Iterator[None]:
    """On a bare Linux the libraries that Qt needs of the system may be missing."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("qdesk"):
            raise
        raise QDeskError(
            f"Qt cannot be loaded ({error}); nothing was written. Run the set-up of README again, which installs it."
        ) from error


def _fail(sentence: str) -> int:
    print(f"qdesk: {sentence}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
