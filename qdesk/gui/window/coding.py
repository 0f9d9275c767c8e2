"""Coding by hand in the reader: digits, the letters picker, the pen, in vivo, and the menu of a coding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from qdesk.errors import QDeskError
from qdesk.gui.acts import coding as act
from qdesk.gui.acts.documents import correct
from qdesk.gui.bus import Bus, TextSelection
from qdesk.gui.picker.choices import choices_of
from qdesk.gui.picker.picker import CodePicker
from qdesk.gui.quotes.commentcard import CommentCard
from qdesk.gui.reader.reader import Reader
from qdesk.gui.speakers.turnmenu import add_turn_entries
from qdesk.gui.widgets.dialog import confirm
from qdesk.gui.window.correcting import CorrectionCard
from qdesk.gui.window.digits import Digits
from qdesk.store.changes import Changes
from qdesk.text.changes import Change, Mapping

IN_VIVO_LENGTH = 60
"""Code points of a passage that become the name of an in-vivo code."""

_MOST = 8
"""Codings of one place that the menu names each; more are listed in a card."""

KEEP_MS = 3_000
"""How long after the last coding the digits are written: never between a key and its paint."""


class HandCoding(QObject):
    """The gestures of the reader as acts; remembers which codes were used and pinned."""

    digits_changed = Signal(object)  # dict: code -> digit
    pen_lost = Signal()  # the code of the pen is gone

    def __init__(self, bus: Bus, reader: Reader, picker: CodePicker) -> None:
        super().__init__(reader)
        self._bus, self._reader, self._picker = bus, reader, picker
        self._pen: int | None = None
        self._one_key = True
        self._left_out: int | None = None
        self._pick: Callable[[int], object] = self._apply
        self._unkept = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._unkept.timeout.connect(self._keep_quietly)
        self.digits = Digits.read(bus.project.layout.get("digits"), self._codes())
        reader.digit_typed.connect(self._on_digit)
        reader.letter_typed.connect(self._on_letter)
        reader.selected.connect(self._on_selected)
        picker.chosen.connect(self._on_picked)
        picker.new_asked.connect(self._on_new)
        bus.changed.connect(self._follow)

    # ---- applying codes

    def _apply(self, code: int) -> None:
        act.apply_code(self._bus, code)

    def _on_digit(self, digit: int) -> None:
        code = self.digits.code_of(digit)
        if not self._one_key:
            return
        if code is None or not self._bus.project.codes.has(code):
            self._bus.told.emit(f"No code has the digit {digit} yet.", False)
        elif self._bus.selection is not None:
            self._apply(code)

    def _on_letter(self, letter: str) -> None:
        if self._one_key:
            self.open_picker(letter)

    def _on_selected(self, selection: TextSelection | None) -> None:
        if selection is not None and self._pen is not None:
            act.apply_code(self._bus, self._pen, selection)

    def open_picker(self, typed: str = "") -> None:
        """Open the picker at the selection; what it chooses is applied."""
        selection = self._bus.selection
        if selection is None:
            self._bus.told.emit("Select a passage first, then choose a code.", False)
            return
        self._open(self._apply, self._reader.selection_rect(), f"{act.words_phrase(selection.words)} selected", typed)

    def _open(
        self, pick: Callable[[int], object], place: QRect, note: str, typed: str = "", left_out: int | None = None
    ) -> None:  # fmt: skip
        """``left_out`` is the code that a coding has already; for a passage there is none, and a new one is offered."""
        self._pick, self._left_out = pick, left_out
        self._picker.allow_new(left_out is None)
        self._offer()
        self._picker.open_beside(place, place.right(), note, typed)

    def _offer(self) -> None:
        choices = [choice for choice in choices_of(self._bus.project) if choice.code != self._left_out]
        self._picker.set_choices(choices, self.digits.recent, self.digits.by_code())

    def _on_picked(self, code: int, _stay: bool) -> None:
        self._pick(code)

    def _on_new(self, name: str, _stay: bool) -> None:
        act.apply_new_code(self._bus, name)

    def in_vivo(self) -> None:
        """Make a code of the selected words themselves and apply it; one of that name is used again."""
        selection = self._bus.selection
        if selection is None:
            return
        words = " ".join(selection.span.of(self._bus.project.documents.text(selection.document)).split())
        name = words if len(words) <= IN_VIVO_LENGTH else words[: IN_VIVO_LENGTH - 1].rsplit(" ", 1)[0] + "…"
        known = self._bus.project.codes.find([name])
        act.apply_code(self._bus, known.id, selection) if known else act.apply_new_code(self._bus, name, selection)

    def correct(self) -> None:
        """Correct the selected passage in a card."""
        selection = self._bus.selection
        if selection is None:
            return
        card = CorrectionCard(self._reader.window())
        card.corrected.connect(partial(self._correct, selection))
        card.closed.connect(card.deleteLater)
        passage = selection.span.of(self._bus.project.documents.text(selection.document))
        card.correct(passage, self._reader.selection_rect())

    def _correct(self, selection: TextSelection, changes: list[Change]) -> None:
        """Ask first where codings would go with their text."""
        start = selection.span.start
        mapping = Mapping([change._replace(start=start + change.start) for change in changes])
        lost = sum(mapping.span(one.span) is None for one in self._bus.project.codings.of(selection.document))
        which = "1 coding lies" if lost == 1 else f"{lost} codings lie"
        sentence = f"{which} wholly on the text you take out and would go with it. Undo brings back both."
        if not lost or confirm(self._reader.window(), "Take this text out?", sentence, "Take it out"):
            correct(self._bus, selection, changes)

    # ---- pen, pins, shortcuts

    def set_pen(self, code: int | None) -> None:
        """Apply a code on every release from now on, or put the pen away."""
        self._pen = code
        self._reader.set_pen(code)

    def allow_one_key(self, allowed: bool) -> None:
        """Whether letters and digits alone code (WCAG 2.1.4 wants a switch)."""
        self._one_key = allowed

    def pin(self, code: int) -> None:
        """Pin a code to its digit, or let it go."""
        digit = self.digits.pin(code)
        name = self._bus.project.codes.get(code).name
        if digit is None:
            self._bus.told.emit("All nine digits are pinned; unpin a code first.", False)
        else:
            pinned = code in self.digits.pinned
            self._bus.told.emit(f"{name} is pinned to {digit}." if pinned else f"{name} is no longer pinned.", False)
        self._on_digits()

    def _follow(self, changes: Changes) -> None:
        """Codes applied here take digits; deleted ones give theirs back, undone ones keep them for a redo."""
        used, gone = changes["coding"].inserted, changes["code"].deleted
        if self._pen in gone:
            self.pen_lost.emit()
        if changes.cause != "do":
            return
        if gone:
            self.digits = Digits.read(self.digits.kept(), self._codes())
        for coding in sorted(used) if len(used) <= 9 else ():
            self.digits.use(self._bus.project.codings.get(coding).code)
        if gone or 0 < len(used) <= 9:
            self._on_digits()

    def _codes(self) -> set[int]:
        return {code.id for code in self._bus.project.codes.list()}

    def keep(self) -> None:
        """Remember the digits with the project. Raises QDeskError."""
        if self._unkept.isActive():
            self._unkept.stop()
            self._bus.project.layout.set("digits", self.digits.kept())

    def _keep_quietly(self) -> None:
        with suppress(QDeskError):  # the digits are no loss
            self._bus.project.layout.set("digits", self.digits.kept())

    def _on_digits(self) -> None:
        self._unkept.start()
        self.digits_changed.emit(self.digits.by_code())
        if self._picker.isVisible():
            self._offer()

    # ---- the chosen coding

    def uncode(self) -> None:
        """Remove the chosen coding."""
        if self._reader.chosen is not None:
            act.uncode(self._bus, [self._reader.chosen])

    def change_code(self) -> None:
        """Open the picker to give the chosen coding another code."""
        coding = self._reader.chosen
        if coding is not None:
            present, place = self._bus.project.codings.get(coding).code, self._place_of(coding)
            change = partial(act.change_code, self._bus, [coding])
            self._open(change, place, "change the code", left_out=present)

    def comment(self) -> None:
        """Write the comment of the chosen coding in a card."""
        coding = self._reader.chosen
        if coding is None:
            return
        card = CommentCard(self._reader.window())
        card.kept.connect(partial(act.comment, self._bus, coding))
        card.closed.connect(card.deleteLater)
        card.write(self._bus.project.codings.get(coding).comment, self._place_of(coding))

    def star(self) -> None:
        """Star the chosen coding, or unstar it."""
        if self._reader.chosen is not None:
            coding = self._bus.project.codings.get(self._reader.chosen)
            act.star(self._bus, coding.id, not coding.starred)

    def _place_of(self, coding: int) -> QRect:
        """Rectangle in the window of a coding's last line, else of the reader's upper part."""
        rect = self._reader.span_rect(self._bus.project.codings.get(coding).span)
        if rect.isValid():
            return rect
        return QRect(self._reader.mapTo(self._reader.window(), QPoint(80, 80)), self._reader.size() / 4)

    def open_menu(self, codings: Sequence[int], place: QPoint) -> None:
        """The context menu of a place in the text: what can be coded, and what can be done with each coding there."""
        menu = QMenu(self._reader)
        menu.setObjectName("reader_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._bus.selection is not None:
            menu.addAction("Code the selection…", self.open_picker)
            menu.addAction("Code in vivo", self.in_vivo)
            menu.addAction("Correct the text…", self.correct)
            menu.addSeparator()
        project = self._bus.project
        if len(codings) > _MOST:
            anchor = QRect(self._reader.window().mapFromGlobal(place), QSize(1, 1))
            menu.addAction(f"{len(codings)} codings here…", lambda: self._reader.list_codings(codings, anchor))
        for number in codings if len(codings) <= _MOST else ():
            coding = project.codings.get(number)
            name = project.codes.get(coding.code).name
            target = menu.addMenu(name) if len(codings) > 1 else menu
            for text, do in self._verbs(coding.starred):
                label = f"{text} “{name}”" if text == "Uncode" and len(codings) == 1 else text
                target.addAction(label, partial(self._on_coding, number, do))
        add_turn_entries(menu, self._bus, self._reader)
        if not menu.isEmpty():
            menu.popup(place)

    def _verbs(self, starred: bool) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("Uncode", self.uncode),
            ("Change the code…", self.change_code),
            ("Comment…", self.comment),
            ("Unstar" if starred else "Star", self.star),
        ]

    def _on_coding(self, coding: int, do: Callable[[], None]) -> None:
        self._reader.choose(coding)
        do()
