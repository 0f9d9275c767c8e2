"""What the sample study promises: its parts and counts, quotes that stand in their transcripts, voices of their own."""

import re
from collections import Counter
from itertools import combinations

import pytest
from distributed_leadership import Interview, about, files, read, table

THEMES = [
    "Collaboration and shared decision-making",
    "Empowerment and teacher agency",
    "Challenges",
    "Impact on teaching and student learning",
    "Professional growth and development",
]
ATTRIBUTES = ["School level", "Subject", "Years of teaching", "Gender", "District", "Interview mode"]
SHARED_RUN = 8
"""So many words in a row may not occur in the speech of two participants."""
PASSAGE = 30
"""Least words in Urdu script that make a passage."""

INTERVIEWS = {path.stem: Interview(path.stem, read(path)) for path in files("interviews")}
BOOK = table("codebook")
CODES = [row["code"] for row in BOOK if row["kind"] == "code"]
CODINGS = table("codings")
MEMOS = table("memos")


def place(coding: dict[str, str]) -> tuple[int, int]:
    """Where the quote of a coding stands in its transcript (code points)."""
    return INTERVIEWS[coding["document"]].places(coding["quote"])[int(coding["nth"] or 1) - 1]


def codings_of(name: str) -> list[dict[str, str]]:
    return [coding for coding in CODINGS if coding["document"] == name]


def test_there_are_22_interviews_in_two_formats_and_some_with_time_marks() -> None:
    assert list(INTERVIEWS) == [f"Teacher {number}" for number in range(1, 23)]
    assert {path.suffix for path in files("interviews")} == {".txt", ".docx"}
    marked = [interview for interview in INTERVIEWS.values() if interview.times]
    assert len(marked) >= 2
    for interview in marked:
        assert len(interview.times) > len(interview.turns) / 2
        assert interview.times == sorted(interview.times)


def test_a_guide_two_field_notes_and_an_extract_are_there() -> None:
    names = sorted(path.stem.casefold() for path in files("others"))
    assert sum("guide" in name for name in names) == 1
    assert sum("field note" in name for name in names) == 2
    assert sum("literature" in name for name in names) == 1


def test_every_participant_has_six_attributes() -> None:
    people = table("participants")
    assert [row["participant"] for row in people] == list(INTERVIEWS)
    assert list(people[0]) == ["participant", *ATTRIBUTES]
    assert all(row[attribute] for row in people for attribute in ATTRIBUTES)
    assert all(row["Years of teaching"].isdigit() for row in people)
    assert {row["Interview mode"] for row in people} == {"in person", "telephone", "video"}


@pytest.mark.parametrize("name", ["participants", "codebook", "codings", "memos"])
def test_every_row_has_every_column(name: str) -> None:
    assert all(None not in row and None not in row.values() for row in table(name))


def test_codes_stand_under_five_themes_and_every_one_is_defined() -> None:
    assert [row["code"] for row in BOOK if row["kind"] == "theme"] == THEMES
    assert 20 <= len(CODES) <= 30
    assert Counter(len(path.split(" > ")) for path in CODES) == {2: len(CODES)}
    assert {path.split(" > ")[0] for path in CODES} == set(THEMES)
    assert all(row[rule] for row in BOOK for rule in ("definition", "include_when", "exclude_when"))


def test_memos_of_several_kinds_are_about_something_that_is_there() -> None:
    documents = [*INTERVIEWS, *(path.stem for path in files("others"))]
    targets = {"project"} | {f"document:{name}" for name in documents} | {f"case:{name}" for name in INTERVIEWS}
    targets |= {f"code:{row['code']}" for row in BOOK}
    assert 20 <= len(MEMOS) <= 40
    assert {memo["about"] for memo in MEMOS} <= targets
    assert {memo["type"] for memo in MEMOS} <= {"idea", "method", "theory", "question"}
    assert len({memo["type"] for memo in MEMOS}) >= 3


@pytest.mark.parametrize("name", INTERVIEWS)
def test_a_transcript_is_turns_of_two_speakers(name: str) -> None:
    interview = INTERVIEWS[name]
    assert "\n".join(turn[0] for turn in interview.turns) == interview.body
    assert interview.speakers == ({"محققہ", "استاد 14"} if name == "Teacher 14" else {"Interviewer", name})
    assert 900 <= len(interview.text.split()) <= 1600
    assert 0.05 <= interview.asked / (interview.asked + interview.answered) <= 0.33


def test_the_interviewer_listens() -> None:
    asked = sum(interview.asked for interview in INTERVIEWS.values())
    answered = sum(interview.answered for interview in INTERVIEWS.values())
    assert 0.08 <= asked / (asked + answered) <= 0.25


def test_three_speak_urdu_for_a_passage_and_one_throughout() -> None:
    shares = {name: one.urdu / one.answered for name, one in INTERVIEWS.items() if one.urdu >= PASSAGE}
    assert sorted(share > 0.9 for share in shares.values()) == [False, False, False, True]


def test_no_two_participants_share_eight_words_in_a_row() -> None:
    heard: dict[tuple[str, ...], str] = {}
    shared = set()
    for name, interview in INTERVIEWS.items():
        for run in interview.runs(SHARED_RUN):
            if heard.setdefault(run, name) != name:
                shared.add((heard[run], name, " ".join(run)))
    assert shared == set()


@pytest.mark.parametrize("name", INTERVIEWS)
def test_quotes_stand_in_the_participants_speech(name: str) -> None:
    interview, wrong = INTERVIEWS[name], []
    for coding in codings_of(name):
        quote, places = coding["quote"], interview.places(coding["quote"])
        if len(places) < int(coding["nth"] or 1) or (len(places) > 1 and not coding["nth"]):
            wrong.append(("not found, or more than once", quote))
            continue
        start, end = place(coding)
        if not any(first <= start and end <= last for first, last in interview.answers):
            wrong.append(("not inside one turn of the participant", quote))
        if re.match(r"\w", interview.text[end : end + 1]) or re.match(r"\w", interview.text[start - 1 : start]):
            wrong.append(("cuts a word", quote))
        if not 5 <= len(quote.split()) <= 70:
            wrong.append(("too short or too long", quote))
    assert wrong == []


def test_codings_are_many_and_every_code_has_a_starred_example() -> None:
    assert len(CODINGS) >= 450
    assert {coding["document"] for coding in CODINGS} == set(INTERVIEWS)
    assert {coding["code"] for coding in CODINGS} == set(CODES)
    assert {coding["code"] for coding in CODINGS if coding["starred"] == "1"} == set(CODES)


@pytest.mark.parametrize("name", INTERVIEWS)
def test_codings_overlap_in_each_way_but_none_with_its_own_code(name: str) -> None:
    placed = [(*place(coding), coding["code"]) for coding in codings_of(name)]
    pairs = [(one, other) for one, other in combinations(placed, 2) if one[0] < other[1] and other[0] < one[1]]
    kinds = {
        "same" if (a, b) == (c, d) else "inside" if (a - c) * (b - d) <= 0 else "partly"
        for (a, b, _), (c, d, _) in pairs
    }
    assert kinds == {"same", "inside", "partly"}
    assert [one for one, other in pairs if one[2] == other[2]] == []


def test_an_urdu_quote_is_translated_in_its_comment() -> None:
    urdu = [coding for coding in CODINGS if re.search(r"[\u0600-\u06ff]", coding["quote"])]
    assert len({coding["document"] for coding in urdu}) == 4
    assert [coding["quote"] for coding in urdu if not re.fullmatch(r"\[.+\]", coding["comment"], re.S)] == []


def test_the_description_counts_right() -> None:
    assert about()["name"] == "Distributed leadership"
    assert f"{len(CODES)} codes in {len(THEMES)} themes" in about()["description"]
