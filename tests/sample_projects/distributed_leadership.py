"""The sample study as its sources have it, read without QDesk."""

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import docx

STUDY = Path(__file__).parents[2] / "sample_projects" / "distributed_leadership"

_CLOCK = r"\d\d:\d\d:\d\d"
_NAME = r"Interviewer|Teacher \d+|محققہ|استاد 14"
_TURN = re.compile(
    rf"^(?:\[(?P<time>{_CLOCK})\] )?(?P<speaker>{_NAME}): "
    rf"(?P<speech>.+(?:\n(?!(?:\[{_CLOCK}\] )?(?:{_NAME}): ).+)*)",
    re.M,
)
_INTERVIEWERS = {"Interviewer", "محققہ"}
_URDU = re.compile(r"[\u0600-\u06ff]+")


@dataclass(frozen=True)
class Interview:
    """A transcript by its name; positions are code points."""

    name: str
    text: str

    @cached_property
    def turns(self) -> list[re.Match[str]]:
        """Turns in order, with the groups ``time``, ``speaker`` and ``speech``."""
        return list(_TURN.finditer(self.text))

    @property
    def body(self) -> str:
        """The text without its heading."""
        return self.text.removeprefix(f"{self.name}\n").rstrip("\n")

    @property
    def speakers(self) -> set[str]:
        """Who is named before a turn."""
        return {turn["speaker"] for turn in self.turns}

    @cached_property
    def answers(self) -> list[tuple[int, int]]:
        """Where the participant speaks, labels left out."""
        return [turn.span("speech") for turn in self.turns if turn["speaker"] not in _INTERVIEWERS]

    @property
    def asked(self) -> int:
        """Words of the interviewer."""
        return sum(len(turn["speech"].split()) for turn in self.turns if turn["speaker"] in _INTERVIEWERS)

    @property
    def answered(self) -> int:
        """Words of the participant."""
        return sum(len(self.text[start:end].split()) for start, end in self.answers)

    @property
    def urdu(self) -> int:
        """Words of the participant in Urdu script."""
        return sum(len(_URDU.findall(self.text[start:end])) for start, end in self.answers)

    @property
    def times(self) -> list[str]:
        """Time marks of the turns, as hours, minutes and seconds."""
        return [turn["time"] for turn in self.turns if turn["time"]]

    def runs(self, length: int) -> Iterator[tuple[str, ...]]:
        """All runs of so many words within single turns of the participant."""
        for start, end in self.answers:
            words = re.findall(r"\w+", self.text[start:end].casefold())
            yield from zip(*(words[i:] for i in range(length)), strict=False)

    def places(self, quote: str) -> list[tuple[int, int]]:
        """Wherever a quote stands."""
        return [(hit.start(), hit.start() + len(quote)) for hit in re.finditer(f"(?={re.escape(quote)})", self.text)]


def files(folder: str) -> list[Path]:
    """The files of a folder of the study, Teacher 2 before Teacher 10."""
    return sorted((STUDY / folder).iterdir(), key=lambda path: ([*map(int, re.findall(r"\d+", path.stem))], path.stem))


def read(path: Path) -> str:
    """A document as text, the paragraphs of a Word file joined by line breaks."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    return path.read_text(encoding="utf-8")


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the study's tables, by column name."""
    with (STUDY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def about() -> dict[str, str]:
    """What ``study.toml`` says of the study."""
    settings = tomllib.loads((STUDY / "study.toml").read_text(encoding="utf-8"))
    return {"name": settings["name"], "description": settings["description"]}
