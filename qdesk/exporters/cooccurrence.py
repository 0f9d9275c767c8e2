"""The appendix on codes that occur together: a triangle of numbers and the heat map."""

from typing import Final

from qdesk.exporters.report import Caption, CooccurrenceSection, CooccurrenceTable, Figure

_WHERE: Final = {
    "overlap": "Overlapping Text",
    "paragraph": "the Same Paragraph",
    "turn": "the Same Turn",
    "document": "the Same Document",
    "participant": "the Words of the Same Participant",
}
_COUNTED: Final = {
    "overlap": "pairs of passages that share text",
    "paragraph": "paragraphs with both codes",
    "turn": "turns with both codes",
    "document": "documents with both codes",
    "participant": "participants with both codes",
}
_SHARED: Final = {**_COUNTED, "overlap": "characters with both codes"}
_OWN: Final = {"overlap": "passages"}


def cooccurrence_section(table: CooccurrenceTable, png: bytes | None, appendix: str) -> CooccurrenceSection:
    """The appendix of a table; ``png`` is its heat map."""
    title = f"Co-Occurrence of Codes in {_WHERE[table.unit]}"
    cells = tuple(
        tuple(_cell(value, own=column == row, measure=table.measure) for column, value in enumerate(values[: row + 1]))
        for row, values in enumerate(table.values)
    )
    figure = Figure(Caption("Figure", appendix, 1, title), png, _alternative(table)) if png else None
    caption = Caption("Table", appendix, 1, title)
    return CooccurrenceSection(f"Appendix {appendix}: Co-occurrence", caption, table.names, cells, _note(table), figure)


def _cell(value: float, *, own: bool, measure: str) -> str:
    """A count as it is; c with two decimals and, as APA 7 writes what cannot pass 1, no leading zero."""
    if own or measure == "count":
        return str(int(value))
    return f"{value:.2f}".removeprefix("0") if value else "0"


def _note(table: CooccurrenceTable) -> str:
    if len(table.names) < 2:
        return ""
    own = f"The diagonal holds each code’s own number of {_OWN.get(table.unit, f'{table.unit}s')}."
    if table.measure == "count":
        return f"Numbers of {_COUNTED[table.unit]}. {own}"
    return f"c = {_SHARED[table.unit]}, divided by those with either (0 to 1). {own}"


def _alternative(table: CooccurrenceTable) -> str:
    names, values = table.names, table.values
    sentence = f"Heat map of the co-occurrence of {len(names)} codes."
    pairs = [(values[i][j], j, i) for i in range(len(names)) for j in range(i)]
    most, first, second = max(pairs, key=lambda pair: pair[0], default=(0, 0, 0))
    if not most:
        return sentence
    number = _cell(most, own=False, measure=table.measure)
    return f"{sentence} Most often together: {names[first]} and {names[second]} ({number})."
