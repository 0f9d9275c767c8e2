"""A small interview with its codings, and hands that press, pull and release in a real reader."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from qdesk.gui.reader import Reader, ReaderDocument
from qdesk.store.records import Code, Coding, Turn
from qdesk.text.spans import Span

LINES = (
    "Interviewer: What was hard about the first weeks?",
    "Ana: Nobody told us 😀 where the keys were. We waited in the corridor, twenty minutes every morning, and then "
    "somebody laughed and we went to the café\u00a0instead. That is where the team began.",
    "انہوں نے کہا (2019) کہ team اچھی تھی، پھر ہم ہنسے۔",
    "Interviewer: And now?",
    "Ana: Now we have keys.",
)
TEXT = "\n".join(LINES)
CODES = {
    1: Code(1, None, 0, "theme", "Places", "#3E66B3", "blue", "", "", "", ""),
    2: Code(2, 1, 0, "code", "Waiting", "#0B37B0", "blue1", "", "", "", ""),
    3: Code(3, 1, 1, "code", "Keys", "#DC790B", "ochre4", "", "", "", ""),
    4: Code(4, None, 1, "code", "Team", "#C62C58", "brick2", "", "", "", ""),
}


def span(first: str, last: str = "") -> Span:
    """The span from the beginning of one piece of TEXT to the end of another."""
    start = TEXT.index(first)
    last = last or first
    return Span(start, TEXT.index(last, start) + len(last))


def coding(number: int, code: int, where: Span, comment: str = "") -> Coding:
    return Coding(number, 1, code, *where, where.of(TEXT), comment, False, None, "2025-01-01T12:00:00Z")


CODINGS = [
    coding(1, 2, span("We waited", "morning"), "Twenty minutes!"),
    coding(2, 3, span("Nobody told", "team began.")),
    coding(3, 4, span("team اچھی")),
]


def document(text: str = TEXT, number: int = 1, revision: int = 1) -> ReaderDocument:
    paragraphs, turns, start = [], [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Span(start, start + len(line)))
        for label in ("Interviewer: ", "Ana: "):
            if line.startswith(label):
                who = label == "Interviewer: "
                ends = (start, start + len(label), start + len(line))
                turns.append(Turn(len(turns) + 1, number, *ends, 1 + who, label[:-2], who, None))
        start += len(line) + 1
    return ReaderDocument(number, revision, "Ana", "Primary school · 2 years", text, paragraphs, turns)


class Hands:
    """Real mouse events on the text of a reader; places are code points."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.view = reader, reader.view

    def at(self, point: int) -> QPoint:
        """The middle of a character, in px of the viewport."""
        unit = self.view.scene.positions.unit(point)
        for line in self.view.lines(0, self.view.viewport().height()):
            if edges := line.stretches(unit, self.view.scene.positions.unit(point + 1)):
                return QPoint(sum(edges[0]) // 2, round(line.centre))
        raise AssertionError(f"{point} is not in view")

    def before(self, point: int) -> QPoint:
        """The left edge of a character of left-to-right text."""
        unit = self.view.scene.positions.unit(point)
        lines = self.view.lines(0, self.view.viewport().height())
        line = next(line for line in lines if line.start <= unit < line.end)
        return QPoint(line.stretches(unit, unit + 1)[0][0], round(line.centre))

    def press(self, place: QPoint) -> None:
        self._send(QEvent.Type.MouseButtonPress, place, Qt.MouseButton.LeftButton)

    def move(self, place: QPoint, held: bool = True) -> None:
        self._send(QEvent.Type.MouseMove, place, Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton)

    def release(self, place: QPoint) -> None:
        self._send(QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.NoButton)

    def click(self, place: QPoint) -> None:
        self.press(place)
        self.release(place)

    def stroke(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        for share in (1, 2, 3):
            self.move(start + (end - start) * share / 3)
        self.release(end)

    def _send(self, kind: QEvent.Type, place: QPoint, held: Qt.MouseButton) -> None:
        target = self.view.viewport()
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        globally = QPointF(target.mapToGlobal(place))
        event = QMouseEvent(kind, QPointF(place), globally, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)
