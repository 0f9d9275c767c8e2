"""Plain text files."""

import re
from pathlib import PurePath

from qdesk.errors import QDeskError
from qdesk.importers.encodings import Decoded, decode
from qdesk.text.newdocument import NewDocument
from qdesk.text.normalise import normalise

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02  # share of a text; pictures, sound and programs have far more
_KNOWN = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip archive or an office document"), (b"{\\rtf", "a rich text (RTF)"))


def read(data: bytes, name: str, encoding: str | None = None) -> NewDocument:
    """Read a text file as it is; ``name`` is the file's. Raises `QDeskError`."""
    decoded = decode_text(data, name, encoding)
    text, notes = normalise(decoded.text)
    return NewDocument(
        name=PurePath(name).stem,
        text=text,
        format="txt",
        source_name=name,
        source=data,
        notes=encoding_notes(decoded) + notes,
    )


def decode_text(data: bytes, name: str, encoding: str | None) -> Decoded:
    """Decode the bytes of a text file; raises `QDeskError` for files that are something else."""
    if kind := known_kind(data):
        raise QDeskError(f"“{name}” is {kind} file, not a text file; nothing was imported. Give it its own ending.")
    decoded = decode(data, encoding)
    if not is_text(decoded):
        raise QDeskError(f"“{name}” is not a text file; nothing was imported.")
    return decoded


def known_kind(data: bytes) -> str:
    """What a file is that is certainly no text ("a PDF"), by its first bytes; "" for any other."""
    return next((kind for start, kind in _KNOWN if data.startswith(start)), "")


def is_text(decoded: Decoded) -> bool:
    """False where control characters tell that the bytes were something else."""
    return len(_CONTROLS.findall(decoded.text)) <= _MOST_CONTROLS * len(decoded.text)


def encoding_notes(decoded: Decoded) -> tuple[str, ...]:
    """Say that an encoding was guessed, and how much could not be read."""
    notes = []
    if not decoded.certain:
        notes.append(f"The encoding was guessed as {decoded.encoding}; look whether accented letters are right.")
    lost = decoded.text.count("\ufffd")
    if lost:
        notes.append("1 character could not be read." if lost == 1 else f"{lost:,} characters could not be read.")
    return tuple(notes)
