"""Type, colours and space of a page, given to a document that was read from Markdown, at each switch of the look."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.window.actions import ACTIONS

PAGE = ".md"

_ADDRESS = re.compile(r"[\w-]+\.md")
"""The address of a page, as links between pages have it."""

KEY = QTextFormat.Property.UserProperty.value + 1
"""Set on the characters of a key, round which the view paints a cap."""

_BODY, _PITCH, _KEY_SIZE, _FORMULA = 15, 24, 13, 17
_HEADINGS = {1: (21, 28, 0, 12), 2: (17, 24, 20, 8), 3: (15, 24, 8, 4)}
"""LOOK's px of a heading by its level: type, line, room above and below."""

_PARAGRAPH, _STEP, _PICTURE, _INDENT, _CELL = 12, 8, 16, 28, 6
"""LOOK's px: room under a paragraph, a step, a picture; how far steps stand in; padding of a table's cell."""

_MAC_KEYS = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥"}

_PAD = "\u202f"
"""A narrow space that does not break, at either side of a key: room for its cap."""


def is_page(address: str) -> bool:
    """Whether an address is that of a page: all others are text, never a link, and never opened."""
    return _ADDRESS.fullmatch(address) is not None


def prepared(markdown: str) -> str:
    """The Markdown to show: keys with room for their caps, on a Mac as they stand on its keyboard."""
    return re.sub(r"`([^`\n]+)`", lambda found: f"`{_padded(_keys(found[1]))}`", markdown)


def _keys(keys: str) -> str:
    if sys.platform != "darwin":
        return keys
    own = next((row.mac_keys for row in ACTIONS if row.mac_keys and row.keys == keys), keys)
    return re.sub(r"\b(Ctrl|Shift|Alt)\+", lambda found: _MAC_KEYS[found[1]], own)


def _padded(keys: str) -> str:
    pad = _PAD if len(keys) > 1 else 2 * _PAD
    return f"{pad}{keys}{pad}"


def dress(document: QTextDocument, side: int) -> None:
    """Dress every block, link, key and table; ``side`` is the room in px at the left and right of the column."""
    _set_frame(document, side)
    document.setIndentWidth(look.px(_INDENT))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document):
        cursor.setPosition(block.position())
        cursor.setBlockFormat(_block_format(block))
        _dress_fragments(cursor, block)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)
    cursor.endEditBlock()


def set_side(document: QTextDocument, side: int) -> None:
    """Another room at the sides, after a change of width."""
    if document.rootFrame().frameFormat().leftMargin() != side:
        _set_frame(document, side)


def _set_frame(document: QTextDocument, side: int) -> None:
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(look.px(24))
    frame.setBottomMargin(look.px(64))
    frame.setLeftMargin(side)
    frame.setRightMargin(side)
    document.rootFrame().setFrameFormat(frame)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


# ---- blocks


def _block_format(block: QTextBlock) -> QTextBlockFormat:
    form = QTextBlockFormat(block.blockFormat())
    size = _HEADINGS.get(form.headingLevel())
    is_step = _in_list(block) and _in_list(block.next())
    _, pitch, above, below = size or (_BODY, _PITCH, 0, _STEP if is_step else _PARAGRAPH)
    if _is_picture(block):
        form.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        above, below = _STEP, _PICTURE
    else:
        pitch = look.px(pitch) if block.text() else 1  # an empty block parts a table from what follows
        form.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    if form.hasProperty(QTextFormat.Property.BlockCodeFence):
        goes_on = block.next().blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
        above, below = 0, 0 if goes_on else _PARAGRAPH
    form.setLeftMargin(look.px(_INDENT) if _is_set_off(form) else 0)
    if QTextCursor(block).currentTable() or not block.text():
        above = below = 0
    form.setTopMargin(look.px(above))
    form.setBottomMargin(look.px(below))
    return form


def _in_list(block: QTextBlock) -> bool:
    return block.isValid() and (block.textList() is not None or block.blockFormat().indent() > 0)


def _is_picture(block: QTextBlock) -> bool:
    return "\ufffc" in block.text()


def _is_set_off(form: QTextBlockFormat) -> bool:
    """Formulas (block quotes) and lines to type (code) stand further in."""
    properties = QTextFormat.Property
    return any(form.hasProperty(one) for one in (properties.BlockQuoteLevel, properties.BlockCodeFence))


# ---- characters


def _dress_fragments(cursor: QTextCursor, block: QTextBlock) -> None:
    base = _font_of(block)
    start, end = block.position(), block.position() + block.length() - 1
    _select(cursor, start, end)
    cursor.setBlockCharFormat(_char_format(base))
    for begin, stop, form in list(_fragments(block)):
        _select(cursor, begin, stop)
        cursor.setCharFormat(_dressed(form, base, block))


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Start, end and format of each stretch of one format."""
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        yield piece.position(), piece.position() + piece.length(), piece.charFormat()
        pieces += 1


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _font_of(block: QTextBlock) -> QFont:
    form = block.blockFormat()
    if size := _HEADINGS.get(form.headingLevel()):
        return ui_font(size[0], bold=True)
    if form.hasProperty(QTextFormat.Property.BlockQuoteLevel):
        return transcript_font(_FORMULA)
    if form.hasProperty(QTextFormat.Property.BlockCodeFence):
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(look.px(_KEY_SIZE))
        return font
    table = QTextCursor(block).currentTable()
    return ui_font(13, bold=table.cellAt(block.position()).row() == 0) if table else ui_font(_BODY)


def _char_format(font: QFont, token: str = "text") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(QColor(getattr(look.tokens, token)))
    return form


def _dressed(form: QTextCharFormat, base: QFont, block: QTextBlock) -> QTextCharFormat:
    """The format that a stretch has in the look: from what Markdown said of it, whatever the look was before."""
    if form.isImageFormat():
        return form
    font = QFont(base)
    if form.fontWeight() > QFont.Weight.Medium.value:
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(form.fontItalic())
    is_key = form.hasProperty(KEY) or (form.fontFixedPitch() and not _is_set_off(block.blockFormat()))
    if is_key:
        font = ui_font(_KEY_SIZE)
    dressed = _char_format(font, "text2" if is_key else "text")
    if is_key:
        dressed.setProperty(KEY, True)
    if form.isAnchor() and is_page(form.anchorHref()):
        dressed.setAnchor(True)
        dressed.setAnchorHref(form.anchorHref())
        dressed.setFontUnderline(True)
        dressed.setForeground(QColor(look.tokens.accent))
    return dressed


# ---- tables


def _dress_table(table: QTextTable) -> None:
    """Horizontal hairlines only, as in print. After a formula Qt begins the first cell with an empty block."""
    first = table.cellAt(0, 0).firstCursorPosition()
    if not first.block().text() and first.position() < table.cellAt(0, 0).lastPosition():
        first.deleteChar()
    form = table.format()
    form.setBorderCollapse(True)
    form.setBorder(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setCellPadding(0)
    form.setCellSpacing(0)
    form.setTopMargin(look.px(4))
    form.setBottomMargin(look.px(_PARAGRAPH))
    table.setFormat(form)
    for row in range(table.rows()):
        for column in range(table.columns()):
            table.cellAt(row, column).setFormat(_cell_format(row))


def _cell_format(row: int) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
    form.setTopPadding(look.px(_CELL))
    form.setBottomPadding(look.px(_CELL))
    form.setRightPadding(look.px(2 * _CELL))
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(QBrush(QColor(look.tokens.border if row == 0 else look.tokens.hairline)))
    return form
