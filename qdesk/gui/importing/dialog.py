"""The dialog that stands before every import: the files, each as it was read, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus
from qdesk.gui.help.opening import answer_f1
from qdesk.gui.importing.candidate import Candidate, Voice
from qdesk.gui.importing.details import Details
from qdesk.gui.importing.filelist import FileList
from qdesk.gui.importing.preview import Preview, head
from qdesk.gui.importing.reading import ReadFile, Reading
from qdesk.gui.importing.storing import store
from qdesk.gui.look.fonts import ui_font
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.widedialog import Plane, WideDialog
from qdesk.text.newdocument import ParagraphRule

_SIZE = QSize(1168, 740)
_SIDE, _DETAILS = 300, 320


class ImportDialog(WideDialog):
    """Reads the files as soon as it is made. ``ids`` are the documents stored, in the order of the list."""

    def __init__(self, window: QWidget, bus: Bus, paths: Sequence[Path]) -> None:
        super().__init__(window, _title(bus.project.name), _SIDE, _SIZE, main="surface")
        self.setObjectName("import_dialog")
        self.ids: list[int] = []
        self._bus = bus
        self._candidates = [Candidate(path) for path in paths]
        self._listed: set[Candidate] = set()
        self._is_storing = self._is_stopped = False
        self._build()
        self._connect()
        self._reading = Reading(paths, self)
        self._reading.read.connect(self._take)
        self._reading.broke.connect(self._fall)
        self._reading.finished.connect(self._refresh_foot)
        self._list.setCurrentIndex(self._list.files.index(0))
        self._refresh_foot()
        self._reading.start()
        answer_f1(self)

    # ---- parts

    def _build(self) -> None:
        self._list = FileList(self._candidates)
        self.side.addWidget(self._list, 1)
        self._preview, self._unread = Preview(), EmptyState("")
        self._lines = Label("", 11, token="muted")
        self._lines.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._preview, 1)
        column.addWidget(self._lines)
        self._details = Details()
        self._details_line = Plane("hairline")
        self._readable = QWidget()
        row = QHBoxLayout(self._readable)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, stretch in ((text, 1), (self._details_line, 0), (self._details, 0)):
            row.addWidget(part, stretch)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._unread)
        self._pages.addWidget(self._readable)
        room = QHBoxLayout(self.main)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._pages)
        self._progress = QProgressBar()
        self._progress.setObjectName("import_progress")
        self._progress.setAccessibleName("Files done")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, len(self._candidates))
        self.side.addWidget(self._progress)
        self._cancel = self.add_cancel()
        self._act = self.add_act("Import")
        self._act.setObjectName("import_act")
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.side.setContentsMargins(0, 0, 0, 0)
        self._lines.setFixedHeight(look.px(28))
        self._details.setFixedWidth(look.px(_DETAILS))
        self._details_line.setFixedWidth(1)

    def _connect(self) -> None:
        self._list.shown.connect(lambda _row: self._show())
        self._list.files.ticked.connect(self._refresh_foot)
        self._details.encoding_chosen.connect(self._read_as)
        self._details.encodings_asked.connect(self._list_encodings)
        self._details.rule_chosen.connect(self._set_rule)
        self._details.voice_changed.connect(self._set_voice)
        self._details.participant_changed.connect(self._set_participant)
        self._details.rule_for_all_asked.connect(self._rule_for_all)
        self._details.voices_for_all_asked.connect(self._voices_for_all)
        self._bus.failed.connect(self._tell_failure)

    # ---- what was read

    def _take(self, place: int, read: ReadFile | str) -> None:
        one = self._candidates[place]
        if isinstance(read, str):
            one.failure = read
        else:
            one.take(read)
            one.twin = self._twin_of(one)
            one.ticked = not one.twin
        self._progress.setValue(place + 1)
        self._list.files.tell(place)
        if one is self._current:
            self._show()
        self._refresh_foot()

    def _twin_of(self, one: Candidate) -> str:
        """Who has the same content already: a document of the project, or a file further up."""
        if twin := self._bus.project.documents.same_content(one.document):
            return f"there already as “{twin.name}”"
        for other in self._candidates:
            if other is one:
                break
            if other.file and other.document.text == one.document.text:
                return f"the same as {other.path.name}"
        return ""

    def _tell_failure(self, sentence: str) -> None:
        self.tell(sentence, wrong=True)

    def _fall(self, error: Exception) -> None:
        raise error

    # ---- the file looked at

    @property
    def _current(self) -> Candidate:
        return self._candidates[max(0, self._list.currentIndex().row())]

    def _show(self) -> None:
        one = self._current
        self._pages.setCurrentWidget(self._readable if one.file else self._unread)
        if one.file is None:
            self._unread.say(one.failure or f"{one.path.name} has not been read yet.")
            return
        listed = bool(one.file.encoding) and (one.file.guessed or one in self._listed)
        self._details.show_file(one, listed, bool(self._others()), any(map(one.shares_labels, self._others())))
        self._show_text(one)

    def _show_text(self, one: Candidate) -> None:
        text = one.document.text
        self._preview.show_text(text, one.turns, one.document.paragraphs)
        shown, lines = head(text).count("\n") + 1, text.count("\n") + 1
        self._lines.setText(f"The first {shown:,} of {lines:,} lines")
        self._lines.setVisible(len(head(text)) < len(text.rstrip()))

    def _others(self) -> list[Candidate]:
        return [one for one in self._candidates if one.file and one is not self._current]

    def _list_encodings(self) -> None:
        self._listed.add(self._current)
        self._show()

    def _read_as(self, encoding: str) -> None:
        one = self._current
        self._listed.add(one)
        try:
            one.read_as(encoding)
        except QDeskError as error:
            self.tell(str(error), wrong=True)
            return
        self._list.files.tell(self._list.currentIndex().row())
        self._show()
        self._refresh_foot()

    def _set_rule(self, rule: ParagraphRule) -> None:
        self._current.set_rule(rule)
        self._show_text(self._current)

    def _set_voice(self, name: str, speaks: bool, asks: bool) -> None:
        one = self._current
        one.voices[name] = Voice(one.voices[name].count, speaks, asks)
        self._details.show_speakers(one)
        self._show_text(one)

    def _set_participant(self, name: str) -> None:
        self._current.participant = name

    def _rule_for_all(self) -> None:
        for other in self._others():
            other.set_rule(self._current.document.paragraphs)
        self.tell(f"{len(self._others()) + 1} files: a paragraph ends as chosen here.")

    def _voices_for_all(self) -> None:
        done = sum(other.take_voices(self._current.voices) for other in self._others())
        self.tell(f"{done + 1} files with these labels: their speakers are as chosen here.")

    # ---- storing

    def _chosen(self) -> list[Candidate]:
        return [one for one in self._candidates if one.ticked and one.file]

    def _refresh_foot(self) -> None:
        chosen, read = len(self._chosen()), sum(bool(one.file or one.failure) for one in self._candidates)
        failed = sum(bool(one.failure) for one in self._candidates)
        twins = sum(bool(one.twin) for one in self._candidates)
        self._act.setText(f"Import {chosen} interview{'' if chosen == 1 else 's'}")
        self._act.setAccessibleName(self._act.text())
        is_done = read == len(self._candidates)
        self._act.setEnabled(is_done and chosen > 0)
        self._progress.setVisible(not is_done)
        facts = [f"{failed} could not be read" if failed else "", f"{twins} twice or there already" if twins else ""]
        files = len(self._candidates)
        told = ["1 file" if files == 1 else f"{files} files", *(fact for fact in facts if fact)]
        self.tell(" · ".join(told) if is_done else f"Reading {read + 1} of {files}…")

    def accept(self) -> None:
        """Store what is ticked; the dialog stays if that fails or is stopped."""
        chosen = self._chosen()
        if self._is_storing or not chosen:
            return
        self._set_storing(True)
        interviews = [(one.as_decided(), one.participant) for one in chosen]
        ids = store(self._bus, interviews, self, self._go_on)
        self._set_storing(False)
        if ids is not None:
            self.ids = ids
            super().accept()
        elif self._is_stopped:
            self.tell("Stopped; nothing was imported.")

    def _set_storing(self, storing: bool) -> None:
        self._is_storing, self._is_stopped = storing, self._is_stopped and not storing
        self._act.setEnabled(not storing)
        self.side_panel.setEnabled(not storing)
        self.main.setEnabled(not storing)
        self._progress.setRange(0, len(self._chosen()))
        self._progress.setValue(0)
        self._progress.setVisible(storing)

    def _go_on(self, stored: int) -> bool:
        self._progress.setValue(stored)
        self.tell(f"Storing {stored} of {self._progress.maximum()} interviews…")
        return not self._is_stopped

    def reject(self) -> None:
        """Cancel: stops what runs. Nothing is half imported."""
        if self._is_storing:
            self._is_stopped = True
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close; a file that is being read is let go first."""
        self._reading.stop()
        super().done(result)


def _title(project: str) -> str:
    """Names the project that takes the interviews in: in two lines beside each other, no word wider than one."""
    metrics, line = QFontMetrics(ui_font(21, bold=True)), look.px(_SIDE - 48)
    middle = Qt.TextElideMode.ElideMiddle
    words = (metrics.elidedText(word, middle, line) for word in project.split())
    return f"Import interviews into {metrics.elidedText(' '.join(words), middle, 2 * line - look.px(40))}"
