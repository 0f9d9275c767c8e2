"""The document that a report is written into: its pages, upright and wide, and its pictures."""

import copy
import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu
from lxml import etree

from qdesk.exporters.report import Figure
from qdesk.exporters.word.markup import attribute, paragraph
from qdesk.places import resources

_AT_ONCE: Final = 1000
"""Blocks parsed in one go: fewer cost time, many more cost memory."""
_FIGURE_HEIGHT: Final = 0.75
"""Part of the text's height that a figure may take; the rest is for heading and caption."""
_SPACER: Final = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""Carries the end of a section whose last block is a table, and takes no room."""


class Pages:
    """A Word document that grows section by section, each on upright (portrait) or wide (landscape) pages."""

    def __init__(self, title: str) -> None:
        self._document = docx.Document(_template())
        self._body = self._document.element.body
        self._page = copy.deepcopy(self._body.sectPr)
        self._started = False
        self._describe(title)

    def start_section(self, *, landscape: bool = False) -> None:
        """Begin a new page of the given orientation, with the template's margins and footer."""
        if self._started:
            self._end_section()
        self._started = True
        page = copy.deepcopy(self._page)
        self._body.replace(self._body.sectPr, page)
        section = self._section
        upright = sorted((section.page_width, section.page_height))
        section.page_width, section.page_height = reversed(upright) if landscape else upright
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT

    @property
    def width(self) -> int:
        """Width of the text in twips."""
        section = self._section
        return int(Emu(section.page_width - section.left_margin - section.right_margin).twips)

    def add(self, blocks: Iterable[str]) -> None:
        """Append ready paragraphs and tables, given as WordprocessingML text."""
        batch: list[str] = []
        for block in blocks:
            batch.append(block)
            if len(batch) == _AT_ONCE:
                self._append(batch)
                batch.clear()
        self._append(batch)

    def picture(self, figure: Figure) -> str:
        """The paragraph of a figure, as large as the page allows and no larger than it is."""
        section = self._section
        room = section.page_height - section.top_margin - section.bottom_margin
        inline: Any = self._document.part.new_pic_inline(io.BytesIO(figure.png))
        scale = min(1, self.width * 635 / inline.extent.cx, room * _FIGURE_HEIGHT / inline.extent.cy)
        size = int(inline.extent.cx * scale), int(inline.extent.cy * scale)
        for extent in (inline.extent, inline.graphic.graphicData.pic.spPr.xfrm.ext):
            extent.cx, extent.cy = size
        inline.docPr.set("descr", attribute(figure.alternative))
        return paragraph("Figure", f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>")

    def save(self) -> bytes:
        """The document as a .docx file."""
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    @property
    def _section(self) -> Any:
        """The last section; untyped, since python-docx calls every length of it optional."""
        return self._document.sections[-1]

    def _append(self, blocks: list[str]) -> None:
        end = self._body.sectPr
        for block in parse_xml(f"<w:body {nsdecls('w')}>{''.join(blocks)}</w:body>"):
            rows = block.findall(qn("w:tr"))
            for row in rows:  # to move a whole table takes lxml a time that grows with the square of its cells
                block.remove(row)
            end.addprevious(block)
            block.extend(rows)

    def _end_section(self) -> None:
        """Hang the page's set-up on the last paragraph, as Word wants it for every section but the last."""
        blocks: list[Any] = list(self._body.iterchildren("{*}p", "{*}tbl"))
        if not blocks or blocks[-1].tag.endswith("}tbl"):
            self._append([_SPACER])
        last = self._body.sectPr.getprevious()
        last.get_or_add_pPr().append(copy.deepcopy(self._body.sectPr))

    def _describe(self, title: str) -> None:
        properties = self._document.core_properties
        properties.title = title
        properties.created = properties.modified = datetime.now(UTC)


def _template() -> io.BytesIO:
    """The .docx whose parts lie, open to be read and changed, in ``resources/word/report``."""
    folder = resources() / "word" / "report"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part in sorted(folder.rglob("*")):
            if part.is_file():
                archive.write(part, part.relative_to(folder).as_posix())
    packed.seek(0)
    return packed
