"""Commands on documents: add, show, search."""

from __future__ import annotations

from pathlib import Path

import click

from qdesk.cli.common import (
    complain,
    example,
    json_option,
    open_to_change,
    print_json,
    print_table,
    project_argument,
    say,
    why_option,
)
from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.counted import counted
from qdesk.text.newdocument import NewDocument, ParagraphRule


@click.command(
    "add",
    epilog=example(
        "qdesk add thesis.qdesk interviews/*.docx",
        'qdesk add thesis.qdesk day1.txt day2.txt --participant "Teacher 1"',
        "qdesk add thesis.qdesk old.txt --encoding mac_roman --paragraphs blank",
    ),
)
@project_argument
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
@click.option("--participant", default="", metavar="NAME", help="Whose interviews these are.")
@click.option("--encoding", metavar="ENC", help="Encoding of text files, if it is guessed wrong (cp1252, ...).")
@click.option(
    "--paragraphs", type=click.Choice(["line", "blank"]), help="What ends a paragraph: a line break or a blank line."
)
@why_option
def add_(
    project: Path,
    files: tuple[Path, ...],
    participant: str,
    encoding: str | None,
    paragraphs: ParagraphRule | None,
    why: str | None,
) -> int:
    """Import transcripts (.txt, .md, .docx).

    They go in as one step. A file that cannot be read is named and the others go in; a text that is there already is
    left out.
    """
    from qdesk.importers.documents import store_documents

    with open_to_change(project) as opened:
        read, failed = _read(opened, files, encoding, paragraphs)
        ids = store_documents(opened, read, participant, why)
        for number, document in zip(ids, read, strict=True):
            kept = opened.documents.get(number)
            figures = ((kept.words, "word"), (kept.paragraphs, "paragraph"), (len(document.turns), "turn"))
            say(f"{kept.name}: {', '.join(counted(number, word) for number, word in figures)}")
            for note in document.notes:
                say(f"  {note}")
    return 1 if failed else 0


def _read(
    project: Project, files: tuple[Path, ...], encoding: str | None, paragraphs: ParagraphRule | None
) -> tuple[list[NewDocument], int]:
    """Files that are new to the project, as read, and the number of those that could not be."""
    from qdesk.importers import read_document

    read: dict[str, NewDocument] = {}
    failed = 0
    for path in files:
        try:
            _check_name(path)
            document = read_document(path, encoding, paragraphs)
        except QDeskError as error:
            complain(str(error))
            failed += 1
            continue
        twin = read.get(document.text) or project.documents.same_content(document)
        if twin:
            say(f"{path.name}: left out, the same text is there already as “{twin.name}”")
        else:
            read[document.text] = document
    return list(read.values()), failed


def _check_name(path: Path) -> None:
    """Linux knows file names that are no text in any script; a document's name must be."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        shown = path.name.encode("utf-8", "replace").decode()
        raise QDeskError(f"The name of “{shown}” is not Unicode; nothing was imported. Rename the file.") from None


@click.command("show", epilog=example('qdesk show thesis.qdesk "Teacher 1"'))
@project_argument
@click.argument("document")
def show_(project: Path, document: str) -> None:
    """Print the stored text of a document.

    All positions count its code points. DOCUMENT is its name, with or without suffix.
    """
    with Project.open(project) as opened:
        found = opened.documents.find(document)
        if found is None:
            raise QDeskError(f"There is no document “{document}”; qdesk list {project} documents names them.")
        say(opened.documents.text(found.id), end="")


@click.command(
    "search", epilog=example("qdesk search thesis.qdesk timetable", 'qdesk search thesis.qdesk "we de" --json')
)
@project_argument
@click.argument("text")
@json_option
def search_(project: Path, text: str, as_json: bool) -> None:
    """Find words in all documents.

    Case and accents do not matter, and the last word may go on.
    """
    with Project.open(project) as opened:
        rows = [
            {
                "document": hit.document_name, "start": hit.span.start, "end": hit.span.end, "text": hit.text,
                "before": hit.before, "after": hit.after,
            }
            for hit in opened.search(text)
        ]  # fmt: skip
    if as_json:
        print_json(rows)
    elif rows:
        print_table(rows, ["document", "start", "end", "before", "text", "after"])
