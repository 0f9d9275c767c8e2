"""The scenes of the help's pictures: each sets the real window up on a fresh copy of the sample study.

Passages are found by what they hold, codes by their names, so that a scene outlives changes of the study.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QRect
from PySide6.QtWidgets import QApplication, QWidget
from stage import HABITS, TRUST, Shot, Stage

from qdesk.gui.look.theme import look
from qdesk.gui.mime import codes_mime, selection_mime
from qdesk.gui.start.recents import Recent
from qdesk.importers.study import MAIN_STUDY
from qdesk.places import sample_projects
from qdesk.store.project import Project

_WIDE = (1280, 800)
_DIALOG = (1168, 740)
_PATIENCE_MS = 20_000


def start(stage: Stage) -> Shot:
    """The start page with some projects, in the afternoon of a working day."""
    now = datetime(2025, 3, 14, 15, 30)
    home = stage.folder / "home"
    kept = [
        ("Documents/Thesis/Distributed leadership", "22 interviews · 450 quotes", timedelta(hours=1)),
        ("Documents/Thesis/Pilot interviews", "3 interviews · 58 quotes", timedelta(days=21)),
        ("Documents/Seminar/Parents and homework", "11 interviews · 190 quotes", timedelta(days=60)),
    ]
    recents = [Recent(home / f"{name}.qdesk", holding, now - age) for name, holding, age in kept]
    for recent in recents:
        recent.path.parent.mkdir(parents=True, exist_ok=True)
        recent.path.touch()
    stage.window.start.set_recents(recents, now, home)
    return Shot(stage.window)


def coding(stage: Stage) -> Shot:
    """A chosen coding in its interview, its code's quotes beside it."""
    one = stage.coding()
    stage.desk.codes.choose([one.code])
    stage.read(one.document, one.span)
    stage.desk.reader.view.choose(one.id)
    return Shot(stage.window)


def picker(stage: Stage) -> Shot:
    """The picker at a selected sentence, three letters typed."""
    stage.select_uncoded()
    stage.desk.coding.open_picker("tru")
    stage.settle()
    shown = stage.desk.reader.selection_rect().united(stage.place(stage.desk.coding._picker))
    return Shot(stage.window, stage.part(stage.place(stage.desk.reader).left(), 640, 360, shown))


def drag_passage(stage: Stage) -> Shot:
    """A selected sentence held over a code."""
    stage.select_uncoded()
    stage.drag_over_tree(selection_mime(stage.window.bus.selection, ""), stage.code(TRUST))
    return Shot(stage.window, stage.part(0, 880, 420, stage.desk.reader.selection_rect()))


def drag_code(stage: Stage) -> Shot:
    """A code held over a theme it does not lie in."""
    habits = stage.code(HABITS)
    tree = stage.desk.codes.tree
    tree.choose([habits])
    rows = list(tree.codes_model.tree.walk())
    themes = [code for code in rows[rows.index(habits) :] if tree.codes_model.code(code).kind == "theme"]
    tree.dragged = frozenset([habits])
    tree.scrollTo(tree.codes_model.index_of(themes[0]), tree.ScrollHint.PositionAtCenter)  # no edge that scrolls
    stage.drag_over_tree(codes_mime([habits]), themes[0])
    row = tree.visualRect(tree.codes_model.index_of(habits)).translated(stage.place(tree.viewport()).topLeft())
    return Shot(stage.window, stage.part(0, 640, 300, row.translated(0, 40)))


def cooccurrence(stage: Stage) -> Shot:
    """The heat map, pointing at the two codes that meet most often."""
    stage.desk.show_chart()
    stage.settle()
    view = stage.desk.chart.findChild(QWidget, "heat_map")
    table = view.table.count
    pairs = [(int(table[i, j]), i, j) for i in range(len(table)) for j in range(i)]
    view.point_at(max(pairs)[1:])
    return Shot(stage.window)


def quotes(stage: Stage) -> Shot:
    """The quotes of a code."""
    stage.desk.codes.tree.choose([stage.code(TRUST)])
    stage.settle()
    return Shot(stage.window, QRect(0, stage.place(stage.desk).top(), stage.window.width(), 520))


def history(stage: Stage) -> Shot:
    """What going back some steps would undo."""
    one = stage.coding()
    stage.read(one.document, one.span)
    stage.window.actions_table["left"].trigger()
    stage.window.actions_table["history"].trigger()
    stage.desk.sides.setSizes([0, 640, 320])
    stage.settle()
    rows = stage.desk.history.view
    steps = [row for row in range(rows.rows.rowCount()) if rows.rows.flags(rows.rows.index(row))]
    rows.setCurrentIndex(rows.rows.index(steps[min(3, len(steps) - 1)]))
    return Shot(stage.window, stage.place(stage.desk))


def palette(stage: Stage) -> Shot:
    """Search and commands, a few letters typed."""
    stage.window.open_palette()
    stage.window.palette_card.field.setText("tru")
    stage.settle()
    card = stage.place(stage.window.palette_card)
    top = stage.place(stage.window.tools).top()
    return Shot(stage.window, QRect(card.center().x() - 320, top, 640, card.bottom() + 24 - top))


def find(stage: Stage) -> Shot:
    """The places where a word stands, in all interviews."""
    stage.desk.show_search("register")
    stage.settle()
    return Shot(stage.window)


def attributes(stage: Stage) -> Shot:
    """The head of an interview with what is known of its participant."""
    stage.desk.open_document(stage.coding().document)
    stage.settle()
    corner = stage.place(stage.desk.reader).topLeft()
    return Shot(stage.window, QRect(corner.x(), stage.place(stage.desk).top(), 640, 240))


def chart_choices(stage: Stage) -> Shot:
    """The row of choices above the heat map."""
    stage.desk.show_chart()
    stage.settle()
    bar = stage.place(stage.desk.chart.findChild(QWidget, "chart_bar"))
    return Shot(stage.window, bar.adjusted(0, 0, 0, 112))


def importing(stage: Stage) -> Shot:
    """The import dialog over some interviews."""
    from qdesk.gui.importing.dialog import ImportDialog

    sources = sample_projects() / MAIN_STUDY / "interviews"
    with Project.create(stage.folder / "My study.qdesk"):
        pass
    stage.window.doors.open(str(stage.folder / "My study.qdesk"))
    paths = [next(sources.glob(f"Teacher {number}.*")) for number in (1, 2, 3, 4)]
    dialog = ImportDialog(stage.window, stage.window.bus, paths)
    return _when_ready(dialog, dialog.findChild(QWidget, "import_act").isEnabled)


def exporting(stage: Stage) -> Shot:
    """The dialog of the Word report."""
    from qdesk.gui.exporting.dialog import ExportDialog

    dialog = ExportDialog(stage.window, stage.window.bus)
    return _when_ready(dialog, dialog.findChild(QWidget, "page_view").isVisible)


def codebook_page(stage: Stage) -> Shot:
    """A page of the codebook, as large as there is room."""
    from qdesk.gui.exporting.dialog import ExportDialog

    dialog = ExportDialog(stage.window, stage.window.bus)
    view = dialog.findChild(QWidget, "page_view")
    _when_ready(dialog, view.isVisible)
    dialog.findChild(QWidget, "section_findings").setChecked(False)
    dialog.findChild(QWidget, "page_zoom").setCurrentIndex(1)
    _wait(dialog, lambda: "Appendix A" in view.accessibleDescription())
    corner = view.mapTo(dialog, view.rect().topLeft())
    return Shot(dialog, QRect(corner.x(), corner.y(), view.width(), 460))


def forgetting(stage: Stage) -> Shot:
    """What is asked before the past of a study goes."""
    from qdesk.gui.window.forgetting import ForgetDialog

    dialog = ForgetDialog(stage.window)
    dialog.show()
    return Shot(dialog)


def dark(stage: Stage) -> Shot:
    """The window on a dark ground. The last scene, for the look stays dark."""
    look.set_theme("dark")
    return coding(stage)


def _when_ready(dialog: QWidget, is_ready: Callable[[], bool]) -> Shot:
    """The dialog once its work in the background is done."""
    dialog.resize(*_DIALOG)  # there may be no screen as large
    dialog.show()
    _wait(dialog, is_ready)
    return Shot(dialog)


def _wait(dialog: QWidget, is_ready: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not is_ready():
        if patience.hasExpired():
            raise RuntimeError(f"{dialog.objectName()} did not become ready")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


Scene = tuple[Callable[[Stage], Shot], tuple[int, int]]

_PLAYED: dict[str, Scene] = {
    "start": (start, (1040, 650)),
    "coding": (coding, (1120, 700)),
    "picker": (picker, _WIDE),
    "drag-passage": (drag_passage, _WIDE),
    "drag-code": (drag_code, (1280, 900)),
    "cooccurrence": (cooccurrence, (1120, 700)),
    "quotes": (quotes, _WIDE),
    "history": (history, (960, 640)),
    "palette": (palette, _WIDE),
    "find": (find, _WIDE),
    "attributes": (attributes, _WIDE),
    "chart-choices": (chart_choices, (1120, 700)),
    "import": (importing, _WIDE),
    "export": (exporting, _WIDE),
    "codebook-page": (codebook_page, _WIDE),
    "forget": (forgetting, _WIDE),
    "screenshot-coding": (coding, (1440, 900)),
    "dark": (dark, (1120, 700)),
}


def _without_tour(scene: Callable[[Stage], Shot]) -> Callable[[Stage], Shot]:
    """The scene on a window whose tour, which offers itself on the sample study, was declined."""

    def played(stage: Stage) -> Shot:
        if stage.window.tour is not None and stage.window.tour.card is not None:
            stage.window.tour.card.left.emit()
            stage.window.status.tell("")
        return scene(stage)

    return played


SCENES: dict[str, Scene] = {name: (_without_tour(scene), size) for name, (scene, size) in _PLAYED.items()}
"""Names of the pictures, how each comes about, and the size of the window for it."""

WITHOUT_PROJECT = {"start"}
