"""What lies under the text: tints, the chosen coding, the selection, then bands; and the handles above it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qdesk.gui.look.theme import look
from qdesk.gui.reader.format import DIMMED, SLACK
from qdesk.gui.reader.lines import Line
from qdesk.gui.reader.scene import Scene

STRUCK = 0.3
Range = tuple[int, int]


class Handle(NamedTuple):
    """One end of the chosen coding: the middle of its round handle and its stem, in px of the viewport."""

    at_start: bool
    x: int
    y: int
    stem: QRect


def band_rects(line: Line, start: int, end: int, lane: int) -> list[QRect]:
    """Where the band of a UTF-16 range lies under a line, px."""
    thick, step = max(1, look.px(3)), look.px(4)
    top = line.bottom + lane * step
    return [QRect(left - 1, top, right - left + 2, thick) for left, right in line.stretches(start, end)]


def tint_rects(line: Line, start: int, end: int) -> list[QRect]:
    """Where the tint of a UTF-16 range lies on a line, px; 1 px wider than the text at both sides."""
    height = line.bottom - line.top
    return [QRect(left - 1, line.top, right - left + 2, height) for left, right in line.stretches(start, end)]


def veil_rects(line: Line, start: int, end: int) -> list[QRect]:
    """Letters of a UTF-16 range of a line, px: down to their lowest, not up to the bands of the line above."""
    bottom = round(line.baseline + line.pitch / 4)
    return [QRect(left, line.top, right - left, bottom - line.top) for left, right in line.stretches(start, end)]


def paint_under(painter: QPainter, lines: Sequence[Line], scene: Scene, selection: Range | None) -> None:
    """Paint all tints, then washes and the selection, then all bands of these lines."""
    if not lines:
        return
    tint, selected = QColor(look.tokens.tint), QColor(look.tokens.selection)
    seen = scene.marks.between(lines[0].start, lines[-1].end)
    coded = joined(zip(scene.marks.starts[seen].tolist(), scene.marks.ends[seen].tolist(), strict=True))
    for line in lines:
        for start, end in coded:
            _fill(painter, tint_rects(line, start, end), tint)
    for coding in {*scene.hovered, scene.chosen}:
        _wash(painter, lines, scene, coding)
    _paint_found(painter, lines, scene)
    for area in (scene.flash, selection):
        if area:
            for line in lines:
                _fill(painter, tint_rects(line, *area), selected)
    _paint_bands(painter, lines, scene)


def _paint_found(painter: QPainter, lines: Sequence[Line], scene: Scene) -> None:
    """Places found paler than a selection; the one stepped to as strong as one, in a thin frame."""
    pale, strong = QColor(look.tokens.selection), QColor(look.tokens.selection)
    pale.setAlphaF(0.6)
    painter.setPen(QColor(look.tokens.accent))
    for line in lines:
        first = bisect_right(scene.found, line.start, key=itemgetter(1))
        for place in scene.found[first : bisect_left(scene.found, (line.end,))]:
            now = place == scene.found_now
            for rect in tint_rects(line, *place):
                painter.fillRect(rect, strong if now else pale)
                if now:
                    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def paint_veil(painter: QPainter, lines: Sequence[Line], scene: Scene, selection: Range | None) -> None:
    """Lay a veil over text without codings; what is selected stays clear, and a dimmed interviewer is dim already."""
    if not lines:
        return
    seen = scene.marks.between(lines[0].start, lines[-1].end)
    clear = list(zip(scene.marks.starts[seen].tolist(), scene.marks.ends[seen].tolist(), strict=True))
    clear += [area for area in (scene.flash, scene.ghost, selection, *scene.found) if area]
    if scene.interviewer != "shown":
        clear += scene.asked_between(lines[0].start, lines[-1].end)
    veil, clear = QColor(look.tokens.surface), joined(sorted(clear))
    veil.setAlphaF(1 - DIMMED)
    for line in lines:
        for start, end in _between(clear, line.start, line.end):
            _fill(painter, veil_rects(line, start, end), veil)


def _between(ranges: Iterable[Range], start: int, end: int) -> Iterator[Range]:
    """What ascending ranges that do not meet leave free of a range."""
    for first, last in ranges:
        if last > start:
            if first > start:
                yield start, min(first, end)
            start = last
        if start >= end:
            return
    yield start, end


def joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order of their starts, with overlapping and touching ones made one."""
    union: list[Range] = []
    for start, end in ranges:
        if union and start <= union[-1][1]:
            union[-1] = union[-1][0], max(end, union[-1][1])
        else:
            union.append((start, end))
    return union


def _fill(painter: QPainter, rects: Iterable[QRect], colour: QColor) -> None:
    for rect in rects:
        painter.fillRect(rect, colour)


def _wash(painter: QPainter, lines: Sequence[Line], scene: Scene, coding: int | None) -> None:
    """The tint of one coding gains some of its code's colour; while a handle moves, where it would come to lie."""
    index = scene.marks.index(coding)
    if index is None:
        return
    start, end = int(scene.marks.starts[index]), int(scene.marks.ends[index])
    if coding == scene.chosen and scene.ghost:
        start, end = scene.ghost
        for line in lines:
            _fill(painter, tint_rects(line, start, end), QColor(look.tokens.tint))
    colour = QColor(scene.colour(int(scene.marks.codes[index])))
    colour.setAlphaF(0.17 if look.tokens.dark else 0.15)
    for line in lines:
        _fill(painter, tint_rects(line, start, end), colour)


def _paint_bands(painter: QPainter, lines: Sequence[Line], scene: Scene) -> None:
    for paragraph, group in groupby(lines, key=lambda line: scene.paragraph_at(line.start)):
        if paragraph is None:
            continue
        within = list(group)
        for band in scene.bands(paragraph).between(within[0].start, within[-1].end):
            painter.setOpacity(STRUCK if band.coding in scene.struck else 1.0)
            for line in within:
                if band.start < line.end and band.end > line.start:
                    _fill(painter, band_rects(line, band.start, band.end, band.lane), scene.colour(band.code))
    painter.setOpacity(1.0)


def hidden_bands(lines: Iterable[Line], scene: Scene) -> Iterator[tuple[Line, int]]:
    """Lines with codings that found no room under them, and how many."""
    for line in lines:
        paragraph = scene.paragraph_at(line.start)
        count = scene.bands(paragraph).hidden(line.start, line.end) if paragraph is not None else 0
        if count:
            yield line, count


def paint_pen(painter: QPainter, lines: Iterable[Line], caret: int, width: int, colour: QColor) -> None:
    """Underline the line of the caret in the colour of the pen's code; ``width`` is the viewport's."""
    for line in lines:
        if line.start <= caret <= line.end:
            painter.fillRect(look.px(SLACK), line.bottom, width - 2 * look.px(SLACK), look.px(2), colour)


def paint_frame(painter: QPainter, lines: Iterable[Line], selection: Range) -> None:
    """The frame of a drop target round the selection."""
    painter.setPen(QPen(QColor(look.tokens.accent), 2))
    for line in lines:
        for rect in tint_rects(line, *selection):
            painter.drawRect(rect)


def handles(lines: Iterable[Line], coding: Range) -> list[Handle]:
    """The handles of a coding that are on these lines: above where it starts, below where it ends."""
    found = []
    for line in lines:
        for at_start in (True, False):
            unit = coding[0] if at_start else coding[1] - 1
            rects = tint_rects(line, *coding) if line.start <= unit < line.end else []
            if rects:
                found.append(_handle(line, rects, at_start))
    return found


def _handle(line: Line, rects: list[QRect], at_start: bool) -> Handle:
    """In a line that runs from right to left the coding starts at its right."""
    at_left = at_start != line.right_to_left
    left = min(rect.left() for rect in rects) if at_left else max(rect.right() for rect in rects) - 1
    bottom = line.bottom + look.px(3)
    stem = QRect(left, line.top, 2, bottom - line.top)
    return Handle(at_start, left + 1, line.top - look.px(3) if at_start else bottom + look.px(4), stem)


def paint_handles(painter: QPainter, shown: Iterable[Handle], colour: QColor) -> None:
    """Stems 2 px and round handles of 10 px with a ring of the surface colour."""
    radius = look.px(10) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for handle in shown:
        middle = QPointF(handle.x, handle.y)
        painter.fillRect(handle.stem, colour)
        for size, fill in ((radius + 1.5, QColor(look.tokens.surface)), (radius, colour)):
            painter.setBrush(fill)
            painter.drawEllipse(middle, size, size)
