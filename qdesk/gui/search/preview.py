"""The paragraph of the hit that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.reader.script import ARABIC_FACES, runs_right_to_left
from qdesk.gui.search.delegate import SIDE
from qdesk.gui.search.pages import Around
from qdesk.gui.widgets.label import Label

_HEIGHT, _COLUMN, _LATIN, _ARABIC = 156, 640, (15, 24), (17, 30)
"""LOOK's px: the panel (five lines, of Arabic four), the most width of a line; letters and lines of both scripts."""


class Preview(QWidget):
    """A citation over the paragraph, in which the hit is 600 on the colour of a found place. It scrolls to the hit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hit_preview")
        self.setAccessibleName("Paragraph of the hit")
        self._around: Around | None = None
        self._cited = Label("", 11, token="muted")
        self._cited.setObjectName("hit_citation")
        self._text = _Paragraph()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._cited)
        self._column.addWidget(self._text, 1)
        look.changed.connect(self._dress)
        self._dress()

    def show_hit(self, around: Around | None) -> None:
        """Show a hit in its paragraph, or nothing."""
        if around != self._around:
            self._around = around
            self._cited.setText(around.citation if around else "")
            self._text.fill(around)

    @property
    def words(self) -> str:
        """The text that is shown."""
        return self._text.toPlainText()

    def _dress(self) -> None:
        self.setFixedHeight(look.px(_HEIGHT))
        self._column.setContentsMargins(look.px(SIDE), look.px(10), look.px(SIDE), look.px(8))
        self._column.setSpacing(look.px(2))
        self._text.setMaximumWidth(look.px(_COLUMN))
        self._text.fill(self._around)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome, with a hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.background))
        painter.fillRect(0, 0, self.width(), 1, QColor(look.tokens.border))


class _Paragraph(QTextEdit):
    """Read only, and no stop for the Tab key: the row of the hit says the same words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hit_paragraph")
        self.setAccessibleName("Paragraph")
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)

    def fill(self, around: Around | None) -> None:
        """Set the paragraph of a hit."""
        self.clear()
        if around is None:
            return
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(look.tokens.said if around.is_asked else look.tokens.text))
        self.setPalette(palette)
        mirrored = runs_right_to_left(around.before + around.text + around.after)
        letters, line = _ARABIC if mirrored else _LATIN
        cursor = self.textCursor()
        cursor.setBlockFormat(_block(line, mirrored))
        if around.speaker:
            cursor.insertText(f"{around.speaker}: ", _form(ui_font(13, bold=True)))
        plain, found = _form(_face(letters, mirrored)), _form(_face(letters, mirrored, bold=True))
        found.setBackground(QColor(look.tokens.selection))
        cursor.insertText(around.before, plain)
        hit = cursor.position()
        cursor.insertText(around.text, found)
        end = cursor.position()
        cursor.insertText(around.after, plain)
        self._bring(end)
        self._bring(hit)

    def _bring(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _block(line: int, mirrored: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(look.px(line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    return form


def _form(font: QFont) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    return form


def _face(letters: int, mirrored: bool, *, bold: bool = False) -> QFont:
    font = transcript_font(letters)
    if mirrored:
        font.setFamilies([*ARABIC_FACES, *font.families()])
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
