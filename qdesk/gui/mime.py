"""What is dragged inside the window: ids as JSON under own types, so a drop never depends on its source widget."""

import json
import os

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QWidget

from qdesk.gui.bus import TextSelection
from qdesk.text.spans import Span

CODES = "application/x-qdesk-codes"
CODINGS = "application/x-qdesk-codings"
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
    return _ids_mime(CODES, codes)


def codes_of(mime: QMimeData) -> list[int]:
    """Ids of the codes dragged, or []."""
    return _ids_of(CODES, mime)


def codings_mime(codings: list[int]) -> QMimeData:
    """Mime data of dragged codings (ids)."""
    return _ids_mime(CODINGS, codings)


def codings_of(mime: QMimeData) -> list[int]:
    """Ids of the codings dragged, or []."""
    return _ids_of(CODINGS, mime)


def _ids_mime(kind: str, ids: list[int]) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, QByteArray(json.dumps(ids).encode()))
    return mime


def _ids_of(kind: str, mime: QMimeData) -> list[int]:
    return [int(one) for one in json.loads(mime.data(kind).data())] if mime.hasFormat(kind) else []


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
