"""The tables of a project, and the triggers made from them: history and search index cannot be forgotten.

An image holds what the tables no longer hold: for an update the changed columns as ``{column: [old, new]}``, for a
deletion the row as an array in the order of ``COLUMNS``, for an insertion nothing until it is undone (then the row).
Long texts are logged as patches ``[[start, removed, inserted]]``. The rows of a step follow each other in the log.

``text`` and ``bytes`` stand last in their tables: SQLite walks through a long value to reach the columns after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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

_TABLES = """
CREATE TABLE source (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL);
CREATE TABLE "case" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
CREATE TABLE document (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, folder TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL, revision INTEGER NOT NULL, format TEXT NOT NULL, language TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '', paragraph_rule TEXT NOT NULL DEFAULT 'line', description TEXT NOT NULL DEFAULT '',
    case_id INTEGER REFERENCES "case"(id) ON DELETE SET NULL, source INTEGER REFERENCES source(id),
    characters INTEGER NOT NULL, words INTEGER NOT NULL, paragraphs INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE formatting (id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(id)
    ON DELETE CASCADE, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE speaker (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
    is_interviewer INTEGER NOT NULL DEFAULT 0, case_id INTEGER REFERENCES "case"(id) ON DELETE SET NULL);
CREATE TABLE turn (id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(id)
    ON DELETE CASCADE, start INTEGER NOT NULL, label_end INTEGER NOT NULL, "end" INTEGER NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speaker(id) ON DELETE CASCADE);
CREATE TABLE attribute (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'text',
    position INTEGER NOT NULL, choices TEXT NOT NULL DEFAULT '');
CREATE TABLE attribute_value (id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id)
    ON DELETE CASCADE, attribute INTEGER NOT NULL REFERENCES attribute(id) ON DELETE CASCADE, value TEXT NOT NULL);
CREATE TABLE code (id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER REFERENCES code(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT 'code', name TEXT NOT NULL, colour TEXT NOT NULL,
    slot TEXT NOT NULL DEFAULT '', definition TEXT NOT NULL DEFAULT '', include_when TEXT NOT NULL DEFAULT '',
    exclude_when TEXT NOT NULL DEFAULT '', memo TEXT NOT NULL DEFAULT '');
CREATE TABLE coder (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
CREATE TABLE coding (id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(id)
    ON DELETE CASCADE, code INTEGER NOT NULL REFERENCES code(id) ON DELETE CASCADE, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, quote TEXT NOT NULL, comment TEXT NOT NULL DEFAULT '', starred INTEGER NOT NULL DEFAULT 0,
    coder INTEGER REFERENCES coder(id) ON DELETE SET NULL, created TEXT NOT NULL);
CREATE TABLE memo (id INTEGER PRIMARY KEY AUTOINCREMENT, about TEXT NOT NULL DEFAULT 'free',
    document INTEGER REFERENCES document(id) ON DELETE SET NULL, code INTEGER REFERENCES code(id) ON DELETE SET NULL,
    case_id INTEGER REFERENCES "case"(id) ON DELETE SET NULL, coding INTEGER REFERENCES coding(id) ON DELETE SET NULL,
    start INTEGER, "end" INTEGER, quote TEXT NOT NULL DEFAULT '', type TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '', created TEXT NOT NULL, modified TEXT NOT NULL);
CREATE TABLE setting (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE layout (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE history_session (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, host TEXT NOT NULL,
    pid INTEGER NOT NULL, opened TEXT NOT NULL, closed TEXT);
CREATE TABLE history_step (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, why TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'done', fold TEXT NOT NULL DEFAULT '', schema INTEGER NOT NULL,
    after_row INTEGER NOT NULL, last_row INTEGER NOT NULL, forgotten INTEGER NOT NULL DEFAULT 0,
    session INTEGER NOT NULL REFERENCES history_session(id));
CREATE TABLE history_row (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL,
    op TEXT NOT NULL, document INTEGER, image TEXT);
CREATE TABLE history_event (id INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL REFERENCES history_step(id),
    kind TEXT NOT NULL, after_row INTEGER NOT NULL, last_row INTEGER NOT NULL, why TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL, session INTEGER NOT NULL REFERENCES history_session(id));
CREATE TABLE history_now (step INTEGER, replaying INTEGER NOT NULL DEFAULT 0);
INSERT INTO history_now VALUES (NULL, 0);
"""

_SEARCH = """
CREATE VIRTUAL TABLE search
    USING fts5(body, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'")
"""

_INDEXES = """
CREATE INDEX document_position ON document(position);
CREATE INDEX document_source ON document(source);
CREATE INDEX source_sha256 ON source(sha256);
CREATE INDEX formatting_document ON formatting(document, start);
CREATE INDEX turn_document ON turn(document, start);
CREATE INDEX turn_speaker ON turn(speaker);
CREATE INDEX code_parent ON code(parent, position);
CREATE INDEX coding_place ON coding(document, start, "end", code);
CREATE INDEX coding_code ON coding(code);
CREATE INDEX memo_document ON memo(document);
CREATE INDEX memo_code ON memo(code);
CREATE INDEX memo_coding ON memo(coding);
CREATE UNIQUE INDEX attribute_value_place ON attribute_value(case_id, attribute);
CREATE INDEX history_step_state ON history_step(state, id);
"""

_SEARCH_TRIGGERS = """
CREATE TRIGGER search_insert AFTER INSERT ON document BEGIN
    INSERT INTO search(rowid, body) VALUES (NEW.id, qdesk_index(NEW.text)); END;
CREATE TRIGGER search_update AFTER UPDATE OF text ON document BEGIN
    UPDATE search SET body = qdesk_index(NEW.text) WHERE rowid = NEW.id; END;
CREATE TRIGGER search_delete AFTER DELETE ON document BEGIN
    DELETE FROM search WHERE rowid = OLD.id; END;
"""


def create_tables(db: Database) -> None:
    """Tables, indexes and triggers of an empty project of this version."""
    for script in (_TABLES, _INDEXES):
        for statement in script.strip().split(";\n"):
            db.execute(statement)
    db.execute(_SEARCH)
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
    db.execute(_SEARCH)
    db.execute("INSERT INTO search(rowid, body) SELECT id, qdesk_index(text) FROM document")


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
            f'CREATE TRIGGER "history_{table}_{event.lower()}" AFTER {event} ON "{table}" {_when(event, columns)} BEGIN '
            f"INSERT INTO history_row(step, tbl, row, op, document, image) "
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
