"""Codings with all that is needed to show and cite them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from qdesk.store.records import Quote, Turn
from qdesk.store.table import ONE_OF
from qdesk.text.paragraphs import paragraph_number, paragraph_spans

if TYPE_CHECKING:
    from qdesk.store.project import Project

_SQL = (
    'SELECT c.document, c.id, c.code, c.start, c."end", c.quote, c.comment, c.starred, c.created, d.name '
    'FROM coding c JOIN document d ON d.id = c.document {} ORDER BY d.position, d.id, c.start, c."end" DESC, c.id'
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
    cases = {case.id: case.name for case in project.cases.list()}
    participant = _participants(project, [row[1] for row in rows])
    found: list[Quote] = []
    for document, group in groupby(rows, key=itemgetter(0)):
        turns = project.turns.of(document)
        ends = [turn.end for turn in turns]
        rule = project.documents.get(document).paragraph_rule
        starts = [span.start for span in paragraph_spans(project.documents.text(document), rule)]
        for row in group:
            case = participant[row[1]]
            paragraph = paragraph_number(starts, row[3])
            found.append(_quote(row, case, cases.get(case, ""), _speaker(turns, ends, row[3], row[4]), paragraph))
    return found


def _quote(row: Any, case: int, participant: str, speaker: str, paragraph: int) -> Quote:
    document, coding, code, start, end, text, comment, starred, created, name = row
    return Quote(
        coding=coding, document=document, document_name=name, code=code, start=start, end=end, text=text,
        comment=comment, starred=bool(starred), created=created, case=case or None, participant=participant,
        speaker=speaker, paragraph=paragraph,
    )  # fmt: skip


def _participants(project: Project, codings: list[int]) -> dict[int, int]:
    arrays = project.codings.arrays()
    if len(codings) < len(arrays.id):
        chosen = np.isin(arrays.id, codings)
        return dict(zip(arrays.id[chosen].tolist(), arrays.participant[chosen].tolist(), strict=True))
    return dict(zip(arrays.id.tolist(), arrays.participant.tolist(), strict=True))


def _speaker(turns: list[Turn], ends: list[int], start: int, end: int) -> str:
    """Who says most of a span, interviewers only if nobody else does; "" outside all turns."""
    best, name = (False, 0), ""
    for turn in islice(turns, bisect_right(ends, start), None):
        if turn.label_end >= end:
            break
        shared = min(end, turn.end) - max(start, turn.label_end)
        if shared > 0 and (rank := (not turn.is_interviewer, shared)) > best:
            best, name = rank, turn.speaker_name
    return name
