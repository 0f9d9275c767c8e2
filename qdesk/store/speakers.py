"""Who talks in the transcripts, and for which participant."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from qdesk.errors import QDeskError
from qdesk.store.records import Speaker
from qdesk.store.table import ONE_OF, Gone, Table


class Speakers(Table):
    """Who talks: interviewers, and voices of participants. The labels in the texts stay as they are."""

    table = "speaker"

    def list(self) -> Sequence[Speaker]:
        """All speakers."""
        rows = self._db.execute("SELECT id, name, is_interviewer, case_id FROM speaker ORDER BY id")
        return [Speaker(speaker, name, bool(asks), case) for speaker, name, asks, case in rows]

    def get(self, speaker: int) -> Speaker:
        """One speaker. Raises Gone."""
        found = next((one for one in self.list() if one.id == speaker), None)
        if found is None:
            raise Gone(speaker)
        return found

    def find_or_add(self, name: str, is_interviewer: bool, case: int | None) -> int:
        """The speaker of that name, role and participant, made if there is none."""
        row = self._db.execute(
            "SELECT id FROM speaker WHERE name = ? AND is_interviewer = ? AND case_id IS ?",
            (name, is_interviewer, case),
        ).fetchone()
        return row[0] if row else self._insert(name=name, is_interviewer=is_interviewer, case_id=case)

    def rename(self, speaker: int, name: str) -> None:
        """Give a speaker another name. Raises QDeskError for an empty one."""
        if not name.strip():
            raise QDeskError("A speaker needs a name; nothing was changed.")
        self._update(speaker, {"name": name.strip()})

    def set_interviewer(self, speaker: int, asks: bool) -> None:
        """Say whether a speaker asks the questions; one who answers speaks for the participant of that name at first.

        The participant is kept while somebody asks, and counts again afterwards.
        """
        one = self.get(speaker)
        case = one.case if asks or one.case is not None else self._project.cases.find_or_add(one.name)
        self._update(speaker, {"is_interviewer": asks, "case_id": case})

    def set_case(self, speaker: int, case: int) -> None:
        """Say for which participant somebody speaks, who is then no interviewer."""
        self._update(speaker, {"is_interviewer": False, "case_id": case})

    def merge(self, speakers: Collection[int], into: int) -> None:
        """Give the turns of speakers, in all documents, to another; they themselves go, their participants stay."""
        self.get(into)
        others = json.dumps([speaker for speaker in speakers if speaker != into])
        self._db.execute(f"UPDATE turn SET speaker = ? WHERE speaker IN {ONE_OF}", (into, others))
        self._db.execute(f"DELETE FROM speaker WHERE id IN {ONE_OF}", (others,))
