"""The guard of PySide6's version: 6.12.0 drops a reference to None in every void call and aborts in the end."""

import sys

from PySide6.QtCore import QObject

CALLS = 10_000


def test_void_calls_keep_none_alive():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("thing")
    assert sys.getrefcount(None) > before - CALLS / 100
