"""One file that may be imported: what was read, and what the user says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qdesk.gui.importing.reading import ReadFile, read_file
from qdesk.importers.encodings import candidates
from qdesk.text.labels import is_generic, label_key
from qdesk.text.newdocument import NewDocument, NewTurn, ParagraphRule
from qdesk.text.paragraphs import paragraph_spans
from qdesk.text.turns import turns_for


@dataclass(slots=True)
class Voice:
    """A label found in the text: whether somebody speaks behind it, and whether that one asks."""

    count: int
    speaks: bool
    asks: bool


class Candidate:
    """A file of the list. ``failure`` is the sentence of one that cannot be read; ``twin`` names its like, or is ""."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failure = ""
        self.twin = ""
        self.ticked = False
        self.file: ReadFile | None = None
        self.voices: dict[str, Voice] = {}
        self._participant: str | None = None
        self._encodings: list[str] = []

    @property
    def name(self) -> str:
        """What the document will be called; the file's name until it is read."""
        return self.file.document.name if self.file else self.path.name

    @property
    def document(self) -> NewDocument:
        """What was read. Only for a file that could be."""
        assert self.file is not None
        return self.file.document

    def take(self, file: ReadFile) -> None:
        """Take what was read; the guesses about its speakers stand until they are corrected."""
        self.file, self.failure = file, ""
        self.voices = {label.name: Voice(label.count, label.is_speaker, label.is_interviewer) for label in file.labels}

    # ---- what the user says

    def read_as(self, encoding: str) -> None:
        """Read the file again in an encoding. Raises `QDeskError`; then all stays as it was."""
        before = self.voices
        self.take(read_file(self.path, encoding, self.document.paragraphs))
        self.take_voices(before)

    def set_rule(self, rule: ParagraphRule) -> None:
        """Say what ends a paragraph."""
        assert self.file is not None
        self.file = replace(self.file, document=replace(self.file.document, paragraphs=rule))

    def take_voices(self, voices: Mapping[str, Voice]) -> bool:
        """Take over what was said of labels that stand here too; whether there were any."""
        known = {label_key(name): voice for name, voice in voices.items()}
        shared = [name for name in self.voices if label_key(name) in known]
        for name in shared:
            other = known[label_key(name)]
            self.voices[name] = replace(self.voices[name], speaks=other.speaks, asks=other.asks)
        return bool(shared)

    def shares_labels(self, other: Candidate) -> bool:
        """True if a label of this file stands in the other one too."""
        return not {label_key(name) for name in self.voices}.isdisjoint(label_key(name) for name in other.voices)

    @property
    def participant(self) -> str:
        """Whose interview this is: as typed, else the sole speaker who does not ask, as the store would name them."""
        if not self.one_answers:
            return ""
        return self.suggested if self._participant is None else self._participant

    @participant.setter
    def participant(self, name: str) -> None:
        self._participant = name

    # ---- what follows

    @property
    def _answering(self) -> list[str]:
        return [name for name, voice in self.voices.items() if voice.speaks and not voice.asks]

    @property
    def one_answers(self) -> bool:
        """False where several speakers answer: each of them is a participant then."""
        return len(self._answering) < 2

    @property
    def suggested(self) -> str:
        """The sole speaker who answers; one without a name of their own (P1) is called as the document. "" for none."""
        answering = self._answering
        if len(answering) != 1:
            return ""
        return self.name if is_generic(answering[0]) else answering[0]

    @property
    def turns(self) -> tuple[NewTurn, ...]:
        """The turns of those who speak, as the user sees it."""
        speaking = {name: voice.asks for name, voice in self.voices.items() if voice.speaks}
        return turns_for(self.document.text, speaking) if speaking else ()

    def paragraphs(self, rule: ParagraphRule) -> int:
        """How many paragraphs the text has under a rule."""
        return len(paragraph_spans(self.document.text, rule))

    @property
    def encodings(self) -> list[str]:
        """Encodings worth a look, the one in use among them."""
        if not self._encodings:
            self._encodings = candidates(self.document.source)
        return self._encodings

    @property
    def remarks(self) -> list[str]:
        """What was changed in reading, what was left out and what was kept apart."""
        return list(self.document.notes)

    def as_decided(self) -> NewDocument:
        """The document as it goes into the project."""
        return replace(self.document, turns=self.turns)
