"""Help, usage and faults: every command explains itself, and nothing ends in a traceback."""

import pytest

from qdesk.cli import main
from qdesk.errors import QDeskError

COMMANDS = tuple(main._COMMANDS)


def test_help_lists_every_command_in_one_line(qdesk):
    lines = qdesk("--help").out.splitlines()
    for name in COMMANDS:
        (line,) = [line for line in lines if line.startswith(f"  {name} ")]
        assert len(line) < 80
        assert line.endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself_with_an_example(qdesk, name):
    ran = qdesk(name, "--help")
    assert ran.status == 0
    assert f"Example:\n    qdesk {name}" in ran.out
    assert main._COMMANDS[name][1] in ran.out


@pytest.mark.parametrize("name", ["add", "autocode", "cases", "codebook", "code", "undo", "redo"])
def test_changing_commands_take_a_reason(qdesk, name):
    assert "--why TEXT" in qdesk(name, "--help").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("list",),
        ("list", "x.qdesk", "everything"),
        ("add", "x.qdesk"),
        ("add", "x.qdesk", "a.txt", "--paragraphs", "page"),
        ("table", "crosstab", "x.qdesk"),
        ("table", "cooccurrence", "x.qdesk", "--unit", "word"),
        ("table", "cooccurrence", "x.qdesk", "--measure", "kappa"),
        ("table", "cooccurrence", "x.qdesk", "--format", "xlsx"),
        ("export", "everything", "x.qdesk", "x.docx"),
        ("export", "quotes", "x.qdesk", "x.csv", "--starred"),
        ("export", "report", "x.qdesk", "x.docx", "--quotes-per-code", "0"),
        ("undo", "x.qdesk", "0"),
        ("undo", "x.qdesk", "some"),
        ("new", ""),
        ("check", "x.qdesk", "y.qdesk"),
        ("check", "--fast", "x.qdesk"),
    ],
)
def test_wrong_usage_is_2_and_one_line(qdesk, arguments):
    ran = qdesk(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("qdesk: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", sorted({*COMMANDS} - {"new", "sample", "restore", "table", "chart", "export"}))
def test_a_missing_project_is_a_sentence(qdesk, tmp_path, name):
    rest = {"list": ["codes"], "autocode": ["x", "--text", "x"], "history": [], "check": [], "undo": [], "redo": []}
    ran = qdesk(name, tmp_path / "none.qdesk", *rest.get(name, ["x"]))
    assert ran.status == 1
    assert "There is no project" in ran.err


@pytest.mark.parametrize("content", [b"", b"not a project", b"SQLite format 3\x00" + bytes(500)])
def test_a_file_of_another_kind_is_a_sentence(qdesk, tmp_path, content):
    path = tmp_path / "odd.qdesk"
    path.write_bytes(content)
    for arguments in (("list", path, "codes"), ("check", path), ("undo", path), ("table", "cooccurrence", path)):
        ran = qdesk(*arguments)
        assert ran.status == 1
        assert ran.err.startswith("qdesk: ")
        assert ran.err.count("\n") == 1
    assert path.read_bytes() == content


def test_a_damaged_project_is_a_sentence(qdesk, coded):
    whole = coded.read_bytes()
    for kept in (5_000, len(whole) // 3):
        coded.write_bytes(whole[:kept])
        for arguments in (("list", coded, "codings"), ("check", coded), ("show", coded, "Ann")):
            ran = qdesk(*arguments)
            assert ran.status == 1
            assert ran.err.startswith("qdesk: ")
            assert "QDesk itself failed" not in ran.err


def test_a_folder_is_a_sentence(qdesk, tmp_path):
    assert "is a directory" in qdesk("check", tmp_path).err


def test_a_fault_of_the_program_is_one_line_without_text(qdesk, project, monkeypatch):
    def fail(_project):
        raise KeyError("words of an interview")

    monkeypatch.setattr("qdesk.cli.projects.check", fail)
    ran = qdesk("check", project)
    assert ran.status == 1
    assert "KeyError at" in ran.err
    assert "interview" not in ran.err
    assert ran.err.count("\n") == 1


def test_a_known_error_is_its_sentence(qdesk, project, monkeypatch):
    def fail(_project):
        raise QDeskError("The disk is full.")

    monkeypatch.setattr("qdesk.cli.projects.check", fail)
    assert qdesk("check", project) == (1, "", "qdesk: The disk is full.\n")
