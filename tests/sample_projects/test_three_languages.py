"""What the sample study in three languages promises, as QDesk reads it and builds it."""

import csv
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from qdesk.importers import read_document
from qdesk.importers.study import build_study
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.text.newdocument import NewTurn

STUDY = Path(__file__).parents[2] / "sample_projects" / "three_languages"
READ = {path.stem: read_document(path) for path in sorted((STUDY / "interviews").iterdir())}
LANGUAGES = {"Jonas": "de", "Marta": "es", "Salma": "ar"}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the study's tables, by column name."""
    with (STUDY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


CODES = [row["code"] for row in rows("codebook") if row["kind"] == "code"]
CODINGS = rows("codings")


def words(name: str, turn: NewTurn) -> int:
    return len(READ[name].text[turn.label_end : turn.end].split())


def test_its_parts_are_counted() -> None:
    themes = [row["code"] for row in rows("codebook") if row["kind"] == "theme"]
    people = rows("participants")
    assert [row["participant"] for row in people] == list(READ) == list(LANGUAGES)
    assert all(value for row in people for value in row.values())
    assert {document.format for document in READ.values()} == {"txt", "md", "docx"}
    assert (len(themes), len(CODES)) == (2, 6)
    assert all(row[rule] for row in rows("codebook") for rule in ("definition", "include_when", "exclude_when", "memo"))
    assert 30 <= len(CODINGS) <= 40
    assert sorted(memo["type"] for memo in rows("memos")) == ["method", "question", "theory"]


@pytest.mark.parametrize("name", READ)
def test_language_and_interviewer_are_recognised(name: str) -> None:
    document = READ[name]
    spoken = Counter()
    for turn in document.turns:
        spoken[turn.is_interviewer] += words(name, turn)
    assert document.language == LANGUAGES[name]
    assert len({turn.speaker for turn in document.turns}) == 2
    assert len({turn.speaker for turn in document.turns if turn.is_interviewer}) == 1
    assert 450 <= spoken.total() <= 650
    assert 0.1 <= spoken[True] / spoken.total() <= 0.25
    assert document.notes == ()


def test_the_arabic_interview_has_no_other_script() -> None:
    assert re.findall("[A-Za-z]+", READ["Salma"].text) == []


@pytest.mark.parametrize("name", READ)
def test_quotes_stand_inside_one_turn_of_the_participant(name: str) -> None:
    text, wrong = READ[name].text, []
    answers = [turn for turn in READ[name].turns if not turn.is_interviewer]
    for quote in (coding["quote"] for coding in CODINGS if coding["document"] == name):
        start, end = text.find(quote), text.find(quote) + len(quote)
        is_inside = any(turn.label_end <= start and end <= turn.end for turn in answers)
        cuts = re.fullmatch(r"\w\w", text[start - 1 : start + 1]) or re.fullmatch(r"\w\w", text[end - 1 : end + 1])
        if text.count(quote) != 1 or not is_inside or cuts:
            wrong.append(quote)
    assert wrong == []


def test_every_quote_is_translated_in_brackets() -> None:
    assert [coding["quote"] for coding in CODINGS if not re.match(r"\[[^\[\]]+\](?= |$)", coding["comment"])] == []


def test_every_code_occurs_in_two_languages_and_is_starred_once() -> None:
    spread = defaultdict(set)
    for coding in CODINGS:
        spread[coding["code"]].add(coding["document"])
    assert set(spread) == set(CODES)
    assert min(map(len, spread.values())) >= 2
    assert Counter(coding["code"] for coding in CODINGS if coding["starred"]) == dict.fromkeys(CODES, 1)


def test_codings_overlap_in_each_way_but_never_with_the_same_code() -> None:
    kinds = Counter()
    for one, other in combinations(CODINGS, 2):
        if one["document"] != other["document"]:
            continue
        text = READ[one["document"]].text
        a, c = text.index(one["quote"]), text.index(other["quote"])
        b, d = a + len(one["quote"]), c + len(other["quote"])
        if a < d and c < b:
            kinds["same" if (a, b) == (c, d) else "inside" if (a - c) * (b - d) <= 0 else "partly"] += 1
            assert one["code"] != other["code"]
    assert set(kinds) == {"same", "inside", "partly"}


def test_it_builds_into_a_sound_project(tmp_path: Path) -> None:
    with Project.create(tmp_path / "three.qdesk") as project:
        build_study(STUDY, project)
        assert check(project) == []
        assert len(project.documents.list()) == 3
        assert len(project.codings.list()) == len(CODINGS)
