"""Turns of a document: who speaks where."""

from collections.abc import Mapping, Sequence

from qdesk.store.records import Turn
from qdesk.store.table import Table
from qdesk.text.newdocument import NewTurn


class Turns(Table):
    """The turns of all documents."""

    table = "turn"

    def of(self, document: int) -> list[Turn]:
        """Turns of a document in order."""
        rows = self._db.execute(
            'SELECT t.id, t.document, t.start, t.label_end, t."end", t.speaker, s.name, s.is_interviewer, s.case_id '
            "FROM turn t JOIN speaker s ON s.id = t.speaker WHERE t.document = ? ORDER BY t.start",
            (document,),
        )
        return [
            Turn(turn, of, start, label_end, end, speaker, name, bool(asks), None if asks else case)
            for turn, of, start, label_end, end, speaker, name, asks, case in rows
        ]

    def add(self, document: int, turns: Sequence[NewTurn], speakers: Mapping[str, int]) -> None:
        """Insert turns; ``speakers`` gives the speaker id of each label."""
        self._db.executemany(
            'INSERT INTO turn(document, start, label_end, "end", speaker) VALUES (?, ?, ?, ?, ?)',
            ((document, turn.start, turn.label_end, turn.end, speakers[turn.speaker]) for turn in turns),
        )

    def remove(self, document: int) -> None:
        """Take all turns of a document out; the text stays."""
        self._db.execute("DELETE FROM turn WHERE document = ?", (document,))
