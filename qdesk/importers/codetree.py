"""Code paths as tables write them (``Theme > Code``), and the codes at them, made where they are missing."""

from collections.abc import Iterable

from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.store.records import CodeKind
from qdesk.text.codepath import split_path
from qdesk.text.names import name_key, plain

Path = tuple[str, ...]


def read_path(cell: str) -> Path:
    """Names of a written path, white space folded as in names of codes. Raises QDeskError for none."""
    path = tuple(" ".join(plain(name).split()) for name in split_path(cell))
    if not path:
        raise QDeskError("the code has no name")
    return path


class CodeTree:
    """Finds codes by path, case aside, and makes missing ones; all of a table's paths are known beforehand.

    A code that has others below it in the table is made as a theme, so that it takes a theme's colour.
    """

    def __init__(self, project: Project, paths: Iterable[Path]) -> None:
        self._codes = project.codes
        self._ids = {_key(path): code for code, path in project.codes.paths().items()}
        self._themes = {_key(path[:depth]) for path in paths for depth in range(1, len(path))}
        self.made: set[int] = set()

    def code(self, path: Path, kind: CodeKind | None = None) -> int:
        """Id of the code at a path, made with its themes if there is none. Stands inside a change."""
        key = _key(path)
        if key not in self._ids:
            parent = self.code(path[:-1], "theme") if len(path) > 1 else None
            made = self._codes.add(path[-1], parent, kind=kind or ("theme" if key in self._themes else "code"))
            self._ids[key] = made
            self.made.add(made)
        return self._ids[key]


def _key(path: Path) -> Path:
    return tuple(map(name_key, path))
