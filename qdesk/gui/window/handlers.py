"""What each action of the table does, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QWidget

from qdesk import __version__
from qdesk.gui.look.theme import Setting, look
from qdesk.gui.reader.interviewer import INTERVIEWER_VIEWS, InterviewerView
from qdesk.gui.tour.tour import take_tour
from qdesk.gui.widgets.dialog import inform

if TYPE_CHECKING:
    from qdesk.gui.tour.tour import Tour
    from qdesk.gui.window.desk import Desk
    from qdesk.gui.window.window import MainWindow
    from qdesk.store.project import Project

CONFIDENTIAL = (
    "Everything stays on this computer: QDesk never opens a network connection. A project is one file, not encrypted "
    "by QDesk; put it on an encrypted disk (BitLocker, FileVault, LUKS) if the interviews are confidential. Backups "
    "lie beside it. File > Forget removes originals and old texts from the history."
)


SWITCHES: Final = ("one_key", "snap", "join")
"""Actions that are switches of how one codes: kept in the preferences under their names."""

ABOUT = f"Version {__version__}. Qualitative analysis of interviews, on your own computer. MIT licence."


def handlers_of(window: MainWindow) -> dict[str, Callable[..., object]]:
    """Handlers by action name; those of toggles take the new state."""
    doors = window.doors
    return {
        "new": doors.new, "open": doors.open, "sample": doors.sample, "close": doors.close,
        "quit": QApplication.closeAllWindows,
        "import": doors.import_files,
        "import_codebook": lambda: doors.import_table("codebook"),
        "import_cases": lambda: doors.import_table("cases"),
        "import_codings": lambda: doors.import_table("codings"),
        "save_copy": doors.save_copy, "backup": doors.backup, "restore": doors.restore, "check": doors.check,
        "forget": lambda: _forget(window),
        "undo": doors.undo, "redo": doors.redo,
        **_views(window), **_coding(window),
        "report": doors.export_report,
        "quotes_csv": lambda: doors.export_csv("quotes", _quotes_csv),
        "codebook_csv": lambda: doors.export_csv("codebook", _codebook_csv),
        "figure": lambda: _save_figure(window),
        "new_window": window.open_another,
        "help": lambda: _help(window),
        "tour": lambda: take_tour(window),
        "confidential": lambda: inform(window, "Where your data is", _whereabouts(window)),
        "about": lambda: inform(window, "QDesk", ABOUT),
    }  # fmt: skip


def _whereabouts(window: MainWindow) -> str:
    """Where the open project lies, and what that means."""
    here = f"This project lies in {window.bus.project.path.absolute().parent}. " if window.bus is not None else ""
    return here + CONFIDENTIAL


def _help(window: MainWindow) -> None:
    """The page about what has the focus."""
    from qdesk.gui.help.opening import open_help, page_for

    open_help(window, page_for(QApplication.focusWidget()))


def _views(window: MainWindow) -> dict[str, Callable[..., object]]:
    return {
        "palette": window.open_palette, "find": lambda: _desk(window).find(),
        "search": lambda: _desk(window).show_search(),
        "find_code": lambda: _desk(window).codes.open_filter(),
        "left": lambda on: _desk(window).left.setVisible(on),
        "right": lambda on: _show_right(window, _desk(window).quotes, on),
        "history": lambda on: _show_right(window, _desk(window).history, on),
        "next_panel": lambda: _next_panel(window),
        "larger": lambda: window.set_size(round(look.scale * 100) + 10),
        "smaller": lambda: window.set_size(round(look.scale * 100) - 10),
        "actual": lambda: window.set_size(100),
        "theme_system": lambda _on: _set_theme(window, "system"),
        "theme_light": lambda _on: _set_theme(window, "light"),
        "theme_dark": lambda _on: _set_theme(window, "dark"),
        **{name: partial(_keep_switch, window, name) for name in SWITCHES},
        **{f"interviewer_{view}": partial(set_interviewer, window, view) for view in INTERVIEWER_VIEWS},
        "cooccurrence": lambda: _desk(window).show_chart(),
        "cooccurrence_chosen": lambda: _desk(window).show_chart(_desk(window).codes.tree.chosen_all()),
    }  # fmt: skip


def _coding(window: MainWindow) -> dict[str, Callable[..., object]]:
    return {
        "pick": lambda: _desk(window).coding.open_picker(),
        "in_vivo": lambda: _desk(window).coding.in_vivo(),
        "correct": lambda: _desk(window).coding.correct(),
        "copy_cited": lambda: _desk(window).reading.copy_cited(),
        "pen": lambda on: _take_pen(window, on),
        "uncode": lambda: _desk(window).coding.uncode(),
        "change_code": lambda: _desk(window).coding.change_code(),
        "comment": lambda: _desk(window).coding.comment(),
        "next_quote": lambda: _desk(window).reader.go_to_next(),
        "previous_quote": lambda: _desk(window).reader.go_to_next(forward=False),
        "speakers": lambda: _open_speakers(window),
        "star": lambda: _desk(window).coding.star(),
        "new_code": lambda: _desk(window).codes.commands.new_code(),
        "new_theme": lambda: _desk(window).codes.commands.new_theme(),
        "group": lambda: _desk(window).codes.commands.group(),
        "merge": lambda: _desk(window).codes.commands.merge(),
        "pin": lambda: _pin(window),
    }  # fmt: skip


def _desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def _tour(window: MainWindow) -> Tour:
    assert window.tour is not None
    return window.tour


def _show_right(window: MainWindow, panel: QWidget, on: bool) -> None:
    _desk(window).show_right(panel if on else None)
    window.refresh_actions()


def _next_panel(window: MainWindow) -> None:
    """Move the focus round: documents, codes, page, right side, and the card of the tour."""
    desk = _desk(window)
    stops = [
        desk.documents.list, desk.codes.tree, desk.pages.currentWidget(), desk.right_shown, _tour(window).card,
    ]  # fmt: skip
    open_stops = [stop for stop in stops if stop is not None and stop.isVisible()]
    focused = QApplication.focusWidget()
    inside = [stop is focused or (focused is not None and stop.isAncestorOf(focused)) for stop in open_stops]
    following = (inside.index(True) + 1) % len(open_stops) if True in inside else 0
    target = open_stops[following]
    (desk.reader if target is desk.pages.currentWidget() and desk.reader.isVisible() else target).setFocus()


def _set_theme(window: MainWindow, setting: Setting) -> None:
    look.set_theme(setting)
    window.preferences.set("theme", setting)


def _keep_switch(window: MainWindow, name: str, on: bool) -> None:
    window.preferences.set(name, on)
    set_switches(window)


def set_interviewer(window: MainWindow, view: InterviewerView, _on: bool = True) -> None:
    """Show, dim or hide the interviewer from now on, in every project."""
    window.preferences.set("interviewer", view)
    _desk(window).reader.set_interviewer(view)
    window.refresh_actions()


def _open_speakers(window: MainWindow) -> None:
    from qdesk.gui.speakers.dialog import open_speakers

    assert window.bus is not None
    undo, redo = (window.actions_table[name].trigger for name in ("undo", "redo"))
    open_speakers(window, window.bus, undo, redo)


def set_switches(window: MainWindow) -> None:
    """Let the open project follow the switches that hold for every project; they are on until switched off."""
    if window.desk is not None:
        one_key, snap, join = (window.preferences.get(name, True) for name in SWITCHES)
        window.desk.coding.allow_one_key(one_key)
        window.desk.reader.set_snapping(snap)
        window.desk.bus.joining = join
        window.desk.reader.set_interviewer(window.preferences.get("interviewer", "shown"))


def _take_pen(window: MainWindow, on: bool) -> None:
    """The pen takes the current code of the tree."""
    desk = _desk(window)
    chosen = desk.codes.tree.chosen()
    if on and len(chosen) != 1:
        window.actions_table["pen"].setChecked(False)
        window.status.tell("Choose one code in the tree first; the pen then applies it to every passage you select.")
        return
    desk.coding.set_pen(chosen[0] if on else None)
    name = desk.bus.project.codes.get(chosen[0]).name if on else ""
    window.tools.pen.setText(f" {name}" if on else " Pen")
    window.status.tell(f"The pen codes as {name}. Esc puts it away." if on else "")


def _pin(window: MainWindow) -> None:
    chosen = _desk(window).codes.tree.chosen()
    if len(chosen) == 1:
        _desk(window).coding.pin(chosen[0])
    else:
        window.status.tell("Choose one code in the tree first.")


def _save_figure(window: MainWindow) -> None:
    _desk(window).show_chart()
    chart = _desk(window).chart
    assert chart is not None
    chart.save()


def _forget(window: MainWindow) -> None:
    from qdesk.gui.window.forgetting import forget

    assert window.bus is not None
    forget(window, window.bus)


def _quotes_csv(project: Project) -> bytes:
    from qdesk.exporters.quotes_csv import write_quotes_csv

    return write_quotes_csv(project)


def _codebook_csv(project: Project) -> bytes:
    from qdesk.exporters.codebook_csv import write_codebook_csv

    return write_codebook_csv(project)
