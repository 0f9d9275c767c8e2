"""Tables with a history, and the triggers made from them: neither history nor search index can be forgotten.

An image holds what the tables no longer hold: for an update the changed columns as ``{column: [old, new]}``, for a
deletion the row as an array in the order of ``COLUMNS``, for an insertion nothing until it is undone (then the row).
Long texts are logged as patches ``[[start, removed, inserted]]``. The rows of a step follow each other in the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qdesk.store.tables import INDEXES, SEARCH, TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

APPLICATION_ID: Final = 0x51446573  # "QDes"
VERSION: Final = 1

PATCHED: Final = {("document", "text"), ("memo", "body")}
"""Columns whose updates are logged as patches."""

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "document": (
        "name", "folder", "position", "revision", "format", "language", "date", "paragraph_rule", "description",
        "case_id", "source", "characters", "words", "paragraphs", "text",
    ),
    "formatting": ("document", "start", "end", "kind"),
    "speaker": ("name", "is_interviewer", "case_id"),
    "turn": ("document", "start", "label_end", "end", "speaker"),
    "case": ("name",),
    "attribute": ("name", "kind", "position", "choices"),
    "attribute_value": ("case_id", "attribute", "value"),
    "code": (
        "parent", "position", "kind", "name", "colour", "slot", "definition", "include_when", "exclude_when", "memo",
    ),
    "coder": ("name",),
    "coding": ("document", "code", "start", "end", "quote", "comment", "starred", "coder", "created"),
    "memo": (
        "about", "document", "code", "case_id", "coding", "start", "end", "quote", "type", "title", "body",
        "created", "modified",
    ),
    "setting": ("key", "value"),
}  # fmt: skip
"""Tables with a history, and their columns beside ``id``."""

_PLACE: Final = {"document": "id", "formatting": "document", "turn": "document", "coding": "document"}
"""Column that tells which document reads differently when a row changes."""

_SEARCH_TRIGGERS = """
CREATE TRIGGER search_insert AFTER INSERT ON document BEGIN
    INSERT INTO search(rowid, body, aligned) VALUES (NEW.id, qdesk_index(NEW.text), qdesk_aligned(NEW.text)); END;
CREATE TRIGGER search_update AFTER UPDATE OF text ON document BEGIN
    UPDATE search SET body = qdesk_index(NEW.text), aligned = qdesk_aligned(NEW.text) WHERE rowid = NEW.id; END;
CREATE TRIGGER search_delete AFTER DELETE ON document BEGIN
    DELETE FROM search WHERE rowid = OLD.id; END;
"""


def create_tables(db: Database) -> None:
    """Tables, indexes and triggers of an empty project of this version."""
    for script in (TABLES, INDEXES):
        for statement in script.strip().split(";\n"):
            db.execute(statement)
    db.execute(SEARCH)
    create_triggers(db)


def create_triggers(db: Database) -> None:
    """Make every trigger anew; a migration calls this last."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f'DROP TRIGGER "{name}"')
    for statement in _SEARCH_TRIGGERS.strip().split("END;"):
        if statement.strip():
            db.execute(statement + "END")
    for table, columns in COLUMNS.items():
        for statement in _history_triggers(table, columns):
            db.execute(statement)


def renew_search(db: Connection) -> None:
    """Write the search index anew from the documents, so that nothing of an older text stays in it."""
    db.execute("DROP TABLE search")
    db.execute(SEARCH)
    db.execute(
        "INSERT INTO search(rowid, body, aligned) SELECT id, qdesk_index(text), qdesk_aligned(text) FROM document"
    )


def _history_triggers(table: str, columns: tuple[str, ...]) -> list[str]:
    """The three triggers that log a table; outside a step they fail, because ``history_row.step`` is not null."""
    images = {
        "INSERT": ("NEW", "'I'", "NULL"),
        "UPDATE": ("OLD", "'U'", f"({_changed(table, columns)})"),
        "DELETE": ("OLD", "'D'", row_image(table, "OLD.")),
    }
    statements = []
    for event, (row, op, image) in images.items():
        place = f"{row}.{_PLACE[table]}" if table in _PLACE else "NULL"
        statements.append(
            f'CREATE TRIGGER "history_{table}_{event.lower()}" AFTER {event} ON "{table}" '
            f"{_when(event, columns)} BEGIN INSERT INTO history_row(step, tbl, row, op, document, image) "
            f"SELECT step, '{table}', {row}.id, {op}, {place}, {image} "
            f"FROM history_now WHERE NOT replaying; END"
        )
    return statements


def _when(event: str, columns: tuple[str, ...]) -> str:
    """An update that changes nothing leaves no trace."""
    if event != "UPDATE":
        return ""
    return "WHEN " + " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)


def row_image(table: str, prefix: str = "") -> str:
    """SQL of the JSON array that holds a whole row; ``prefix`` is ``OLD.`` in a trigger."""
    values = ", ".join(f'{prefix}"{column}"' for column in COLUMNS[table])
    return f"json_array({values})"


def _changed(table: str, columns: tuple[str, ...]) -> str:
    """SQL of the JSON object that holds the changed columns of an update."""
    selects = []
    for column in columns:
        old, new = f'OLD."{column}"', f'NEW."{column}"'
        value = f"qdesk_patch({old}, {new})" if (table, column) in PATCHED else f"json_array({old}, {new})"
        selects.append(f"SELECT '{column}' AS k, {value} AS v WHERE {old} IS NOT {new}")
    return f"SELECT json_group_object(k, json(v)) FROM ({' UNION ALL '.join(selects)})"
