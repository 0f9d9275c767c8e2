"""table and chart: the whole matrix, by hand.

Trust lies at 69-81, 83-95 and 30-40 of Ann and once in Bob, Room at 38-46 and Voice at 76-95 of Ann; Idle nowhere.
"""

import csv
import io
import json

import pytest

NAMES = ["Trust", "Room", "Voice", "Idle"]

# Rows in tree order. Overlap: Trust 30-40 meets Room, Trust 69-81 and 83-95 meet Voice. Paragraphs of Ann: line 2 holds
# Trust and Room, line 3 Trust and Voice; Bob has one of Trust. All of Ann's lie in one turn.
BY_UNIT = {
    "overlap": [[4, 1, 2, 0], [1, 1, 0, 0], [2, 0, 1, 0], [0, 0, 0, 0]],
    "paragraph": [[3, 1, 1, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]],
    "turn": [[2, 1, 1, 0], [1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]],
    "document": [[2, 1, 1, 0], [1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]],
    "participant": [[2, 1, 1, 0], [1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]],
}


def read(text):
    """Row and column heads, and the numbers of a CSV."""
    rows = list(csv.reader(io.StringIO(text)))
    return rows[0][1:], [row[0] for row in rows[1:]], [[json.loads(cell) for cell in row[1:]] for row in rows[1:]]


@pytest.mark.parametrize("unit", BY_UNIT)
def test_counts(qdesk, coded, unit):
    ran = qdesk("table", "cooccurrence", coded, "--unit", unit, "--format", "csv")
    assert ran.status == 0
    assert read(ran.out) == (NAMES, NAMES, BY_UNIT[unit])


def test_overlap_and_count_are_the_default(qdesk, coded):
    assert read(qdesk("table", "cooccurrence", coded, "--format", "csv").out)[2] == BY_UNIT["overlap"]


def test_c_in_full_with_points_and_own_n_on_the_diagonal(qdesk, coded):
    c = ("table", "cooccurrence", coded, "--measure", "c", "--format", "csv")
    _, _, numbers = read(qdesk(*c, "--unit", "paragraph").out)
    assert numbers == [[3, 1 / 3, 1 / 3, 0], [1 / 3, 1, 0, 0], [1 / 3, 0, 1, 0], [0, 0, 0, 0]]
    # Characters: Trust covers 12 + 12 + 10 in Ann and 12 in Bob, Voice 19, both 5 + 12; Room 8, with Trust 2.
    _, _, numbers = read(qdesk(*c).out)
    assert numbers[0] == [4, 2 / (46 + 8 - 2), 17 / (46 + 19 - 17), 0]


def test_json_and_table(qdesk, coded):
    rows = qdesk("table", "cooccurrence", coded, "--format", "json").rows
    assert rows[0] == {"code": "Trust", "Trust": 4, "Room": 1, "Voice": 2, "Idle": 0}
    assert [row["code"] for row in rows] == NAMES
    assert qdesk("table", "cooccurrence", coded).out.splitlines()[:2] == [
        "       Trust  Room  Voice  Idle",
        "Trust      4     1      2     0",
    ]


def test_rollup_shows_themes_only(qdesk, coded, table):
    qdesk("codebook", coded, table("code,kind", "Agency,theme", "Agency > Acts,"))
    qdesk("code", coded, table("document,code,start,end", "Ann,Agency > Acts,80,90"))
    # Acts meets the Trusts at 69-81 and 83-95.
    assert read(qdesk("table", "cooccurrence", coded, "--rollup", "--format", "csv").out) == (
        ["Climate", "Agency"], ["Climate", "Agency"], [[5, 2], [2, 1]],
    )  # fmt: skip


def test_names_that_two_codes_share_are_written_as_paths(qdesk, coded, table):
    qdesk("codebook", coded, table("code", "Agency > Trust"))
    heads, _, _ = read(qdesk("table", "cooccurrence", coded, "--format", "csv").out)
    assert heads == ["Climate > Trust", "Room", "Voice", "Idle", "Agency > Trust"]


def test_a_code_named_code_keeps_its_numbers(qdesk, coded, table):
    qdesk("codebook", coded, table("code", "code"))
    rows = qdesk("table", "cooccurrence", coded, "--format", "json").rows
    assert [row["row"] for row in rows] == [*NAMES, "code"]


def test_an_empty_project_has_an_empty_matrix(qdesk, project):
    assert qdesk("table", "cooccurrence", project, "--format", "csv").out.strip("\n") in ("", '""')
    assert qdesk("table", "cooccurrence", project, "--format", "json").rows == []
    assert qdesk("table", "cooccurrence", project).status == 0


def test_written_to_a_file_by_its_ending_and_not_over_another(qdesk, coded, tmp_path):
    out = tmp_path / "together.csv"
    assert qdesk("table", "cooccurrence", coded, out).out == f"{out}\n"
    assert read(out.read_text(encoding="utf-8-sig"))[2] == BY_UNIT["overlap"]
    assert out.read_bytes().startswith(b"\xef\xbb\xbf,Trust,Room,Voice,Idle\r\n")  # as the window writes it
    again = qdesk("table", "cooccurrence", coded, out, "--unit", "turn")
    assert again.status == 1
    assert "--force" in again.err
    assert qdesk("table", "cooccurrence", coded, out, "--unit", "turn", "--force").status == 0
    assert read(out.read_text(encoding="utf-8-sig"))[2] == BY_UNIT["turn"]
    unknown = qdesk("table", "cooccurrence", coded, tmp_path / "together.xlsx")
    assert (unknown.status, "ends in .csv, .json or .txt" in unknown.err) == (1, True)
    assert qdesk("table", "cooccurrence", coded, tmp_path / "together.xlsx", "--format", "csv").status == 0
    assert qdesk("table", "cooccurrence", coded, tmp_path / "together.json").status == 0
    assert json.loads((tmp_path / "together.json").read_bytes())[1]["code"] == "Room"


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_chart_asks_for_the_figure_and_writes_it(qdesk, coded, tmp_path, figures, suffix):
    out = tmp_path / f"together.{suffix}"
    assert qdesk("chart", "cooccurrence", coded, out, "--unit", "turn", "--measure", "c").status == 0
    assert out.read_bytes().startswith(b"\x89PNG")  # what the stand-in for drawing gave
    (figure,) = figures
    assert figure.format == suffix
    assert figure.heatmap.names == tuple(NAMES)
    assert (figure.heatmap.unit, figure.heatmap.measure) == ("turn", "c")
    assert qdesk("chart", "cooccurrence", coded, out).status == 1
    assert qdesk("chart", "cooccurrence", coded, out, "--force").status == 0


def test_charts_that_cannot_be(qdesk, project, tmp_path):
    assert "ends in .png or .svg" in qdesk("chart", "cooccurrence", project, tmp_path / "c.jpg").err
    assert "needs two codes" in qdesk("chart", "cooccurrence", project, tmp_path / "c.png").err
    assert not list(tmp_path.glob("c.*"))
