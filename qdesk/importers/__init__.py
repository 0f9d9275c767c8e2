"""Floor 2: files to `NewDocument`, one file per format; and tables to rows."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qdesk.errors import QDeskError
from qdesk.text.language import guess_language
from qdesk.text.newdocument import NewDocument, ParagraphRule
from qdesk.text.paragraphs import guess_rule
from qdesk.text.turns import detect_turns

_LARGEST = 300_000_000  # bytes


def _read_txt(data: bytes, name: str, encoding: str | None) -> NewDocument:
    from qdesk.importers import txt

    return txt.read(data, name, encoding)


def _read_md(data: bytes, name: str, encoding: str | None) -> NewDocument:
    from qdesk.importers import md

    return md.read(data, name, encoding)


def _read_docx(data: bytes, name: str, _encoding: str | None) -> NewDocument:
    from qdesk.importers import docx  # lxml is loaded only for Word files

    return docx.read(data, name)


_READERS: dict[str, Callable[[bytes, str, str | None], NewDocument]] = {
    ".txt": _read_txt,
    ".text": _read_txt,
    ".md": _read_md,
    ".markdown": _read_md,
    ".docx": _read_docx,
}

SUFFIXES: tuple[str, ...] = tuple(_READERS)
"""Endings of the files that `read_document` can read, in small letters with the point."""


def read_document(path: Path, encoding: str | None = None, paragraphs: ParagraphRule | None = None) -> NewDocument:
    """Read a file of any known format, with its paragraph rule, speaker turns and language guessed.

    ``encoding`` is for text files only (a Word file knows its own). Raises `QDeskError` with a sentence for
    a file that is missing, damaged, empty, or of a format that cannot be read.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(SUFFIXES)
        raise QDeskError(f"“{path.name}” was not imported: QDesk reads {known}. Save it in one of these formats.")
    data = _bytes(path)
    document = reader(data, path.name, encoding)
    if not document.text.strip():
        raise QDeskError(f"“{path.name}” holds no text; nothing was imported.")
    rule = paragraphs or guess_rule(document.text)
    return replace(
        document,
        name=unicodedata.normalize("NFC", document.name),
        paragraphs=rule,
        turns=detect_turns(document.text, rule).turns,
        language=guess_language(document.text),
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise QDeskError(f"“{path.name}” is larger than {_LARGEST // 1_000_000} MB; nothing was imported.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise QDeskError(f"There is no file “{path}”; nothing was imported.") from error
    except IsADirectoryError as error:
        raise QDeskError(f"“{path}” is a folder, not a file; nothing was imported.") from error
    except OSError as error:
        raise QDeskError(f"“{path}” could not be read ({error.strerror}); nothing was imported.") from error
    if not data:
        raise QDeskError(f"“{path.name}” is an empty file; nothing was imported.")
    return data
