"""Where the files that travel with the program lie, installed or in a checkout; and where samples are put."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _beside(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Folder of icons, style sheets, Word templates and help pages."""
    return _beside("resources")


def sample_projects() -> Path:
    """Folder of the sources of the sample studies."""
    return _beside("sample_projects")


def samples_home() -> Path:
    """Folder in which the user's copies of the sample studies lie: "QDesk" at home, unless QDESK_HOME names another."""
    return Path(os.environ.get("QDESK_HOME") or Path.home() / "QDesk")
