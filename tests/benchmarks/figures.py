"""Figures of one benchmark run: measured many times, told as median and 95th percentile beside a raw limit."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from statistics import median
from time import perf_counter
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """What one operation costs. ``ours`` and ``raw`` are samples in ``unit``; ``raw`` is the least that must be done.

    ``limit`` names what ``raw`` is, ``peer`` what others need, ``goal`` the most that is wanted (None: none set), and
    ``load`` the processes that ran or waited in the minute of the measuring.
    """

    name: str
    ours: list[float]
    raw: list[float] = field(default_factory=list)
    unit: str = "ms"
    limit: str = ""
    peer: str = ""
    goal: float | None = None
    load: float = field(default_factory=lambda: os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0)

    @property
    def missed(self) -> bool:
        """True if the median lies above the goal."""
        return self.goal is not None and median(self.ours) > self.goal


HEAD = ("operation", "ours", "p95", "raw limit", "ratio", "goal", "peer", "load")


def row(figure: Figure) -> tuple[str, ...]:
    """The cells of a figure's line in the table."""
    ours, raw = median(figure.ours), median(figure.raw) if figure.raw else None
    goal = "" if figure.goal is None else f"{_written(figure.goal)}{' MISSED' if figure.missed else ''}"
    return (
        figure.name,
        f"{_written(ours)} {figure.unit}",
        _written(percentile(figure.ours, 95)) if len(figure.ours) > 2 else "",
        "" if raw is None else f"{_written(raw)} {figure.limit}".strip(),
        f"{ours / raw:.1f}" if raw else "",
        goal,
        figure.peer,
        f"{figure.load:.1f}",
    )


def table(figures: Iterable[Figure]) -> str:
    """All figures as lines of equal columns."""
    rows = [HEAD, *map(row, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, cells, widths)).rstrip() for cells in rows)


def percentile(samples: list[float], percent: int) -> float:
    """The smallest sample that is not below ``percent`` of all."""
    ordered = sorted(samples)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def times(act: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each of some runs, after one that does not count."""
    act()
    return [timed(act)[0] for _ in range(runs)]


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds of one run, and what it gave."""
    begun = perf_counter()
    result = act()
    return (perf_counter() - begun) * 1000, result


def tell(figure: Figure) -> None:
    """Hand a figure to the runner, which reads this process's standard output."""
    print(json.dumps(asdict(figure)), flush=True)


def read(output: str) -> list[Figure]:
    """The figures a part has told; its other lines go on to standard error."""
    found = []
    for line in output.splitlines():
        if line.startswith('{"name"'):
            found.append(Figure(**json.loads(line)))
        else:
            print(line, file=sys.stderr)
    return found


def _written(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
