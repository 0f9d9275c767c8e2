"""Keeps the reader in step with the project: loads a document, follows changes, reports what is done in it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from qdesk.gui.acts import coding as act
from qdesk.gui.bus import Bus, Place, TextSelection
from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.reader import Reader
from qdesk.store.changes import Changes, Rows
from qdesk.store.records import Document
from qdesk.text.paragraphs import paragraph_number, paragraph_spans
from qdesk.text.spans import Span

_FEW = 100
"""Codings up to which a change is taken in one by one."""

_TEXT_TABLES = ("turn", "formatting")


class Reading(QObject):
    """The document shown, and the traffic between reader and bus."""

    shown = Signal(object)  # Document | None
    menu_asked = Signal(list, QPoint)  # codings at the point, global place
    facts_changed = Signal(str)  # the right side of the status line

    def __init__(self, bus: Bus, reader: Reader) -> None:
        super().__init__(reader)
        self._bus, self.reader = bus, reader
        self.document: Document | None = None
        self._starts: list[int] = []
        self._speakers: set[int] = set()
        self._places: dict[int, int] = {}
        self._lost: int | None = None  # a document that went while it was read; it may come back
        reader.set_codes({code.id: code for code in bus.project.codes.list()})
        reader.selected.connect(bus.select)
        reader.coding_chosen.connect(self._tell_selection)
        reader.context_asked.connect(self.menu_asked)
        reader.code_dropped.connect(self._drop)
        reader.hinted.connect(lambda sentence: bus.told.emit(sentence, False))
        reader.resize_asked.connect(self._resize)
        reader.further_asked.connect(self._go_further)
        reader.interviewer_changed.connect(lambda _view: bus.told.emit("The interviewer is shown again.", False))
        bus.selection_changed.connect(self._tell_selection)
        bus.place_asked.connect(self._go)
        bus.changed.connect(self._follow)

    def open(self, document: int) -> None:
        """Show a document, at the place where it was left."""
        if self.document is None or self.document.id != document:
            self._remember()
            self._load(document)
            if document in self._places:
                self.reader.goto(Span(self._places[document], self._places[document]), flash=False)

    def close(self) -> None:
        """Show no document."""
        self._remember()
        self.document = None
        self._bus.select(None)
        self.shown.emit(None)

    def _remember(self) -> None:
        if self.document is not None:
            self._places[self.document.id] = self.reader.top()

    def _load(self, number: int) -> None:
        project = self._bus.project
        self.document = document = project.documents.get(number)
        text = project.documents.text(number)
        paragraphs = paragraph_spans(text, document.paragraph_rule)
        self._starts = [span.start for span in paragraphs]
        turns = project.turns.of(number)
        self._speakers = {turn.speaker for turn in turns}
        self.reader.set_document(
            ReaderDocument(
                id=document.id, revision=document.revision, name=document.name, facts=self._facts(document),
                text=text, paragraphs=paragraphs, turns=turns,
                formatting=project.documents.formatting(number),
            )
        )  # fmt: skip
        self.reader.set_codings(project.codings.of(number))
        self._bus.select(None)
        self.shown.emit(document)

    def _facts(self, document: Document) -> str:
        """The muted line under the name: the participant's attributes and the date, else words and paragraphs."""
        attributes = self._bus.project.cases.get(document.case).attributes if document.case else {}
        facts = [f"{name}: {value}" if _is_number(value) else value for name, value in attributes.items()]
        told = " · ".join(fact for fact in (*facts, document.date) if fact)
        return told or f"{document.words:,} words · {document.paragraphs:,} paragraphs"

    # ---- following the project

    def _follow(self, changes: Changes) -> None:
        if changes.touches("code"):
            self.reader.set_codes({code.id: code for code in self._bus.project.codes.list()})
        if self.document is None:
            if self._lost in changes["document"].inserted:
                self.open(self._lost)
            return
        number = self.document.id
        if number in changes["document"].deleted:
            self.close()
            self._lost = number
            return
        current = self._bus.project.documents.get(number)
        if current.revision != self.document.revision or self._text_changed(changes, number):
            self._load(number)
        elif number in changes.documents:
            self._follow_codings(changes["coding"], number)
        if changes.touches("document", "case", "attribute", "attribute_value"):
            self.document = current
            self.reader.set_facts(current.name, self._facts(current))
            self.shown.emit(current)

    def _follow_codings(self, rows: Rows, number: int) -> None:
        """A few codings are put in or taken out one by one, many are read again."""
        codings = self._bus.project.codings
        if len(rows.all) > _FEW:
            self.reader.set_codings(codings.of(number))
            return
        changed = rows.inserted | rows.updated
        self.reader.update_codings([one for one in codings.of(number) if one.id in changed], rows.deleted)

    def _text_changed(self, changes: Changes, number: int) -> bool:
        own = number in changes.documents and changes.touches(*_TEXT_TABLES)
        voices = not self._speakers.isdisjoint(changes["speaker"].all)
        return own or voices or number in changes["document"].inserted

    # ---- what is done in the reader

    def _drop(self, codes: list[int]) -> None:
        for code in codes:
            act.apply_code(self._bus, code)

    def _resize(self, coding: int, span: Span) -> None:
        revision = self.document.revision if self.document else None
        label = f"Move the borders of “{self.code_name(coding)}”"
        self._bus.run(label, lambda: self._bus.project.codings.resize(coding, span, revision), told="Borders moved.")

    def code_name(self, coding: int) -> str:
        """Name of the code of a coding."""
        project = self._bus.project
        return project.codes.get(project.codings.get(coding).code).name

    def _go(self, place: Place) -> None:
        self.open(place.document)
        self.reader.goto(place.span, place.flash)
        self.reader.choose(place.coding)
        self._tell_selection()

    def _go_further(self, codes: frozenset[int] | None, forward: bool) -> None:
        """Go to the first coding of some codes (None: of all) in the next document that has one, or back to a last."""
        assert self.document is not None
        project = self._bus.project
        numbers, table = project.documents.ids(), project.arrays.codings
        here = numbers.index(self.document.id)
        wanted = table.document if codes is None else table.document[np.isin(table.code, list(codes))]
        holding = set(np.unique(wanted).tolist())
        for number in numbers[here + 1 :] if forward else reversed(numbers[:here]):
            if number in holding:
                found = [one for one in project.codings.of(number) if codes is None or one.code in codes]
                coding = found[0 if forward else -1]
                self._bus.place_asked.emit(Place(number, coding.span, coding.id))
                return
        of_one = f" of {project.codes.get(*codes).name}" if codes and len(codes) == 1 else ""
        self._bus.told.emit(f"No {'further' if forward else 'earlier'} quote{of_one} in any document.", False)

    def _tell_selection(self, _chosen: object = None) -> None:
        """The right side of the status line: what is selected, or the coding that is chosen."""
        selection = self._bus.selection
        if self.document is None:
            self.facts_changed.emit("")
        elif selection is not None:
            self.facts_changed.emit(self._described(selection))
        elif self.reader.chosen is not None:
            coding = self._bus.project.codings.get(self.reader.chosen)
            self.facts_changed.emit(f"{self.code_name(coding.id)} · {self.cited(coding.start)}")
        else:
            self.facts_changed.emit("")

    def _described(self, selection: TextSelection) -> str:
        return f"{act.words_phrase(selection.words)} selected · {self.cited(selection.span.start)}"

    def copy_cited(self) -> None:
        """Copy the selected passage, else the chosen coding, as “words” (Teacher 7, ¶ 13)."""
        selection, chosen = self._bus.selection, self.reader.chosen
        if self.document is None or (selection is None and chosen is None):
            return
        span = selection.span if selection else self._bus.project.codings.get(chosen).span
        words = span.of(self._bus.project.documents.text(self.document.id))
        QGuiApplication.clipboard().setText(f"“{words}” ({self.cited(span.start).replace(' · ', ', ')})")
        self._bus.told.emit("Copied with its citation.", False)

    def cited(self, position: int) -> str:
        """``Teacher 7 · ¶ 13`` for a position in the document shown, with the time behind it where there is one."""
        assert self.document is not None
        facts = self.document.name, f"¶ {paragraph_number(self._starts, position)}", self.reader.time_at(position)
        return " · ".join(fact for fact in facts if fact)


def _is_number(value: str) -> bool:
    """A bare number needs its attribute's name to be understood."""
    return value.replace(".", "").replace(",", "").isdigit()
