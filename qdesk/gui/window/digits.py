"""Which code each digit 1-9 stands for: pinned codes keep theirs, the others follow use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

_DIGITS = 9


@dataclass
class Digits:
    """``slots`` are the codes of 1 to 9 (0 for none), ``pinned`` those that stay, ``recent`` codes, latest first."""

    slots: list[int] = field(default_factory=lambda: [0] * _DIGITS)
    pinned: set[int] = field(default_factory=set)
    recent: list[int] = field(default_factory=list)

    @classmethod
    def read(cls, kept: Any, codes: Collection[int]) -> Digits:
        """From what a project's layout kept; codes that are gone drop out."""
        kept = kept or {}
        slots = [code if code in codes else 0 for code in kept.get("slots", [0] * _DIGITS)]
        pinned = {code for code in kept.get("pinned", []) if code in slots and code}
        return cls(slots, pinned, [code for code in kept.get("recent", []) if code in codes])

    def kept(self) -> dict[str, list[int]]:
        """As JSON for the layout."""
        return {"slots": self.slots, "pinned": sorted(self.pinned), "recent": self.recent}

    def by_code(self) -> dict[int, int]:
        """Digit of each code that has one."""
        return {code: digit for digit, code in enumerate(self.slots, start=1) if code}

    def code_of(self, digit: int) -> int | None:
        """The code a digit stands for."""
        return self.slots[digit - 1] or None

    def use(self, code: int) -> None:
        """Note that a code was applied: it keeps its digit, or takes a free one, or that of the longest unused."""
        self.recent = [code, *(other for other in self.recent if other != code)][:30]
        if code in self.slots:
            return
        place = self._free_place()
        if place is not None:
            self.slots[place] = code

    def pin(self, code: int) -> int | None:
        """Pin a code to the digit it has or gets, or let it go again; its digit, None if all nine are pinned."""
        if code in self.pinned:
            self.pinned.discard(code)
        else:
            if code not in self.slots and (place := self._free_place()) is not None:
                self.slots[place] = code
            if code in self.slots:
                self.pinned.add(code)
        return self.by_code().get(code)

    def _free_place(self) -> int | None:
        if 0 in self.slots:
            return self.slots.index(0)
        loose = [place for place, code in enumerate(self.slots) if code not in self.pinned]
        return max(loose, key=lambda place: self._unused_for(self.slots[place]), default=None)

    def _unused_for(self, code: int) -> int:
        return self.recent.index(code) if code in self.recent else len(self.recent)
