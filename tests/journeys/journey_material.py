"""Two short invented interviews as files, and what a project holds as plain data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from qdesk.store.project import Project

TEACHER_1 = """Interviewer: How do you share the work of leading this school?
Teacher 1: We meet every Monday and decide together. Trust grows where everybody is heard 🙂 and nobody is blamed.
Interviewer: And when there is little time?
Teacher 1: Then the head decides alone, and everybody feels it. The workload eats the meetings.
Interviewer: What would help?
Teacher 1: An hour a week that nobody may take away from us.
"""

TEACHER_2 = (
    "I: Who decides in your school?",
    "P1: On paper all of us. In truth the plans are finished before we see them.",
    "I: How does that feel?",
    "P1: Like being asked for show. I stopped saying what I think, and others have as well.",
)


def write_interviews(folder: Path) -> list[Path]:
    """A .txt with Windows line ends and a .docx with a heading."""
    text, word = folder / "Teacher 1.txt", folder / "Teacher 2.docx"
    text.write_bytes(TEACHER_1.replace("\n", "\r\n").encode("utf-8"))
    document = docx.Document()
    document.add_heading("Second interview", 1)
    for paragraph in TEACHER_2:
        document.add_paragraph(paragraph)
    document.save(str(word))
    return [text, word]


TABLES = (
    "document", "formatting", "speaker", "turn", "case", "attribute", "attribute_value", "code", "coder", "coding",
    "memo", "setting",
)  # fmt: skip

Content = dict[str, list[Any]]


def content(project: Project) -> Content:
    """Every row of every table of a project that has a history."""
    return {table: project.db.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in TABLES}
