"""Acts on turns and speakers: who speaks where, under which name, for which participant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qdesk.gui.acts.verb import verb
from qdesk.gui.bus import Bus
from qdesk.store.records import Speaker
from qdesk.text.counted import counted


class NewSpeaker(NamedTuple):
    """Somebody the project does not know yet; one who does not ask speaks for the participant of that name."""

    name: str
    asks: bool = False


Voice = int | NewSpeaker
"""A speaker's id, or one who is made with the act."""


# ---- turns of one document


@verb
def new_turn(bus: Bus, document: int, position: int, voice: Voice, revision: int | None = None) -> None:
    """Let somebody begin to speak at a position of a document, of the revision that the position was taken from."""
    name = _name(bus, voice)
    bus.run(
        f"New turn of {name}",
        lambda: bus.project.turns.split(document, position, _speaker(bus, voice), revision),
        told=f"{name} speaks from here.",
    )


@verb
def assign(bus: Bus, turns: Sequence[int], voice: Voice) -> None:
    """Say that somebody else speaks in these turns."""
    name, what = _name(bus, voice), "This turn is" if len(turns) == 1 else f"{len(turns)} turns are"
    bus.run(
        f"Give {counted(len(turns), 'turn')} to {name}",
        lambda: bus.project.turns.assign(turns, _speaker(bus, voice)),
        told=f"{what} spoken by {name}.",
    )


@verb
def join(bus: Bus, turn: int) -> None:
    """Let a turn belong to the one before it."""
    bus.run("Join two turns", lambda: bus.project.turns.join(turn), told="Joined with the turn before.")


# ---- speakers of all documents


@verb
def rename(bus: Bus, speaker: int, name: str) -> None:
    """Give a speaker another name; an equal one changes nothing."""
    old, name = bus.project.speakers.get(speaker).name, name.strip()
    if name != old:
        bus.run(
            f"Rename speaker “{old}” to “{name}”",
            lambda: bus.project.speakers.rename(speaker, name),
            told=f"{old} is now called {name}.",
        )


@verb
def set_role(bus: Bus, speaker: int, asks: bool) -> None:
    """Say whether a speaker asks the questions; one who does not speaks for the participant of that name."""
    old = bus.project.speakers.get(speaker)
    if asks != old.is_interviewer:
        role = "an interviewer" if asks else "a participant"
        bus.run(
            f"Make {old.name} {role}",
            lambda: bus.project.speakers.set_interviewer(speaker, asks),
            told=f"{old.name} is now {role}.",
        )


@verb
def set_participant(bus: Bus, speaker: int, name: str) -> None:
    """Say for which participant a speaker speaks; one of a name that is not known is made."""
    project, name = bus.project, name.strip()
    old = project.speakers.get(speaker)
    if name and (old.case is None or project.cases.find(name) != old.case):
        bus.run(
            f"Let {old.name} speak for “{name}”",
            lambda: project.speakers.set_case(speaker, project.cases.find_or_add(name)),
            told=f"{old.name} speaks for {name}.",
        )


@verb
def merge(bus: Bus, speakers: Sequence[int], into: int) -> None:
    """Give the turns of speakers, in all documents, to one of them; the others go."""
    kept, others = bus.project.speakers.get(into), [speaker for speaker in speakers if speaker != into]
    gone = _listed([bus.project.speakers.get(speaker) for speaker in others])
    bus.run(
        f"Merge {gone} into {kept.name}",
        lambda: bus.project.speakers.merge(speakers, into),
        told=f"{gone} {'is' if len(others) == 1 else 'are'} now {kept.name}.",
    )


def _listed(speakers: Sequence[Speaker]) -> str:
    return speakers[0].name if len(speakers) == 1 else counted(len(speakers), "speaker")


def _name(bus: Bus, voice: Voice) -> str:
    return voice.name.strip() if isinstance(voice, NewSpeaker) else bus.project.speakers.get(voice).name


def _speaker(bus: Bus, voice: Voice) -> int:
    """The id of a speaker, who is made if there is none of that name and role."""
    if not isinstance(voice, NewSpeaker):
        return voice
    name, project = voice.name.strip(), bus.project
    return project.speakers.find_or_add(name, voice.asks, None if voice.asks else project.cases.find_or_add(name))
