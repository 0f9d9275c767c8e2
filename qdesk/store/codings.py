"""Codings: codes on passages. The invariant: ``text[start:end] == quote``, checked where they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from qdesk.errors import QDeskError
from qdesk.store.quotes import quotes
from qdesk.store.records import Coding, CodingArrays, Quote
from qdesk.store.sessions import now
from qdesk.store.table import ONE_OF, Gone, Table
from qdesk.text.names import plain
from qdesk.text.spans import Span

_FIELDS = 'id, document, code, start, "end", quote, comment, starred, coder, created'


class NewCoding(NamedTuple):
    """A coding to be made: code points of a document under a code."""

    document: int
    code: int
    span: Span
    comment: str = ""
    starred: bool = False


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
        """One coding. Raises Gone."""
        found = self._read("WHERE id = ?", (coding,))
        if not found:
            raise Gone(coding)
        return found[0]

    def _read(self, rest: str, values: Sequence[Any]) -> Sequence[Coding]:
        rows = self._db.execute(f"SELECT {_FIELDS} FROM coding {rest}", values)
        return [
            Coding(coding, document, code, start, end, quote, comment, bool(starred), coder, created)
            for coding, document, code, start, end, quote, comment, starred, coder, created in rows
        ]

    def add(
        self, document: int, code: int, span: Span, *, revision: int | None = None, comment: str = "",
        starred: bool = False,
    ) -> int | None:  # fmt: skip
        """Code a span (code points); the coding's id, or None if exactly this coding is there already.

        ``revision`` is that of the text the span was taken from.
        Raises StaleSpan if the text has changed since, Gone if the code is not there, QDeskError for an empty span or
        one outside the text.
        """
        if not self._project.codes.has(code):
            raise Gone(code)
        self._project.documents.check_revision(document, revision)
        text = self._project.documents.text(document)
        quote = checked_quote(span, text)
        if self._at(document, code, span) is not None:
            return None
        return self._insert(
            document=document, code=code, start=span.start, end=span.end, quote=quote, comment=comment,
            starred=starred, created=now(),
        )  # fmt: skip

    def add_joined(self, document: int, code: int, span: Span, *, revision: int | None = None) -> int | None:
        """Code a span, as one with the codings of that code which it overlaps or touches, blanks between aside.

        The oldest of them grows and takes the stars, comments and memos of the others; its id, or None if one of them
        covers the span already. Raises as :meth:`add`.
        """
        self._project.documents.check_revision(document, revision)
        text = self._project.documents.text(document)
        met = [one for one in self.of(document) if one.code == code and _meet(text, one.span, span)]
        if not met:
            return self.add(document, code, span, revision=revision)
        whole = Span(min(span.start, *(one.start for one in met)), max(span.end, *(one.end for one in met)))
        kept, *others = sorted(met, key=attrgetter("id"))
        if whole == kept.span and not others:
            return None
        for other in others:
            self._join(self.get(kept.id), other)
        self._update(kept.id, {"start": whole.start, "end": whole.end, "quote": checked_quote(whole, text)})
        return kept.id

    def add_many(self, codings: Iterable[NewCoding]) -> int:
        """Code many spans, those that are there already left out; how many were added. Raises as :meth:`add`."""
        there = set(self._db.execute('SELECT document, start, "end", code FROM coding'))
        texts: dict[int, str] = {}
        rows, created = [], now()
        for document, code, span, comment, starred in codings:
            start, end = span
            if (place := (document, start, end, code)) in there:
                continue
            there.add(place)
            if document not in texts:
                texts[document] = self._project.documents.text(document)
            rows.append((*place, checked_quote(span, texts[document]), plain(comment), starred, created))
        rows.sort()  # as in the index: inserting in its order is a third faster
        self._db.executemany(
            'INSERT OR ROLLBACK INTO coding(document, start, "end", code, quote, comment, starred, created) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        return len(rows)

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
                self._join(self.get(there), one)

    def join_equal(self, document: int) -> None:
        """Of codings of a document with the same code and borders keep the oldest, joining stars and comments."""
        kept: dict[tuple[int, Span], int] = {}
        for one in sorted(self.of(document), key=attrgetter("id")):
            oldest = kept.setdefault((one.code, one.span), one.id)
            if oldest != one.id:
                self._join(self.get(oldest), one)

    def _join(self, kept: Coding, gone: Coding) -> None:
        comments = [text for text in (kept.comment, gone.comment) if text]
        joined = {"starred": kept.starred or gone.starred, "comment": "\n".join(dict.fromkeys(comments))}
        self._update(kept.id, joined)
        self._db.execute("UPDATE memo SET coding = ? WHERE coding = ?", (kept.id, gone.id))
        self._delete([gone.id])

    def resize(self, coding: int, span: Span, revision: int | None = None) -> None:
        """Move the borders of a coding. Raises as :meth:`add`, and QDeskError if the same coding is there already."""
        one = self.get(coding)
        self._project.documents.check_revision(one.document, revision)
        text = self._project.documents.text(one.document)
        quote = checked_quote(span, text)
        if self._at(one.document, one.code, span) not in (None, coding):
            raise QDeskError("This passage has that code already; nothing was changed.")
        self._update(coding, {"start": span.start, "end": span.end, "quote": quote})

    def update(self, coding: int, **fields: Any) -> None:
        """Change comment or starred. Raises Gone."""
        self._update(coding, fields)

    def arrays(self) -> CodingArrays:
        """All codings as arrays, kept up with every change."""
        return self._project.arrays.codings

    def quotes(
        self, codes: Iterable[int] | None = None, documents: Iterable[int] | None = None,
        codings: Iterable[int] | None = None,
    ) -> Sequence[Quote]:  # fmt: skip
        """Quotes with what is needed to cite them, in the order of the documents; each filter given narrows them."""
        return quotes(self._project, codes, documents, codings)

    def per_document(self, documents: Iterable[int] | None = None) -> dict[int, int]:
        """How many codings each document has: all documents that have any, or exactly those given."""
        if documents is None:
            return dict(self._db.execute("SELECT document, count(*) FROM coding GROUP BY document").fetchall())
        one = "SELECT count(*) FROM coding WHERE document = ?"
        return {document: self._db.execute(one, (document,)).fetchone()[0] for document in documents}

    def count(self, codes: Iterable[int]) -> int:
        """Codings of the codes given."""
        sql = f"SELECT count(*) FROM coding WHERE code IN {ONE_OF}"
        return int(self._db.execute(sql, (json.dumps(list(codes)),)).fetchone()[0])


def checked_quote(span: Span, text: str) -> str:
    """The text under a span. Raises QDeskError if the span is empty or not within the text."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise QDeskError("A passage needs at least one character of the text; nothing was changed.")
    return text[start:end]


def _meet(text: str, one: Span, other: Span) -> bool:
    """Whether two spans overlap, or only blanks on one line stand between them."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return not between.strip() and "\n" not in between
