"""Which codes a study's table shows, and under which names."""

import pytest

from qdesk.analysis.study import codings_behind, read_study
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span


@pytest.fixture
def project(tmp_path):
    """Climate (coded itself) over Trust and Room; Agency over Trust, not used; Voice alone."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Study"):
            document = project.documents.add(NewDocument("A", "We had the room.\nNobody asked me.\n", "txt"))
            climate, agency = (project.codes.add(name, kind="theme") for name in ("Climate", "Agency"))
            trust, room = (project.codes.add(name, parent=climate) for name in ("Trust", "Room"))
            project.codes.add("Trust", parent=agency)
            voice = project.codes.add("Voice")
            for code, start, end in ((climate, 0, 6), (trust, 0, 11), (room, 7, 15), (voice, 10, 20)):
                project.codings.add(document, code, Span(start, end))
        yield project


def test_all_are_those_in_use(project):
    assert read_study(project, "overlap", "all").names == ("Climate", "Trust", "Room", "Voice")


def test_codes_are_every_code_and_no_theme(project):
    study = read_study(project, "overlap", "codes")
    assert study.names == ("Climate > Trust", "Room", "Agency > Trust", "Voice")
    assert study.table.count.tolist() == [[1, 1, 0, 1], [1, 1, 0, 1], [0, 0, 0, 0], [1, 1, 0, 1]]


def test_themes_are_rolled_up(project):
    study = read_study(project, "overlap", "themes")
    assert study.names == ("Climate", "Agency")
    assert study.table.n.tolist() == [3, 0]
    assert study.status == "1 pair · 2 themes · 4 quotes"


def test_selected_codes_in_tree_order(project):
    by_name = {project.codes.path(code.id): code.id for code in project.codes.list()}
    chosen = [by_name["Voice",], by_name["Climate", "Room"]]
    study = read_study(project, "paragraph", "selected", chosen)
    assert study.names == ("Room", "Voice")
    assert study.status == "1 pair · 2 codes · 2 paragraphs"
    assert codings_behind(project, study, 0, 1) == (3, 4)


def test_units_of_the_status(project):
    held = [read_study(project, unit, "all").status.split(" · ")[-1] for unit in ("turn", "document", "participant")]
    assert held == ["0 turns", "1 document", "0 participants"]
