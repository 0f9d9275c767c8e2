"""What is dragged inside the window: ids as JSON under own types, so a drop never depends on its source widget."""

import json
import os

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QWidget

from qdesk.gui.bus import TextSelection
from qdesk.text.spans import Span

CODES = "application/x-qdesk-codes"
SELECTION = "application/x-qdesk-selection"
_HOME = "application/x-qdesk-window"


def sign(mime: QMimeData, widget: QWidget) -> QMimeData:
    """Note the window that a drag comes from: ids mean nothing in the window of another project."""
    mime.setData(_HOME, QByteArray(_home(widget)))
    return mime


def is_ours(mime: QMimeData, widget: QWidget) -> bool:
    """False for a drag that was signed in another window."""
    return not mime.hasFormat(_HOME) or mime.data(_HOME).data() == _home(widget)


def _home(widget: QWidget) -> bytes:
    return f"{os.getpid()} {id(widget.window())}".encode()


def codes_mime(codes: list[int]) -> QMimeData:
    """Mime data of dragged codes (ids, in tree order)."""
    mime = QMimeData()
    mime.setData(CODES, QByteArray(json.dumps(codes).encode()))
    return mime


def codes_of(mime: QMimeData) -> list[int]:
    """Ids of the codes dragged, or []."""
    return [int(code) for code in json.loads(mime.data(CODES).data())] if mime.hasFormat(CODES) else []


def selection_mime(selection: TextSelection, text: str) -> QMimeData:
    """Mime data of a dragged passage; ``text`` serves drops outside QDesk."""
    mime = QMimeData()
    fields = [selection.document, selection.revision, *selection.span, selection.words]
    mime.setData(SELECTION, QByteArray(json.dumps(fields).encode()))
    mime.setText(text)
    return mime


def selection_of(mime: QMimeData) -> TextSelection | None:
    """The passage dragged, or None."""
    if not mime.hasFormat(SELECTION):
        return None
    document, revision, start, end, words = json.loads(mime.data(SELECTION).data())
    return TextSelection(document, revision, Span(start, end), words)
