"""Tables come in: participants, a codebook, codings. Rows that cannot be used are listed, the others go in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget

from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.dialog import Dialog, inform
from qdesk.importers.cases import import_cases
from qdesk.importers.codebook import import_codebook
from qdesk.importers.codings import import_codings
from qdesk.importers.outcome import Outcome
from qdesk.importers.tables import Table, read_table
from qdesk.store.connection import plain_errors
from qdesk.store.project import Project

TableKind = Literal["cases", "codebook", "codings"]


class _Import(NamedTuple):
    """How a kind of table is asked for, brought in, and told: what one added row is, and what one that was there."""

    title: str
    bring: Callable[[Project, Table], Outcome]
    one: str
    many: str
    there: str


_IMPORTS: Final[dict[TableKind, _Import]] = {
    "cases": _Import("Import participants", import_cases, "participant", "participants", ""),
    "codebook": _Import("Import a codebook", import_codebook, "code made", "codes made", "brought up to date"),
    "codings": _Import("Import codings", import_codings, "coding made", "codings made", "there already"),
}


def import_table(window: QWidget, bus: Bus, kind: TableKind) -> None:
    """Ask for a .csv and bring it in as one step. Success is told in the status line, failed rows in a small dialog."""
    way = _IMPORTS[kind]
    filters = "Tables (*.csv *.tsv *.txt);;All files (*)"
    name, _filter = QFileDialog.getOpenFileName(window, way.title, str(bus.project.path.parent), filters)
    if not name:
        return
    try:
        with plain_errors():
            outcome = way.bring(bus.project, read_table(_bytes(Path(name))))
    except QDeskError as error:
        inform(window, "Nothing was imported", str(error))
        return
    bus.told.emit(sentence_of(kind, outcome), outcome.added + outcome.there > 0)
    if outcome.problems:
        show_problems(window, outcome)


def sentence_of(kind: TableKind, outcome: Outcome) -> str:
    """What came of a table: "12 codings made, 3 there already, 2 rows left out."."""
    way = _IMPORTS[kind]
    told = [f"{outcome.added:,} {way.one if outcome.added == 1 else way.many}"]
    if way.there and outcome.there:
        told.append(f"{outcome.there:,} {way.there}")
    if left := len(outcome.problems):
        told.append(f"{left:,} row{'' if left == 1 else 's'} left out")
    return ", ".join(told) + "."


def show_problems(window: QWidget, outcome: Outcome) -> None:
    """List the rows that could not be used, to be read, copied and mended."""
    count = len(outcome.problems)
    what = "1 row was left out" if count == 1 else f"{count:,} rows were left out"
    dialog = Dialog(
        window, what, "The others went in. Mend these in the table and import it again: nothing is doubled."
    )
    dialog.setObjectName("table_problems")
    lines = "\n".join(outcome.lines())
    field = QPlainTextEdit(lines)
    field.setObjectName("table_problem_lines")
    field.setAccessibleName("Rows left out")
    field.setProperty("part", "field")
    field.setReadOnly(True)
    field.setMinimumSize(look.px(560), look.px(160))
    dialog.body.addWidget(field, 1)
    dialog.add_plain("Copy").clicked.connect(lambda: QApplication.clipboard().setText(lines))
    dialog.add_act("Close")
    dialog.exec()
    dialog.deleteLater()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise QDeskError(f"{path.name} could not be read ({error.strerror}); nothing was imported.") from error
