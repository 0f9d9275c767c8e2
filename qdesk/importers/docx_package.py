"""The zip file that a .docx is: its parts as XML trees, opened with care for damaged, huge and hostile files."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree

from qdesk.errors import QDeskError

_LARGEST_PART = 150_000_000  # bytes, unpacked; a thesis has under 30,000,000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


class Package:
    """The XML parts of a Word file, read when asked for; ``name`` is the file's, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.startswith(_OLE):
            raise QDeskError(_ole_message(data, name))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise QDeskError(
                f"“{name}” is damaged or not a Word document (.docx); nothing was imported. "
                "Open it in Word and save it again."
            ) from error
        self._parts = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in self._zip.infolist()}
        self.main = self.related("").get("officeDocument", "word/document.xml")

    def part(self, path: str) -> Any:
        """The root element of a part, or None where the file has no such part."""
        info = self._parts.get(path.casefold())
        if info is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self._bytes(info), parser)
        except etree.XMLSyntaxError as error:
            raise QDeskError(
                f"“{self.name}” is damaged inside ({path}); nothing was imported. Open it in Word and save it again."
            ) from error
        if root.getroottree().docinfo.doctype:
            raise QDeskError(f"“{self.name}” holds a document type, which no Word file may; nothing was imported.")
        return root

    def related(self, path: str) -> dict[str, str]:
        """Paths of the parts that belong to a part, by the last word of their type (``footnotes``, ``comments`` …)."""
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, str] = {}
        for relation in [] if root is None else root:
            target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External" and target:
                found.setdefault(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        return found

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise QDeskError(
                f"“{self.name}” is protected by a password; nothing was imported. Save a copy without one."
            )
        try:
            with self._zip.open(info) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except _ZIP_ERRORS as error:
            raise QDeskError(
                f"“{self.name}” is damaged; nothing was imported. Open it in Word and save it again."
            ) from error
        if len(data) > _LARGEST_PART:
            raise QDeskError(
                f"“{self.name}” unpacks to more than {_LARGEST_PART // 1_000_000} MB; nothing was imported."
            )
        return data


def _ole_message(data: bytes, name: str) -> str:
    if _ENCRYPTED in data:
        return (
            f"“{name}” is protected by a password; nothing was imported. Open it in Word and save a copy without one."
        )
    return f"“{name}” is in the old Word format (.doc); nothing was imported. Open it in Word and save it as .docx."
