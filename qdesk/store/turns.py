"""Turns of a document: who speaks where."""

from collections.abc import Iterable, Mapping, Sequence

from qdesk.errors import QDeskError
from qdesk.store.records import Turn
from qdesk.store.table import Gone, Table
from qdesk.text.marks import find_marks
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

    def assign(self, turns: Iterable[int], speaker: int) -> None:
        """Say that somebody else speaks in these turns."""
        self._db.executemany("UPDATE turn SET speaker = ? WHERE id = ?", ((speaker, turn) for turn in turns))

    def split(self, document: int, position: int, speaker: int, revision: int | None = None) -> int:
        """Let a new turn begin at a position, up to where the turn there ended or the next begins; its id.

        A label that stands there (``Name:``) becomes the turn's. Raises QDeskError where a turn begins already or
        where nothing is said, StaleSpan if the text is no longer that of ``revision``.
        """
        self._project.documents.check_revision(document, revision)
        text, turns = self._project.documents.text(document), self.of(document)
        within = next((turn for turn in turns if turn.start <= position < turn.end), None)
        following = next((turn.start for turn in turns if turn.start > position), len(text))
        end = within.end if within else position + len(text[position:following].rstrip())
        label_end = _behind_label(text, position)
        if label_end >= end or (within and position <= within.label_end):
            raise QDeskError("A turn cannot begin here; put the caret where somebody starts to speak.")
        if within:
            self._update(within.id, {"end": within.label_end + len(text[within.label_end : position].rstrip())})
        turn = self._insert(document=document, start=position, label_end=label_end, end=end, speaker=speaker)
        self._project.documents.recount(document)
        return turn

    def join(self, turn: int) -> None:
        """Let what is said in a turn belong to the one before it; the first turn of a document is nobody's then."""
        row = self._db.execute("SELECT document FROM turn WHERE id = ?", (turn,)).fetchone()
        if row is None:
            raise Gone(turn)
        turns = self.of(row[0])
        place = next(place for place, one in enumerate(turns) if one.id == turn)
        self._delete([turn])
        if place:
            self._update(turns[place - 1].id, {"end": turns[place].end})
        self._project.documents.recount(row[0])


def _behind_label(text: str, position: int) -> int:
    """Where speech begins: behind a label at the position and the white space after it."""
    line = text[position:].split("\n", 1)[0]
    mark = next(iter(find_marks(line)), None)
    if mark is None or mark.start:
        return position
    return position + mark.end + len(line[mark.end :]) - len(line[mark.end :].lstrip())
