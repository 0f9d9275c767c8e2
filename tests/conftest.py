"""What every test shares: material from outside the project, and a display.

Where Xvfb is installed, pytest-xvfb starts one for every process, so widgets and real drags meet the window system.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or shutil.which("Xvfb")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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
