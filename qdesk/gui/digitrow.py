"""The keys above the letters by their place: on a French keyboard the 2 is é until Shift is held."""

from PySide6.QtGui import QGuiApplication, QKeyEvent

_FIRST = {"xcb": 10, "wayland": 10, "windows": 2}
"""Scan code of the key of 1, by platform."""


def digit_of_place(event: QKeyEvent) -> int:
    """1-9 for the keys above the letters, whatever they type, else 0."""
    first = _FIRST.get(QGuiApplication.platformName())
    digit = event.nativeScanCode() - first + 1 if first else 0
    return digit if 1 <= digit <= 9 else 0
