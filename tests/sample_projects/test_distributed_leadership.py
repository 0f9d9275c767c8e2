"""The sample study is whole: quotes stand in their transcripts, codes in the codebook, and voices are distinct."""

import csv
import re
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path

import docx
import pytest

STUDY = Path(__file__).parents[2] / "sample_projects" / "distributed_leadership"
TURN = re.compile(
    r"^(?P<speaker>Interviewer|Teacher \d+): (?P<speech>.+(?:\n(?!Interviewer: |Teacher \d+: ).+)*)", re.M
)
SHARED_RUN = 8
"""So many words in a row may not occur in the speech of two participants."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the study's tables, by column name; a row of another length fails."""
    with (STUDY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def read(path: Path) -> str:
    """A transcript as text, the paragraphs of a Word file joined by line breaks."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    return path.read_text(encoding="utf-8")


TEXTS = {path.stem: read(path) for path in sorted((STUDY / "interviews").iterdir())}
CODES = {row["code"]: row["kind"] for row in rows("codebook.csv")}
CODINGS = rows("codings.csv")


def speeches(text: str) -> list[tuple[int, int]]:
    """Where the participant speaks, labels left out (code points)."""
    return [turn.span("speech") for turn in TURN.finditer(text) if turn["speaker"] != "Interviewer"]


def word_runs(text: str) -> set[tuple[str, ...]]:
    """All runs of SHARED_RUN words within single turns of the participant."""
    runs: set[tuple[str, ...]] = set()
    for start, end in speeches(text):
        words = re.findall(r"\w+", text[start:end].casefold())
        runs.update(zip(*(words[i:] for i in range(SHARED_RUN)), strict=False))
    return runs


def found(coding: dict[str, str]) -> tuple[int, int]:
    """Where the quote of a coding stands in its transcript (code points)."""
    text, quote = TEXTS[coding["document"]], coding["quote"]
    starts = [hit.start() for hit in re.finditer(f"(?={re.escape(quote)})", text)]
    assert coding["nth"] or len(starts) == 1, f"{len(starts)} times without nth: {quote}"
    start = starts[int(coding["nth"] or 1) - 1]
    return start, start + len(quote)


def test_the_study_has_its_parts() -> None:
    assert len(TEXTS) == 6
    assert list(TEXTS) == [row["participant"] for row in rows("participants.csv")]
    assert Counter(CODES.values()) == {"theme": 5, "code": 19}
    assert 100 <= len(CODINGS) <= 140
    assert 6 <= len(rows("memos.csv")) <= 10
    assert tomllib.loads((STUDY / "study.toml").read_text(encoding="utf-8"))["name"] == "Distributed leadership"


@pytest.mark.parametrize("name", TEXTS)
def test_a_transcript_is_turns_of_two_speakers(name: str) -> None:
    text = TEXTS[name]
    body = text.removeprefix(f"{name}\n").rstrip("\n")
    turns = list(TURN.finditer(body))
    assert "\n".join(turn[0] for turn in turns) == body
    assert {turn["speaker"] for turn in turns} == {"Interviewer", name}
    assert 700 <= len(text.split()) <= 1000


@pytest.mark.parametrize("name", ["participants.csv", "codebook.csv", "codings.csv", "memos.csv"])
def test_every_row_has_every_column(name: str) -> None:
    assert all(None not in row and None not in row.values() for row in rows(name))


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: f"{coding['document']}: {coding['quote'][:30]}")
def test_a_quote_stands_in_the_participants_speech(coding: dict[str, str]) -> None:
    text = TEXTS[coding["document"]]
    start, end = found(coding)
    assert any(first <= start and end <= last for first, last in speeches(text))
    assert not re.match(r"\w", text[end : end + 1]), "ends inside a word"
    assert not re.match(r"\w", text[start - 1 : start]), "starts inside a word"
    assert 5 <= len(coding["quote"].split()) <= 70


def test_every_code_is_in_the_codebook_and_used() -> None:
    used = Counter(coding["code"] for coding in CODINGS)
    assert set(used) <= set(CODES)
    assert all(used[path] >= 2 for path, kind in CODES.items() if kind == "code")
    starred = {coding["code"] for coding in CODINGS if coding["starred"] == "1"}
    assert starred == {path for path, kind in CODES.items() if kind == "code"}


def test_every_code_is_defined_and_stands_under_a_theme() -> None:
    for row in rows("codebook.csv"):
        assert row["definition"]
        assert row["include_when"]
        assert row["exclude_when"]
        assert row["memo"]
        if row["kind"] == "code":
            theme, _ = row["code"].split(" > ")
            assert CODES[theme] == "theme"


def test_no_coding_is_there_twice_and_some_overlap() -> None:
    spans = {(coding["document"], coding["code"], *found(coding)) for coding in CODINGS}
    assert len(spans) == len(CODINGS)
    pairs = [(a, b) for a, b in combinations(sorted(spans), 2) if a[0] == b[0] and a[2] < b[3] and b[2] < a[3]]
    same = [1 for a, b in pairs if a[2:] == b[2:]]
    inside = [1 for a, b in pairs if a[2:] != b[2:] and (a[2] - b[2]) * (a[3] - b[3]) <= 0]
    assert same
    assert inside
    assert len(pairs) > len(same) + len(inside), "no two codings overlap in part"
    assert all(a[1] != b[1] for a, b in pairs), "one code twice on the same words"


def test_memos_are_about_something_that_is_there() -> None:
    targets = {"project"} | {f"document:{name}" for name in TEXTS} | {f"case:{name}" for name in TEXTS}
    targets |= {f"code:{path}" for path in CODES}
    for memo in rows("memos.csv"):
        assert memo["about"] in targets
        assert memo["type"] in {"idea", "method", "theory", "question"}


def test_an_urdu_quote_is_translated_in_its_comment() -> None:
    urdu = [coding for coding in CODINGS if re.search(r"[\u0600-\u06ff]", coding["quote"])]
    assert urdu
    assert all(re.fullmatch(r"\[.+\]", coding["comment"]) for coding in urdu)


@pytest.mark.parametrize(("one", "other"), list(combinations(TEXTS, 2)))
def test_no_two_participants_share_eight_words_in_a_row(one: str, other: str) -> None:
    assert not word_runs(TEXTS[one]) & word_runs(TEXTS[other])
