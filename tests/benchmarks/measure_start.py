"""From the start of the process to the first paint of L, and the memory that it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import corpus
from figures import Figure, tell, timed
from window import Painted, application, main_window

_RUNS = 7


def main() -> None:
    """Tell the figures."""
    with tempfile.TemporaryDirectory(dir=corpus.kept()) as folder:
        path = corpus.copy_of("L", Path(folder))
        _processes(path, Path(folder))
        _in_process(path)


def _processes(path: Path, folder: Path) -> None:
    here = Path(__file__).parent
    ours = [_run(here / "opening.py", path, folder) for _ in range(_RUNS + 1)][1:]
    bare = [_run(here / "bare" / "window.py", path, folder) for _ in range(_RUNS + 1)][1:]
    painted = [one["painted"] for one in bare]
    limit = "bare Qt window"
    peer = "4.8 + 3.5 s QualCoder"
    tell(Figure("open L, process start to first paint", _of(ours, "painted"), painted, "ms", limit, peer, 1_000))
    tell(Figure("open L, process start to first key", _of(ours, "answering"), painted, "ms", limit))
    memory = _of(bare, "opened_mb")
    tell(Figure("memory with L open", _of(ours, "opened_mb"), memory, "MB", limit, "433 MB QualCoder", 300))
    tell(Figure("memory, ten interviews read", _of(ours, "read_mb"), memory, "MB", limit, "", 300))
    tell(Figure("memory, heat map shown", _of(ours, "chart_mb"), memory, "MB", limit, "679 MB QualCoder", 300))


def _of(runs: list[dict[str, float]], name: str) -> list[float]:
    return [run[name] for run in runs]


def _run(script: Path, project: Path, folder: Path) -> dict[str, float]:
    """Facts of a process; its moments as milliseconds from its start."""
    begun = perf_counter()
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, str(script), str(project)], stdout=subprocess.PIPE, text=True, check=True, env=environment
    )
    facts: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: 1000 * (value - begun) if value > begun else value for name, value in facts.items()}


def _in_process(path: Path) -> None:
    """In a window that is up: open the file, build the desk, paint it."""
    application()
    window = main_window()
    ours = []
    for _ in range(_RUNS):
        opened, _ = timed(lambda: window.doors.open(str(path)))
        assert window.desk is not None
        ours.append(opened + Painted(window.desk.reader.view.viewport()).after(window.desk.reader.update))
        window.doors.close()
    tell(Figure("open L in a window that is up, to paint", ours))


if __name__ == "__main__":
    main()
