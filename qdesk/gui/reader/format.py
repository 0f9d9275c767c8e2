"""How the stored text is set: line heights by script, direction, speakers, interviewer's turns, headings."""

from __future__ import annotations

from collections import Counter
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from qdesk.gui.look.fonts import transcript_font, ui_font
from qdesk.gui.look.mix import mix
from qdesk.gui.look.theme import look
from qdesk.gui.reader.scene import Scene
from qdesk.gui.reader.script import (
    ARABIC,
    LATIN,
    NASTALIQ_PITCH,
    Setting,
    has_right_to_left,
    runs_right_to_left,
    setting_of,
)
from qdesk.text.spans import Span

PARAGRAPH_GAP = 8
SLACK = 12
"""Room at both sides of the text inside the viewport, for tints, handles and hanging blanks."""

_BEARING = 2
"""px that Qt keeps free at the end of a line for glyphs that lean out of it."""

DIMMED = 0.45
"""The share of the ink in what is dimmed."""

_HEADINGS = {"heading1": 21, "heading2": 17, "heading3": 15}

BlockStyle = tuple[Setting | None, bool, bool]
"""Setting (None for a blank line), right to left, and whether a gap follows."""


def make_document(scene: Scene, parent: QObject) -> QTextDocument:
    """The scene's text, set for the look in force.

    It gets no layout before it is whole: each step would lay the text out again. Raises AssertionError if Qt
    counts the text otherwise than we do.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(transcript_font(LATIN.size))
    document.setPlainText(scene.document.text)
    counted = document.characterCount() - 1, document.blockCount()
    if counted != (scene.positions.units, len(scene.line_starts)):
        raise AssertionError(f"Qt counts {counted} units and lines, not {scene.positions.units}: text not normalised")
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _set_frame(document)
    _set_blocks(scene, cursor)
    _set_formatting(scene, cursor)
    _set_turns(scene, cursor)
    cursor.endEditBlock()
    for line in scene.folded:
        document.findBlockByNumber(line).setVisible(False)
    return document


def _set_frame(document: QTextDocument) -> None:
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(look.px(16))
    frame.setBottomMargin(look.px(96))
    frame.setLeftMargin(look.px(SLACK))
    frame.setRightMargin(look.px(SLACK) - _BEARING)
    document.rootFrame().setFrameFormat(frame)


def _set_blocks(scene: Scene, cursor: QTextCursor) -> None:
    """Give all blocks the commonest style at once, then each other block its own."""
    styles = _styles(scene)
    common = Counter(styles).most_common(1)[0][0]
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_block_format(common))
    for start, style in zip(scene.line_starts, styles, strict=True):
        if style != common:
            cursor.setPosition(start)
            cursor.setBlockFormat(_block_format(style))
        if style[0] and style[0].faces:
            cursor.setPosition(start)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_face(style[0]))


def _styles(scene: Scene) -> list[BlockStyle]:
    """The style of each line of the text. The direction is that of the speech, not of its label."""
    text = scene.document.text
    labels = {turn.start: turn.label_end for turn in scene.document.turns}
    mixed = _arabic() if has_right_to_left(text) else None
    styles: list[BlockStyle] = []
    start = 0
    for line in text.split("\n"):
        said = line[labels.get(start, start) - start :] if mixed else line
        styles.append(_style(said if said.strip() else line, mixed))
        start += len(line) + 1
    return _with_gaps(styles, [scene.paragraph_at(start) for start in scene.line_starts])


def _arabic() -> Setting:
    """The chosen transcript face if it has Arabic letters, else our own; Nastaliq slopes and needs more height."""
    chosen = look.transcript_family
    if chosen and QFontDatabase.WritingSystem.Arabic in QFontDatabase.writingSystems(chosen):
        return Setting(ARABIC.size, NASTALIQ_PITCH if "Nastaliq" in chosen else ARABIC.pitch, (chosen,))
    return ARABIC


def _style(line: str, arabic: Setting | None) -> BlockStyle:
    """``arabic`` is None for a text in which nothing runs from right to left."""
    if not line or line.isspace():
        return None, False, False
    return (setting_of(line, arabic), runs_right_to_left(line), False) if arabic else (LATIN, False, False)


def _with_gaps(styles: list[BlockStyle], paragraphs: list[int | None]) -> list[BlockStyle]:
    """A gap follows a line that ends its paragraph, unless a blank line makes the gap."""
    nexts = zip([*styles[1:], (LATIN, False, False)], [*paragraphs[1:], None], strict=True)
    gaps = (
        style[0] is not None and following[0] is not None and (paragraph is None or paragraph != after)
        for style, paragraph, (following, after) in zip(styles, paragraphs, nexts, strict=True)
    )
    return [(setting, rtl, gap) for (setting, rtl, _), gap in zip(styles, gaps, strict=True)]


def _block_format(style: BlockStyle) -> QTextBlockFormat:
    setting, right_to_left, gap = style
    height = look.px(setting.pitch if setting else PARAGRAPH_GAP)
    form = QTextBlockFormat()
    form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setBottomMargin(look.px(PARAGRAPH_GAP) if gap else 0)
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    form.setLayoutDirection(direction)
    return form


def _face(setting: Setting) -> QTextCharFormat:
    font = transcript_font(setting.size)
    font.setFamilies([*setting.faces, *font.families()])
    form = QTextCharFormat()
    form.setFont(font)
    return form


def _set_formatting(scene: Scene, cursor: QTextCursor) -> None:
    @cache
    def form_of(kind: str) -> QTextCharFormat:
        form = QTextCharFormat()
        if kind == "italic":
            form.setFontItalic(True)
        else:
            form.setFontWeight(QFont.Weight.DemiBold)
        if kind in _HEADINGS:
            form.setProperty(QTextCharFormat.Property.FontPixelSize, look.px(_HEADINGS[kind]))
        return form

    for stretch in scene.document.formatting:
        _select(cursor, scene, Span(stretch.start, stretch.end))
        cursor.mergeCharFormat(form_of(stretch.kind))


def _set_turns(scene: Scene, cursor: QTextCursor) -> None:
    """Labels in the window's face, interviewers in their own ink; a time in a label is a small muted fact."""
    dimmed = scene.interviewer != "shown"
    said, time = (_inked(token, dimmed) for token in ("said", "muted"))
    label, clear_time = QTextCharFormat(), _inked("muted", False)
    label.setFont(ui_font(13, bold=True))
    for form in (time, clear_time):
        form.setFont(ui_font(11))
    times = {mark.position: mark for mark in scene.times}
    for turn in scene.document.turns:
        if turn.is_interviewer:
            _select(cursor, scene, Span(turn.start, turn.end))
            cursor.mergeCharFormat(said)
        if turn.label_end > turn.start:
            _select(cursor, scene, Span(turn.start, turn.label_end))
            cursor.mergeCharFormat(label)
        if (mark := times.get(turn.start)) and mark.span.end <= turn.label_end:
            _select(cursor, scene, mark.span)
            cursor.mergeCharFormat(time if dimmed and turn.is_interviewer else clear_time)


def _inked(token: str, dimmed: bool) -> QTextCharFormat:
    """In a colour of the look, or in 45 % of it."""
    form, ink = QTextCharFormat(), QColor(getattr(look.tokens, token))
    form.setForeground(mix(ink, look.tokens.surface, DIMMED) if dimmed else ink)
    return form


def _select(cursor: QTextCursor, scene: Scene, span: Span) -> None:
    start, end = scene.positions.range(span)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
