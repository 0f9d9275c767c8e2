"""The table of quotes that QDesk writes can be read again: nothing new, nothing doubled."""

from pathlib import Path

from qdesk.exporters.quotes_csv import write_quotes_csv
from qdesk.importers.codings import import_codings
from qdesk.importers.tables import read_table
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span


def test_our_own_quotes_are_there_already(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Set up"):
            document = project.documents.add(NewDocument("Ann", "We trust her.\nShe asks.", "txt"))
            theme = project.codes.add("Support", kind="theme")
            project.codings.add(document, project.codes.add("Trust", theme), Span(0, 13))
        outcome = import_codings(project, read_table(write_quotes_csv(project)))
        assert (outcome.added, outcome.there, outcome.problems) == (0, 1, ())
        assert [code.name for code in project.codes.list()] == ["Support", "Trust"]
