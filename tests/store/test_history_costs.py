"""What the history costs on disk; the figures are printed (pytest -s)."""

from pathlib import Path
from random import Random

from qdesk.store.check import check
from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.newdocument import NewDocument, NewTurn
from qdesk.text.spans import Span

WORDS = ("teacher", "school", "because", "nobody", "asked", "the", "of", "leadership", "trust", "and", "então", "we")


def long_interview(random: Random, turns: int = 250, characters: int = 400) -> NewDocument:
    text, found = "", []
    for number in range(turns):
        name = "I" if number % 2 == 0 else "Ana"
        start = len(text)
        text += f"{name}: "
        label_end = len(text)
        while len(text) - start < characters:
            text += random.choice(WORDS) + " "
        text = text.rstrip()
        found.append(NewTurn(start, label_end, len(text), name, name == "I"))
        text += "\n"
    return NewDocument("Long", text, "txt", turns=tuple(found))


def size(project: Project) -> int:
    """Bytes of the file with the log folded in."""
    project.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return project.path.stat().st_size


def log_bytes(project: Project) -> int:
    """Bytes of the images in the log."""
    return int(project.db.execute("SELECT coalesce(sum(length(image)), 0) FROM history_row").fetchone()[0])


def edited(project: Project, random: Random, document: int) -> None:
    text = project.documents.text(document)
    at = random.randrange(len(text) - 20)
    change = Change(at, text[at : at + random.randint(0, 8)], random.choice(WORDS)[: random.randint(0, 8)])
    with project.change("Edit text"):
        project.documents.edit(document, [change], project.documents.get(document).revision)


def test_two_hundred_edits_and_a_rename(tmp_path: Path) -> None:
    random = Random(7)
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            document = project.documents.add(long_interview(random))
            code = project.codes.add("Trust")
            starts = random.sample(range(100_000 - 300), 200)
            project.codings.add_many(
                NewCoding(document, code, Span(start, start + random.randint(20, 300))) for start in starts
            )
        assert project.documents.get(document).characters > 95_000
        before = size(project)
        for _ in range(200):
            edited(project, random, document)
        grown = size(project) - before
        images = log_bytes(project)
        with project.change("Rename code"):
            project.codes.update(code, name="Confidence")
        rename = log_bytes(project) - images
        print(f"\n200 edits: {grown / 1e6:.2f} MB (images {images / 1e6:.2f} MB); a rename: {rename} bytes of image")
        assert grown < 6_000_000
        assert rename < 1000
        assert size(project) - before - grown < 1000
        assert check(project) == []
