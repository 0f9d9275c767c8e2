"""The codebook as a table: what every code means, when it is used and when not, and an example."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from qdesk.exporters.passages import Passages
from qdesk.exporters.report import Caption, CodebookRow, CodebookSection, Column, Passage
from qdesk.exporters.tree import Node
from qdesk.store.counts import CodeCount
from qdesk.store.records import Code, Quote

_TOLD: Final[dict[Column, str]] = {
    "definition": "Definitions",
    "include_when": "Rules",
    "exclude_when": "Rules",
    "example": "Examples",
}
_NOTE: Final = "Quotes are the passages given the code itself; participants are those with at least one of them."


def codebook_section(
    nodes: Sequence[Node],
    appendix: str,
    columns: tuple[Column, ...],
    quotes: Mapping[int, Sequence[Quote]],
    passages: Passages,
    counts: Mapping[int, CodeCount],
    people: int,
) -> CodebookSection:
    """The codebook of an arranged tree as an appendix with its letter; ``people`` is the number of participants.

    The example of a code is a starred quote of it, one under 40 words if there is one, else none.
    """
    rows = tuple(_rows(nodes, quotes, passages, counts, people))
    note = _NOTE if rows and {"quotes", "participants"} & set(columns) else ""
    caption = Caption("Table", appendix, 1, _title(columns, people))
    return CodebookSection(f"Appendix {appendix}: Codebook", caption, columns, rows, note)


def _rows(
    nodes: Sequence[Node],
    quotes: Mapping[int, Sequence[Quote]],
    passages: Passages,
    counts: Mapping[int, CodeCount],
    people: int,
) -> Iterator[CodebookRow]:
    for level, name, code in nodes:
        if code is None:
            yield CodebookRow(None, "theme", level, name)
            continue
        count = counts.get(code.id)
        yield CodebookRow(
            code=code.id,
            kind=code.kind,
            level=level,
            name=name,
            definition=code.definition.strip(),
            include_when=code.include_when.strip(),
            exclude_when=code.exclude_when.strip(),
            example=_example(code, quotes, passages),
            quotes=str(count.codings if count else 0),
            participants=f"{count.participants if count else 0} of {people}" if people else "–",
        )


def _example(code: Code, quotes: Mapping[int, Sequence[Quote]], passages: Passages) -> Passage | None:
    starred = [passages.of(quote) for quote in quotes.get(code.id, ()) if quote.starred]
    return next((passage for passage in starred if not passage.block), starred[0] if starred else None)


def _title(columns: Sequence[Column], people: int) -> str:
    told = list(dict.fromkeys(_TOLD[column] for column in columns if column in _TOLD))
    listed = " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
    title = "Codebook of the Study" + (f" With {listed}" if told else "")
    return f"{title} (N = {people})" if people else title
