"""After any acts, undos and reopenings: quotes fit, references hold, undo is exact, changes are complete."""

from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_acts import ACTS, add_code, add_coding, add_document
from store_worlds import Dump, counts, dump, participants

from qdesk.errors import QDeskError
from qdesk.store.arrays import Arrays
from qdesk.store.changes import Changes
from qdesk.store.check import check
from qdesk.store.project import Project


class Twin:
    """A project and what its content must be after each step."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.project = Project.create(path, "window")
        self.done: list[Dump] = [dump(self.project.db)]
        self.undone: list[Dump] = []
        self._listen()

    def _listen(self) -> None:
        self.heard: list[Changes] = []
        self.project.observers.append(self.heard.append)
        self.project.db.execute("PRAGMA synchronous = OFF")
        self.project.counts()

    def act(self, act: object, random: Random) -> None:
        self.heard.clear()
        with suppress(QDeskError, IndexError), self.project.change("Act"):  # IndexError: nothing there to act on
            act(self.project, random)  # type: ignore[operator]
        after = dump(self.project.db)
        if after == self.done[-1]:
            assert not any(self.heard)
            return
        self._compare(self.heard[0], self.done[-1], after)
        self.done.append(after)
        self.undone.clear()

    def undo(self) -> None:
        if len(self.done) > 1:
            before = self.done.pop()
            self._compare(self.project.undo(), before, self.done[-1])
            assert dump(self.project.db) == self.done[-1]
            self.undone.append(before)

    def redo(self) -> None:
        if self.undone:
            after = self.undone.pop()
            self._compare(self.project.redo(), self.done[-1], after)
            assert dump(self.project.db) == after
            self.done.append(after)

    def reopen(self) -> None:
        self.project.close()
        assert sorted(path.name for path in self.path.parent.iterdir()) == [self.path.name]
        self.project = Project.open(self.path, "window")
        self._listen()

    def _compare(self, changes: Changes, before: Dump, after: Dump) -> None:
        for table in before:
            old, new = before[table], after[table]
            assert changes[table].inserted == new.keys() - old.keys()
            assert changes[table].deleted == old.keys() - new.keys()
            assert changes[table].updated >= {row for row in old.keys() & new.keys() if old[row] != new[row]}
            assert changes[table].updated <= old.keys() & new.keys()

    def check(self) -> None:
        project = self.project
        assert check(project) == []
        fresh, kept = Arrays(project).codings, project.codings.arrays()
        for name in ("id", "document", "code", "start", "end", "participant"):
            assert np.array_equal(getattr(fresh, name), getattr(kept, name)), name
        assert dict(zip(kept.id.tolist(), kept.participant.tolist(), strict=True)) == participants(project)
        own = {
            code: (one.codings, one.participants, one.codings_rolled_up, one.participants_rolled_up)
            for code, one in project.counts().items()
        }
        assert {code: own[code] for code in counts(project)} == counts(project)


acts = st.one_of(st.sampled_from(ACTS), st.sampled_from(["undo", "undo", "redo", "reopen"]))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(acts, min_size=10, max_size=25), st.integers(0, 10_000))
def test_any_sequence_of_acts(sequence: list[object], seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as folder:
        twin = Twin(Path(folder) / "study.qdesk")
        for act in (add_document, add_code, add_code, add_coding, *sequence):
            if isinstance(act, str):
                getattr(twin, act)()
            else:
                twin.act(act, random)
            twin.check()
        end = len(twin.undone)
        steps = len(twin.done)
        while len(twin.done) > 1:
            twin.undo()
        twin.reopen()
        while len(twin.undone) > end:
            twin.redo()
        assert len(twin.done) == steps
        twin.check()
        twin.project.close()
