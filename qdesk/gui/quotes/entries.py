"""What the dock lists: passages under headings, made from quotes. Plain data; positions are code points."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from qdesk.store.records import Quote
from qdesk.text.folding import fold
from qdesk.text.spans import Span

MEETING_GAP = 240
"""Up to this many code points apart (six lines of a dock) two quotes of one paragraph are shown as one passage."""


class Grouping(Enum):
    """How passages are gathered; the value is what the window calls it."""

    PERSON = "By person"
    CODE = "By code"
    DOCUMENT = "By document"


@dataclass(frozen=True, slots=True)
class Band:
    """A code under part of a passage's text, in lane 0, 1, … from the words down."""

    code: int
    span: Span
    lane: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote, or the quotes of two codes that meet, as one text; ``bands`` are empty for a single quote."""

    quotes: tuple[Quote, ...]
    text: str
    bands: tuple[Band, ...] = ()

    @property
    def key(self) -> tuple[int, ...]:
        """The codings shown."""
        return tuple(quote.coding for quote in self.quotes)

    @property
    def lead(self) -> Quote:
        """The first quote of the passage: it is cited and gone to."""
        return self.quotes[0]

    @property
    def span(self) -> Span:
        """Where the passage lies in its document."""
        return Span(self.lead.start, max(quote.end for quote in self.quotes))

    @property
    def starred(self) -> bool:
        """True if every quote of the passage is starred."""
        return all(quote.starred for quote in self.quotes)

    @property
    def comment(self) -> str:
        """The comments of its quotes on one line."""
        written = [quote.comment for quote in self.quotes if quote.comment]
        return " · ".join(" ".join(comment.split()) for comment in written if comment.strip()) if written else ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A group's title over its passages; ``code`` is set when the group is a code."""

    title: str
    count: int
    code: int | None = None

    @property
    def key(self) -> tuple[str, str, int | None]:
        """What tells this heading from others."""
        return ("heading", self.title, self.code)


Entry = Passage | Heading


def single(quotes: Iterable[Quote]) -> list[Passage]:
    """Every quote as a passage of its own."""
    return [Passage((quote,), quote.text) for quote in quotes]


def spliced(
    passages: Sequence[Passage], documents: Collection[int], fresh: Iterable[Passage], order: Sequence[int]
) -> list[Passage]:
    """Passages in the order of the documents, those of some documents exchanged for ``fresh`` ones.

    Those of a document that has gone from the order go too.
    """
    place = {document: number for number, document in enumerate(order)}
    staying = place.keys() - set(documents)
    kept = [passage for passage in passages if passage.quotes[0].document in staying]
    return sorted([*kept, *fresh], key=lambda passage: place[passage.quotes[0].document])


def meeting(quotes: Iterable[Quote], text_of: Callable[[int], str]) -> list[Passage]:
    """Quotes that overlap, or stand close in one paragraph, as one passage with a band for each quote.

    ``text_of`` gives the text of a document by its id. The order is that of document (as given), then start.
    """
    runs: list[list[Quote]] = []
    documents: dict[int, int] = {}
    for quote in quotes:
        documents.setdefault(quote.document, len(documents))
    by_place = {quote.coding: quote for quote in quotes}.values()
    for quote in sorted(by_place, key=lambda quote: (documents[quote.document], quote.start, -quote.end)):
        if runs and _meets(runs[-1], quote):
            runs[-1].append(quote)
        else:
            runs.append([quote])
    return [_joined(run, text_of) for run in runs]


def _meets(run: Sequence[Quote], quote: Quote) -> bool:
    end = max(other.end for other in run)
    near = quote.paragraph == run[-1].paragraph and quote.start - end <= MEETING_GAP
    return quote.document == run[0].document and (quote.start < end or near)


def _joined(run: Sequence[Quote], text_of: Callable[[int], str]) -> Passage:
    start, end = run[0].start, max(quote.end for quote in run)
    lanes: list[int] = []  # where the last band of each lane ends
    bands = []
    for quote in run:
        lane = next((i for i, busy in enumerate(lanes) if busy <= quote.start), len(lanes))
        lanes[lane : lane + 1] = [quote.end]
        bands.append(Band(quote.code, Span(quote.start - start, quote.end - start), lane))
    return Passage(tuple(run), text_of(run[0].document)[start:end], tuple(bands))


def fitting(passages: Iterable[Passage], typed: str) -> list[Passage]:
    """Passages whose words, comment, person or document contain every typed word, without case and accents."""
    words = fold(typed).split()
    return [passage for passage in passages if _contains(passage, words)] if words else list(passages)


def _contains(passage: Passage, words: Sequence[str]) -> bool:
    lead = passage.lead
    said = fold(" ".join((passage.text, passage.comment, lead.participant, lead.speaker, lead.document_name)))
    return all(word in said for word in words)


def arranged(passages: Sequence[Passage], grouping: Grouping, codes: Mapping[int, str]) -> list[Entry]:
    """Passages in groups under headings; no headings where they would tell nothing that the citations do not.

    ``codes`` gives names in tree order. Groups by code follow it; others come in the order of their first passage.
    """
    groups: dict[tuple[str, int | None], list[Passage]] = {}
    if grouping is Grouping.CODE:
        groups = {(name, code): [] for code, name in codes.items()}
    group_of = _groups(grouping, codes)
    for passage in passages:
        groups.setdefault(group_of(passage.quotes[0]), []).append(passage)
    filled = {group: members for group, members in groups.items() if members}
    alone = grouping is not Grouping.CODE and len(filled) == len(passages)
    if len(filled) < 2 or alone:
        return [passage for members in filled.values() for passage in members]
    entries: list[Entry] = []
    for (title, code), members in filled.items():
        entries += [Heading(title, len(members), code), *members]
    return entries


def _groups(grouping: Grouping, codes: Mapping[int, str]) -> Callable[[Quote], tuple[str, int | None]]:
    """Which group a passage with this lead belongs to: title, and code of a group by code."""
    if grouping is Grouping.CODE:
        return lambda lead: (codes.get(lead.code, ""), lead.code)
    if grouping is Grouping.DOCUMENT:
        return lambda lead: (lead.document_name, None)
    return lambda lead: (lead.participant or "No participant", None)


def people(passages: Iterable[Passage]) -> int:
    """Participants with at least one of the quotes."""
    return len({quote.case for passage in passages for quote in passage.quotes} - {None})
