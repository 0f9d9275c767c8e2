"""What counts as "together": the units of co-occurrence and the two ways to measure it, with their words."""

from typing import Final, Literal, get_args

Unit = Literal["overlap", "paragraph", "turn", "document", "participant"]
"""``overlap`` asks whether two codings share text; the others whether one unit holds both codes."""

Measure = Literal["count", "c"]
"""``count`` of units (or of overlapping pairs of codings), or the c-coefficient, a Jaccard index from 0 to 1."""

UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)


def held_word(unit: Unit) -> str:
    """The noun of a code's own n: units that hold it, or its quotes."""
    return "quote" if unit == "overlap" else unit
