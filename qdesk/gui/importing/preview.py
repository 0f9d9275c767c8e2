"""The text of a file as the reader will show it: its first lines, speakers in 600, one gap after each paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.positions import Positions
from qdesk.gui.reader.script import ARABIC_FACES, has_right_to_left, runs_right_to_left
from qdesk.text.newdocument import NewTurn, ParagraphRule
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span

LINES = 200
_CHARACTERS = 30_000
_SIZE, _PITCH, _ARABIC_SIZE, _ARABIC_PITCH = 15, 26, 17, 32
_GAP = 8


class Preview(QTextEdit):
    """Read-only, and it keeps its place while the same file is shown otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_preview")
        self.setAccessibleName("Text of the file")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[str, tuple[NewTurn, ...], ParagraphRule] | None = None
        look.changed.connect(self._redraw)

    def show_text(self, text: str, turns: tuple[NewTurn, ...], rule: ParagraphRule) -> None:
        """Show the first lines of a text with its turns and paragraphs (code points of the whole text)."""
        place = self.verticalScrollBar().value() if self._shown and self._shown[0] == text else 0
        self._shown = text, turns, rule
        self._redraw()
        self.verticalScrollBar().setValue(place)

    def _redraw(self) -> None:
        if self._shown is None:
            return
        text, turns, rule = self._shown
        first = head(text)
        document = self.document()
        document.setDefaultFont(transcript_font(_SIZE))
        document.setDocumentMargin(look.px(24))
        document.setPlainText(first)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        _set_blocks(document, cursor, Positions(first), paragraph_spans(first, rule))
        _set_turns(cursor, Positions(first), [turn for turn in turns if turn.label_end <= len(first)], len(first))
        cursor.endEditBlock()


def head(text: str) -> str:
    """The first lines of a text, as many as are shown."""
    at = -1
    for _line in range(LINES):
        at = text.find("\n", at + 1)
        if at < 0:
            return text[:_CHARACTERS]
    return text[: min(at, _CHARACTERS)]


def _set_blocks(document: QTextDocument, cursor: QTextCursor, positions: Positions, paragraphs: list[Span]) -> None:
    """Every line at the pitch of its script, running its own way; a gap after the last line of a paragraph."""
    ends = {positions.unit(span.end) for span in paragraphs}
    block = document.begin()
    while block.isValid():
        line = block.text()
        rtl = runs_right_to_left(line)
        form = QTextBlockFormat()
        pitch = (_ARABIC_PITCH if rtl else _PITCH) if line.strip() else _GAP
        form.setLineHeight(look.px(pitch), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        ends_paragraph = block.position() + block.length() - 1 in ends
        form.setBottomMargin(look.px(_GAP) if ends_paragraph else 0)
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        if has_right_to_left(line):
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_arabic())
        block = block.next()


def _arabic() -> QTextCharFormat:
    font = transcript_font(_ARABIC_SIZE)
    font.setFamilies([*ARABIC_FACES, *font.families()])
    form = QTextCharFormat()
    form.setFont(font)
    return form


def _set_turns(cursor: QTextCursor, positions: Positions, turns: Iterable[NewTurn], end: int) -> None:
    said, label = QTextCharFormat(), QTextCharFormat()
    said.setForeground(QColor(look.tokens.said))
    label.setFont(ui_font(13, bold=True))
    for turn in turns:
        if turn.is_interviewer:
            _select(cursor, positions, Span(turn.start, min(turn.end, end)))
            cursor.mergeCharFormat(said)
        _select(cursor, positions, Span(turn.start, turn.label_end))
        cursor.mergeCharFormat(label)


def _select(cursor: QTextCursor, positions: Positions, span: Span) -> None:
    start, end = positions.range(span)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
