"""Where in the transcript the tour points. Rectangles are in pixels of the text's viewport."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect

from qdesk.gui.look.theme import look
from qdesk.gui.reader.paint import tint_rects
from qdesk.gui.reader.script import has_right_to_left
from qdesk.gui.reader.view import TextView
from qdesk.text.spans import Span

_INSET = 3
"""LOOK's px by which the boxes are narrower than their words' tint, since the frame stands off them."""


def span_in_sight(view: TextView) -> Span:
    """What of the text is wholly in sight, in code points."""
    height = view.viewport().height()
    lines = [line for line in view.lines(0, height) if line.top >= 0 and line.bottom <= height]
    return view.scene.span(lines[0].start, lines[-1].end) if lines else Span(0, 0)


def lines_of(view: TextView, span: Span) -> list[QRect]:
    """The lines near the viewport that a span of code points takes, each as high as its pitch so that they touch.

    All but the last end together and all but the first begin together, as a selection does; where the text runs from
    right to left each is as wide as its words.
    """
    units = view.scene.positions.range(span)
    boxes: list[QRect] = []
    for line in view.lines(0, view.viewport().height()):
        if stretches := tint_rects(line, *units):
            box = stretches[0].united(stretches[-1])
            box.setTop(round(line.centre - line.pitch / 2))
            box.setHeight(ceil(line.pitch) + 1)
            boxes.append(box.adjusted(look.px(_INSET), 0, -look.px(_INSET), 0))
    if boxes and not has_right_to_left(span.of(view.scene.document.text)):
        left, right = min(box.left() for box in boxes), max(box.right() for box in boxes)
        for box in boxes[1:]:
            box.setLeft(left)
        for box in boxes[:-1]:
            box.setRight(right)
    return boxes
