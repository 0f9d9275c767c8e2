"""cases, codebook and code: what goes in, what is refused, and what is said of it."""

import pytest

CODINGS = "document,code,quote,nth,comment,starred"


def codings(qdesk, project):
    rows = qdesk("list", project, "codings", "--json").rows
    return [(row["document"], row["start"], row["end"], row["path"]) for row in rows]


def test_participants_and_their_attributes(qdesk, project, table):
    ran = qdesk(
        "cases", project, table("participant;Âge;id", "Ann;33;x", "Carl;41;", ";1;2", "ann;34;", encoding="cp1252")
    )
    assert (ran.status, ran.out) == (1, "1 participant added, 1 brought up to date\n")
    assert ran.err == "qdesk: line 4: the participant has no name\n"
    assert qdesk("list", project, "cases", "--json").rows == [
        {"id": 1, "name": "Ann", "attributes": {"Âge": "34", "id": "x"}},
        {"id": 2, "name": "Bob", "attributes": {"Âge": "", "id": ""}},
        {"id": 3, "name": "Carl", "attributes": {"Âge": "41", "id": ""}},
    ]
    assert qdesk("undo", project).out == "Undone: Import 3 participants\n"
    assert len(qdesk("list", project, "cases", "--json").rows) == 2


def test_codebook_makes_and_updates_codes(qdesk, project, table):
    rows = [
        "code,colour,definition,include_when,exclude_when,memo,kind",
        "Climate > Trust,#aa00bb,D,I,E,M,",
        "Odd\\>one,,,,,,",
    ]
    assert qdesk("codebook", project, table(*rows)).out == "3 codes made\n"
    again = table("code,kind,definition", "climate  >  TRUST,,New", "Climate,theme,Air", "Climate > Room,code,")
    assert qdesk("codebook", project, again).out == "1 code made, 2 brought up to date\n"
    codes = qdesk("list", project, "codes", "--json").rows
    assert [(code["path"], code["kind"]) for code in codes] == [
        (["Climate"], "theme"), (["Climate", "Trust"], "code"), (["Climate", "Room"], "code"), (["Odd>one"], "code"),
    ]  # fmt: skip
    # By LOOK: the first theme is blue; a code without theme takes blue 1 (Trust has its own colour), then Room blue 2.
    assert [code["colour"] for code in codes] == ["#3E66B3", "#aa00bb", "#1663A5", "#0B37B0"]
    assert set(codes[0]) == {
        "id", "name", "path", "kind", "colour", "codings", "participants", "codings_rolled_up",
        "participants_rolled_up",
    }  # fmt: skip
    assert "Odd\\>one" in qdesk("list", project, "codes").out


def test_codebook_names_bad_rows(qdesk, project, table):
    ran = qdesk(
        "codebook", project, table("code;colour;kind", "A;red;", "B;;folder", ";;", "C;;", ">;#112233;", "D;;;;;9")
    )
    assert (ran.status, ran.out) == (1, "1 code made\n")
    assert ran.err.splitlines() == [
        "qdesk: line 2: the colour is “red”; it is written #RRGGBB",
        "qdesk: line 3: the kind is “folder”; it may be theme or code",
        "qdesk: line 6: the code has no name",
        "qdesk: line 7: has 6 cells where the header has 3",
    ]


@pytest.mark.parametrize(
    ("encoding", "separator"), [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", ",")]
)
def test_tables_of_every_kind(qdesk, project, table, encoding, separator):
    rows = ["document,code,quote", "Ann,Señal,Señora"]
    path = table(*(row.replace(",", separator) for row in rows), encoding=encoding, end="\r\n")
    assert qdesk("code", project, path) == (0, "1 coding made\n", "")
    assert codings(qdesk, project) == [("Ann", 125, 131, ["Señal"])]


def test_quotes_exact_folded_and_counted(qdesk, project, table):
    rows = [
        "Ann,Trust,we had trust,,,",  # exact: the other one has a capital
        'Ann.txt,Trust,"We had ""the room"" - and nobody asked",,,',  # quotation marks, dash, white space folded
        "ann,Trust,trust,2,,x",
        "Bob.md,Trust,we had trust,,a comment,0",
        "Ann,Trust,we had trust,,,",
    ]
    assert qdesk("code", project, table(CODINGS, *rows)) == (0, "4 codings made, 1 there already\n", "")
    found = qdesk("list", project, "codings", "--json").rows
    assert [(one["start"], one["end"], one["quote"]) for one in found] == [
        (30, 67, "We had “the room” — and  nobody\nasked"),
        (83, 95, "we had trust"),
        (90, 95, "trust"),
        (22, 34, "we had trust"),
    ]
    assert [one["starred"] for one in found] == [False, False, True, False]
    assert set(found[3]) == {
        "id", "document", "start", "end", "quote", "code", "path", "participant", "comment", "starred", "created",
    }  # fmt: skip
    assert (found[3]["participant"], found[3]["comment"], found[3]["code"]) == ("Bob", "a comment", "Trust")


def test_blanks_at_the_ends_of_an_exact_quote_stay(qdesk, project, table):
    assert qdesk("code", project, table("document,code,quote", 'Ann,A," had trust, "')).status == 0
    assert codings(qdesk, project) == [("Ann", 71, 83, ["A"])]


def test_bad_rows_are_named_and_the_good_ones_are_one_step(qdesk, project, table):
    rows = [
        "Ann,Climate > Trust,trust,1,,", "Ann,A,trust,,,", "Nobody,A,x,,,", "Ann,,trust,1,,", "Ann,A,trust,two,,",
        "Ann,A,trust,3,,", "Ann,A,zebra,,,", "Ann,A,trust,1,,maybe", "Ann,A,,,,", "Ann,A,a,b,c,d,e", ",A,trust,1,,",
        "Bob,New > Code,So it went.,,,",
    ]  # fmt: skip
    ran = qdesk("code", project, table(CODINGS, *rows), "--why", "pilot")
    assert (ran.status, ran.out) == (1, "2 codings made\n")
    assert ran.err.splitlines() == [
        "qdesk: line 3: the quote occurs 2 times; add nth to say which",
        "qdesk: line 4: there is no document “Nobody”",
        "qdesk: line 5: the code has no name",
        "qdesk: line 6: nth is “two”, not a whole number",
        "qdesk: line 7: nth is 3, but the quote occurs 2 times",
        "qdesk: line 8: the quote was not found in the document",
        "qdesk: line 9: starred is “maybe”; it may be 1 or 0",
        "qdesk: line 10: there is neither a quote nor start and end",
        "qdesk: line 11: has 7 cells where the header has 6",
        "qdesk: line 12: the document has no name",
    ]
    assert len(qdesk("list", project, "codes", "--json").rows) == 4
    step = qdesk("history", project, "--json").rows[0]
    assert (step["label"], step["why"]) == ("Code 2 passages from a table", "pilot")
    qdesk("undo", project)
    assert qdesk("list", project, "codes", "--json").rows == []


def test_strict_takes_all_or_none(qdesk, project, table):
    ran = qdesk("code", project, table(CODINGS, "Ann,A,we had trust,,,", "Ann,A,zebra,,,"), "--strict")
    assert (ran.status, ran.out) == (1, "0 codings made\n")
    assert ran.err.splitlines()[0] == "qdesk: line 3: the quote was not found in the document"
    assert "Nothing was coded" in ran.err
    assert qdesk("list", project, "codes", "--json").rows == []
    assert qdesk("code", project, table(CODINGS, "Ann,A,we had trust,,,"), "--strict").status == 0


def test_positions(qdesk, project, table):
    rows = ["0,5", "5,5", "-1,5", "0,146", "a,5", "1,", "1.5,3", "125,145", "0,5"]
    ran = qdesk("code", project, table("document;code;start;end", *(f"Ann;Z;{row.replace(',', ';')}" for row in rows)))
    assert (ran.status, ran.out) == (1, "2 codings made, 1 there already\n")
    assert [line.split(":")[1] for line in ran.err.splitlines()] == [f" line {number}" for number in range(3, 9)]
    assert codings(qdesk, project) == [("Ann", 0, 5, ["Z"]), ("Ann", 125, 145, ["Z"])]


def test_a_quote_beside_positions_must_be_what_stands_there(qdesk, project, table):
    ran = qdesk("code", project, table("document,code,start,end,quote", "Ann,Z,90,95,trust", "Ann,Z,76,81,room"))
    assert (ran.status, ran.err) == (1, "qdesk: line 3: the quote is not what stands at 76 to 81\n")
    assert codings(qdesk, project) == [("Ann", 90, 95, ["Z"])]


@pytest.mark.parametrize("command", ["cases", "codebook", "code"])
def test_tables_that_are_none(qdesk, project, table, tmp_path, command):
    for path in (table(""), tmp_path, tmp_path / "none.csv", table('a,"b', "c")):
        ran = qdesk(command, project, path)
        assert ran.status == 1
        assert ran.out == ""
        assert ran.err.count("\n") == 1
    assert [step["label"] for step in qdesk("history", project, "--json").rows] == ["Import 2 interviews"]


def test_missing_columns_are_named(qdesk, project, table):
    assert "no column “code”" in qdesk("codebook", project, table("name,colour", "A,")).err
    assert (
        "no column “document” and no column “quote” (or “start” and “end”)"
        in qdesk("code", project, table("code,start", "A,1")).err
    )


def test_memos_and_empty_lists(qdesk, project):
    for what in ("codes", "codings", "memos"):
        assert qdesk("list", project, what, "--json").out == "[]\n"
        assert qdesk("list", project, what) == (0, "", "")
