"""What an importer hands to the store: one document, read but not yet kept."""

from dataclasses import dataclass
from typing import Literal

ParagraphRule = Literal["line", "blank"]
"""What ends a paragraph: a line break, or a blank line (hard-wrapped transcripts)."""

FormatKind = Literal["heading1", "heading2", "heading3", "bold", "italic"]


@dataclass(frozen=True, slots=True)
class NewTurn:
    """One speaker's turn. Positions are code points; the label is ``[start, label_end)``, speech ``[label_end, end)``.

    ``label_end`` lies behind the colon and the white space after it; ``end`` excludes trailing white space.
    """

    start: int
    label_end: int
    end: int
    speaker: str
    is_interviewer: bool = False


@dataclass(frozen=True, slots=True)
class Formatting:
    """A heading, bold or italic stretch of the source, kept for reading only (code points)."""

    start: int
    end: int
    kind: FormatKind


@dataclass(frozen=True, slots=True)
class SourceComment:
    """A comment that somebody wrote in the source file, with the code points it hangs on."""

    start: int
    end: int
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document ready to be stored. ``text`` is normalised; ``notes`` are plain sentences on what was changed."""

    name: str
    text: str
    format: str
    source_name: str = ""
    source: bytes = b""
    paragraphs: ParagraphRule = "line"
    turns: tuple[NewTurn, ...] = ()
    formatting: tuple[Formatting, ...] = ()
    comments: tuple[SourceComment, ...] = ()
    language: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
