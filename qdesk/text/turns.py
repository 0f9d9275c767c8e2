"""Speaker turns: found in a transcript, or built from the labels that the user confirmed."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from qdesk.text.labels import is_generic, is_interviewer_name, is_nobody, is_numbered, label_key
from qdesk.text.marks import Mark, find_marks
from qdesk.text.newdocument import NewTurn, ParagraphRule
from qdesk.text.paragraphs import guess_rule, paragraph_spans

__all__ = ["DetectedTurns", "SpeakerLabel", "detect_turns", "is_generic", "turns_for"]

_LEAST_SHARE = 0.1  # labelled paragraphs among all, where a label names an interviewer or is generic (P1)
_LEAST_SHARE_UNKNOWN = 0.2  # where all labels are unknown words
_LEAST_PART = 0.03  # of all labels: a rarer unknown word ("Remember:") is nobody
_SILENT = 3  # times that the label of a note ([Observation]:) stands in a text that it ends turns in
_LEAST_QUESTIONS = 0.3  # share of turns that end in a question, for an interviewer whose label does not say so

_RULE = re.compile(r"^[^\S\n]*(?:[-–—_*=~#][^\S\n]*){3,}$", re.MULTILINE)
_LEADING = re.compile(r"[\s\u200e\u200f]*")
_QUESTION = re.compile(r"[?؟？][\s\"'”’»)\]*_.…\u200e\u200f]*$")


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label and how often it stands in the text. ``is_speaker`` is the guess that the user confirms or corrects."""

    name: str
    count: int
    is_speaker: bool
    is_interviewer: bool


@dataclass(frozen=True, slots=True)
class DetectedTurns:
    """The turns, and every label that recurs, in order of appearance: the speakers, and those taken for nobody."""

    turns: tuple[NewTurn, ...] = ()
    labels: tuple[SpeakerLabel, ...] = ()


def detect_turns(text: str, rule: ParagraphRule | None = None) -> DetectedTurns:
    """Guess who speaks where. No turns where the labels do not make a conversation of at least two."""
    found = find_marks(text)
    marks = _of_one_style(found)
    counts = Counter(mark.key for mark in marks)
    names = _names(marks)
    speakers = _speakers(marks, counts)
    paragraphs = len(paragraph_spans(text, rule or guess_rule(text)))
    if not _is_conversation(speakers, counts, paragraphs):
        speakers = set()
    turns = _build(text, found, {names[key]: False for key in speakers})
    interviewers = _interviewers(text, turns, {names[key] for key in speakers})
    labels = tuple(
        SpeakerLabel(names[key], count, key in speakers, names[key] in interviewers)
        for key, count in counts.items()
        if count > 1 or key in speakers
    )
    turns = tuple(replace(turn, is_interviewer=turn.speaker in interviewers) for turn in turns)
    return DetectedTurns(turns, labels)


def turns_for(text: str, labels: Mapping[str, bool]) -> tuple[NewTurn, ...]:
    """The turns of the speakers named in ``labels`` (name to is_interviewer), in order; they do not overlap.

    A turn runs to the next label, or to a line of dashes, or to a note that recurs (``[Observation]:``), which nobody
    speaks. A label with nothing behind it is an empty turn: ``label_end`` equals ``end``.
    """
    return _build(text, find_marks(text), labels)


def _build(text: str, marks: list[Mark], labels: Mapping[str, bool]) -> tuple[NewTurn, ...]:
    speakers = {label_key(name): (name, is_interviewer) for name, is_interviewer in labels.items()}
    counts = Counter(mark.key for mark in marks)
    borders = [mark for mark in marks if mark.key in speakers or (counts[mark.key] >= _SILENT and is_nobody(mark.name))]
    stops = sorted([mark.start for mark in borders] + [match.start() for match in _RULE.finditer(text)] + [len(text)])
    turns = []
    at = 0
    for mark in borders:
        while stops[at] < mark.end:
            at += 1
        if mark.key in speakers:
            turns.append(_turn(text, mark, stops[at], *speakers[mark.key]))
    return tuple(turns)


def _turn(text: str, mark: Mark, stop: int, name: str, is_interviewer: bool) -> NewTurn:
    end = mark.end + len(text[mark.end : stop].rstrip())
    leading = _LEADING.match(text, mark.end, end)
    label_end = leading.end() if leading else mark.end
    return NewTurn(mark.start, label_end, end, name, is_interviewer)


def _of_one_style(marks: list[Mark]) -> list[Mark]:
    """The marks of the style that is used most: ``[laughs]`` is no speaker where speakers stand before colons."""
    keys = Counter((mark.style, mark.key) for mark in marks)
    styles = Counter(mark.style for mark in marks if keys[mark.style, mark.key] > 1 and not is_nobody(mark.name))
    if not styles:
        return []
    best = max(("colon", "clock", "bracket"), key=styles.__getitem__)
    return [mark for mark in marks if mark.style == best]


def _names(marks: list[Mark]) -> dict[str, str]:
    """The most frequent spelling of each label, by key."""
    spellings = Counter((mark.key, mark.name) for mark in marks)
    names: dict[str, str] = {}
    for (key, name), _count in spellings.most_common():
        names.setdefault(key, name)
    return names


def _speakers(marks: list[Mark], counts: Counter[str]) -> set[str]:
    """The labels that recur; and behind the first of them also those met once that can only be a speaker's."""
    somebody = {mark.key for mark in marks if not is_nobody(mark.name)}
    recurring = {key for key in somebody if counts[key] > 1}
    least = _LEAST_PART * sum(counts[key] for key in recurring)
    speakers = {key for key in recurring if counts[key] >= least or _looks_like_a_speaker(key)}
    first = next((at for at, mark in enumerate(marks) if mark.key in speakers), len(marks))
    return speakers | {mark.key for mark in marks[first:] if mark.key in somebody and _looks_like_a_speaker(mark.key)}


def _looks_like_a_speaker(key: str) -> bool:
    return is_interviewer_name(key) or is_generic(key) or is_numbered(key)


def _is_conversation(speakers: set[str], counts: Counter[str], paragraphs: int) -> bool:
    if len(speakers) < 2:
        return False
    is_known = any(is_interviewer_name(key) or is_generic(key) for key in speakers)
    least = _LEAST_SHARE if is_known else _LEAST_SHARE_UNKNOWN
    return sum(counts[key] for key in speakers) >= least * paragraphs


def _interviewers(text: str, turns: tuple[NewTurn, ...], names: set[str]) -> set[str]:
    """Who is called an interviewer; where nobody or everybody is, who ends most turns in a question and speaks less."""
    called = {name for name in names if is_interviewer_name(name)}
    if called and called != names:
        return called
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for turn in turns:
        count[turn.speaker] += 1
        spoken[turn.speaker] += turn.end - turn.label_end
        asked[turn.speaker] += _QUESTION.search(text, max(turn.label_end, turn.end - 20), turn.end) is not None
    by_share = sorted(names, key=lambda name: asked[name] / count[name], reverse=True)
    if len(by_share) < 2:
        return set()
    first, second = by_share[:2]
    share, next_share = asked[first] / count[first], asked[second] / count[second]
    is_shorter = spoken[first] / count[first] <= spoken[second] / count[second]
    return {first} if share >= _LEAST_QUESTIONS and share >= 1.5 * next_share and is_shorter else set()
