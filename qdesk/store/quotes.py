"""Codings with all that is needed to show and cite them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from qdesk.store.arrays import Arrays
from qdesk.store.records import Quote
from qdesk.store.table import ONE_OF
from qdesk.text.paragraphs import paragraph_number, paragraph_starts

if TYPE_CHECKING:
    from qdesk.store.project import Project

_SQL = (
    'SELECT c.document, c.id, c.code, c.start, c."end", c.quote, c.comment, c.starred, c.created, d.name '
    'FROM coding c JOIN document d ON d.id = c.document {} ORDER BY d.position, d.id, c.start, c."end" DESC, c.id'
)

_SPEECH = (
    'SELECT t.label_end, t."end", s.is_interviewer, s.name FROM turn t JOIN speaker s ON s.id = t.speaker '
    "WHERE t.document = ? ORDER BY t.start"
)


def quotes(
    project: Project, codes: Iterable[int] | None, documents: Iterable[int] | None, codings: Iterable[int] | None
) -> list[Quote]:
    """Quotes in the order of the documents; each filter that is given narrows them."""
    filters = {"c.code": codes, "c.document": documents, "c.id": codings}
    given = {column: json.dumps(list(ids)) for column, ids in filters.items() if ids is not None}
    where = " AND ".join(f"{column} IN {ONE_OF}" for column in given)
    sql = _SQL.format(f"WHERE {where}" if where else "")
    rows = project.db.execute(sql, list(given.values())).fetchall()
    cases: dict[int, str] = dict(project.db.execute('SELECT id, name FROM "case"').fetchall())
    participant = _participants(project, [row[1] for row in rows])
    found: list[Quote] = []
    for document, group in groupby(rows, key=itemgetter(0)):
        speech = project.db.execute(_SPEECH, (document,)).fetchall()
        ends = [end for _label_end, end, _asks, _name in speech]
        starts = paragraph_starts(project.documents.text(document), project.documents.paragraph_rule(document))
        for row in group:
            case = participant.get(row[1], 0)
            paragraph = paragraph_number(starts, row[3])
            found.append(_quote(row, case, cases.get(case, ""), _speaker(speech, ends, row[3], row[4]), paragraph))
    return found


def _quote(row: Any, case: int, participant: str, speaker: str, paragraph: int) -> Quote:
    document, coding, code, start, end, text, comment, starred, created, name = row
    return Quote(
        coding=coding, document=document, document_name=name, code=code, start=start, end=end, text=text,
        comment=comment, starred=bool(starred), created=created, case=case or None, participant=participant,
        speaker=speaker, paragraph=paragraph,
    )  # fmt: skip


def _participants(project: Project, codings: list[int]) -> dict[int, int]:
    """Case ids by coding; rows are read now, the kept arrays may be older, so a coding they lack is looked up anew."""
    arrays = project.codings.arrays()
    if not np.isin(codings, arrays.id).all():
        arrays = Arrays(project).codings
    if len(codings) < len(arrays.id):
        chosen = np.isin(arrays.id, codings)
        return dict(zip(arrays.id[chosen].tolist(), arrays.participant[chosen].tolist(), strict=True))
    return dict(zip(arrays.id.tolist(), arrays.participant.tolist(), strict=True))


def _speaker(speech: list[tuple[int, int, int, str]], ends: list[int], start: int, end: int) -> str:
    """Who says most of a span, interviewers only if nobody else does; "" outside all turns.

    ``speech``: label end, end, is_interviewer and speaker's name of each turn; ``ends`` their ends.
    """
    said: dict[tuple[bool, str], int] = {}
    for label_end, turn_end, asks, name in islice(speech, bisect_right(ends, start), None):
        if label_end >= end:
            break
        shared = min(end, turn_end) - max(start, label_end)
        if shared > 0:
            speaker = (not asks, name)
            said[speaker] = said.get(speaker, 0) + shared
    return max(said, key=lambda speaker: (speaker[0], said[speaker]), default=(False, ""))[1]
