"""Word documents (.docx): the text as a reader sees it, with its comments."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from qdesk.errors import QDeskError
from qdesk.importers.docx_names import attribute, local
from qdesk.importers.docx_package import Package
from qdesk.importers.docx_styles import read_styles
from qdesk.importers.docx_text import DocxText
from qdesk.text.newdocument import NewDocument, SourceComment
from qdesk.text.normalise import normalise


def read(data: bytes, name: str) -> NewDocument:
    """Read a Word file; ``name`` is the file's.

    Paragraphs and table rows become lines, the cells of a row parted by tabs. A foot- or endnote leaves its number in
    brackets and stands at the end, behind a line of dashes; text boxes stand behind their paragraph. Tracked insertions
    are text, deletions are not. Left out: numbering, headers and footers, pictures. Raises `QDeskError`.
    """
    package = Package(data, name)
    document = package.part(package.main)
    body = None if document is None else next((part for part in document if local(part) == "body"), None)
    if body is None:
        raise QDeskError(f"“{name}” is not a Word document (.docx); nothing was imported.")
    related = package.related(package.main)
    reader = DocxText(read_styles(package.part(related.get("styles", ""))))
    reader.read_blocks(body)
    _append_notes(reader, package, related)
    text, notes = normalise("".join(reader.parts))
    comments = _comments(package.part(related.get("comments", "")), reader)
    return NewDocument(
        name=PurePath(name).stem,
        text=text,
        format="docx",
        source_name=name,
        source=data,
        formatting=tuple(sorted(reader.formatting, key=lambda span: (span.start, -span.end))),
        comments=comments,
        notes=notes + _notes(reader, len(comments)),
    )


def _append_notes(reader: DocxText, package: Package, related: dict[str, str]) -> None:
    """Write the notes at the end; one that is referred to from another note follows."""
    texts: dict[tuple[str, str], Any] = {}
    for kind in ("footnote", "endnote"):
        root = package.part(related.get(f"{kind}s", "")) if reader.notes else None
        texts |= {(kind, attribute(note, "id")): note for note in ([] if root is None else root)}
    if reader.notes:
        reader.write("---\n")
    at = 0
    while at < len(reader.notes):
        reader.write(f"[{at + 1}]")
        reader.read_blocks(texts.get(reader.notes[at], ()))
        at += 1


def _comments(root: Any, reader: DocxText) -> tuple[SourceComment, ...]:
    comments = []
    for element in [] if root is None else root:
        words = DocxText(reader.styles)
        words.read_blocks(element)
        start, end = (min(at, reader.position) for at in reader.anchors.get(attribute(element, "id"), (0, 0)))
        text = normalise("".join(words.parts))[0].strip()
        if text:
            comments.append(SourceComment(start, end, attribute(element, "author"), text))
    return tuple(sorted(comments, key=lambda comment: (comment.start, comment.end)))


def _notes(reader: DocxText, comments: int) -> tuple[str, ...]:
    counted = (
        (reader.deletions, "1 tracked deletion was left out.", "{} tracked deletions were left out."),
        (reader.insertions, "1 tracked insertion was kept.", "{} tracked insertions were kept."),
        (len(reader.notes), "1 note stands at the end of the text.", "{} notes stand at the end of the text."),
        (reader.symbols, "1 symbol of a special font became �.", "{} symbols of special fonts became �."),
        (comments, "1 comment was kept as a memo.", "{} comments were kept as memos."),
    )
    return tuple(one if count == 1 else many.format(count) for count, one, many in counted if count)
