"""Tables with horizontal rules only: the header row repeats on every page, no row is torn apart. Lengths are twips."""

from collections.abc import Iterable, Sequence

from qdesk.exporters.word.markup import attribute


def table(
    widths: Sequence[int], header: Sequence[str], rows: Iterable[str], description: str, *, padding: int | None = None
) -> str:
    """A table of ready rows (see `row`) under the paragraphs of its ``header`` cells.

    ``description`` is read aloud in place of the table; ``padding`` replaces the style's left and right of the text.
    """
    margins = ""
    if padding is not None:
        sides = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in ("left", "right"))
        margins = f"<w:tblCellMar>{sides}</w:tblCellMar>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = row([cell(content, width) for content, width in zip(header, widths, strict=True)], header=True)
    only_first_row = "".join(f' w:{part}="0"' for part in ("lastRow", "firstColumn", "lastColumn"))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ThesisTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="0620" w:firstRow="1"{only_first_row} w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblDescription w:val="{attribute(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], *, header: bool = False) -> str:
    """A row that stays on one page; a header row stands again on each."""
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def cell(paragraphs: str, width: int, *, span: int = 1, shade: str = "") -> str:
    """A cell of at least one ready paragraph; ``shade`` is a hex colour without its number sign."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shaded}</w:tcPr>{paragraphs}</w:tc>'
