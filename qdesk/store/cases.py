"""Participants and their attributes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qdesk.store.records import Case
from qdesk.store.table import Gone, Table
from qdesk.text.names import name_key, plain

AttributeKind = Literal["text", "number", "date", "choice"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column of the participants' table; ``choices`` are the allowed values of a choice."""

    id: int
    name: str
    kind: AttributeKind
    position: int
    choices: tuple[str, ...]


class Cases(Table):
    """The participants."""

    table = "case"

    def list(self) -> Sequence[Case]:
        """All participants with their attribute values, as entered first."""
        values: dict[int, dict[str, str]] = {}
        for case, name, value in self._db.execute(
            "SELECT v.case_id, a.name, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute "
            "ORDER BY a.position, a.id"
        ):
            values.setdefault(case, {})[name] = value
        rows = self._db.execute('SELECT id, name FROM "case" ORDER BY id').fetchall()
        return [Case(case, name, values.get(case, {})) for case, name in rows]

    def get(self, case: int) -> Case:
        """One participant. Raises Gone."""
        row = self._db.execute('SELECT name FROM "case" WHERE id = ?', (case,)).fetchone()
        if row is None:
            raise Gone(case)
        values = self._db.execute(
            "SELECT a.name, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute "
            "WHERE v.case_id = ? ORDER BY a.position, a.id",
            (case,),
        )
        return Case(case, row[0], dict(values.fetchall()))

    def find(self, name: str) -> int | None:
        """Id of the participant of that name (case and outer blanks aside), or None."""
        wanted = name_key(name)
        rows = self._db.execute('SELECT id, name FROM "case" ORDER BY id')
        return next((case for case, other in rows if name_key(other) == wanted), None)

    def add(self, name: str) -> int:
        """A new participant."""
        return self._insert(name=name.strip())

    def find_or_add(self, name: str) -> int:
        """The participant of that name, made if there is none."""
        found = self.find(name)
        return self.add(name) if found is None else found

    def rename(self, case: int, name: str) -> None:
        """Give a participant another name or pseudonym."""
        self._update(case, {"name": name.strip()})

    def attributes(self) -> Sequence[Attribute]:
        """The attributes, in their order."""
        rows = self._db.execute("SELECT id, name, kind, position, choices FROM attribute ORDER BY position, id")
        return [
            Attribute(attribute, name, kind, position, tuple(choices.split("\n")) if choices else ())
            for attribute, name, kind, position, choices in rows.fetchall()
        ]

    def set_values(self, case: int, values: Mapping[str, str]) -> None:
        """Set attributes by name, making those that are new; an empty value clears."""
        known = {name_key(attribute.name): attribute.id for attribute in self.attributes()}
        for name, value in values.items():
            attribute = known.get(name_key(name))
            if attribute is None:
                attribute = known[name_key(name)] = self._add_attribute(name, len(known))
            place = (case, attribute)
            if not value:
                self._db.execute("DELETE FROM attribute_value WHERE case_id = ? AND attribute = ?", place)
            else:
                self._db.execute(
                    "INSERT INTO attribute_value(case_id, attribute, value) VALUES (?, ?, ?) "
                    "ON CONFLICT(case_id, attribute) DO UPDATE SET value = excluded.value",
                    (*place, plain(value)),
                )

    def set_kind(self, name: str, kind: AttributeKind) -> None:
        """Say what the values of an attribute are. Raises KeyError for a name that no attribute has."""
        attribute = next((one.id for one in self.attributes() if name_key(one.name) == name_key(name)), None)
        if attribute is None:
            raise KeyError(name)
        self._db.execute("UPDATE attribute SET kind = ? WHERE id = ? AND kind <> ?", (kind, attribute, kind))

    def _add_attribute(self, name: str, position: int) -> int:
        cursor = self._db.execute("INSERT INTO attribute(name, position) VALUES (?, ?)", (plain(name), position))
        assert cursor.lastrowid is not None
        return cursor.lastrowid
