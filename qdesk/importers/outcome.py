"""What came of a table: rows that went in, rows that were there already, rows that could not be used."""

from dataclasses import dataclass

from qdesk.importers.tables import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of what went in and what was there; ``problems`` name the lines of the file that went wrong."""

    added: int
    there: int = 0
    problems: tuple[Problem, ...] = ()

    def lines(self) -> list[str]:
        """The problems as sentences, one a line of the file."""
        return [f"line {problem.line}: {problem.reason}" for problem in sorted(self.problems, key=lambda one: one.line)]
