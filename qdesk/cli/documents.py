"""Commands on documents: add, show, search."""

from __future__ import annotations

from pathlib import Path

import click

from qdesk.cli.common import example, json_option, print_json, print_table, project_argument, say, why_option
from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.newdocument import ParagraphRule


@click.command("add", epilog=example("qdesk add thesis.qdesk interviews/*.docx", 'qdesk add thesis.qdesk a.txt --participant "Teacher 1"'))
@project_argument
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
@click.option("--participant", default="", metavar="NAME", help="Whose interview this is.")
@click.option("--encoding", metavar="ENC", help="Encoding of text files, if it is guessed wrong (cp1252, ...).")
@click.option("--paragraphs", type=click.Choice(["line", "blank"]), help="What ends a paragraph: a line break or a blank line.")
@why_option
def add_(
    project: Path, files: tuple[Path, ...], participant: str, encoding: str | None, paragraphs: ParagraphRule | None,
    why: str | None,
) -> int:  # fmt: skip
    """Import transcripts (.txt, .md, .docx). Files that cannot be read are named; the others go in as one step."""
    from qdesk.importers import read_document
    from qdesk.importers.documents import store_documents

    with Project.open(project) as opened:
        read, failed, seen = [], 0, set()
        for path in files:
            try:
                document = read_document(path, encoding, paragraphs)
            except QDeskError as error:
                click.echo(f"qdesk: {error}", err=True)
                failed += 1
                continue
            twin = opened.documents.same_content(document)
            if twin or document.text in seen:
                say(f"{path.name}: left out, the same text is there already{f' as “{twin.name}”' if twin else ''}")
                continue
            seen.add(document.text)
            read.append(document)
        ids = store_documents(opened, read, participant, why)
        for number, document in zip(ids, read, strict=True):
            kept = opened.documents.get(number)
            say(f"{kept.name}: {kept.words:,} words, {kept.paragraphs:,} paragraphs, {len(document.turns):,} turns")
            for note in document.notes:
                say(f"  {note}")
    return 1 if failed else 0


@click.command("show", epilog=example('qdesk show thesis.qdesk "Teacher 1"'))
@project_argument
@click.argument("document")
def show_(project: Path, document: str) -> None:
    """Print the stored text of a document; all positions count its code points."""
    with Project.open(project) as opened:
        found = opened.documents.find(document)
        if found is None:
            raise QDeskError(f"There is no document “{document}” in {project.name}; qdesk list {project} documents names them.")
        click.echo(opened.documents.text(found.id), nl=False)


@click.command("search", epilog=example("qdesk search thesis.qdesk timetable"))
@project_argument
@click.argument("text")
@json_option
def search_(project: Path, text: str, as_json: bool) -> None:
    """Find words in all documents, whatever their case and accents; the last word may go on."""
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
    else:
        print_table(rows, ["document", "start", "end", "before", "text", "after"])
