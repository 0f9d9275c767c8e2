"""The tables of this version, as SQL. Names are the field's terms; positions are code points, the end exclusive.

``text`` and ``bytes`` stand last in their tables: SQLite walks through a long value to reach the columns after it.
References are checked at the commit: replaying a step may pass through broken ones, and a statement that cannot fail
half-way needs no journal of its own (half the cost of a bulk insert).
"""

_DEFERRED = "DEFERRABLE INITIALLY DEFERRED"
_GO = f"ON DELETE CASCADE {_DEFERRED}"
_CLEAR = f"ON DELETE SET NULL {_DEFERRED}"

TABLES = f"""
CREATE TABLE source (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL);
CREATE TABLE "case" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
CREATE TABLE document (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, folder TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL, revision INTEGER NOT NULL, format TEXT NOT NULL, language TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '', paragraph_rule TEXT NOT NULL DEFAULT 'line', description TEXT NOT NULL DEFAULT '',
    case_id INTEGER REFERENCES "case"(id) {_CLEAR}, source INTEGER REFERENCES source(id) {_DEFERRED},
    characters INTEGER NOT NULL, words INTEGER NOT NULL, paragraphs INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE formatting (id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(id)
    {_GO}, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE speaker (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
    is_interviewer INTEGER NOT NULL DEFAULT 0, case_id INTEGER REFERENCES "case"(id) {_CLEAR});
CREATE TABLE turn (id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(id)
    {_GO}, start INTEGER NOT NULL, label_end INTEGER NOT NULL, "end" INTEGER NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speaker(id) {_GO});
CREATE TABLE attribute (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'text',
    position INTEGER NOT NULL, choices TEXT NOT NULL DEFAULT '');
CREATE TABLE attribute_value (id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id)
    {_GO}, attribute INTEGER NOT NULL REFERENCES attribute(id) {_GO}, value TEXT NOT NULL);
CREATE TABLE code (id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER REFERENCES code(id) {_GO},
    position INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT 'code', name TEXT NOT NULL, colour TEXT NOT NULL,
    slot TEXT NOT NULL DEFAULT '', definition TEXT NOT NULL DEFAULT '', include_when TEXT NOT NULL DEFAULT '',
    exclude_when TEXT NOT NULL DEFAULT '', memo TEXT NOT NULL DEFAULT '');
CREATE TABLE coder (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
CREATE TABLE coding (id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(id)
    {_GO}, code INTEGER NOT NULL REFERENCES code(id) {_GO}, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, quote TEXT NOT NULL, comment TEXT NOT NULL DEFAULT '', starred INTEGER NOT NULL DEFAULT 0,
    coder INTEGER REFERENCES coder(id) {_CLEAR}, created TEXT NOT NULL);
CREATE TABLE memo (id INTEGER PRIMARY KEY AUTOINCREMENT, about TEXT NOT NULL DEFAULT 'free',
    document INTEGER REFERENCES document(id) {_CLEAR}, code INTEGER REFERENCES code(id) {_CLEAR},
    case_id INTEGER REFERENCES "case"(id) {_CLEAR}, coding INTEGER REFERENCES coding(id) {_CLEAR},
    start INTEGER, "end" INTEGER, quote TEXT NOT NULL DEFAULT '', type TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '', created TEXT NOT NULL, modified TEXT NOT NULL);
CREATE TABLE setting (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE layout (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE history_session (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, host TEXT NOT NULL,
    pid INTEGER NOT NULL, opened TEXT NOT NULL, closed TEXT);
CREATE TABLE history_step (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, why TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'done', fold TEXT NOT NULL DEFAULT '', schema INTEGER NOT NULL,
    after_row INTEGER NOT NULL, last_row INTEGER NOT NULL, forgotten INTEGER NOT NULL DEFAULT 0,
    session INTEGER NOT NULL REFERENCES history_session(id) {_DEFERRED});
CREATE TABLE history_row (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL,
    op TEXT NOT NULL, document INTEGER, image TEXT);
CREATE TABLE history_event (id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES history_step(id) {_DEFERRED}, kind TEXT NOT NULL,
    after_row INTEGER NOT NULL, last_row INTEGER NOT NULL, why TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
    session INTEGER NOT NULL REFERENCES history_session(id) {_DEFERRED});
CREATE TABLE history_now (step INTEGER, replaying INTEGER NOT NULL DEFAULT 0);
INSERT INTO history_now VALUES (NULL, 0);
"""

SEARCH = """
CREATE VIRTUAL TABLE search
    USING fts5(body, aligned UNINDEXED, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'")
"""

INDEXES = """
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
