"""Where the files that travel with the program lie, installed or in a checkout."""

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
