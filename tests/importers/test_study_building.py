"""A study built from its sources: its history in the words of the window, and sources that do not fit."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qdesk.errors import QDeskError
from qdesk.importers.study import build_study, studies
from qdesk.places import sample_projects
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.codepath import join_path

Build = Callable[..., Project]

SOURCES = {
    "interviews/Ana 2.txt": "I: Why?\nAna 2: We shared the keys.\nI: And?\nAna 2: Then nobody swept the yard.\n",
    "interviews/Ana 10.txt": "محققہ: کیوں؟\nاستاد: چابیاں ہماری تھیں۔\nمحققہ: پھر؟\nاستاد: پھر صحن میلا رہا۔\n",
    "others/Notes.txt": "Gate: closed at eight.\nYard: wet.\nGate: open at nine.\nYard: dry.\nGate: I left.\n",
    "participants.csv": "participant,Years\nAna 2,4\nAna 10,9\n",
    "codebook.csv": (
        "code,colour,definition,include_when,exclude_when,memo,kind\n"
        "Sharing,,What is shared,in,out,note,theme\n"
        "Sharing > Keys,,Who has keys,in,out,,code\n"
        "Sharing > Trust,,Reliance,in,out,,code\n"
        "Work,,What is done,in,out,,theme\n"
        "Work > Yard,#DC790B,Sweeping,in,out,,code\n"
    ),
    "codings.csv": (
        "document,code,quote,nth,comment,starred,first\n"
        "Ana 2,Sharing > Keys,We shared the keys.,,Who is we?,1,The bunch\n"
        "Ana 2,Sharing > Trust,shared,,,,The bunch\n"
        "Ana 2,Work > Yard,nobody swept the yard.,,,,\n"
        "Ana 10,Sharing > Keys,چابیاں,,[keys],,\n"
        "Ana 10,Work > Yard,صحن میلا رہا۔,,,1,Dirt\n"
    ),
    "memos.csv": (
        "about,title,type,body\n"
        "code:Sharing > Keys,A bunch,idea,One bunch or two?\n"
        "case:Ana 10,Voice,idea,Low.\n"
        "document:Notes,Noon,method,Missing.\n"
        "project,Question,question,Why?\n"
    ),
}
STEPS: list[dict[str, Any]] = [
    {"do": "documents", "files": ["Ana 2.txt", "Ana 10.txt"], "why": "the first wave"},
    {"do": "documents", "files": ["Notes.txt"]},
    {"do": "cases"},
    {"do": "codes", "codes": ["The bunch", "Yard", "Dirt"], "why": "words of the field"},
    {"do": "code", "documents": ["Ana 2"]},
    {"do": "rename", "code": "the bunch", "name": "Keys"},
    {"do": "codes", "codes": ["Trust"]},
    {"do": "code", "documents": ["Ana 10"]},
    {"do": "split", "code": "Keys", "into": "Trust", "why": "relying is another thing"},
    {"do": "merge", "codes": ["Dirt"], "into": "Yard"},
    {"do": "memos", "titles": ["A bunch"]},
    {"do": "group", "codes": ["Keys", "Trust"], "name": "Sharing"},
    {"do": "codes", "codes": ["Work"], "kind": "theme"},
    {"do": "move", "codes": ["Yard"], "into": "Work"},
    {"do": "move", "codes": ["Trust"], "into": "Sharing", "before": "Keys"},
    {"do": "move", "codes": ["Keys"], "into": "Sharing", "before": "Trust"},
    {"do": "colours"},
    {"do": "define", "codes": ["Yard"]},
    {"do": "define"},
    {"do": "memos"},
    {"do": "star", "documents": ["Ana 10"]},
    {"do": "star", "documents": ["Ana 2"]},
    {"do": "describe"},
]
LABELS = [
    "Import 2 interviews",
    "Import “Notes”",
    "Import 2 participants",
    "New codes “The bunch”, “Yard”, “Dirt”",
    "Code 3 passages in “Ana 2”",
    "Rename “The bunch” to “Keys”",
    "New code “Trust”",
    "Code 2 passages in “Ana 10”",
    "Change 1 quote to “Trust”",
    "Merge “Dirt” into Yard",
    "Write memo “A bunch”",
    "Group 2 codes as “Sharing”",
    "New theme “Work”",
    "Move “Yard” into Work",
    "Reorder “Trust”",
    "Reorder “Keys”",
    "Recolour 5 codes",
    "Define “Yard”",
    "Define 5 codes",
    "Write 3 memos",
    "Star a quote",
    "Star a quote",
    "Describe the study",
]


@pytest.fixture
def build(tmp_path: Path) -> Any:
    """Build the study with these steps and with sources changed; files by path, "/" as "_" (``codings_csv``)."""
    opened = []

    def make(steps: list[dict[str, Any]], why: str | None = None, **sources: str) -> Project:
        folder = tmp_path / "sources"
        for name, content in (SOURCES | {name.replace("_", "."): content for name, content in sources.items()}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        tables = [
            "[[step]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in step.items()) for step in steps
        ]
        settings = 'name = "Keys"\ndescription = "Two invented talks."\n\n' + "\n".join(tables)
        (folder / "study.toml").write_text(settings, encoding="utf-8")
        opened.append(Project.create(tmp_path / f"{len(opened)}.qdesk"))
        build_study(folder, opened[-1], why)
        return opened[-1]

    yield make
    for project in opened:
        project.close()


def tree(project: Project) -> list[tuple[str, str, str]]:
    """Path, kind and slot of every code."""
    paths = project.codes.paths()
    return [(join_path(paths[code.id]), code.kind, code.slot) for code in project.codes.list()]


def test_a_history_is_told_in_the_words_of_the_window(build: Build) -> None:
    steps = build(STEPS).history.steps()[::-1]
    assert [step.label for step in steps] == LABELS
    assert {step.label: step.why for step in steps if step.why} == {
        "Import 2 interviews": "the first wave",
        "New codes “The bunch”, “Yard”, “Dirt”": "words of the field",
        "Change 1 quote to “Trust”": "relying is another thing",
    }


@pytest.mark.parametrize("steps", [STEPS, []], ids=["told", "at once"])
def test_what_is_built_is_what_the_tables_say(build: Build, steps: list[dict[str, Any]]) -> None:
    project = build(steps)
    assert tree(project) == [
        ("Sharing", "theme", "blue"),
        ("Sharing > Keys", "code", "blue1"),
        ("Sharing > Trust", "code", "blue2"),
        ("Work", "theme", "ochre"),
        ("Work > Yard", "code", "ochre4"),  # its own colour, not the family's first
    ]
    assert [code.definition for code in project.codes.list()] == [
        "What is shared", "Who has keys", "Reliance", "What is done", "Sweeping",
    ]  # fmt: skip
    paths = project.codes.paths()
    quotes = {(paths[one.code][-1], one.quote, one.comment, one.starred) for one in project.codings.list()}
    assert quotes == {
        ("Keys", "We shared the keys.", "Who is we?", True),
        ("Trust", "shared", "", False),
        ("Yard", "nobody swept the yard.", "", False),
        ("Keys", "چابیاں", "[keys]", False),
        ("Yard", "صحن میلا رہا۔", "", True),
    }
    keys = project.codes.find(("Sharing", "Keys"))
    assert keys
    assert [memo.title for memo in project.memos.list("code", keys.id)] == ["A bunch"]
    assert len(project.memos.list()) == 4
    assert project.settings.get("title") == "Keys"
    assert check(project) == []


@pytest.mark.parametrize("steps", [STEPS, []], ids=["told", "at once"])
def test_an_interview_has_its_participant_and_notes_have_none(build: Build, steps: list[dict[str, Any]]) -> None:
    project = build(steps)
    cases = {case.id: case.name for case in project.cases.list()}
    assert list(cases.values()) == ["Ana 2", "Ana 10"]
    owners = {document.name: cases.get(document.case or 0) for document in project.documents.list()}
    assert owners == {"Ana 2": "Ana 2", "Ana 10": "Ana 10", "Notes": None}
    answers = {cases[speaker.case] for speaker in project.speakers.list() if speaker.case}
    assert answers == {"Ana 2", "Ana 10"}
    notes = project.documents.find("Notes")
    assert notes
    assert project.turns.of(notes.id) == []


def test_a_star_waits_for_its_step(build: Build) -> None:
    project = build(STEPS)
    for _ in range(2):
        project.undo()  # the description, and the star of Ana 2
    assert [one.quote for one in project.codings.list() if one.starred] == ["صحن میلا رہا۔"]


def test_the_reason_of_the_caller_stands_with_the_first_step(build: Build) -> None:
    assert build(STEPS, "to try it").history.steps()[-1].why == "to try it"
    assert build([], "to try it").history.steps()[-1].why == "to try it"


def test_documents_without_codings_are_told_apart_from_interviews(build: Build) -> None:
    together = [{"do": "documents", "files": ["Ana 2.txt", "Ana 10.txt", "Notes.txt"]}, *STEPS[2:]]
    assert build(together).history.steps()[-1].label == "Import 3 documents"


@pytest.mark.parametrize(
    ("at", "step", "reason"),
    [
        (0, {"do": "documents", "files": ["Ana 3.txt"]}, "step 1 (documents): there is no file “Ana 3.txt”."),
        (3, {"do": "code", "documents": ["Ana 3"]}, "step 4 (code): there is no document “Ana 3”."),
        (4, {"do": "rename", "code": "Bundle", "name": "Keys"}, "step 5 (rename): there is no code “Bundle”."),
        (4, {"do": "codes", "codes": ["Yard"]}, "step 5 (codes): There is a code “Yard” at the top level"),
        (4, {"do": "rename", "code": "Yard"}, "step 5 (rename): missing a required argument: 'name'."),
        (4, {"do": "sort"}, "step 5 (sort): the verbs are documents, cases, memos,"),
        (4, {"why": "because"}, "step 5 (without a verb): the verbs are"),
        (8, {"do": "split", "code": "Yard", "into": "Trust"}, "step 9 (split): it changes nothing."),
        (10, {"do": "memos", "titles": ["Gone"]}, "step 11 (memos): there is no memo “Gone” left to write."),
        (14, {"do": "codes", "codes": ["Keys"], "parent": "Work"}, "step 16 (move): there are several codes “Keys”."),
        (23, {"do": "codes", "codes": ["More"], "parent": "Work"}, "is the code “Work > More”; codebook.csv has none."),
    ],
)  # fmt: skip
def test_a_step_that_does_not_fit_is_named(build: Build, at: int, step: dict[str, Any], reason: str) -> None:
    with pytest.raises(QDeskError) as raised:
        build([*STEPS[:at], step, *STEPS[at:]])
    assert str(raised.value).startswith("The sample study could not be built: ")
    assert reason in str(raised.value)


def without(verb: str) -> list[dict[str, Any]]:
    return [step for step in STEPS if step["do"] != verb]


@pytest.mark.parametrize(
    ("steps", "sources", "reason"),
    [
        (without("move"), {}, "code 4 is the code “Yard”; codebook.csv has the theme “Work”."),
        (without("split"), {}, "codings.csv, line 3: the passage does not stand under its code."),
        (without("star"), {}, "codings.csv, line 2: the passage has another comment or star."),
        (STEPS, {"codings_csv": SOURCES["codings.csv"].replace("shared,", "lost,")}, "line 3: the quote was not found"),
        ([], {"codings_csv": SOURCES["codings.csv"].replace("shared,", "lost,")}, "line 3: the quote was not found"),
        ([], {"codebook_csv": "code,kind\nA,thing\n"}, "codebook.csv, line 2: the kind is “thing”"),
        ([], {"memos_csv": "about,title,type,body\ncase:Eve,x,idea,y\n"}, "“case:Eve”, which is not there."),
        ([], {"participants_csv": "participant,Years\nAna 2,4,5\n"}, "participants.csv, line 2: has 3 cells"),
    ],
)
def test_a_study_that_is_not_what_its_tables_say_is_refused(
    build: Build, steps: list[dict[str, Any]], sources: dict[str, str], reason: str
) -> None:
    with pytest.raises(QDeskError) as raised:
        build(steps, **sources)
    assert reason in str(raised.value)


def test_the_studies_that_come_with_the_program() -> None:
    assert studies()["distributed_leadership"] == "Distributed leadership"
    assert all((sample_projects() / name / "codings.csv").is_file() for name in studies())
