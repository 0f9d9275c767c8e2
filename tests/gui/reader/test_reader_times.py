"""Times of a transcript: small in the labels, beside the second line of a paragraph, and told for a place."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QFont
from reader_fakes import document

from qdesk.gui.look.tokens import LIGHT
from qdesk.gui.reader import Reader, ReaderDocument
from qdesk.store.records import Turn
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.turns import turns_for

LONG = "It came down from the office in August and we lived with it for a year. " * 2
TIMED = f"[00:00:14] I: Well?\n[00:00:20] A: {LONG}\n{LONG}\n[01:04:10] I: So?\n[01:04:20] A: {LONG}"


def timed(text: str = TIMED) -> ReaderDocument:
    turns = [
        Turn(number, 1, turn.start, turn.label_end, turn.end, 1, turn.speaker, turn.is_interviewer, None)
        for number, turn in enumerate(turns_for(text, {"I": True, "A": False}))
    ]
    return ReaderDocument(1, 1, "Talk", "", text, paragraph_spans(text, "line"), turns)


def beside(reader: Reader) -> set[str]:
    """What stands in the gutter."""
    reader._gutter.grab()
    return {text for text, *_ in reader._gutter._texts._kept}


def test_times_stand_beside_second_lines_where_they_change(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(timed(), [])
    assert beside(reader) == {"1", "2", "3", "4", "5", "0:20", "1:04:20"}


def test_without_times_there_are_only_numbers(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(document(f"Ana: {LONG}\nAna: {LONG}"), [])
    assert beside(reader) == {"1", "2"}
    assert reader.time_at(3) == ""


def test_a_time_in_a_label_is_small_and_muted(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(timed(), [])
    cursor = reader.view.textCursor()

    def look_of(words: str) -> tuple[int, int, QColor]:
        cursor.setPosition(TIMED.index(words) + 1)
        form = cursor.charFormat()
        return form.font().pixelSize(), form.font().weight(), form.foreground().color()

    assert look_of("[00:00:20]") == (11, QFont.Weight.Normal, QColor(LIGHT.muted))
    assert look_of("A: It")[:2] == (13, QFont.Weight.DemiBold)


def test_the_time_of_a_place(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(timed(), [])
    assert reader.time_at(TIMED.index("Well")) == "00:00:14"
    assert reader.time_at(TIMED.index("\nIt came")) == "00:00:20"
    assert reader.time_at(len(TIMED)) == "01:04:20"
