"""Passages that rules would code, marked by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qdesk.analysis.autocoding import Passage, answers_to, around_hits, said_by, under_headings
from qdesk.analysis.finding import Query, find
from qdesk.store.project import Project
from qdesk.text.newdocument import Formatting, NewDocument
from qdesk.text.turns import turns_for

TALK = (
    "I: What is missing?\nAnn: Time. And tea.\nMore time.\nI: Mhm.\nAnn: Yes.\n"
    "I: Who decides?\nI: I mean, here?\nAnn: Nobody.\nBea: We do."
)
NOTE = "First\nRain all day.\nSmall\nNo tea.\nSecond\nSun."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            project.documents.add(
                NewDocument("Talk", TALK, "txt", turns=turns_for(TALK, {"I": True, "Ann": False, "Bea": False}))
            )
            headings = tuple(
                Formatting(NOTE.index(word), NOTE.index(word) + len(word), kind)
                for word, kind in (("First", "heading1"), ("Small", "heading2"), ("Second", "heading1"))
            )
            project.documents.add(NewDocument("Note", NOTE, "docx", formatting=headings))
        yield project


def told(project: Project, passages: list[Passage]) -> list[str]:
    return [passage.span.of(project.documents.text(passage.document)) for passage in passages]


def test_round_hits_each_passage_once(project: Project) -> None:
    hits = find(project, Query("time | tea"))
    assert told(project, around_hits(project, hits, "hit")) == ["Time", "tea", "time", "tea"]
    assert told(project, around_hits(project, hits, "sentence")) == ["Time.", "And tea.", "More time.", "No tea."]
    assert told(project, around_hits(project, hits, "paragraph")) == ["Time. And tea.", "More time.", "No tea."]
    assert told(project, around_hits(project, hits, "turn")) == ["Time. And tea.\nMore time.", "No tea."]


def test_passages_that_overlap_become_one(project: Project) -> None:
    hits = find(project, Query("time. and | tea", "pattern"))
    assert told(project, around_hits(project, hits, "sentence")) == ["Time. And tea.", "No tea."]
    hits = find(project, Query(r"And tea\.\nMore|time", "pattern"))
    assert told(project, around_hits(project, hits, "paragraph")) == ["Time. And tea.\nMore time."]


def test_what_somebody_says(project: Project) -> None:
    ann = {speaker.id for speaker in project.speakers.list() if speaker.name == "Ann"}
    assert told(project, said_by(project, ann)) == ["Time. And tea.\nMore time.", "Yes.", "Nobody."]
    assert told(project, said_by(project, ann, "paragraph")) == ["Time. And tea.", "More time.", "Yes.", "Nobody."]
    assert told(project, said_by(project, ann, "sentence")) == ["Time.", "And tea.", "More time.", "Yes.", "Nobody."]


def test_a_question_with_its_answers(project: Project) -> None:
    hits = find(project, Query("missing | decides | mean | time"))
    assert told(project, answers_to(project, hits)) == [
        "What is missing?\nAnn: Time. And tea.\nMore time.",
        "Who decides?\nI: I mean, here?\nAnn: Nobody.\nBea: We do.",
    ]
    assert told(project, answers_to(project, hits, with_question=False)) == [
        "Time. And tea.\nMore time.", "Nobody.\nBea: We do.",
    ]  # fmt: skip


def test_what_stands_under_a_heading(project: Project) -> None:
    hits = find(project, Query("first | small | rain"))
    assert told(project, under_headings(project, hits)) == ["Rain all day.\nSmall\nNo tea."]
    assert told(project, under_headings(project, find(project, Query("second | small")))) == ["No tea.", "Sun."]
