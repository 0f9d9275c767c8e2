r"""Code paths as people write them: ``Theme > Code``, a ``>`` inside a name as ``\>``."""

import re
from collections.abc import Iterable

_ESCAPED = re.compile(r"\\([\\>])")
_PIECE = re.compile(r"(?:\\.|[^\\>]|\\$)+", re.DOTALL)


def join_path(names: Iterable[str]) -> str:
    """One line for a path of names, top theme first."""
    return " > ".join(name.replace("\\", "\\\\").replace(">", "\\>") for name in names)


def split_path(path: str) -> tuple[str, ...]:
    """Names of a written path, trimmed; empty pieces drop out."""
    pieces = (_ESCAPED.sub(r"\1", piece).strip() for piece in _PIECE.findall(path))
    return tuple(piece for piece in pieces if piece)
