"""How a recent project is told: where it lies, whether it is there, when it was open, what it holds."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, QLocale

from qdesk.store.records import Sizes
from qdesk.text.counted import counted

_DRIVES: Final = {Path("/media"): 1, Path("/run/media"): 1, Path("/mnt"): 0, Path("/Volumes"): 0}
"""Folders under which Linux and macOS hang removable drives, and how many more lead to the drive's name."""


def place(path: Path, home: Path) -> str:
    """The folder of a file as one says it: "Documents › Thesis" inside the home folder, a drive by its name."""
    folder = path.parent
    root = _drives_of(folder)
    if root is not None:
        parts = folder.relative_to(root).parts[_DRIVES[root] :]
    elif folder.is_relative_to(home):
        parts = folder.relative_to(home).parts or ("Home",)
    else:
        parts = tuple(part.strip("/\\") for part in folder.parts)
    return " › ".join(part for part in parts if part)


def reason_missing(path: Path) -> str:
    """Why a project cannot be opened now, or "" if its file is there."""
    if path.is_file():
        return ""
    if path.parent.is_dir():
        return "moved, renamed or deleted"
    return "not connected" if _unplugged(path) else "folder not found"


def when(changed: datetime, now: datetime) -> str:
    """Such as "Today, 14:06", "Yesterday, 09:30", "9 November"; with the year if it is another one."""
    if changed.date() == now.date():
        return f"Today, {changed:%H:%M}"
    if changed.date() == now.date() - timedelta(days=1):
        return f"Yesterday, {changed:%H:%M}"
    form = "d MMMM" if changed.year == now.year else "d MMMM yyyy"
    return QLocale(QLocale.Language.English).toString(QDate(changed.year, changed.month, changed.day), form)


def holding(sizes: Sizes) -> list[str]:
    """What a project holds, in words: "22 interviews", "406 quotes", "26 codes in 5 themes"."""
    texts = counted(sizes.interviews, "interview") if sizes.interviews else counted(sizes.documents, "document")
    themes = f" in {counted(sizes.themes, 'theme')}" if sizes.themes else ""
    return [texts, counted(sizes.codings, "quote"), counted(sizes.codes, "code") + themes]


def _drives_of(path: Path) -> Path | None:
    return next((root for root in _DRIVES if path.is_relative_to(root)), None)


def _unplugged(path: Path) -> bool:
    """On a drive that can be unplugged, or on a drive letter that is not there."""
    return _drives_of(path) is not None or (bool(path.drive) and not Path(path.anchor).exists())
