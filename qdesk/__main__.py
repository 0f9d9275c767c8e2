"""The door: a bare project file, or nothing, opens the window; anything else is a command."""

import os
import sys

from typing import TYPE_CHECKING

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
        print(
            "qdesk: There is no display, so no window was opened. Use the commands instead; qdesk --help lists them.",
            file=sys.stderr,
        )
        return 1
    from qdesk.gui.application import run

    return run(arguments)


def _has_display() -> bool:
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _draw(figure: "Figure") -> bytes:
    """The figure as bytes; Qt is imported only now."""
    from qdesk.gui.figures import draw

    return draw(figure)


if __name__ == "__main__":
    sys.exit(main())
