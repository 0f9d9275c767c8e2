"""The rows of a project as the floors above see them: frozen, with plain ids. Positions are code points."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from qdesk.text.newdocument import ParagraphRule
from qdesk.text.spans import Span

CodeKind = Literal["theme", "code"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its text. ``words`` counts speech, labels left out; ``case`` is a case id or None."""

    id: int
    name: str
    folder: str
    position: int
    format: str
    language: str
    date: str
    paragraph_rule: ParagraphRule
    description: str
    case: int | None
    revision: int
    characters: int
    words: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Label ``[start, label_end)``, speech ``[label_end, end)``; ``case`` is the speaker's, None for interviewers."""

    id: int
    document: int
    start: int
    label_end: int
    end: int
    speaker: int
    speaker_name: str
    is_interviewer: bool
    case: int | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who talks in the documents; everyone but an interviewer belongs to a case."""

    id: int
    name: str
    is_interviewer: bool
    case: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """A participant, with the values of the project's attributes by name."""

    id: int
    name: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """A code or theme of the one tree. ``colour`` is the light hex, ``slot`` "blue1" ("blue" for a theme) or ""."""

    id: int
    parent: int | None
    position: int
    kind: CodeKind
    name: str
    colour: str
    slot: str
    definition: str
    include_when: str
    exclude_when: str
    memo: str


@dataclass(frozen=True, slots=True)
class Coding:
    """A code on a span of a document; ``quote`` is exactly ``text[start:end]``. ``created`` is ISO 8601, UTC."""

    id: int
    document: int
    code: int
    start: int
    end: int
    quote: str
    comment: str
    starred: bool
    coder: int | None
    created: str

    @property
    def span(self) -> Span:
        """Where the coding lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """A coding with all that is needed to cite it. ``paragraph`` counts from 1, ``participant`` is "" for nobody."""

    coding: int
    document: int
    document_name: str
    code: int
    start: int
    end: int
    text: str
    comment: str
    starred: bool
    created: str
    case: int | None
    participant: str
    speaker: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Memo:
    """A note: free, or about the project, a document, a code, a case, a coding or a span of a document's text."""

    id: int
    about: Literal["free", "project", "document", "code", "case", "coding", "span"]
    target: int | None
    span: Span | None
    type: str
    title: str
    body: str
    created: str
    modified: str


class Sizes(NamedTuple):
    """How many rows of each kind a project has; ``interviews`` are the documents in which a participant speaks."""

    documents: int
    interviews: int
    codes: int
    themes: int
    codings: int


@dataclass(frozen=True)
class CodingArrays:
    """All codings as numpy int64 arrays of one length n, sorted by document, start, end, then code."""

    id: Any
    document: Any
    code: Any
    start: Any
    end: Any
    read_participants: Callable[[], Any]

    @cached_property
    def participant(self) -> Any:
        """Case id of each coding, 0 where it counts for nobody; read at first use, because it takes all turns."""
        return self.read_participants()


@dataclass(frozen=True, slots=True)
class UnitArrays:
    """Paragraphs or turns (speech only) as int64 arrays sorted by document, then start; they do not overlap."""

    document: Any
    start: Any
    end: Any
