"""Walk through the body of a Word document and write down its text, with formatting and anchors of comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qdesk.importers.docx_names import attribute, child, local
from qdesk.importers.docx_styles import Style, outline_level, toggle
from qdesk.importers.docx_symbols import symbol
from qdesk.text.newdocument import FormatKind, Formatting

_LEFT_OUT = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "pPr",
    "rPr",
    "sdtPr",
    "tblPr",
    "trPr",
    "tcPr",
    "rt",
}
_ON = ("", "1", "true", "on")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_IN_TEXT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\ufeff": None})
_HEADINGS: tuple[FormatKind, ...] = ("heading1", "heading2", "heading3")


@dataclass
class DocxText:
    """Collects what is read. Positions are code points of ``"".join(parts)``.

    ``notes`` lists the foot- and endnotes met, as kind and id, ``anchors`` the start and end of each comment by its id.
    """

    styles: dict[str, Style]
    parts: list[str] = field(default_factory=list)
    position: int = 0
    formatting: list[Formatting] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    deletions: int = 0
    insertions: int = 0
    symbols: int = 0
    _boxes: list[Any] = field(default_factory=list)
    _heading: int = 0

    def write(self, text: str) -> None:
        """Append text."""
        if text:
            self.parts.append(text)
            self.position += len(text)

    def read_blocks(self, container: Any) -> None:
        """Paragraphs and tables of a body, cell, note or text box, in order; each paragraph ends with a line break."""
        for element in container:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in ("del", "moveFrom"):
                self.deletions += 1
            elif name not in _LEFT_OUT:
                self._anchor(element, name)
                self.read_blocks(element)

    def _paragraph(self, paragraph: Any) -> None:
        properties = child(paragraph, "pPr")
        style = self.styles.get(attribute(child(properties, "pStyle"), "val"), Style())
        start, self._heading = self.position, outline_level(properties) or style.heading
        boxes, self._boxes = self._boxes, []
        self._inline(paragraph, style)
        if self._heading and self.position > start:
            self.formatting.append(Formatting(start, self.position, _HEADINGS[min(self._heading, 3) - 1]))
        self._heading = 0
        mark = child(properties, "rPr")
        if child(mark, "del") is None and child(mark, "moveFrom") is None:
            self.write("\n")
        own, self._boxes = self._boxes, boxes
        for box in own:
            self.read_blocks(box)

    def _table(self, table: Any) -> None:
        for element in table:
            name = local(element)
            if name == "tr" and child(child(element, "trPr"), "del") is None:
                self._row(element)
            elif name == "tr" or name in ("del", "moveFrom"):
                self.deletions += 1
            elif name not in _LEFT_OUT:
                self._table(element)

    def _row(self, row: Any) -> None:
        for at, cell in enumerate(_cells(row)):
            if at:
                self.write("\t")
            before = len(self.parts)
            self.read_blocks(cell)
            if self.parts[before:] and self.parts[-1] == "\n":
                self.parts.pop()
                self.position -= 1
        self.write("\n")

    def _inline(self, container: Any, style: Style) -> None:
        for element in container:
            name = local(element)
            if name in ("del", "moveFrom"):
                self.deletions += 1
            elif name in _LEFT_OUT:
                continue
            elif name == "r":
                self._run(element, style)
            elif name in ("p", "tbl"):
                self._boxes.append([element])
            elif name == "t":
                self.write((element.text or "").translate(_IN_TEXT))
            else:
                self.insertions += name in ("ins", "moveTo")
                self._anchor(element, name)
                self._inline(_chosen(element), style)

    def _run(self, run: Any, style: Style) -> None:
        properties = child(run, "rPr")
        named = self.styles.get(attribute(child(properties, "rStyle"), "val"), Style())
        start = self.position
        for element in run:
            self._content(element, local(element), style)
        if self._heading or self.position == start:
            return
        if _is_on(toggle(properties, "b"), named.bold, style.bold):
            self._format(start, "bold")
        if _is_on(toggle(properties, "i"), named.italic, style.italic):
            self._format(start, "italic")

    def _content(self, element: Any, name: str, style: Style) -> None:
        if name == "t":
            self.write((element.text or "").translate(_IN_TEXT))
        elif name in _CHARACTERS:
            self.write(_CHARACTERS[name])
        elif name == "sym":
            shown = symbol(attribute(element, "font"), attribute(element, "char"))
            self.symbols += shown == "\ufffd"
            self.write(shown)
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.append((name.removesuffix("Reference"), attribute(element, "id")))
            self.write(f"[{len(self.notes)}]")
        elif name == "fldChar":
            self._check_box(element)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._find_boxes(_chosen(element))
        elif name not in _LEFT_OUT:
            self._anchor(element, name)
            self._inline(element, style)

    def _check_box(self, field_mark: Any) -> None:
        box = child(child(field_mark, "ffData"), "checkBox")
        if box is not None:
            state = child(box, "checked") if child(box, "checked") is not None else child(box, "default")
            self.write("☒" if state is not None and attribute(state, "val") in _ON else "☐")

    def _find_boxes(self, container: Any) -> None:
        """Text boxes, to stand behind their paragraph; of a box stored twice, for old and new programs, one."""
        for element in container:
            if local(element) == "txbxContent":
                self._boxes.append(element)
            else:
                self._find_boxes(_chosen(element))

    def _anchor(self, element: Any, name: str) -> None:
        identifier = attribute(element, "id")
        if name == "commentRangeStart":
            self.anchors[identifier] = (self.position, self.position)
        elif name == "commentRangeEnd":
            self.anchors[identifier] = (self.anchors.get(identifier, (self.position,))[0], self.position)
        elif name == "commentReference":
            self.anchors.setdefault(identifier, (self.position, self.position))

    def _format(self, start: int, kind: FormatKind) -> None:
        """Bold or italic from ``start`` to here; joined to a stretch of the same kind that ended there."""
        for at in range(len(self.formatting) - 1, max(-1, len(self.formatting) - 3), -1):
            last = self.formatting[at]
            if last.kind == kind and last.end == start:
                self.formatting[at] = Formatting(last.start, self.position, kind)
                return
        self.formatting.append(Formatting(start, self.position, kind))


def _is_on(*said: bool | None) -> bool:
    """What the first that says anything says: the run itself, its style, the paragraph's style."""
    return next((value for value in said if value is not None), False)


def _cells(row: Any) -> list[Any]:
    """The cells of a row, also those wrapped in content controls."""
    found: list[Any] = []
    for element in row:
        name = local(element)
        if name == "tc":
            found.append(element)
        elif name not in _LEFT_OUT:
            found += _cells(element)
    return found


def _chosen(element: Any) -> Any:
    """Of alternatives the first, else the element itself."""
    if local(element) != "AlternateContent":
        return element
    first = child(element, "Choice")
    return first if first is not None else element
