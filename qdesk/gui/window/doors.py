"""What opens, closes, copies and restores projects, and what goes in and out of them: flows that ask and then act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from qdesk.errors import QDeskError
from qdesk.gui.start.page import MAIN_STUDY
from qdesk.gui.widgets.dialog import confirm, inform
from qdesk.places import sample_projects, samples_home
from qdesk.store import backups
from qdesk.store.changes import Changes
from qdesk.store.check import check
from qdesk.store.connection import plain_errors
from qdesk.store.history import ForeignStep
from qdesk.store.project import Project
from qdesk.store.steps import Step

if TYPE_CHECKING:
    from qdesk.gui.window.window import MainWindow

T = TypeVar("T")

_PROJECTS = "QDesk projects (*.qdesk)"


class Doors(QObject):
    """The flows of one window. A known error is one sentence in a small dialog; nothing is lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # ---- opening and closing

    def new(self) -> None:
        """Ask where, then make an empty project and open it."""
        if path := self._ask_new("New project", "My study.qdesk"):
            self._enter(lambda: Project.create(path, "window", force=True))

    def new_with(self, files: Sequence[Path]) -> None:
        """Make a project for files that were dropped on the start page."""
        if path := self._ask_new("New project for these interviews", "My study.qdesk"):
            self._enter(lambda: Project.create(path, "window", force=True))
            if self._window.bus is not None:
                self.import_files(files)

    def open(self, name: str = "") -> None:
        """Open a project by its path, or ask for one."""
        if not name:
            name, _filter = QFileDialog.getOpenFileName(self._window, "Open a project", str(_documents()), _PROJECTS)
        if name:
            self._enter(lambda: Project.open(Path(name), "window"))

    def sample(self, study: str = MAIN_STUDY) -> None:
        """Open a sample study as it was left; the first time it is built in the folder of samples."""
        self._enter(lambda: _sample(study))

    def _enter(self, opener: Callable[[], Project]) -> None:
        project = self._guarded(opener)
        if project is None:
            return
        self.close_project()
        self._window.show_project(project)
        self._window.note_recent()
        if self._window.tour is not None and project.layout.get("sample") == MAIN_STUDY:
            self._window.tour.offer()

    def close_project(self) -> None:
        """Close the open project, if there is one."""
        bus = self._window.bus
        if bus is None:
            return
        self._window.note_recent()
        self._window.drop_desk()
        self._guarded(bus.project.close)

    def close(self) -> None:
        """Close the project and go back to the start page."""
        self.close_project()
        self._window.show_start()

    # ---- undo and redo

    def undo(self) -> None:
        """Undo the last step; one that another open window made is named and asked about."""
        self._replay("Undone", [None], self._undo_one)

    def redo(self) -> None:
        """Redo the last undone step."""
        self._replay("Redone", [None], lambda: self._project.redo())

    def undo_steps(self, steps: Sequence[int]) -> None:
        """Undo the steps that the History panel named, newest first; stop where something else was done meanwhile."""
        self._replay("Undone", steps, self._undo_one, self._project.history.undoable)

    def redo_steps(self, steps: Sequence[int]) -> None:
        """Redo the steps that the History panel named, oldest first."""
        self._replay("Redone", steps, lambda: self._project.redo(), self._project.history.redoable)

    def _undo_one(self) -> Changes | None:
        try:
            return self._project.undo()
        except ForeignStep as error:
            if confirm(self._window, "A step of another window", str(error), "Undo it", danger=False):
                return self._project.undo(force=True)
            return None

    def _replay(
        self, done: str, steps: Sequence[int | None], act: Callable[[], Changes | None],
        following: Callable[[], Step | None] = lambda: None,
    ) -> None:  # fmt: skip
        label, count = "", 0
        try:
            for wanted in steps:
                step = following()
                if wanted is not None and (step is None or step.id != wanted):
                    raise QDeskError("Something else was done meanwhile; look at the history again.")
                changes = act()
                if changes is None:
                    break
                label, count = changes.label, count + 1
        except QDeskError as error:
            self._window.status.tell(str(error))
            return
        if count:
            self._window.status.tell(f"{done}: {label}." if count == 1 else f"{done} {count} steps.")

    @property
    def _project(self) -> Project:
        assert self._window.bus is not None
        return self._window.bus.project

    # ---- copies and backups

    def save_copy(self) -> None:
        """Write a verified copy of the project elsewhere."""
        if path := self._ask_new("Save a copy", f"{self._project.name} copy.qdesk"):
            self._told(lambda: self._project.save_copy(path), f"Copied to {path.name}.")

    def backup(self) -> None:
        """Write a backup beside the project."""
        self._told(lambda: backups.make(self._project.path, self._project.db), "Backed up.")

    def restore(self) -> None:
        """Choose a backup and put it in the project's place; the present state is kept beside the backups.

        With no project open, which is so when one is damaged, the backup's folder tells whose it is.
        """
        bus = self._window.bus
        folder = backups.folder_of(bus.project.path) if bus else _documents()
        name, _filter = QFileDialog.getOpenFileName(self._window, "Restore a backup", str(folder), _PROJECTS)
        if not name:
            return
        project = bus.project.path if bus else self._guarded(lambda: _project_of(Path(name)))
        if project is None:
            return
        sentence = f"{project.name} goes back to {Path(name).name}. Its present state is kept beside the backups."
        if confirm(self._window, "Restore this backup?", sentence, "Restore"):
            self.close()
            if self._guarded(lambda: backups.restore(project, Path(name))):
                self.open(str(project))

    def check(self) -> None:
        """Check every quote, reference and the tree."""
        wrong = check(self._project)
        if wrong:
            inform(self._window, "The project is not sound", " ".join(wrong[:10]))
        else:
            self._window.status.tell("The project is sound: every quote fits its text.")

    # ---- in and out

    def import_files(self, files: Sequence[Path] | None = None) -> None:
        """Import interviews, asked for unless given."""
        from qdesk.gui.importing.flow import import_files

        assert self._window.bus is not None
        import_files(self._window, self._window.bus, files)

    def export_report(self) -> None:
        """Open the dialog of the Word report."""
        from qdesk.gui.exporting.dialog import export_report

        assert self._window.bus is not None
        export_report(self._window, self._window.bus)

    def import_table(self, kind: str) -> None:
        """Import a table of participants, codes or codings."""
        from qdesk.gui.importing.tables import import_table

        assert self._window.bus is not None
        import_table(self._window, self._window.bus, kind)

    def export_csv(self, name: str, write: Callable[[Project], bytes]) -> None:
        """Write a table of the project to a .csv file."""
        from qdesk.exporters.atomic import write_file

        start = str(self._project.path.with_name(f"{self._project.name} {name}.csv"))
        chosen, _filter = QFileDialog.getSaveFileName(self._window, f"Save the {name}", start, "Tables (*.csv)")
        path = self._with_suffix(Path(chosen), ".csv") if chosen else None
        if path:
            self._told(lambda: write_file(path, write(self._project), force=True), f"Saved {path.name}.")

    # ---- telling

    def _told(self, act: Callable[[], object], sentence: str) -> None:
        failed = self._failure(act)
        self._window.status.tell(failed or sentence)

    def _failure(self, act: Callable[[], object]) -> str:
        try:
            with plain_errors():
                act()
        except QDeskError as error:
            return str(error)
        return ""

    def _guarded(self, act: Callable[[], T]) -> T | None:
        try:
            with plain_errors():
                return act()
        except QDeskError as error:
            inform(self._window, "That did not work", str(error))
            return None

    def _ask_new(self, title: str, name: str) -> Path | None:
        start = str(_documents() / name)
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, start, _PROJECTS)
        if not chosen:
            return None
        return self._with_suffix(Path(chosen), ".qdesk")

    def _with_suffix(self, path: Path, suffix: str) -> Path | None:
        """The path with its suffix; where only that makes it name a file that is there, the user is asked once more."""
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)
        sentence = f"{path.name} is there already. What lies there would be replaced."
        if path.exists() and not confirm(self._window, "Replace this file?", sentence, "Replace"):
            return None
        return path


def _project_of(backup: Path) -> Path:
    """The project in whose folder of backups a file lies. Raises QDeskError for any other file."""
    project = backup.parent.with_name(backup.parent.name.removesuffix("-backups"))
    if backups.folder_of(project) != backup.parent:
        raise QDeskError(
            f"{backup.name} does not lie in a folder of backups, so nothing was restored. Choose a file in the folder "
            "beside your project whose name ends in “.qdesk-backups”."
        )
    return project


def _sample(study: str) -> Project:
    """A sample study, opened, or built where there is none yet. Raises QDeskError."""
    from qdesk.importers.study import studies

    path = samples_home() / f"{studies()[study]}.qdesk"
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or "").lower()
            sentence = f"The folder {path.parent} cannot be made ({reason}), so there is no sample study."
            raise QDeskError(sentence) from error
        _build_sample(study, path)
    return Project.open(path, "window")


def _build_sample(study: str, path: Path) -> None:
    """Build a study beside its place, so that one that was cut short is never taken for whole."""
    from qdesk.importers.study import build_study

    beside = path.with_name(f"{path.stem}.part.qdesk")
    with Project.create(beside, "window", force=True) as project:
        build_study(sample_projects() / study, project)
    beside.replace(path)


def _documents() -> Path:
    """The user's folder of documents; the home folder where there is none, for a dialog would start just anywhere."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()
