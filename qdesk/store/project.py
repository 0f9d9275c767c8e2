"""A project: one SQLite file, its tables, and the one path on which it is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from qdesk.errors import QDeskError
from qdesk.store import backups, forget, history, lifecycle, steps
from qdesk.store.arrays import Arrays, UnitName
from qdesk.store.cases import Cases
from qdesk.store.changes import Changes
from qdesk.store.codes import Codes
from qdesk.store.codings import Codings
from qdesk.store.connection import UNWRITABLE, file_identity, plain_errors, same_file
from qdesk.store.counts import CodeCount, Counts, sizes
from qdesk.store.documents import Documents
from qdesk.store.memos import Memos
from qdesk.store.records import Sizes, UnitArrays
from qdesk.store.search import Hit, search
from qdesk.store.sessions import SessionKind, begin_session, end_session
from qdesk.store.settings import Layout, Settings
from qdesk.store.speakers import Speakers
from qdesk.store.table import Gone
from qdesk.store.turns import Turns
from qdesk.text.names import plain


class Project:
    """An open project. All writes stand inside :meth:`change`; ``observers`` hear of every change, whoever made it.

    Make one with :meth:`create` or :meth:`open`; close it, or use it as a context manager.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, kind: SessionKind, read_only: bool) -> None:
        self.path = path
        self.db = db
        self.kind = kind
        self.read_only = read_only
        self.observers: list[Callable[[Changes], None]] = []
        self._identity = file_identity(path)
        self._session: int | None = None
        self._depth = 0
        self._data_version = self._read_data_version()
        self._event: int = db.execute("SELECT coalesce(max(id), 0) FROM history_event").fetchone()[0]
        self.documents = Documents(self)
        self.turns = Turns(self)
        self.speakers = Speakers(self)
        self.cases = Cases(self)
        self.codes = Codes(self)
        self.codings = Codings(self)
        self.memos = Memos(self)
        self.settings = Settings(self)
        self.layout = Layout(self)
        self.history = history.History(self)

    @classmethod
    def create(cls, path: Path, kind: SessionKind = "command", *, force: bool = False) -> Self:
        """Make an empty project. Raises QDeskError if something lies there (unless ``force``) or it is not writable."""
        return cls(path, lifecycle.create(path, force=force), kind, read_only=False)

    @classmethod
    def open(cls, path: Path, kind: SessionKind = "command") -> Self:
        """Open a project, migrating an older one after a backup; read-only where it cannot be written.

        Raises QDeskError for a missing, foreign, newer or damaged file.
        """
        db, read_only = lifecycle.open_file(path)
        with plain_errors():
            return cls(path, db, kind, read_only)

    def close(self) -> None:
        """Close; the last one out leaves a single file. Closing twice is harmless."""
        in_place = not self.read_only and same_file(self.path, self._identity)
        session, self._session = self._session, None
        if session is not None and in_place:
            with suppress(sqlite3.Error):  # a full disk or a busy window: the session then counts as crashed
                end_session(self.db, session)
        lifecycle.close(self.db, in_place=in_place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self.path.stem

    # ---- the one write path

    @contextmanager
    def change(self, label: str, why: str | None = None, fold: str = "") -> Iterator[None]:
        """One user gesture: one label, one transaction, one step to undo.

        Nested calls join the outer step; an exception rolls everything back and leaves no step (one caught inside the
        outer call, what the inner one did). ``fold`` joins the last step if it has the same key (typing in one memo).
        Raises QDeskError for a full or missing disk, a lock held by another program, or a read-only project; then
        nothing was changed.
        """
        if self._depth:
            with self._savepoint():
                yield
            return
        with self._transaction() as session:
            step, last = steps.begin_step(self.db, plain(label), plain(why or ""), fold, session)
            self._depth = 1
            try:
                yield
            finally:
                self._depth = 0
            event = steps.end_step(self.db, step, last, session)
            if event is None:
                raise _NothingChanged
        if event is not None:
            self._tell(event)

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        """All of what stands inside, or nothing of it."""
        self.db.execute("SAVEPOINT inner")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK TO inner")
                self.db.execute("RELEASE inner")
            raise
        self.db.execute("RELEASE inner")

    @contextmanager
    def _transaction(self) -> Iterator[int]:
        """BEGIN IMMEDIATE to COMMIT, with this window's session id; what goes wrong outside us becomes one sentence."""
        self._check_writable()
        with plain_errors():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                session = self._session or begin_session(self.db, self.kind)
                yield session
                if not same_file(self.path, self._identity):
                    raise QDeskError(
                        f"The project file is no longer at {self.path}, so the last act was not saved. "
                        "What was saved before is still open here: save a copy to keep it."
                    )
                self._commit()
                self._session = session
            except BaseException as error:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                if not isinstance(error, _NothingChanged):
                    raise

    def _commit(self) -> None:
        """References are looked at here: one that leads nowhere leads to what another window deleted."""
        try:
            self.db.execute("COMMIT")
        except sqlite3.IntegrityError as error:
            raise Gone from error

    def _check_writable(self) -> None:
        if self.read_only:
            raise QDeskError(UNWRITABLE)

    def undo(self, *, force: bool = False, why: str | None = None) -> Changes:
        """Take the last step back. Raises QDeskError when nothing is left, ForeignStep for another open window's."""
        return self._replay("undo", force, why)

    def redo(self, *, force: bool = False, why: str | None = None) -> Changes:
        """Do the last undone step again. Raises QDeskError when nothing is left."""
        return self._replay("redo", force, why)

    def _replay(self, kind: history.Direction, force: bool, why: str | None) -> Changes:
        with self._transaction() as session:
            step = history.next_step(self.db, kind, self._session, force)
            event = history.play(self.db, step, kind, session, plain(why or ""))
        return self._tell(event)

    def _tell(self, event: steps.Event) -> Changes:
        """Hand a commit of ours to the observers, as one with what others committed before it.

        Both are in by now: of two changes, the first could name rows that the second has taken out.
        """
        foreign = self._foreign(event.id)
        changes = steps.changes_of(self.db, event.label, event.kind, event.stretch)
        self._event = event.id
        self._notify(steps.merged((foreign, changes), event.label) if foreign else changes)
        return changes

    def poll(self) -> Changes | None:
        """Notice what other windows and commands have committed since; the observers hear of it too."""
        version = self._read_data_version()
        if version == self._data_version:
            return None
        self._data_version = version
        foreign = self._foreign()
        if foreign is not None:
            self._notify(foreign)
        return foreign

    def _foreign(self, before: int | None = None) -> Changes | None:
        """What others committed since our last look (and before an event of ours), as one change."""
        events = steps.list_events(self.db, self._event, before)
        if not events:
            return None
        self._event = events[-1].id
        each = [steps.changes_of(self.db, event.label, event.kind, event.stretch, foreign=True) for event in events]
        return steps.merged(each, events[-1].label)

    def _notify(self, changes: Changes) -> None:
        """First what is kept up, then the observers."""
        for cached in ("arrays", "counted"):
            if cached in self.__dict__:
                getattr(self, cached).refresh(changes)
        for observer in list(self.observers):
            observer(changes)

    def _read_data_version(self) -> int:
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    # ---- what the floors above read

    @cached_property
    def arrays(self) -> Arrays:
        """Codings, turns and paragraphs as numpy arrays, loaded once and kept up with every change."""
        return Arrays(self)

    @cached_property
    def counted(self) -> Counts:
        """Quotes and participants of every code, kept up with every change."""
        return Counts(self)

    def counts(self) -> dict[int, CodeCount]:
        """Quotes and participants by code id, own and rolled up."""
        return self.counted.all()

    def sizes(self) -> Sizes:
        """How many documents, interviews, codes, themes and codings there are, without reading them."""
        return sizes(self.db)

    def units(self, name: UnitName) -> UnitArrays:
        """Paragraphs, or the speech of turns, of all documents."""
        return self.arrays.units(name)

    def search(self, text: str, limit: int | None = None, *, within_words: bool = False) -> list[Hit]:
        """Places where the words of a text stand one after the other, folded; in document order.

        A hit begins where a word begins, unless ``within_words``.
        """
        return search(self.db, text, limit, within_words=within_words)

    # ---- copies, backups, forgetting

    def save_copy(self, path: Path) -> None:
        """Write a verified copy, also when the project's own folder is gone. Raises QDeskError."""
        if same_file(path, self._identity):
            raise QDeskError("That is the project itself. Choose another name for the copy.")
        backups.save_copy(self.db, path)

    def backup_if_due(self, every: timedelta = timedelta()) -> backups.Backup | None:
        """Back up if anything changed since the newest backup and that is at least so old. Raises QDeskError."""
        with plain_errors():
            return backups.make_if_due(self.path, self.db, every)

    def forget(self, names: Sequence[str] = (), *, replace_backups: bool = False, why: str | None = None) -> list[str]:
        """Take interview text of the past out of the file; undo ends here. What cannot be reached, in sentences.

        ``names`` are also taken out of the codebook's history and of labels. Raises QDeskError, with nothing changed,
        while another window is open.
        """
        names = [name.strip() for name in names if name.strip()]
        with plain_errors():
            self._check_writable()
            with forget.alone(self.db):
                with self._transaction() as session:
                    event = forget.erase(self.db, names, session, plain(why or ""))
                failed = forget.compact(self.db)
            self._tell(event)
            if replace_backups:
                failed += forget.replace_backups(self.path, self.db)
            return failed + forget.unreached(self.path, self.db, names)

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file; for idle moments."""
        with plain_errors():
            self.db.execute("PRAGMA wal_checkpoint(PASSIVE)")


class _NothingChanged(Exception):
    """Rolls back a step that changed no row."""
