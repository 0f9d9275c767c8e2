"""What stands on the screen, pixel by pixel, on a living widget."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from reader_fakes import CODES, CODINGS, Hands, coding, span

from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DARK, LIGHT
from qdesk.gui.reader import Reader


def picture(reader: Reader) -> QImage:
    QApplication.processEvents()
    viewport = reader.view.viewport()
    image = QImage(viewport.size(), QImage.Format.Format_RGB32)  # a grab has the depth of the screen
    viewport.render(image)
    return image


def at_gap(reader: Reader, hands: Hands, piece: str) -> tuple[QPoint, int]:
    """The blank before a piece of text, and the y of the first band there."""
    place = hands.at(span(piece).start - 1)
    line = next(line for line in reader.view.lines(0, 500) if line.top <= place.y() < line.bottom)
    return place, line.bottom


def colour_of(code: int) -> QColor:
    return code_colour(CODES[code].colour, CODES[code].slot)


def test_tint_and_bands(reader: Reader, hands: Hands) -> None:
    place, bottom = at_gap(reader, hands, "waited")
    image = picture(reader)
    assert image.pixelColor(place) == QColor(LIGHT.tint)
    assert image.pixelColor(place.x(), bottom + 1) == colour_of(3)  # the longest is nearest
    assert image.pixelColor(place.x(), bottom + 3) == QColor(LIGHT.surface)
    assert image.pixelColor(place.x(), bottom + 5) == colour_of(2)


def test_a_living_window_turns_dark(reader: Reader, hands: Hands) -> None:
    place, bottom = at_gap(reader, hands, "waited")
    picture(reader)
    look.set_dark(True)
    image = picture(reader)
    assert image.pixelColor(place) == QColor(DARK.tint)
    assert image.pixelColor(2, 2) == QColor(DARK.surface)
    assert image.pixelColor(place.x(), bottom + 1) == colour_of(3)


def test_the_selection_lies_over_the_tint_and_under_the_bands(reader: Reader, hands: Hands) -> None:
    reader.select(span("We waited in"))
    place, bottom = at_gap(reader, hands, "waited")
    image = picture(reader)
    assert image.pixelColor(place) == QColor(LIGHT.selection)
    assert image.pixelColor(place.x(), bottom + 1) == colour_of(3)


def test_the_chosen_coding_gains_its_colour(reader: Reader, hands: Hands) -> None:
    place, _ = at_gap(reader, hands, "waited")
    reader.choose(1)
    tint, ink, got = QColor(LIGHT.tint), colour_of(2), picture(reader).pixelColor(place)
    wanted = [round(0.85 * a + 0.15 * b) for a, b in zip(tint.getRgb()[:3], ink.getRgb()[:3], strict=True)]
    assert got.getRgb()[:3] == pytest.approx(wanted, abs=2)


def test_struck_codings_fade(reader: Reader, hands: Hands) -> None:
    place, bottom = at_gap(reader, hands, "waited")
    reader.show_struck([2])
    got = picture(reader).pixelColor(place.x(), bottom + 1)
    white = QColor(LIGHT.surface).getRgb()[:3]
    wanted = [round(0.7 * a + 0.3 * b) for a, b in zip(white, colour_of(3).getRgb()[:3], strict=True)]
    assert got.getRgb()[:3] == pytest.approx(wanted, abs=2)


def test_a_filter_hides_other_codes(reader: Reader, hands: Hands) -> None:
    place, bottom = at_gap(reader, hands, "waited")
    reader.set_filter({2})
    image = picture(reader)
    assert image.pixelColor(place.x(), bottom + 1) == colour_of(2)
    reader.update_codings([coding(9, 3, span("And now?"))])
    assert reader.view.scene.marks.ids.tolist() == [1]
    reader.set_filter(None)
    assert sorted(reader.view.scene.marks.ids.tolist()) == [1, 2, 3, 9]


def test_updated_codings_are_as_if_set_at_once(reader: Reader) -> None:
    changed = coding(2, 4, span("somebody laughed"))
    new = coding(7, 2, span("And now?"))
    reader.update_codings([changed, new], gone=[3])
    marks = reader.view.scene.marks
    got = marks.ids.tolist(), marks.codes.tolist(), marks.starts.tolist(), marks.ends.tolist()
    reader.set_codings([CODINGS[0], changed, new])
    marks = reader.view.scene.marks
    assert got == (marks.ids.tolist(), marks.codes.tolist(), marks.starts.tolist(), marks.ends.tolist())


def test_a_coding_costs_no_layout(reader: Reader) -> None:
    laid_out: list[object] = []
    reader.view.document().documentLayout().update.connect(laid_out.append)
    reader.update_codings([coding(7, 2, span("And now?"))])
    QApplication.processEvents()
    assert laid_out == []


def test_more_than_three_bands_are_counted_in_the_gutter(reader: Reader) -> None:
    reader.set_codings([coding(number, 2, span("somebody laughed")) for number in range(1, 6)])
    reader._gutter.grab()
    assert list(reader._gutter._pill_pictures) == ["+2"]


def test_brackets_on_one_line_do_not_touch(reader: Reader) -> None:
    reader.set_codings(
        [coding(1, 2, span("Nobody told")), coding(2, 3, span("where the keys")), coding(3, 4, span("And now?"))]
    )
    assert reader.view.scene.marks.lanes(np.arange(3)).tolist() == [0, 1, 0]


def test_the_hover_card_tells_path_comment_and_day(reader: Reader, hands: Hands) -> None:
    reader._card.ask([1], reader.mapToGlobal(QPoint(100, 100)))
    reader._card.open()
    assert reader._card.isVisible()
    texts = [block.text() for block, *_ in reader._card._blocks]
    assert texts == ["Places › Waiting", "Twenty minutes!", "Coded 1 January 2025"]
    reader._card.ask([], QPoint())
    assert not reader._card.isVisible()
