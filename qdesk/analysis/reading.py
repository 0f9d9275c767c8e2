"""One cell of the table told in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from qdesk.analysis.cooccurrence import Cooccurrence
from qdesk.analysis.units import held_word
from qdesk.text.counted import counted


@dataclass(frozen=True, slots=True)
class Reading:
    """``amount`` ("7 paragraphs"), ``c`` ("c = 0.23", "" on the diagonal), ``detail`` (a line of shares, or "")."""

    title: str
    amount: str
    c: str
    detail: str

    def __str__(self) -> str:
        return f"{self.title}: " + ", ".join(part for part in (self.amount, self.c, self.detail) if part)


def read_cell(table: Cooccurrence, names: Sequence[str], i: int, j: int) -> Reading:
    """What the cell of row i and column j says, names in the order of the table's codes."""
    cell = table.cell(i, j)
    held = held_word(table.unit)
    if i == j:
        return Reading(names[i], counted(cell.n1, held), "", "")
    title = f"{names[i]} with {names[j]}"
    c = f"c = {cell.c:.2f}"
    if not cell.n12:
        amount = "No overlap" if table.unit == "overlap" else f"No {table.unit} holds both"
        return Reading(title, amount, c, f"{counted(cell.n1, held)} with {names[i]}, {cell.n2:,} with {names[j]}")
    of = " characters" if table.unit == "overlap" else ""
    detail = (
        f"{cell.shared:,} of {cell.size1:,}{of} with {names[i]} ({_percent(cell.share1)}), "
        f"{cell.shared:,} of {cell.size2:,} with {names[j]} ({_percent(cell.share2)})"
    )
    return Reading(title, counted(cell.n12, table.unit), c, detail)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\u00a0%"
