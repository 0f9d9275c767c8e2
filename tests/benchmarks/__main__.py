"""``python tests/benchmarks [PART…]``: measures what takes time and prints one table.

Each part runs in a process of its own. Parts with a window need a display; where there is none, Xvfb is started.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import corpus
from figures import Figure, read, table

PARTS = ("start", "window", "reader", "tables", "word", "history")


def main(parts: list[str]) -> int:
    """Run the parts named, or all; 1 if one failed or a goal was missed."""
    if not corpus.generator().is_file():
        print(f"There is no generator at {corpus.generator()}; name its place in QDESK_BENCH_CORPUS.", file=sys.stderr)
        return 2
    for size in corpus.PAIRS:
        corpus.project(size)
    figures: list[Figure] = []
    failed = False
    for part in parts or PARTS:
        print(f"{part} …", file=sys.stderr)
        done = subprocess.run(
            _command(part), env=_environment(), stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False
        )
        figures += read(done.stdout)
        failed |= done.returncode != 0
    print(table(figures))
    return int(failed or any(figure.missed for figure in figures))


def _environment() -> dict[str, str]:
    """As where QDesk is installed: modules are compiled once, not at each start; beside the corpora, not in here."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(corpus.kept() / "compiled")}


def _command(part: str) -> list[str]:
    command = [sys.executable, str(Path(__file__).with_name(f"measure_{part}.py"))]
    without = sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    if without and (xvfb := shutil.which("xvfb-run")):
        return [xvfb, "-a", "-s", "-screen 0 1600x1000x24", *command]
    return command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
