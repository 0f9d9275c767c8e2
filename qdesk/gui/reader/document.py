"""What the reader is given to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from qdesk.store.records import Turn
from qdesk.text.newdocument import Formatting
from qdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class ReaderDocument:
    """A document with its text; positions are code points. ``facts`` is the muted line under the name."""

    id: int
    revision: int
    name: str
    facts: str
    text: str
    paragraphs: Sequence[Span]
    turns: Sequence[Turn] = ()
    formatting: Sequence[Formatting] = ()
