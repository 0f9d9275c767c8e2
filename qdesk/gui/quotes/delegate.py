"""How a quote is drawn in the dock: the code's bar or bands, the words, the star and the citation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.icons import paint_icon
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.entries import Entry, Heading, Passage
from qdesk.gui.quotes.shaping import Shaped, Shapes, comment_font, comment_lines
from qdesk.gui.widgets.listmodel import Index
from qdesk.store.records import Code

_PADDING, _SIDE, _GAP, _FACTS, _HEADING = 12, 16, 4, 16, 28
"""LOOK's px at 100 %: above and below a quote, at its sides, before the citation, its line, a heading's row."""

_BAR, _BAND, _BAND_STEP, _BAND_DROP = 3, 3, 4, 12
"""LOOK's px: bar and band, one band to the next, and a line's centre to its first band."""

_STAR_ROOM = 18
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class QuoteDelegate(QStyledItemDelegate):
    """Paints and measures the rows; ``text_width`` is set by the view whenever its width changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.text_width = 288
        self.codes: Mapping[int, Code] = {}
        self._shapes = Shapes()
        look.changed.connect(self._shapes.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height at the width in force; the width is the view's."""
        return QSize(0, self.height(index.model().rows[index.row()], self.text_width))

    def knows(self, entry: Entry) -> bool:
        """Whether the height of a row is known at the width in force."""
        return isinstance(entry, Heading) or self._shapes.knows(entry, self.text_width)

    def height(self, entry: Entry, width: int) -> int:
        """Pixels of a row whose words are broken at a width: the words (kept) and the facts."""
        if isinstance(entry, Heading):
            return look.px(_HEADING)
        lines = len(self._comment(entry, width))
        return self._shapes.height(entry, width) + _room(lines, bool(entry.bands), look.scale)

    def _comment(self, passage: Passage, width: int) -> tuple[str, ...]:
        return comment_lines(passage.comment, width, look.scale, look.ui_family)

    def star_area(self, row: QRect, passage: Passage) -> QRect:
        """Where a click stars or unstars: 24 px round the star, before the citation if starred, else at the far end."""
        side = look.px(24)
        centre = self._star(row, passage)
        return QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row from the tokens in force."""
        entry: Entry = index.model().row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Heading):
            self._paint_heading(painter, option.rect, entry)
        else:
            self._paint_passage(painter, option, entry, index.model().facts(entry))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRect, heading: Heading) -> None:
        tokens, side = look.tokens, look.px(_SIDE)
        painter.fillRect(row, QColor(tokens.background))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), QColor(tokens.hairline))
        line = row.adjusted(side, 0, -side, 0)
        code = self.codes.get(heading.code or 0)
        if code is not None:
            paint_swatch(painter, line.left(), row.center().y(), code)
            line.setLeft(line.left() + look.px(20))
        painter.setPen(QColor(tokens.muted))
        painter.setFont(ui_font(11))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{heading.count:,}")
        line.setRight(line.right() - look.px(40))
        _elided(painter, line, heading.title, QColor(tokens.text2), bold=True)

    def _paint_passage(self, painter: QPainter, option: QStyleOptionViewItem, passage: Passage, facts: str) -> None:
        tokens, row = look.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(row, QColor(tokens.selected if selected else tokens.hover if hovered else tokens.surface))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), QColor(tokens.hairline))
        shaped = self._shapes.shaped(passage, self.text_width)
        origin = QPoint(row.left() + look.px(_SIDE), row.top() + look.px(_PADDING))
        if passage.bands:
            self._paint_bands(painter, origin, shaped, passage)
        else:
            self._paint_bar(painter, row, passage)
        painter.setPen(QColor(tokens.text))
        shaped.layout.draw(painter, QPointF(origin))
        self._paint_facts(painter, row, passage, facts, selected or hovered)
        focus = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if option.state & focus == focus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(3, 3, -3, -4), look.px(4), look.px(4))

    def _paint_bar(self, painter: QPainter, row: QRect, passage: Passage) -> None:
        top, code = look.px(_PADDING), self.codes.get(passage.lead.code)
        if code is not None:
            bar = QRect(row.left(), row.top() + top, look.px(_BAR), row.height() - 2 * top - 1)
            painter.fillRect(bar, code_colour(code.colour, code.slot))

    def _paint_bands(self, painter: QPainter, origin: QPoint, shaped: Shaped, passage: Passage) -> None:
        for band in passage.bands:
            code = self.codes.get(band.code)
            if code is None:
                continue
            colour = code_colour(code.colour, code.slot)
            drop = shaped.pitch // 2 + look.px(_BAND_DROP) + band.lane * look.px(_BAND_STEP)
            for line, piece in shaped.pieces(band.span):
                top = origin.y() + line * shaped.pitch + drop
                left = origin.x() + round(piece.left())
                painter.fillRect(QRect(left, top, round(piece.width()), look.px(_BAND)), colour)

    def _facts(self, row: QRect, passage: Passage) -> QRect:
        """The line of the citation."""
        lines = look.px(_FACTS) * (1 + len(self._comment(passage, self.text_width)))
        side = look.px(_SIDE)
        top = row.bottom() - look.px(_PADDING) - lines
        return QRect(row.left() + side, top, self.text_width, look.px(_FACTS))

    def _star(self, row: QRect, passage: Passage) -> QPoint:
        facts, half = self._facts(row, passage), look.px(6)
        return QPoint(facts.left() + half if passage.starred else facts.right() - half, facts.center().y())

    def _paint_facts(self, painter: QPainter, row: QRect, passage: Passage, facts: str, lit: bool) -> None:
        colour = QColor(look.tokens.text2 if lit else look.tokens.muted)
        line = self._facts(row, passage)
        if passage.starred or lit:
            _paint_star(painter, self._star(row, passage), colour, filled=passage.starred)
        room = look.px(_STAR_ROOM)
        words = line.adjusted(room, 0, 0, 0) if passage.starred else line.adjusted(0, 0, -room, 0)
        _elided(painter, words, facts, colour)
        painter.setFont(comment_font())
        painter.setPen(QColor(look.tokens.text2))
        for number, piece in enumerate(self._comment(passage, self.text_width), start=1):
            painter.drawText(line.translated(0, number * look.px(_FACTS)), _BESIDE, piece)


@lru_cache(maxsize=16)
def _room(comment: int, banded: bool, scale: float) -> int:
    """Pixels of a row beside its words, with so many lines of comment; ``scale`` tells when to count anew."""
    facts, gap = look.px(_FACTS) * (1 + comment), look.px(_GAP) * (1 + banded)
    return gap + facts + 2 * look.px(_PADDING) + 1


def paint_swatch(painter: QPainter, left: int, middle: int, code: Code, ring: bool = False) -> None:
    """A code's 12-px square or a theme's dot, centred on ``middle``; ``ring`` sets it off a selected row."""
    side = look.px(12)
    box = QRectF(left, middle + 1 - side / 2, side, side)
    painter.setPen(QPen(QColor(look.tokens.surface), 1) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(code_colour(code.colour, code.slot))
    radius = side / 2 if code.kind == "theme" else look.px(3)
    painter.drawRoundedRect(box, radius, radius)


def _paint_star(painter: QPainter, centre: QPoint, colour: QColor, filled: bool) -> None:
    side = look.px(14)
    box = QRectF(centre.x() + 0.5 - side / 2, centre.y() + 0.5 - side / 2, side, side)
    paint_icon(painter, box, "star-filled" if filled else "star", colour)


def _elided(painter: QPainter, line: QRect, text: str, colour: QColor, bold: bool = False) -> None:
    """An 11-px text on one line."""
    font = ui_font(11, bold)
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _BESIDE, shown)
