"""Codings: codes on passages. The invariant: ``text[start:end] == quote``, checked where they are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qdesk.errors import QDeskError
from qdesk.store.quotes import quotes
from qdesk.store.records import Coding, CodingArrays, Quote
from qdesk.store.sessions import now
from qdesk.store.table import Table, marks
from qdesk.text.spans import Span

_FIELDS = 'id, document, code, start, "end", quote, comment, starred, coder, created'


class Codings(Table):
    """The codings of a project."""

    table = "coding"

    def of(self, document: int) -> Sequence[Coding]:
        """Codings of a document, by start, longest first."""
        return self._read('WHERE document = ? ORDER BY start, "end" DESC, id', (document,))

    def list(self) -> Sequence[Coding]:
        """All codings, by id."""
        return self._read("ORDER BY id", ())

    def get(self, coding: int) -> Coding:
        """One coding. Raises KeyError."""
        found = self._read("WHERE id = ?", (coding,))
        if not found:
            raise KeyError(coding)
        return found[0]

    def _read(self, rest: str, values: Sequence[Any]) -> Sequence[Coding]:
        rows = self._db.execute(f"SELECT {_FIELDS} FROM coding {rest}", values)
        return [Coding(*row[:7], bool(row[7]), *row[8:]) for row in rows]

    def add(
        self, document: int, code: int, span: Span, *, revision: int | None = None, comment: str = "",
        starred: bool = False, text: str | None = None,
    ) -> int | None:  # fmt: skip
        """Code a span (code points); the coding's id, or None if exactly this coding is there already.

        ``revision`` is that of the text the span was taken from; ``text`` spares reading it again for many codings.
        Raises StaleSpan if the text has changed since, QDeskError for an empty span or one outside the text.
        """
        self._project.documents.check_revision(document, revision)
        text = self._project.documents.text(document) if text is None else text
        if not 0 <= span.start < span.end <= len(text):
            raise QDeskError("A coding needs at least one character of the text; nothing was coded.")
        if self._at(document, code, span) is not None:
            return None
        return self._insert(
            document=document, code=code, start=span.start, end=span.end, quote=span.of(text), comment=comment,
            starred=starred, created=now(),
        )  # fmt: skip

    def _at(self, document: int, code: int, span: Span) -> int | None:
        row = self._db.execute(
            'SELECT id FROM coding WHERE document = ? AND start = ? AND "end" = ? AND code = ?', (document, *span, code)
        ).fetchone()
        return row[0] if row else None

    def remove(self, codings: Iterable[int]) -> None:
        """Uncode; the text stays."""
        self._delete(codings)

    def recode(self, codings: Iterable[int], code: int) -> None:
        """Give codings another code; one that this code has there already keeps the older, joining star and comment."""
        for coding in codings:
            one = self.get(coding)
            there = self._at(one.document, code, one.span)
            if there is None:
                self._update(coding, {"code": code})
            elif there != coding:
                kept = self.get(there)
                comments = [text for text in (kept.comment, one.comment) if text]
                joined = {"starred": kept.starred or one.starred, "comment": "\n".join(dict.fromkeys(comments))}
                self._update(there, joined)
                self._db.execute("UPDATE memo SET coding = ? WHERE coding = ?", (there, coding))
                self._delete([coding])

    def resize(self, coding: int, span: Span, revision: int | None = None) -> None:
        """Move the borders of a coding. Raises as :meth:`add`, and QDeskError if the same coding is there already."""
        one = self.get(coding)
        self._project.documents.check_revision(one.document, revision)
        text = self._project.documents.text(one.document)
        if not 0 <= span.start < span.end <= len(text):
            raise QDeskError("A coding needs at least one character of the text; nothing was changed.")
        if self._at(one.document, one.code, span) not in (None, coding):
            raise QDeskError("This passage has that code already; nothing was changed.")
        self._update(coding, {"start": span.start, "end": span.end, "quote": span.of(text)})

    def update(self, coding: int, **fields: Any) -> None:
        """Change comment or starred."""
        self._update(coding, fields)

    def arrays(self) -> CodingArrays:
        """All codings as arrays, kept up with every change."""
        return self._project.arrays.codings

    def quotes(
        self, codes: Iterable[int] | None = None, documents: Iterable[int] | None = None,
        codings: Iterable[int] | None = None,
    ) -> Sequence[Quote]:  # fmt: skip
        """Quotes with what is needed to cite them, in the order of the documents; all, or those of some codes, documents, ids."""
        return quotes(self._project, codes, documents, codings)

    def count(self, codes: Iterable[int]) -> int:
        """Codings of the codes given."""
        ids = list(codes)
        return int(self._db.execute(f"SELECT count(*) FROM coding WHERE code IN {marks(len(ids))}", ids).fetchone()[0])
