"""Codes and themes: one tree, kept without cycles and with dense positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from qdesk.errors import QDeskError
from qdesk.store.colours import free_family, free_slot, hex_of
from qdesk.store.records import Code, CodeKind
from qdesk.store.table import Gone, Table
from qdesk.text.codepath import join_path
from qdesk.text.names import name_key, plain

_FIELDS = "id, parent, position, kind, name, colour, slot, definition, include_when, exclude_when, memo"


class Codes(Table):
    """The codes of a project."""

    table = "code"

    def list(self) -> Sequence[Code]:
        """All codes in tree order, depth first."""
        children: dict[int | None, list[Code]] = {}
        for row in self._db.execute(f"SELECT {_FIELDS} FROM code ORDER BY position, id"):
            code = Code(*row)
            children.setdefault(code.parent, []).append(code)
        ordered: list[Code] = []
        waiting = list(reversed(children.get(None, [])))
        while waiting:
            code = waiting.pop()
            ordered.append(code)
            waiting += reversed(children.get(code.id, []))
        return ordered

    def has(self, code: int) -> bool:
        """Whether a code is there."""
        return self._db.execute("SELECT 1 FROM code WHERE id = ?", (code,)).fetchone() is not None

    def get(self, code: int) -> Code:
        """One code. Raises Gone."""
        row = self._db.execute(f"SELECT {_FIELDS} FROM code WHERE id = ?", (code,)).fetchone()
        if row is None:
            raise Gone(code)
        return Code(*row)

    def path(self, code: int) -> tuple[str, ...]:
        """Names from the top theme down to the code."""
        names: list[str] = []
        at: int | None = code
        while at is not None:
            one = self.get(at)
            names.append(one.name)
            at = one.parent
        return tuple(reversed(names))

    def paths(self) -> dict[int, tuple[str, ...]]:
        """Paths of all codes by id."""
        paths: dict[int, tuple[str, ...]] = {}
        for code in self.list():
            above = paths[code.parent] if code.parent is not None else ()
            paths[code.id] = (*above, code.name)
        return paths

    def find(self, path: Sequence[str]) -> Code | None:
        """The code at a path of names (case aside), or None."""
        parent: int | None = None
        found: Code | None = None
        for name in path:
            found = next((one for one in self.children(parent) if name_key(one.name) == name_key(name)), None)
            if found is None:
                return None
            parent = found.id
        return found

    def children(self, parent: int | None) -> Sequence[Code]:
        """Codes directly under a theme, or at the top, in order."""
        rows = self._db.execute(f"SELECT {_FIELDS} FROM code WHERE parent IS ? ORDER BY position, id", (parent,))
        return [Code(*row) for row in rows]

    def descendants(self, codes: Iterable[int]) -> set[int]:
        """The codes and all below them."""
        found = set(codes)
        for code in self.list():
            if code.parent in found:
                found.add(code.id)
        return found

    def add(
        self, name: str, parent: int | None = None, before: int | None = None, kind: CodeKind = "code",
        colour: str = "", slot: str = "", definition: str = "", include_when: str = "", exclude_when: str = "",
        memo: str = "",
    ) -> int:  # fmt: skip
        """A new code under ``parent`` (which becomes a theme), before a sibling or last; its id.

        Without colour it takes the next slot of its theme's family (a top theme the next family).
        Raises QDeskError for an empty name, or one that a sibling has.
        """
        name = self._checked_name(name, parent, None)
        if not colour:
            slot = slot or self._free_slot(parent, kind)
            colour = hex_of(slot)
        code = self._insert(
            parent=parent, position=len(self.children(parent)), kind=kind, name=name, colour=colour, slot=slot,
            definition=definition, include_when=include_when, exclude_when=exclude_when, memo=memo,
        )  # fmt: skip
        if before is not None:
            self._place([code], parent, before)
        self._become_theme(parent)
        return code

    def update(self, code: int, **fields: Any) -> None:
        """Change name, kind, colour, slot or rules. Raises QDeskError for a name that is empty or a sibling's."""
        if "name" in fields:
            fields["name"] = self._checked_name(fields["name"], self.get(code).parent, code)
        self._update(code, fields)

    def move(self, codes: Sequence[int], parent: int | None, before: int | None = None) -> None:
        """Move codes, in this order, into a theme or to the top (None), before a sibling or last.

        A code whose ancestor moves too stays with it. Raises QDeskError for a cycle or a name that is taken there.
        """
        chosen = set(codes)
        moving = [code for code in codes if not chosen & set(self._ancestors(code))]
        if parent is not None and {parent, *self._ancestors(parent)} & set(moving):
            raise QDeskError("A theme cannot be moved into itself; nothing was changed.")
        self._check_names(moving, parent)
        self._place(moving, parent, before)
        self._become_theme(parent)

    def delete(self, codes: Iterable[int], codings: Literal["delete", "up"] = "delete") -> None:
        """Delete codes with all below them; their codings go too, or up to the nearest theme that stays.

        Raises QDeskError for "up" where there is no theme above.
        """
        doomed = self.descendants(codes)
        if codings == "up":
            for code in doomed:
                self._hand_up(code, doomed)
        left = {self.get(code).parent for code in doomed} - doomed
        self._delete(sorted(doomed))
        for parent in left:
            self._number([one.id for one in self.children(parent)])

    def merge(self, codes: Iterable[int], into: int) -> None:
        """Give the codings, children and memos of codes to one code and delete them. Equal codings become one.

        A child whose name is taken there gets a number. Raises QDeskError for a theme above ``into``.
        """
        for code in dict.fromkeys(codes):
            if code == into:
                continue
            if code in self._ancestors(into):
                raise QDeskError("A theme cannot be merged into a code below it; nothing was changed.")
            self._give_codings(code, into)
            for child in self.children(code):
                self.update(child.id, name=self._free_name(child.name, into, code))
                self.move([child.id], into)
            self._db.execute("UPDATE memo SET code = ? WHERE code = ?", (into, code))
            memos = [text for text in (self.get(into).memo, self.get(code).memo) if text]
            self._update(into, {"memo": "\n\n".join(dict.fromkeys(memos))})
            self.delete([code])

    def _free_name(self, name: str, *parents: int) -> str:
        """The name, or with a number one that no child of ``parents`` but its bearer has."""
        taken = [name_key(one.name) for parent in parents for one in self.children(parent)]
        free, number = name, 2
        while taken.count(name_key(free)) > (free == name):
            free, number = f"{name} ({number})", number + 1
        return free

    def _hand_up(self, code: int, doomed: set[int]) -> None:
        heir = next((above for above in self._ancestors(code) if above not in doomed), None)
        if heir is None:
            if self._db.execute("SELECT 1 FROM coding WHERE code = ?", (code,)).fetchone():
                raise QDeskError("There is no theme above to take the quotes; nothing was changed.")
            return
        self._give_codings(code, heir)

    def _give_codings(self, code: int, heir: int) -> None:
        """Recode; where the heir has the same place coded already, the two become one."""
        rows = self._db.execute("SELECT id FROM coding WHERE code = ? ORDER BY id", (code,)).fetchall()
        self._project.codings.recode([row for (row,) in rows], heir)

    def _ancestors(self, code: int) -> Sequence[int]:
        above: list[int] = []
        at = self.get(code).parent
        while at is not None:
            above.append(at)
            at = self.get(at).parent
        return above

    def _place(self, codes: Sequence[int], parent: int | None, before: int | None) -> None:
        left = {self.get(code).parent for code in codes} - {parent}
        there = [one.id for one in self.children(parent)]
        if before in there:
            before = next((one for one in there[there.index(before) :] if one not in codes), None)
        self._db.executemany("UPDATE code SET parent = ? WHERE id = ?", ((parent, code) for code in codes))
        rest = [one for one in there if one not in codes]
        at = rest.index(before) if before in rest else len(rest)
        self._number([*rest[:at], *codes, *rest[at:]])
        for other in left:
            self._number([one.id for one in self.children(other)])

    def _number(self, codes: Sequence[int]) -> None:
        self._db.executemany(
            "UPDATE code SET position = ? WHERE id = ? AND position <> ?",
            ((position, code, position) for position, code in enumerate(codes)),
        )

    def _become_theme(self, parent: int | None) -> None:
        if parent is not None:
            self._db.execute("UPDATE code SET kind = 'theme' WHERE id = ? AND kind <> 'theme'", (parent,))

    def _free_slot(self, parent: int | None, kind: CodeKind) -> str:
        slots = [slot for (slot,) in self._db.execute("SELECT slot FROM code")]
        if kind == "theme" and parent is None:
            return free_family(slots)
        return free_slot(slots, self.get(parent).slot if parent is not None else "")

    def _check_names(self, moving: Sequence[int], parent: int | None) -> None:
        taken = {name_key(one.name) for one in self.children(parent) if one.id not in moving}
        for code in moving:
            name = self.get(code).name
            if name_key(name) in taken:
                raise self._taken(name, parent)
            taken.add(name_key(name))

    def _taken(self, name: str, parent: int | None) -> QDeskError:
        where = f"in {join_path(self.path(parent))}" if parent is not None else "at the top level"
        return QDeskError(f"There is a code “{name}” {where} already; nothing was changed.")

    def _checked_name(self, name: str, parent: int | None, own: int | None) -> str:
        name = " ".join(plain(name).split())
        if not name:
            raise QDeskError("A code needs a name; nothing was changed.")
        if any(name_key(one.name) == name_key(name) and one.id != own for one in self.children(parent)):
            raise self._taken(name, parent)
        return name
