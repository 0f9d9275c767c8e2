"""Co-occurrence in a project, as the window and the command line show it: the wanted codes and their table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qdesk.analysis.behind import pair_codings
from qdesk.analysis.cooccurrence import Cooccurrence, cooccurrence
from qdesk.analysis.order import by_similarity
from qdesk.analysis.rollup import roll_up
from qdesk.analysis.units import Measure, Unit
from qdesk.store.project import Project
from qdesk.store.records import Code, UnitArrays
from qdesk.text.codepath import join_path
from qdesk.text.counted import counted

Choice = Literal["all", "codes", "themes", "selected"]
"""``all``: codes and themes in use; ``codes``: every code, no themes; ``themes``: every top theme with all below it."""


@dataclass(frozen=True, slots=True)
class Study:
    """A table with the codes or themes of its rows; ``groups`` where rolled up; ``units`` of the whole study.

    ``names`` are theirs, or paths where two rows share a name.
    """

    table: Cooccurrence
    codes: tuple[Code, ...]
    names: tuple[str, ...]
    groups: Mapping[int, int] | None
    units: int

    @property
    def status(self) -> str:
        """``190 pairs · 20 codes · 1,184 paragraphs``."""
        k = len(self.codes)
        held = "quote" if self.table.unit == "overlap" else self.table.unit
        rows = "theme" if self.groups is not None else "code"
        return " · ".join((counted(k * (k - 1) // 2, "pair"), counted(k, rows), counted(self.units, held)))


def read_study(
    project: Project, unit: Unit, choice: Choice, selected: Sequence[int] = (), similar: bool = False,
    measure: Measure = "c",
) -> Study:  # fmt: skip
    """The chosen codes and their table, in tree order or, with ``similar``, similar ones beside each other.

    Who needs counts only says so by ``measure``: the speaker labels, which c leaves out, are then not read.
    """
    codings = project.codings.arrays()
    tree = project.codes.list()
    groups = roll_up(tree) if choice == "themes" else None
    if groups is not None:
        wanted = set(groups.values())
    elif choice == "codes":
        wanted = {code.id for code in tree if code.kind == "code"}
    else:
        wanted = set(selected if choice == "selected" else codings.code.tolist())
    codes = [code for code in tree if code.id in wanted]
    labels = project.units("label") if unit == "overlap" and measure == "c" else None
    table = cooccurrence(codings, [code.id for code in codes], unit, unit_arrays(project, unit), groups, labels)
    if similar:
        order = by_similarity(table.c)
        table, codes = table.taken(order), [codes[one] for one in order]
    return Study(table, tuple(codes), _names(project, codes), groups, _units(project, unit))


def codings_behind(project: Project, study: Study, i: int, j: int) -> tuple[int, ...]:
    """Ids of the codings of both codes that make up a cell off the diagonal."""
    a, b = study.codes[i].id, study.codes[j].id
    unit = study.table.unit
    of_a, of_b = pair_codings(project.codings.arrays(), a, b, unit, unit_arrays(project, unit), study.groups)
    return of_a + of_b


def unit_arrays(project: Project, unit: Unit) -> UnitArrays | None:
    """Paragraphs or turns, where the unit is one of them."""
    return project.units(unit) if unit in ("paragraph", "turn") else None


def _names(project: Project, codes: Sequence[Code]) -> tuple[str, ...]:
    times = Counter(code.name for code in codes)
    return tuple(join_path(project.codes.path(code.id)) if times[code.name] > 1 else code.name for code in codes)


def _units(project: Project, unit: Unit) -> int:
    arrays = unit_arrays(project, unit)
    if arrays is not None:
        return int((arrays.start < arrays.end).sum())
    if unit == "document":
        return len(project.documents.list())
    return len(project.cases.list()) if unit == "participant" else len(project.codings.arrays().id)
