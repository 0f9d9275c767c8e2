"""What every test shares: material from outside the project, a display, benchmarks only when asked for.

Where Xvfb is installed, pytest-xvfb starts one for every process, so widgets and real drags meet the window system.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or shutil.which("Xvfb")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--benchmarks", action="store_true", help="Run the benchmarks, and nothing else.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Timings want a quiet computer, tests do not: either the one or the other runs."""
    wanted = bool(config.getoption("--benchmarks"))
    chosen, others = [], []
    for item in items:
        timed = item.get_closest_marker("benchmark") is not None
        (chosen if timed == wanted else others).append(item)
    config.hook.pytest_deselected(items=others)
    items[:] = chosen


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of test material from outside the project, never copied into it."""
    named = os.environ.get("QDESK_TEST_DATA")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        if named:
            pytest.fail(f"QDESK_TEST_DATA names no folder: {named}")
        pytest.skip("no test material: set QDESK_TEST_DATA")
    return folder
