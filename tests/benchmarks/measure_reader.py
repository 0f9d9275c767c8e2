"""The reader alone: first paint, frames while scrolling, one coding more, a handle pulled, sizes changed."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import corpus
from figures import Figure, tell
from PySide6.QtWidgets import QTextEdit, QWidget
from window import Painted, application, settle

from qdesk.gui.look.theme import look
from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.reader import Reader
from qdesk.store.project import Project
from qdesk.store.records import Coding
from qdesk.text.spans import Span

_FRAMES, _ADDED, _STEP = 60, 15, 48
_TEXTS = {
    "20k words, 2k codings": ("1:20000:60:2000:7", "5.4 + 1.5", "6"),
    "20k words, 20k codings": ("1:20000:400:20000:7", "9.7 + 3.3", "23"),
    "200k words, 20k codings": ("1:200000:400:20000:7", "6.1 + 1.6", "45"),
}
"""Corpora, and what the prototype needed for a frame and for one coding more, ms."""


def main() -> None:
    """Tell the figures."""
    application()
    for name, (size, frame, added) in _TEXTS.items():
        with Project.open(corpus.project(size)) as project:
            reader = Reader()
            reader.resize(1100, 1000)
            reader.show()
            begun = perf_counter()
            codings = _show(reader, project)
            tell(Figure(f"first paint, {name}", [1000 * (perf_counter() - begun)], unit="ms"))
            _frames(reader, name, frame)
            _add(reader, codings, name, added)
            _drag_handle(reader, name)
            _change_sizes(reader, name)
            reader.close()


def _show(reader: Reader, project: Project) -> list[Coding]:
    (document,) = project.documents.list()
    number = document.id
    reader.set_codes({code.id: code for code in project.codes.list()})
    reader.set_document(
        ReaderDocument(
            id=number, revision=document.revision, name=document.name, facts="", text=project.documents.text(number),
            paragraphs=project.documents.paragraphs(number), turns=project.turns.of(number),
            formatting=project.documents.formatting(number),
        )
    )  # fmt: skip
    codings = list(project.codings.of(number))
    reader.set_codings(codings)
    settle(reader)
    return codings


def _frames(reader: Reader, name: str, prototype: str) -> None:
    """Three lines further down, to text and margin painted; raw is a QTextEdit with the same text."""
    text = reader.view.scene.document.text
    plain = QTextEdit()
    plain.resize(reader.view.viewport().size())
    plain.setPlainText(text)
    plain.show()
    settle(plain)
    ours = _scrolled(reader.view, reader.view.viewport(), _margin(reader))
    bare = _scrolled(plain, plain.viewport())
    plain.close()
    tell(Figure(f"reader frame, {name}", ours, bare, "ms", "QTextEdit", f"prototype {prototype}"))


def _scrolled(view: QTextEdit, *painted: QWidget) -> list[float]:
    """Milliseconds of frames in which the widgets are painted whole."""
    bar, frame = view.verticalScrollBar(), Painted(*painted)

    def scroll() -> None:
        bar.setValue(bar.value() + _STEP)
        for widget in painted:
            widget.update()

    return [frame.after(scroll) for _ in range(_FRAMES)]


def _margin(reader: Reader) -> QWidget:
    margin = reader.findChild(QWidget, "reader_margin")
    assert isinstance(margin, QWidget)
    return margin


def _add(reader: Reader, codings: list[Coding], name: str, prototype: str) -> None:
    """One coding more, in sight; told as the one, and as all with the new one among them."""
    painted = Painted(reader.view.viewport(), _margin(reader))
    top, last = reader.top(), max(coding.id for coding in codings)
    new = [replace(codings[0], id=last + 1 + step, start=top + step, end=top + 300) for step in range(2 * _ADDED)]
    one = [painted.after(lambda coding=coding: reader.update_codings([coding])) for coding in new[:_ADDED]]
    codings += new[:_ADDED]
    whole = []
    for coding in new[_ADDED:]:
        codings.append(coding)
        whole.append(painted.after(lambda: reader.set_codings(codings)))
    tell(Figure(f"one coding more, {name}", one, unit="ms", peer=f"prototype {prototype}"))
    tell(Figure(f"one coding more, all set anew, {name}", whole, unit="ms"))


def _drag_handle(reader: Reader, name: str) -> None:
    """The end of the coding in sight follows the mouse, to text painted."""
    painted, scene = Painted(reader.view.viewport()), reader.view.scene
    shown = scene.codings_in(*scene.positions.range(Span(reader.top(), reader.top() + 300)))
    reader.choose(shown[0])
    start, _end = scene.range_of(shown[0]) or (0, 0)
    moved = [painted.after(lambda end=end: scene.show(ghost=(start, start + end))) for end in range(20, 20 + _FRAMES)]
    scene.show(ghost=None)
    tell(Figure(f"drag of a handle, {name}", moved, unit="ms"))


def _change_sizes(reader: Reader, name: str) -> None:
    """Narrower and wider by 400 px, to the lines broken anew and painted; larger and smaller by a tenth."""
    painted = Painted(reader.view.viewport())
    widths = [reader.width() - 400, reader.width()] * 3
    resized = [painted.after(lambda width=width: reader.resize(width, reader.height())) for width in widths]
    zoomed = [painted.after(lambda scale=scale: look.set_scale(scale)) for scale in (1.1, 1.0) * 3]
    tell(Figure(f"resize, {name}", resized, unit="ms"))
    tell(Figure(f"zoom, {name}", zoomed, unit="ms"))


if __name__ == "__main__":
    main()
