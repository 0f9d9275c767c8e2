"""The paragraph of the hit that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.positions import Positions
from qdesk.gui.reader.script import ARABIC_FACES, runs_right_to_left
from qdesk.gui.search.delegate import SIDE
from qdesk.gui.search.pages import Around
from qdesk.gui.search.shaping import whole_words
from qdesk.gui.widgets.label import Label
from qdesk.text.spans import Span

_HEAD, _TOP, _BOTTOM, _COLUMN, _LATIN, _ARABIC = 18, 10, 8, 640, (15, 24), (17, 30)
"""LOOK's px: the citation, above and below, the most width of a line, letters and lines of both kinds of script."""

_LEAST, _MOST = 2, 5
"""Lines of the paragraph in sight."""

_FROM_TO = (QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor)


class Preview(QWidget):
    """A citation over the paragraph, in which the hit is 600 on the colour of a found place. It scrolls to the hit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hit_preview")
        self.setAccessibleName("Paragraph of the hit")
        self._around: Around | None = None
        self._room = 0
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

    def set_room(self, height: int) -> None:
        """Show as many lines as have room in a height in pixels, from two to five."""
        self._room = height
        around, line = look.px(_HEAD + _TOP + _BOTTOM), look.px(_LATIN[1])
        self.setFixedHeight(around + line * max(_LEAST, min(_MOST, (height - around) // line)))

    @property
    def words(self) -> str:
        """The text that is shown."""
        return self._text.toPlainText()

    def _dress(self) -> None:
        self.set_room(self._room)
        self._column.setContentsMargins(look.px(SIDE), look.px(_TOP), look.px(SIDE), look.px(_BOTTOM))
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
        words = around.before + around.text + around.after
        hit = Span(len(around.before), len(around.before) + len(around.text))
        mirrored = runs_right_to_left(words)
        letters, line = _ARABIC if mirrored else _LATIN
        cursor = self.textCursor()
        cursor.setBlockFormat(_block(line, mirrored))
        if around.speaker:
            cursor.insertText(f"{around.speaker}: ", _form(ui_font(13, bold=True)))
        start, positions = cursor.position(), Positions(words)
        cursor.insertText(words, _form(_face(letters, mirrored)))
        bold, found = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        found.setBackground(QColor(look.tokens.selection))
        for span, form in ((whole_words(words, hit), bold), (hit, found)):
            for place, mode in zip(positions.range(span), _FROM_TO, strict=True):
                cursor.setPosition(start + place, mode)
            cursor.mergeCharFormat(form)
        for place in reversed(positions.range(hit)):
            self._bring(start + place)

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


def _face(letters: int, mirrored: bool) -> QFont:
    font = transcript_font(letters)
    if mirrored:
        font.setFamilies([*ARABIC_FACES, *font.families()])
    return font
