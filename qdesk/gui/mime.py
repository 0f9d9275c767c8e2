"""What is dragged inside the window: ids as JSON under own types, so a drop never depends on its source widget."""

import json

from PySide6.QtCore import QByteArray, QMimeData

from qdesk.gui.bus import TextSelection
from qdesk.text.spans import Span

CODES = "application/x-qdesk-codes"
SELECTION = "application/x-qdesk-selection"


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
