"""Reads files beside the window, so that it stays alive and can be told to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from qdesk.errors import QDeskError
from qdesk.importers import read_document
from qdesk.importers.encodings import decode
from qdesk.text.newdocument import NewDocument, ParagraphRule
from qdesk.text.turns import SpeakerLabel, detect_turns
from qdesk.text.words import count_words


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read. ``encoding`` is "" for a Word file; ``guessed`` says that a person should look.

    ``words`` counts speech, labels left out.
    """

    document: NewDocument
    labels: tuple[SpeakerLabel, ...]
    words: int
    encoding: str
    guessed: bool


def read_file(path: Path, encoding: str | None = None, rule: ParagraphRule | None = None) -> ReadFile:
    """Read a file with all that is asked about it. Raises `QDeskError`."""
    document = read_document(path, encoding, rule)
    text = document.text
    words = count_words(text) - sum(count_words(text[turn.start : turn.label_end]) for turn in document.turns)
    labels = detect_turns(text, document.paragraphs).labels
    if document.format == "docx":
        return ReadFile(document, labels, words, "", False)
    decoded = decode(document.source, encoding)
    return ReadFile(document, labels, words, decoded.encoding, not decoded.certain)


class Reading(QThread):
    """Reads one file after the other. ``read``: its place, counted from 0, and the `ReadFile` or a failure's sentence.

    ``broke`` hands on an error that nobody expected, to be raised where it is seen.
    """

    read = Signal(int, object)
    broke = Signal(object)

    def __init__(self, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths

    def run(self) -> None:
        for place, path in enumerate(self._paths):
            if self.isInterruptionRequested():
                return
            try:
                self.read.emit(place, read_file(path))
            except QDeskError as error:
                self.read.emit(place, str(error))
            except Exception as error:
                self.broke.emit(error)
                return

    def stop(self) -> None:
        """Stop after the file in hand, and wait for it."""
        self.requestInterruption()
        self.wait()
