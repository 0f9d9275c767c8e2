"""add, show, search, and what list says of documents, turns, speakers and participants."""

import pytest
from cli_study import ANN


def test_documents_and_turns_carry_what_was_counted_by_hand(qdesk, project):
    ann, bob = qdesk("list", project, "documents", "--json").rows
    assert ann == {
        "id": 1, "name": "Ann", "characters": 145, "words": 21, "paragraphs": 5, "turns": 4, "participants": 1,
        "language": "en",
    }  # fmt: skip
    assert (bob["name"], bob["turns"], bob["participants"]) == ("Bob", 4, 1)
    turns = qdesk("list", project, "turns", "--json").rows
    assert turns[:2] == [
        {"document": "Ann", "speaker": "Interviewer", "is_interviewer": True, "start": 0, "label_end": 13, "end": 24},
        {"document": "Ann", "speaker": "Ann", "is_interviewer": False, "start": 25, "label_end": 30, "end": 96},
    ]
    assert [turn["speaker"] for turn in turns] == ["Interviewer", "Ann"] * 2 + ["I", "Bob"] * 2


def test_speakers_and_participants(qdesk, project):
    speakers = qdesk("list", project, "speakers", "--json").rows
    assert {(one["name"], one["is_interviewer"], one["participant"]) for one in speakers} == {
        ("Interviewer", True, None), ("I", True, None), ("Ann", False, "Ann"), ("Bob", False, "Bob"),
    }  # fmt: skip
    assert [one["name"] for one in qdesk("list", project, "cases", "--json").rows] == ["Ann", "Bob"]


@pytest.mark.parametrize("name", ["Ann", "Ann.txt", "ann", "ANN.TXT"])
def test_show_prints_exactly_the_stored_text(qdesk, project, name):
    assert qdesk("show", project, name) == (0, ANN, "")


def test_show_names_what_is_not_there(qdesk, project):
    assert "There is no document “Carl”" in qdesk("show", project, "Carl").err


def test_the_same_content_is_noticed(qdesk, project, tmp_path):
    twin, new = tmp_path / "Again.txt", tmp_path / "New.txt"
    twin.write_bytes(ANN.replace("\n", "\r\n").encode("utf-16"))
    new.write_text("Nobody said a word.", encoding="utf-8")
    ran = qdesk("add", project, twin, new, new)
    assert ran.status == 0
    assert "Again.txt: left out, the same text is there already as “Ann”" in ran.out
    assert "New.txt: left out, the same text is there already as “New”" in ran.out
    assert [one["name"] for one in qdesk("list", project, "documents", "--json").rows] == ["Ann", "Bob", "New"]


def test_several_files_are_one_step_and_a_bad_one_is_named(qdesk, project, tmp_path):
    files = [tmp_path / f"day{number}.txt" for number in (1, 2)]
    for number, file in enumerate(files):
        file.write_text(f"Day {number}.", encoding="utf-8")
    ran = qdesk("add", project, *files, tmp_path / "day3.txt", tmp_path, "--participant", "Dora", "--why", "late")
    assert ran.status == 1
    assert ran.err.count("qdesk: ") == 2
    step = qdesk("history", project, "--json").rows[0]
    assert (step["label"], step["why"]) == ("Import 2 interviews", "late")
    documents = qdesk("list", project, "documents", "--json").rows
    assert [one["participants"] for one in documents[2:]] == [1, 1]
    assert qdesk("undo", project).status == 0
    assert len(qdesk("list", project, "documents", "--json").rows) == 2


def test_encoding_and_paragraphs_as_told(qdesk, project, tmp_path):
    file = tmp_path / "old.txt"
    file.write_bytes("Ça va,\ndit-elle.\n\nNon.\n".encode("cp850"))
    assert qdesk("add", project, file, "--encoding", "cp850", "--paragraphs", "blank").status == 0
    assert qdesk("show", project, "old").out == "Ça va,\ndit-elle.\n\nNon.\n"
    assert qdesk("list", project, "documents", "--json").rows[-1]["paragraphs"] == 2
    assert "no text encoding named “klingon”" in qdesk("add", project, file, "--encoding", "klingon").err


def test_a_file_name_that_is_no_text_is_a_sentence(qdesk, project):
    ran = qdesk("add", project, "caf\udce9.txt")
    assert ran.status == 1
    assert "is not Unicode" in ran.err


def test_search_ignores_case_and_accents(qdesk, project):
    (hit,) = qdesk("search", project, "CAFE", "--json").rows
    assert (hit["document"], hit["start"], hit["end"], hit["text"]) == ("Ann", 139, 143, "café")
    assert qdesk("search", project, "zebra", "--json").out == "[]\n"
    assert qdesk("search", project, "zebra") == (0, "", "")
    assert "café" in qdesk("search", project, "cafe").out
