"""A correction of a text, and everything that lies on the text moving along with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qdesk.text.changes import Change, Mapping, apply
from qdesk.text.normalise import normalise
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span
from qdesk.text.words import count_words

if TYPE_CHECKING:
    from qdesk.store.project import Project


def edit(project: Project, document: int, changes: Sequence[Change], revision: int) -> int:
    """Apply changes to a document's text inside a step; the number of codings that went with their text.

    What is put in is normalised first; codings that become equal become one. Raises ValueError where a change does not
    fit the text.
    """
    changes = [Change(change.start, change.removed, normalise(change.inserted)[0]) for change in changes]
    old = project.documents.text(document)
    new = apply(old, changes)
    mapping = Mapping(changes)
    _move_turns(project, document, mapping)
    _move(project, "formatting", document, mapping)
    removed = _move_quoted(project, "coding", document, mapping, new)
    project.codings.join_equal(document)
    _move_quoted(project, "memo", document, mapping, new)
    labels = project.db.execute("SELECT start, label_end FROM turn WHERE document = ?", (document,)).fetchall()
    words = count_words(new) - sum(count_words(new[start:end]) for start, end in labels)
    rule = project.documents.get(document).paragraph_rule
    project.db.execute(
        "UPDATE document SET text = ?, revision = ?, characters = ?, words = ?, paragraphs = ? WHERE id = ?",
        (new, revision, len(new), words, len(paragraph_spans(new, rule)), document),
    )
    return removed


def _move_quoted(project: Project, table: str, document: int, mapping: Mapping, text: str) -> int:
    """Codings or memo anchors: move, quote anew; those whose text is gone are deleted (a memo loses its anchor)."""
    rows = project.db.execute(
        f'SELECT id, start, "end", quote FROM {table} WHERE document = ? AND start IS NOT NULL', (document,)
    ).fetchall()
    moved, gone = [], []
    for row, start, end, quote in rows:
        span = mapping.span(Span(start, end))
        if span is None:
            gone.append((row,))
        elif tuple(span) != (start, end) or span.of(text) != quote:
            moved.append((*span, span.of(text), row))
    project.db.executemany(f'UPDATE {table} SET start = ?, "end" = ?, quote = ? WHERE id = ?', moved)
    leave = "DELETE FROM coding" if table == "coding" else "UPDATE memo SET start = NULL, \"end\" = NULL, quote = ''"
    project.db.executemany(f"{leave} WHERE id = ?", gone)
    return len(gone)


def _move(project: Project, table: str, document: int, mapping: Mapping) -> None:
    rows = project.db.execute(f'SELECT id, start, "end" FROM {table} WHERE document = ?', (document,)).fetchall()
    _write(project, table, ((row, Span(start, end), mapping.span(Span(start, end))) for row, start, end in rows))


def _write(project: Project, table: str, moves: Iterable[tuple[int, Span, Span | None]]) -> None:
    for row, before, after in moves:
        if after is None:
            project.db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        elif after != before:
            project.db.execute(f'UPDATE {table} SET start = ?, "end" = ? WHERE id = ?', (*after, row))


def _move_turns(project: Project, document: int, mapping: Mapping) -> None:
    """A turn keeps its label's three borders in order; one whose label is gone is no turn any more."""
    rows = project.db.execute('SELECT id, start, label_end, "end" FROM turn WHERE document = ?', (document,)).fetchall()
    for row, start, label_end, end in rows:
        label = _moved_label(mapping, Span(start, label_end))
        if label is None:
            project.db.execute("DELETE FROM turn WHERE id = ?", (row,))
            continue
        stop = max(label.end, mapping.position(end, right=True))
        if (*label, stop) != (start, label_end, end):
            project.db.execute('UPDATE turn SET start = ?, label_end = ?, "end" = ? WHERE id = ?', (*label, stop, row))


def _moved_label(mapping: Mapping, label: Span) -> Span | None:
    """As a span moves; a label of no characters stays one."""
    if label.length:
        return mapping.span(label)
    place = mapping.position(label.start, right=True)
    return Span(place, place)
