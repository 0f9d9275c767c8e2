"""Documents and their text: adding, correcting, renaming, deleting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

from qdesk.errors import QDeskError
from qdesk.store import edits, participants
from qdesk.store.records import Document
from qdesk.store.table import Gone, Table
from qdesk.text.changes import Change
from qdesk.text.names import name_key, plain
from qdesk.text.newdocument import FormatKind, Formatting, NewDocument, ParagraphRule, SourceComment
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.spans import Span
from qdesk.text.words import count_words

_FIELDS = (
    "id, name, folder, position, format, language, date, paragraph_rule, description, case_id, revision, "
    "characters, words, paragraphs"
)


class StaleSpan(QDeskError):
    """A span was taken from a text that has changed since."""


class Documents(Table):
    """The documents of a project, in the order of the list."""

    table = "document"

    def list(self) -> Sequence[Document]:
        """All documents, without their text."""
        rows = self._db.execute(f"SELECT {_FIELDS} FROM document ORDER BY position, id")
        return [Document(*row) for row in rows]

    def ids(self) -> Sequence[int]:
        """Ids of all documents, in the order of the list."""
        return [document for (document,) in self._db.execute("SELECT id FROM document ORDER BY position, id")]

    def get(self, document: int) -> Document:
        """One document. Raises Gone."""
        row = self._db.execute(f"SELECT {_FIELDS} FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise Gone(document)
        return Document(*row)

    def text(self, document: int) -> str:
        """The stored text, which is the truth that all positions count in. Raises Gone."""
        row = self._db.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise Gone(document)
        return str(row[0])

    def paragraph_rule(self, document: int) -> ParagraphRule:
        """What ends a paragraph of a document. Raises Gone."""
        row = self._db.execute("SELECT paragraph_rule FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise Gone(document)
        rule: ParagraphRule = row[0]
        return rule

    def find(self, name: str) -> Document | None:
        """The document of that name, with or without a suffix, or else the one whose file had that name.

        Case, outer blanks and the composing of accents aside.
        """
        found = self._named(name)
        if found is None:
            wanted = name_key(name)
            rows = self._db.execute(
                "SELECT d.id, s.name FROM document d JOIN source s ON s.id = d.source ORDER BY d.position, d.id"
            )
            found = next((document for document, file in rows if name_key(file) == wanted), None) if wanted else None
        return None if found is None else self.get(found)

    def _named(self, name: str) -> int | None:
        wanted = name_key(name)
        rows = self._db.execute("SELECT id, name, format FROM document ORDER BY position, id")
        return next((document for document, known, format in rows if wanted in _known_as(known, format)), None)

    def same_content(self, new: NewDocument) -> Document | None:
        """A document that was imported from the same bytes or has the same text, or None."""
        row = self._db.execute(
            "SELECT d.id FROM document d LEFT JOIN source s ON s.id = d.source "
            "WHERE d.characters = ? AND d.text = ? OR s.sha256 = ? ORDER BY d.id LIMIT 1",
            (len(new.text), new.text, _sha256(new.source) if new.source else None),
        ).fetchone()
        return self.get(row[0]) if row else None

    def add(self, new: NewDocument, case: int | None = None, folder: str = "") -> int:
        """Store a document with its turns, speakers, participants, formatting and comments (as memos); its id.

        A name that is taken gets a number. ``case`` is the participant that the document belongs to.
        """
        name = self._free_name(new.name)
        document = self._insert(
            name=name, folder=folder, position=self._next_position(), text=new.text, revision=self._revision(),
            format=new.format, language=new.language, date=new.date, paragraph_rule=new.paragraphs,
            case_id=case, source=self._keep_source(new), **_figures(new.text, new.paragraphs, _labels(new)),
        )  # fmt: skip
        speakers, sole = participants.speakers_of(self._project, name, new.turns, case)
        self._project.turns.add(document, new.turns, speakers)
        if case is None and sole is not None:
            self._update(document, {"case_id": sole})
        self._db.executemany(
            'INSERT INTO formatting(document, start, "end", kind) VALUES (?, ?, ?, ?)',
            ((document, mark.start, mark.end, mark.kind) for mark in new.formatting),
        )
        for comment in new.comments:
            self._keep_comment(document, comment, len(new.text))
        return document

    def _keep_comment(self, document: int, comment: SourceComment, length: int) -> None:
        """As a memo about its passage, or about the document where it hangs on no text."""
        span = Span(comment.start, min(comment.end, length))
        passage = {"about": "span", "span": span} if span.start < span.end else {"about": "document"}
        self._project.memos.add(comment.text, target=document, type="comment", title=comment.author, **passage)

    def rename(self, document: int, name: str) -> None:
        """Give a document another name. Raises QDeskError if the name is empty or taken."""
        name = name.strip()
        if not name or self._named(name) not in (None, document):
            raise QDeskError(
                f"There is a document “{name}” already; nothing was changed." if name else "A name is needed."
            )
        self._update(document, {"name": name})

    def update(self, document: int, **fields: Any) -> None:
        """Change folder, position, language, date, description or case_id."""
        self._update(document, fields)

    def set_paragraph_rule(self, document: int, rule: ParagraphRule) -> None:
        """Say what ends a paragraph of a document."""
        self._update(document, {"paragraph_rule": rule, "paragraphs": len(paragraph_spans(self.text(document), rule))})

    def recount(self, document: int) -> None:
        """Count the words anew, after labels of speakers were found or lost."""
        labels = [Span(turn.start, turn.label_end) for turn in self._project.turns.of(document)]
        words = _figures(self.text(document), self.paragraph_rule(document), labels)["words"]
        if words != self.get(document).words:
            self._update(document, {"words": words})

    def delete(self, documents: Iterable[int]) -> None:
        """Take documents out with their codings and turns; the source bytes stay until Forget."""
        self._delete(documents)

    def edit(self, document: int, changes: Sequence[Change], revision: int) -> int:
        """Change the text; codings, turns, formatting and memos move along. The number of codings whose text is gone.

        Raises StaleSpan if the text is no longer that of ``revision``.
        """
        self.check_revision(document, revision)
        return edits.edit(self._project, document, changes, self._revision())

    def check_revision(self, document: int, revision: int | None) -> None:
        """Raise StaleSpan unless the document's text is still that of ``revision`` (None: not asked)."""
        row = self._db.execute("SELECT revision FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise StaleSpan("This document was deleted in another window; nothing was changed.")
        if revision is not None and row[0] != revision:
            raise StaleSpan("The text was changed in another window, so nothing was coded. Select the passage again.")

    def paragraphs(self, document: int) -> Sequence[Span]:
        """Spans of the paragraphs, numbered from 1 in this order."""
        return paragraph_spans(self.text(document), self.paragraph_rule(document))

    def formatting(self, document: int) -> Sequence[Formatting]:
        """Headings, bold and italic of the source, for reading."""
        rows = self._db.execute(
            'SELECT start, "end", kind FROM formatting WHERE document = ? ORDER BY start', (document,)
        )
        kinds: list[tuple[int, int, FormatKind]] = rows.fetchall()
        return [Formatting(*row) for row in kinds]

    def _revision(self) -> int:
        """The step in progress: never given twice, so a span of an undone text cannot fit another one by chance."""
        return int(self._db.execute("SELECT coalesce(step, 0) FROM history_now").fetchone()[0])

    def _next_position(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(position), -1) + 1 FROM document").fetchone()[0])

    def _free_name(self, name: str) -> str:
        wanted, number = plain(name).strip() or "Document", 2
        free = wanted
        while self._db.execute("SELECT 1 FROM document WHERE name = ? COLLATE NOCASE", (free,)).fetchone():
            free, number = f"{wanted} ({number})", number + 1
        return free

    def _keep_source(self, new: NewDocument) -> int | None:
        if not new.source:
            return None
        digest = _sha256(new.source)
        row = self._db.execute("SELECT id FROM source WHERE sha256 = ?", (digest,)).fetchone()
        if row:
            return int(row[0])
        cursor = self._db.execute(
            "INSERT INTO source(name, sha256, bytes) VALUES (?, ?, ?)", (new.source_name, digest, new.source)
        )
        return cursor.lastrowid


_SUFFIXES: Final = {"md": (".md", ".markdown"), "txt": (".txt", ".text")}


def _known_as(name: str, format: str) -> tuple[str, ...]:
    key = name_key(name)
    return key, *(key + suffix for suffix in _SUFFIXES.get(format, (f".{format}",)))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _labels(new: NewDocument) -> Sequence[Span]:
    return [Span(turn.start, turn.label_end) for turn in new.turns]


def _figures(text: str, rule: ParagraphRule, labels: Sequence[Span]) -> dict[str, int]:
    """Characters, words (labels left out) and paragraphs of a text."""
    words = count_words(text) - sum(count_words(label.of(text)) for label in labels)
    return {"characters": len(text), "words": words, "paragraphs": len(paragraph_spans(text, rule))}
