"""Acts on turns and speakers: one step each, told, undone."""

import pytest
from talks import FIRST, Told, names, said, speaker

from qdesk.gui.acts import speakers as act
from qdesk.gui.acts.speakers import NewSpeaker
from qdesk.gui.bus import Bus
from qdesk.store.project import Project


def label(project: Project) -> str:
    step = project.history.undoable()
    assert step is not None
    return step.label


def test_a_new_turn_of_somebody_new(bus: Bus, project: Project, told: Told) -> None:
    before = said(project, 1), names(project)
    act.new_turn(bus, 1, FIRST.index("Carl"), NewSpeaker(" Carl "))
    assert said(project, 1)[2:] == [("Bea", "No."), ("Carl", "Me neither.")]
    assert (label(project), told) == ("New turn of Carl", ["Carl speaks from here."])
    (carl,) = (one for one in project.speakers.list() if one.name == "Carl")
    assert project.cases.get(carl.case or 0).name == "Carl"
    project.undo()
    assert (said(project, 1), names(project)) == before


def test_a_turn_that_cannot_begin_is_told(bus: Bus, project: Project, told: Told) -> None:
    act.new_turn(bus, 1, 0, speaker(project, "Ann"))
    assert told == ["!A turn cannot begin here; put the caret where somebody starts to speak."]
    assert label(project) == "Import"


def test_another_speaker_who_asks(bus: Bus, project: Project, told: Told) -> None:
    turns = [turn.id for turn in project.turns.of(1)][1:]
    act.assign(bus, turns, NewSpeaker("Guest", asks=True))
    assert [name for name, _ in said(project, 1)] == ["I", "Guest", "Guest"]
    assert told == ["2 turns are spoken by Guest."]
    act.assign(bus, turns[:1], speaker(project, "Bea"))
    assert told[1:] == ["This turn is spoken by Bea."]
    assert label(project) == "Give 1 turn to Bea"


def test_join(bus: Bus, project: Project, told: Told) -> None:
    act.join(bus, project.turns.of(1)[1].id)
    assert said(project, 1)[0] == ("I", "Well?\nAnn: Yes. “And you?")
    assert (told, label(project)) == (["Joined with the turn before."], "Join two turns")


def test_names_roles_and_participants(bus: Bus, project: Project, told: Told) -> None:
    bea = speaker(project, "Bea")
    act.rename(bus, bea, " Beatrice ")
    act.rename(bus, bea, "Beatrice")
    act.set_role(bus, bea, True)
    act.set_role(bus, bea, True)
    act.set_role(bus, bea, False)
    act.set_participant(bus, bea, "Ann")
    act.set_participant(bus, bea, " ann")
    act.set_participant(bus, bea, "Somebody")
    assert told == [
        "Bea is now called Beatrice.", "Beatrice is now an interviewer.", "Beatrice is now a participant.",
        "Beatrice speaks for Ann.", "Beatrice speaks for Somebody.",
    ]  # fmt: skip
    for _ in range(5):
        project.undo()
    assert label(project) == "Import"


def test_an_empty_name_is_refused(bus: Bus, project: Project, told: Told) -> None:
    act.rename(bus, speaker(project, "Bea"), " ")
    assert told == ["!A speaker needs a name; nothing was changed."]


@pytest.mark.parametrize(
    ("others", "sentence"),
    [(["ANN"], "ANN is now Ann."), (["ANN", "Bea"], "2 speakers are now Ann.")],
)
def test_merging(bus: Bus, project: Project, told: Told, others: list[str], sentence: str) -> None:
    before = [said(project, 1), said(project, 2), names(project)]
    ann = speaker(project, "Ann")
    act.merge(bus, [ann, *(speaker(project, name) for name in others)], ann)
    assert not set(others) & set(names(project))
    assert said(project, 2)[1] == ("Ann", "Hm.")
    assert told == [sentence]
    project.undo()
    assert [said(project, 1), said(project, 2), names(project)] == before
