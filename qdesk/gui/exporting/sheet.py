"""Pages of one orientation, written like a Word document: paragraphs in named styles, tables with horizontal rules.

Measures are those of the Word template in ``resources/word/report``, in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

UNITS: Final = 4
"""Units of the layout in a point: whole pixel sizes of fonts are then fine enough, and lines break as in print."""

PAGE: Final = QSizeF(595.3, 841.9)
"""A4 in points."""

MARGIN: Final = 70.9
_FACES: Final = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif", "Noto Naskh Arabic")
_BLACK, _GREY, _SHADE = QColor("#000000"), QColor("#BFBFBF"), QColor("#EDEDED")
_PADDING: Final = QMarginsF(4.25, 2.5, 4.25, 2.5)
_FIGURE_HEIGHT: Final = 0.75
_INCH: Final = 72
_PITCH, _ARABIC_PITCH = 1.15, 1.6
"""Line height of single spacing in relation to the size, that of Times New Roman and of Noto Naskh Arabic."""


class Style(NamedTuple):
    """A paragraph: point size, weight, slope, space before and after, line height, indent at the left."""

    size: float = 12
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.25
    indent: float = 0
    right: bool = False


STYLES: Final[dict[str, Style]] = {
    "Heading1": Style(14, bold=True, after=8),
    "Heading2": Style(13, bold=True, before=14, after=4),
    "Heading3": Style(12, bold=True, italic=True, before=10, after=3),
    "Heading4": Style(12, italic=True, before=8, after=3),
    "BodyText": Style(after=8),
    "CodeDefinition": Style(italic=True, after=8),
    "Quotation": Style(after=8),
    "BlockQuotation": Style(after=8, indent=36),
    "Caption": Style(10, after=6, line=1.1),
    "TableText": Style(10, line=1.05),
    "TableBold": Style(10, bold=True, line=1.05),
    "TableNumber": Style(10, line=1.05, right=True),
    "TableNumberBold": Style(10, bold=True, line=1.05, right=True),
    "TableNote": Style(10, before=6, after=16, line=1.05),
    "Figure": Style(after=12, line=1),
}


class Piece(NamedTuple):
    """Words of a paragraph; ``bold`` and ``italic`` turn the style's own on."""

    text: str
    bold: bool = False
    italic: bool = False


class Sheet:
    """A `QTextDocument` that grows paragraph by paragraph. Sizes are points."""

    def __init__(self, *, landscape: bool) -> None:
        self.size = PAGE.transposed() if landscape else PAGE
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(_font(STYLES["BodyText"]))
        self.document.setPageSize(self.size * UNITS)
        frame = QTextFrameFormat()
        frame.setMargin(MARGIN * UNITS)
        self.document.rootFrame().setFrameFormat(frame)
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()
        self._is_new = True

    @property
    def width(self) -> float:
        """Room between the margins."""
        return self.size.width() - 2 * MARGIN

    def finish(self) -> QTextDocument:
        """The document, laid out from here on."""
        self._cursor.endEditBlock()
        return self.document

    def paragraph(self, style: str, *pieces: Piece | str, rtl: bool = False, after: float | None = None) -> None:
        """Append a paragraph; ``after`` replaces the space behind it."""
        if not self._is_new:
            self._cursor.insertBlock()
        self._is_new = False
        write(self._cursor, STYLES[style], pieces, rtl=rtl, after=after)

    def picture(self, png: bytes) -> None:
        """Append a picture as large as the page allows and no larger than it is."""
        image = QImage.fromData(png, "PNG")
        dots = image.dotsPerMeterX() * 0.0254
        width, height = image.width() * _INCH / dots, image.height() * _INCH / dots
        room = (self.size.height() - 2 * MARGIN) * _FIGURE_HEIGHT
        scale = min(1.0, self.width / width, room / height) * UNITS
        self.paragraph("Figure")
        form = self._cursor.blockFormat()
        form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        self._cursor.setBlockFormat(form)
        name = f"figure{self._cursor.position()}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        image_form = QTextImageFormat()
        image_form.setName(name)
        image_form.setWidth(width * scale)
        image_form.setHeight(height * scale)
        self._cursor.insertImage(image_form)

    def table(self, rows: int, widths: Sequence[float], padding: float = _PADDING.left()) -> Table:
        """Append a table whose first row stands again on every page."""
        form = QTextTableFormat()
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setHeaderRowCount(1)
        fixed = QTextLength.Type.FixedLength
        form.setColumnWidthConstraints([QTextLength(fixed, width * UNITS) for width in widths])
        table = self._cursor.insertTable(rows, len(widths), form)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_new = True  # the paragraph that Qt puts behind a table is the next one
        return Table(table, padding)


class Table:
    """Cells to be filled in. Rules run across only: strong ones round the head and at the end, grey ones between."""

    def __init__(self, table: QTextTable, padding: float) -> None:
        self._table, self._padding = table, padding

    def cell(self, row: int, column: int, style: str, *pieces: Piece | str, **layout: bool | float) -> None:
        """Write the first paragraph of a cell."""
        cell = self._table.cellAt(row, column)
        cell.setFormat(_cell_format(self._padding, row == 0, row == self._table.rows() - 1))
        write(cell.firstCursorPosition(), STYLES[style], pieces, **layout)

    def add(self, row: int, column: int, style: str, *pieces: Piece | str, **layout: bool | float) -> None:
        """Write a further paragraph of a cell."""
        cursor = self._table.cellAt(row, column).lastCursorPosition()
        cursor.insertBlock()
        write(cursor, STYLES[style], pieces, **layout)

    def whole_row(self, row: int) -> None:
        """Make a row one shaded cell."""
        self._table.mergeCells(row, 0, 1, self._table.columns())
        form = _cell_format(self._padding, False, row == self._table.rows() - 1, shaded=True)
        self._table.cellAt(row, 0).setFormat(form)


@lru_cache(maxsize=64)
def _cell_format(padding: float, is_head: bool, is_last: bool, shaded: bool = False) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setLeftPadding(padding * UNITS)
    form.setRightPadding(padding * UNITS)
    form.setTopPadding(_PADDING.top() * UNITS)
    form.setBottomPadding(_PADDING.bottom() * UNITS)
    solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
    if is_head:
        form.setTopBorder(UNITS)
        form.setTopBorderStyle(solid)
        form.setTopBorderBrush(QBrush(_BLACK))
    is_strong = is_head or is_last
    form.setBottomBorder(UNITS if is_strong else UNITS / 2)
    form.setBottomBorderStyle(solid)
    form.setBottomBorderBrush(QBrush(_BLACK if is_strong else _GREY))
    if shaded:
        form.setBackground(_SHADE)
    return form


def write(
    cursor: QTextCursor, style: Style, pieces: Sequence[Piece | str], *, rtl: bool = False, after: float | None = None,
    indent: float = 0,
) -> None:  # fmt: skip
    """Fill the empty paragraph under the cursor."""
    form = QTextBlockFormat()
    form.setTopMargin(style.before * UNITS)
    form.setBottomMargin((style.after if after is None else after) * UNITS)
    form.setLeftMargin((style.indent + indent) * UNITS)
    pitch = style.size * style.line * (_ARABIC_PITCH if rtl else _PITCH)
    form.setLineHeight(pitch * UNITS, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    form.setAlignment(Qt.AlignmentFlag.AlignRight if style.right else Qt.AlignmentFlag.AlignLeading)
    cursor.setBlockFormat(form)
    style = style._replace(size=style.size + rtl)
    for piece in pieces:
        one = Piece(piece) if isinstance(piece, str) else piece
        letters = style._replace(bold=style.bold or one.bold, italic=style.italic or one.italic)
        cursor.insertText(one.text, _letters(letters))


@lru_cache(maxsize=64)
def _letters(style: Style) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(_font(style))
    return form


@lru_cache(maxsize=64)
def _font(style: Style) -> QFont:
    font = QFont(list(_FACES))
    font.setPixelSize(round(style.size * UNITS))
    font.setBold(style.bold)
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
