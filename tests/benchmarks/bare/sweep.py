"""The least that a table of overlaps needs: one SELECT and a numpy sweep."""

from __future__ import annotations

import sqlite3
from itertools import count
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def read(path: Path) -> Ints:
    """Codings of a project as rows document, code, start, end (4 x n), by document and start."""
    db = sqlite3.connect(path)
    rows = db.execute('SELECT document, code, start, "end" FROM coding ORDER BY document, start').fetchall()
    db.close()
    return np.array(rows, dtype=np.int64).T.copy()


def sweep(codings: Ints) -> Ints:
    """Overlapping pairs of codings by their codes' ids (k x k, each pair once)."""
    document, code, start, end = codings
    size = int(code.max()) + 1
    found = np.zeros(size * size, dtype=np.int64)
    for step in count(1):
        meets = (document[:-step] == document[step:]) & (start[step:] < end[:-step])
        if not meets.any():
            return found.reshape(size, size)
        found += np.bincount(code[:-step][meets] * size + code[step:][meets], minlength=size * size)
    raise AssertionError


def different(found: Ints) -> int:
    """Overlapping pairs of different codes."""
    return int(found.sum() - np.trace(found))
