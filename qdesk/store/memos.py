"""Memos: free, or about something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from qdesk.store.codings import checked_quote
from qdesk.store.records import Memo
from qdesk.store.sessions import now
from qdesk.store.table import Gone, Table
from qdesk.text.spans import Span

_FIELDS = 'id, about, document, code, case_id, coding, start, "end", type, title, body, created, modified'
_TARGETS: Final = {"document": "document", "span": "document", "code": "code", "case": "case_id", "coding": "coding"}


class Memos(Table):
    """All memos of a project. A memo outlives what it is about: it then counts as free."""

    table = "memo"

    def list(self, about: str = "", target: int | None = None) -> Sequence[Memo]:
        """Memos in the order they were written; all, or those about one thing."""
        where, values = "", list[object]()
        if about:
            where, values = "WHERE about = ?", [about]
            if about in _TARGETS and target is not None:
                where, values = f"{where} AND {_TARGETS[about]} = ?", [about, target]
        rows = self._db.execute(f"SELECT {_FIELDS} FROM memo {where} ORDER BY id", values)
        return [_memo(row) for row in rows]

    def get(self, memo: int) -> Memo:
        """One memo. Raises Gone."""
        row = self._db.execute(f"SELECT {_FIELDS} FROM memo WHERE id = ?", (memo,)).fetchone()
        if row is None:
            raise Gone(memo)
        return _memo(row)

    def add(
        self, body: str, *, about: str = "free", target: int | None = None, span: Span | None = None, type: str = "",
        title: str = "",
    ) -> int:  # fmt: skip
        """A new memo; ``target`` is the id of what it is about, ``span`` a place in a document (code points).

        Raises QDeskError for a span that is empty or outside the text.
        """
        values: dict[str, Any] = {"about": about, "body": body, "type": type, "title": title}
        if about in _TARGETS:
            values[_TARGETS[about]] = target
        if about == "span" and span is not None and target is not None:
            quote = checked_quote(span, self._project.documents.text(target))
            values |= {"start": span.start, "end": span.end, "quote": quote}
        return self._insert(**values, created=now(), modified=now())

    def update(self, memo: int, **fields: Any) -> None:
        """Change body, title or type."""
        self._update(memo, {**fields, "modified": now()})

    def remove(self, memo: int) -> None:
        """Delete a memo."""
        self._delete([memo])


def _memo(row: tuple[Any, ...]) -> Memo:
    memo, about, document, code, case, coding, start, end, kind, title, body, created, modified = row
    targets = {"document": document, "span": document, "code": code, "case": case, "coding": coding}
    target = targets.get(about)
    lost = about in targets and target is None
    span = Span(start, end) if start is not None and not lost else None
    return Memo(memo, "free" if lost else about, target, span, kind, title, body, created, modified)
