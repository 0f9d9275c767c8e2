"""Which files are meant: chosen in the system's dialog, or dropped with the folders they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from qdesk.importers import SUFFIXES


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose interviews; an empty list for Cancel."""
    filters = f"Interviews ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;All files (*)"
    names, _filter = QFileDialog.getOpenFileNames(parent, "Import interviews", str(folder), filters)
    return [Path(name) for name in names]


def files_among(paths: Iterable[Path]) -> list[Path]:
    """Files in natural order, each once; of a folder those directly in it that can be read, hidden ones left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += [one for one in path.iterdir() if _is_readable(one)]
        else:
            found.append(path)
    return sorted(dict.fromkeys(found), key=_natural)


def _is_readable(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    return not hidden and path.suffix.lower() in SUFFIXES and path.is_file()


def _natural(path: Path) -> list[tuple[int, str]]:
    """Teacher 2 before Teacher 10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", path.name.casefold())]
