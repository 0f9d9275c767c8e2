"""A span of text. All positions are Unicode code points, the end exclusive."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``start`` included, ``end`` not."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Code points in the span."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """True if both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The text under the span."""
        return text[self.start : self.end]
