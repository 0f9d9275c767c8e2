"""Tables and documents put into a project: codes by path, codings, participants, the sample study's order of files."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qdesk.errors import QDeskError
from qdesk.importers.cases import import_cases
from qdesk.importers.codebook import import_codebook
from qdesk.importers.codetree import CodeTree, read_path
from qdesk.importers.codings import import_codings
from qdesk.importers.documents import store_documents
from qdesk.importers.tables import Table, read_table
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.codepath import join_path
from qdesk.text.newdocument import NewDocument

TEXT = "We had trust.\nNobody asked, nobody told.\n"


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "study.qdesk") as project:
        store_documents(project, [NewDocument("Ann", TEXT, "txt")])
        yield project


def table(*lines: str) -> Table:
    return read_table("\n".join(lines).encode())


def tree(project: Project) -> list[tuple[str, str, str]]:
    """Path, kind and slot of every code."""
    paths = project.codes.paths()
    return [(join_path(paths[code.id]), code.kind, code.slot) for code in project.codes.list()]


def test_a_path_folds_white_space_and_needs_a_name():
    assert read_path(r" Theme  >  a \> b ") == ("Theme", "a > b")
    with pytest.raises(QDeskError, match="no name"):
        read_path(" > ")


def test_parents_become_themes_with_family_colours(project):
    rows = ("Ann,Climate > Trust,trust", "Ann,Voice,nobody told", "Ann,Work > Day > Load,asked")
    import_codings(project, table("document,code,quote", *rows))
    assert tree(project) == [
        ("Climate", "theme", "blue"),
        ("Climate > Trust", "code", "blue1"),
        ("Voice", "code", "ochre4"),
        ("Work", "theme", "ochre"),
        ("Work > Day", "theme", "ochre1"),
        ("Work > Day > Load", "code", "ochre2"),
    ]


def test_a_code_that_others_stand_under_later_is_a_theme_from_the_start(project):
    import_codebook(project, table("code", "Climate", "Voice", "climate > Trust"))
    assert tree(project) == [
        ("Climate", "theme", "blue"),
        ("Climate > Trust", "code", "blue2"),  # Voice came first
        ("Voice", "code", "blue1"),
    ]


def test_a_kind_that_is_told_holds(project):
    import_codebook(project, table("code,kind", "Climate,code", "Climate > Trust,", "Empty,theme"))
    assert [kind for _path, kind, _slot in tree(project)] == ["code", "code", "theme"]


def test_a_palette_colour_takes_its_slot_and_an_own_one_none(project):
    import_codebook(project, table("code,colour", "A,#dc790b", "B,123abc"))
    codes = project.codes.list()
    assert [(code.colour, code.slot) for code in codes] == [("#dc790b", "ochre4"), ("#123abc", "")]


def test_empty_cells_leave_what_is_there(project):
    import_codebook(project, table("code,definition,memo", "A,first,note"))
    outcome = import_codebook(project, table("code,definition,memo", "A,second,"))
    (code,) = project.codes.list()
    assert (code.definition, code.memo) == ("second", "note")
    assert (outcome.added, outcome.there) == (0, 1)
    assert import_codebook(project, table("code", "A")).there == 1
    assert len(project.history.steps()) == 3  # an import that changes nothing is no step


paths = st.lists(
    st.lists(st.text("aAbß> \\", min_size=1, max_size=3).filter(str.strip), min_size=1, max_size=3), max_size=8
)


@given(paths)
@settings(max_examples=40, deadline=None)
def test_any_paths_make_a_sound_tree(tmp_path_factory, paths):
    with Project.create(tmp_path_factory.mktemp("tree") / "x.qdesk") as project:
        wanted = [read_path(join_path(path)) for path in paths]
        with project.change("Make codes"):
            made = CodeTree(project, wanted)
            ids = [made.code(path) for path in wanted]
        for path, code in zip(wanted, ids, strict=True):
            found = project.codes.path(code)
            assert [name.casefold() for name in found] == [name.casefold() for name in path]
        assert check(project) == []
        assert {code.id for code in project.codes.list()} == made.made


def test_a_text_that_changes_meanwhile_is_not_coded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.create(tmp_path / "study.qdesk") as project, Project.open(project.path) as other:
        with project.change("Import"):
            document = project.documents.add(NewDocument("A", "trust is good", "txt"))
        begin = project.change

        def late(label: str, why: str | None = None) -> AbstractContextManager[None]:
            with other.change("Correct"):
                other.documents.edit(document, [Change(0, "", "Now ")], other.documents.get(document).revision)
            return begin(label, why)

        monkeypatch.setattr(project, "change", late)
        with pytest.raises(QDeskError, match="changed in another window meanwhile, so nothing was coded"):
            import_codings(project, read_table(b"document,code,quote\nA,Trust,trust\n"))
        assert (project.codings.list(), project.codes.list()) == ([], [])


def test_attributes_are_typed_by_their_values(tmp_path):
    table = read_table(b"who,age,seen,school\nAnn,34,2026-03-01,North\nBob,,2026-03-02,7\n")
    with Project.create(tmp_path / "typed.qdesk") as project:
        import_cases(project, table)
        kinds = {attribute.name: attribute.kind for attribute in project.cases.attributes()}
    assert kinds == {"age": "number", "seen": "date", "school": "text"}
