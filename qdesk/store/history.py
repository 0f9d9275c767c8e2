"""The history as the window and the command line see it: what can be undone, by whom it was done, what it would do."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from qdesk.errors import QDeskError
from qdesk.store import steps
from qdesk.store.changes import Changes
from qdesk.store.replay import replay
from qdesk.store.schema import VERSION
from qdesk.store.sessions import other_open_window
from qdesk.store.steps import Event, Step, Stretch

if TYPE_CHECKING:
    from qdesk.store.project import Project

Direction = Literal["undo", "redo"]


class ForeignStep(QDeskError):
    """The step to undo was made by another window that is still open; ask, then force."""


class History:
    """Reads the trail of a project; undoing itself is :meth:`Project.undo`."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def steps(self, limit: int | None = None) -> list[Step]:
        """Steps, newest first; undone and abandoned ones are among them."""
        return self._list("", limit)

    def events(self) -> list[Event]:
        """Every doing, undoing and redoing with its reason, oldest first: the audit trail."""
        return steps.list_events(self._project.db)

    def last_change(self) -> str:
        """When something was last done, undone or redone: ISO 8601 in UTC, "" for a project as it was made."""
        row = self._project.db.execute("SELECT at FROM history_event ORDER BY id DESC LIMIT 1").fetchone()
        return row[0] if row else ""

    def undoable(self) -> Step | None:
        """The step that undo would take back."""
        done = next(iter(self._list("WHERE state = 'done'", 1)), None)
        return None if done is None or done.fixed else done

    def redoable(self) -> Step | None:
        """The step that redo would do again."""
        undone = next(iter(self._list("WHERE state = 'undone'", 1, "ASC")), None)
        return None if undone is None or undone.fixed else undone

    def _list(self, where: str, limit: int | None, order: Literal["ASC", "DESC"] = "DESC") -> list[Step]:
        db, session = self._project.db, self._project._session
        return steps.list_steps(db, session, where, -1 if limit is None else limit, order)

    def changes(self, step: int) -> Changes:
        """What doing a step changed."""
        label, stretch = _step(self._project.db, step)
        return steps.changes_of(self._project.db, label, "do", stretch)

    def effects(self, step_ids: Sequence[int]) -> list[tuple[int, str]]:
        """What undoing steps, newest first, would change in the end: ``(2, "quotes are uncoded")``."""
        db = self._project.db
        each = (steps.changes_of(db, label, "undo", stretch) for label, stretch in (_step(db, one) for one in step_ids))
        counts: dict[tuple[str, str], int] = {}
        for table, rows in steps.merged(each, "").tables.items():
            counts |= {
                (table, "I"): len(rows.inserted),
                (table, "U"): len(rows.updated),
                (table, "D"): len(rows.deleted),
            }
        return [
            (count, phrase[count != 1])
            for key, phrase in _PHRASES.items()
            if (count := counts.get(key, 0))
        ]  # fmt: skip


_PHRASES = {
    ("coding", "D"): ("quote is uncoded", "quotes are uncoded"),
    ("coding", "I"): ("quote is coded again", "quotes are coded again"),
    ("coding", "U"): ("coding goes back to what it was", "codings go back to what they were"),
    ("code", "D"): ("code is taken out", "codes are taken out"),
    ("code", "I"): ("code comes back", "codes come back"),
    ("code", "U"): ("code goes back to its old name, place or rules", "codes go back to old names, places or rules"),
    ("document", "D"): ("document is taken out", "documents are taken out"),
    ("document", "I"): ("document comes back", "documents come back"),
    ("document", "U"): ("document goes back to what it was", "documents go back to what they were"),
    ("case", "D"): ("participant is taken out", "participants are taken out"),
    ("case", "I"): ("participant comes back", "participants come back"),
    ("attribute_value", "D"): ("attribute value is cleared", "attribute values are cleared"),
    ("attribute_value", "I"): ("attribute value comes back", "attribute values come back"),
    ("attribute_value", "U"): ("attribute value goes back", "attribute values go back"),
    ("memo", "D"): ("memo is taken out", "memos are taken out"),
    ("memo", "I"): ("memo comes back", "memos come back"),
    ("memo", "U"): ("memo goes back to what it was", "memos go back to what they were"),
    ("setting", "U"): ("setting goes back", "settings go back"),
}


def next_step(db: sqlite3.Connection, kind: Direction, mine: int | None, force: bool) -> int:
    """Id of the step to undo or redo. Raises QDeskError when there is none, ForeignStep unless forced."""
    state, order = ("done", "DESC") if kind == "undo" else ("undone", "ASC")
    row = db.execute(
        f"SELECT id, label, schema, forgotten, session FROM history_step WHERE state = ? ORDER BY id {order} LIMIT 1",
        (state,),
    ).fetchone()
    if row is None:
        raise QDeskError(f"There is nothing to {kind}.")
    step, label, schema, forgotten, session = row
    if forgotten:
        raise QDeskError("What was done before the past was forgotten can no longer be undone; everything since can.")
    if schema < VERSION:
        raise QDeskError(
            f"The last step ({label}) was done in an older QDesk and can no longer be {kind}ne; everything since can."
        )
    if not force and kind == "undo" and (other := other_open_window(db, session, mine)):
        raise ForeignStep(
            f"The last step ({label}) was done in {other}, which is still open; nothing was undone. "
            "Undo it all the same?"
        )
    return int(step)


def play(db: sqlite3.Connection, step: int, kind: Direction, session: int, why: str) -> Event:
    """Undo or redo a step inside the caller's transaction."""
    _, stretch = _step(db, step)
    replay(db, stretch, back=kind == "undo")
    db.execute("UPDATE history_step SET state = ? WHERE id = ?", ("undone" if kind == "undo" else "done", step))
    return steps.add_event(db, step, kind, stretch, session, why)


def _step(db: sqlite3.Connection, step: int) -> tuple[str, Stretch]:
    label, after, last = db.execute(
        "SELECT label, after_row, last_row FROM history_step WHERE id = ?", (step,)
    ).fetchone()
    return label, Stretch(after, last)
