"""The dialog of the Word report: every choice redraws the pages beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qdesk.exporters.report import CodebookSection, CooccurrenceSection, FindingsSection, Report
from qdesk.gui.bus import Bus
from qdesk.gui.exporting.choices import keep_options, kept_options
from qdesk.gui.exporting.form import ReportForm
from qdesk.gui.exporting.pageview import PageView
from qdesk.gui.exporting.preview import PAGES, Pages
from qdesk.gui.exporting.shorten import QUOTES, shorten
from qdesk.gui.exporting.worker import Built, ReportWorker
from qdesk.gui.help.opening import answer_f1
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.label import Label
from qdesk.gui.widgets.tool import ToolButton
from qdesk.gui.widgets.widedialog import WideDialog
from qdesk.text.counted import counted

_SIZE = QSize(1168, 796)
_SIDE = 416
_PAUSE_MS = 250
_KINDS = {"findings": FindingsSection, "codebook": CodebookSection, "cooccurrence": CooccurrenceSection}


def export_report(window: QWidget, bus: Bus) -> None:
    """Let the user set up the report, see it and write it to a .docx file."""
    dialog = ExportDialog(window, bus)
    dialog.exec()
    dialog.deleteLater()


class ExportDialog(WideDialog):
    """Closes once the file is written; a failure is told at the foot, and the dialog stays."""

    _build_asked = Signal(object)
    _write_asked = Signal(object, object, bool)

    def __init__(self, window: QWidget, bus: Bus) -> None:
        super().__init__(window, "Export to Word", _SIDE, _SIZE)
        self.setObjectName("export_dialog")
        self._bus = bus
        self._pages: Pages | None = None
        self._place, self._section = 0, ""
        self._is_building = self._is_stale = self._is_writing = False
        self._form = ReportForm(bus.project, kept_options(bus.project))
        self.side.addWidget(self._form, 1)
        self._build_pages()
        self.add_cancel()
        self._export = self.add_act("Export…")
        self._export.setObjectName("export_act")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._redraw)
        self._form.changed.connect(self._on_change)
        self._form.section_chosen.connect(self._look_at)
        self._start_worker()
        look.changed.connect(self._fit)
        self._fit()
        self._redraw()
        answer_f1(self)

    def _build_pages(self) -> None:
        self._heading = Label("", 13, bold=True)
        self._back, self._next = ToolButton("arrow-left", "Page before"), ToolButton("arrow-right", "Next page")
        self._where = Label("", 11, token="muted")
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom = Combo("Size of the page", ["Whole page", "Page width"], flat=True)
        self._zoom.setObjectName("page_zoom")
        self._bar = QHBoxLayout()
        self._bar.addWidget(self._heading, 1)
        for part in (self._back, self._where, self._next, self._zoom):
            self._bar.addWidget(part)
        self._view = PageView()
        self._empty = EmptyState("The pages are being laid out.")
        self._room = QStackedWidget()
        self._room.addWidget(self._empty)
        self._room.addWidget(self._view)
        self._honest = Label("Page breaks may differ in Word", 11, token="muted")
        self._honest.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self.main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self._room, 1)
        column.addWidget(self._honest)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._view.turned.connect(self._turn)
        self._zoom.currentIndexChanged.connect(lambda place: self._view.set_whole(place == 0))

    def _start_worker(self) -> None:
        self._thread = QThread(self)
        self._worker = ReportWorker(self._bus.project.path)
        self._worker.moveToThread(self._thread)
        self._build_asked.connect(self._worker.build)
        self._write_asked.connect(self._worker.write)
        self._thread.finished.connect(self._worker.close, Qt.ConnectionType.DirectConnection)  # still in that thread
        self._worker.built.connect(self._show_built)
        self._worker.written.connect(self._on_written)
        self._worker.failed.connect(self._on_failed)
        self._worker.broke.connect(self._fall)
        self._thread.start()

    def _fit(self) -> None:
        self._bar.setContentsMargins(look.px(24), look.px(8), look.px(16), look.px(4))
        self._bar.setSpacing(look.px(4))
        self._where.setMinimumWidth(look.px(96))
        self._honest.setFixedHeight(look.px(32))

    # ---- the preview

    def _on_change(self) -> None:
        self._export.setEnabled(False)
        if not self._form.citation.failure:
            self._pause.start()

    def _look_at(self, section: str) -> None:
        """Show this section when the pages are laid out anew."""
        self._section = section

    def _redraw(self) -> None:
        """Ask for the report as it is chosen now; while one is being built, once more afterwards."""
        self._is_stale = self._is_building
        if not self._is_building:
            self._is_building = True
            self._build_asked.emit(self._form.options)

    def _show_built(self, built: Built) -> None:
        if self._end_of_building():
            return
        report, is_shortened = shorten(built.report)
        self._pages = pages = Pages(report, self._pages)
        if wanted := _title_of(report, self._section):
            self._place, self._section = pages.first_of(wanted), ""
        self._place = min(self._place, len(pages.pages) - 1)
        self.tell(_facts(built, pages, is_shortened))
        self._export.setEnabled(not self._pause.isActive() and not self._form.citation.failure)
        self._room.setCurrentWidget(self._view)
        self._turn(0)

    def _end_of_building(self) -> bool:
        """Whether what was built is out of date, and another one has been asked for."""
        self._is_building = False
        if self._is_stale:
            self._redraw()
            return True
        return False

    def _turn(self, steps: int) -> None:
        if self._pages is None:
            return
        count = len(self._pages.pages)
        self._place = min(max(0, self._place + steps), count - 1)
        self._view.show_page(self._pages, self._place)
        self._heading.setText(self._pages.pages[self._place].section)
        more = self._pages.total > count
        self._where.setText(f"page {self._place + 1} of {'the first ' if more else ''}{count}")
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < count - 1)

    # ---- the file

    def accept(self) -> None:
        """Ask where to, and write the file."""
        if self._is_writing or not self._export.isEnabled():
            return
        project = self._bus.project
        start = str(project.path.with_name(f"{project.name} report.docx"))
        name, _filter = QFileDialog.getSaveFileName(self, "Export to Word", start, "Word documents (*.docx)")
        if not name:
            return
        path = Path(name)
        asked = path.suffix.lower() == ".docx"  # a name that we complete was not seen by the file dialog
        self._set_writing(True)
        self.tell(f"Writing {path.name}…")
        self._write_asked.emit(self._form.options, path if asked else path.with_name(f"{path.name}.docx"), asked)

    def _set_writing(self, writing: bool) -> None:
        self._is_writing = writing
        self.side_panel.setEnabled(not writing)
        self._export.setEnabled(not writing)

    def _on_written(self, path: Path) -> None:
        self._set_writing(False)
        keep_options(self._bus, self._form.options)
        self._bus.told.emit(f"Exported {path.name}.", False)
        super().accept()

    def _on_failed(self, sentence: str) -> None:
        if self._is_writing:
            self._set_writing(False)
        elif self._end_of_building():
            return
        else:
            self._pages = None
            self._empty.say(sentence)
            self._room.setCurrentWidget(self._empty)
            self._heading.setText("")
            self._where.setText("")
            self._back.setEnabled(False)
            self._next.setEnabled(False)
        self.tell(sentence, wrong=True)

    def _fall(self, error: Exception) -> None:
        self._is_building = False
        self._set_writing(False)
        raise error

    def reject(self) -> None:
        """Cancel; not in the middle of writing."""
        if not self._is_writing:
            super().reject()

    def done(self, result: int) -> None:
        """Close the worker's connection in its own thread, then the dialog."""
        if self._thread.isRunning():
            self._pause.stop()
            self._thread.quit()
            self._thread.wait()
        super().done(result)


def _title_of(report: Report, section: str) -> str:
    """The title of a section in a report, "" where it is not there or none is wanted."""
    kind = _KINDS.get(section)
    return next((one.title for one in report.sections if kind and isinstance(one, kind)), "")


def _facts(built: Built, pages: Pages, is_shortened: bool) -> str:
    left_out = built.quotes < built.all_quotes
    quotes = f"{built.quotes:,} of {built.all_quotes:,} quotes" if left_out else counted(built.quotes, "quote")
    people = counted(built.participants, "participant")
    if is_shortened or pages.total > PAGES:
        shown = f"at most {QUOTES} quotes and {PAGES} pages"
        return f"{quotes} from {people}. The preview shows the beginning, {shown}; the file will hold all."
    return f"{counted(pages.total, 'page')}, {quotes} from {people}. The preview follows every change."
