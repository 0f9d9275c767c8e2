"""Coding by rule from the command line; passages marked by hand in the study of two interviews."""

import pytest


@pytest.fixture
def coded(qdesk, project):
    """The passages that lie under a code, as they read."""

    def read(*arguments):
        ran = qdesk("autocode", project, *arguments)
        assert ran.status == 0, ran.err
        rows = qdesk("list", project, "codings", "--json").rows
        return ran.out.strip(), [row["quote"] for row in rows if row["code"].endswith(arguments[0])]

    return read


def test_hits_and_what_stands_round_them(coded):
    assert coded("Trust", "--text", "TRUST") == ("3 passages coded", ["trust", "trust", "trust"])
    assert coded("Said", "--text", "trust", "--extent", "paragraph") == (
        "2 passages coded", ["asked. We had trust, we had trust.", "Because we had trust."],
    )  # fmt: skip
    assert coded("Felt", "--regex", r"na\wve|\bso", "--extent", "sentence")[1] == [
        "Señora, naïve café.", "So?", "So it went.",
    ]  # fmt: skip


def test_what_somebody_says_and_answers(coded):
    assert coded("Bob says", "--speaker", "bob")[1] == ["Because we had trust.", "So it went."]
    assert coded("Why", "--question", "why")[1] == ["Why?\n\nBob: Because we had trust."]


def test_one_step_with_a_reason_and_again_changes_nothing(qdesk, project):
    assert qdesk("autocode", project, "Trust", "--text", "trust", "--why", "first look").out == "3 passages coded\n"
    again = qdesk("autocode", project, "Trust", "--text", "trust")
    assert again.out == "0 passages coded, 3 there already\n"
    step = qdesk("history", project, "--json").rows[0]
    assert (step["label"], step["why"]) == ("Code 3 passages as “Trust”", "first look")
    qdesk("undo", project)
    assert not [row for row in qdesk("list", project, "codings", "--json").rows if row["code"] == "Trust"]


def test_a_code_is_found_by_its_name_alone_unless_two_have_it(qdesk, project, tmp_path):
    table = tmp_path / "codebook.csv"
    table.write_text("code\nA > Room\nA > Same\nB > Same\n", encoding="utf-8")
    assert qdesk("codebook", project, table).status == 0
    qdesk("autocode", project, "room", "--text", "room")
    assert {("A", "Room")} == {tuple(row["path"]) for row in qdesk("list", project, "codings", "--json").rows}
    ran = qdesk("autocode", project, "same", "--text", "room")
    assert ran.status == 1
    assert "There are “A > Same” and “B > Same”" in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("Trust",), 2, "exactly one of"),
        (("Trust", "--text", "a", "--regex", "b"), 2, "exactly one of"),
        (("Trust", "--question", "a", "--extent", "turn"), 2, "does not go with"),
        (("Trust", "--regex", "("), 1, "is no regular expression"),
        (("Trust", "--speaker", "Zoe"), 1, "Nobody is called “Zoe”"),
        (("Trust", "--text", "zebra"), 0, "No passage fits"),
    ],
)
def test_what_cannot_be_done_is_said(qdesk, project, arguments, status, told):
    ran = qdesk("autocode", project, *arguments)
    assert ran.status == status
    assert told in ran.out + ran.err
