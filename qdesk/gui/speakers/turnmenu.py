"""What the menu of the text offers about turns: who begins to speak here, who speaks, and that nobody else begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QMenu

from qdesk.gui.acts import speakers as act
from qdesk.gui.acts.speakers import NewSpeaker, Voice
from qdesk.gui.bus import Bus
from qdesk.gui.reader.reader import Reader
from qdesk.gui.speakers.beginnings import beginning, excerpt, label_before, turn_at
from qdesk.gui.speakers.namecard import NameCard
from qdesk.store.project import Project
from qdesk.store.records import Speaker, Turn
from qdesk.text.labels import is_interviewer_name, label_key
from qdesk.text.spans import Span

Say = Callable[[Voice], object]


def add_turn_entries(menu: QMenu, bus: Bus, reader: Reader) -> None:
    """Add what can be done about the turn at the place the menu was asked for; nothing beside the text."""
    document, place = reader.document, reader.asked_at
    if place is None or bus.project.read_only:
        return
    turns, text = list(document.turns), document.text
    within, start = turn_at(turns, place), beginning(text, turns, place)
    if start is None and within is None:
        return
    menu.addSeparator()
    if start is not None:
        begin = menu.addMenu(f"New turn at “{excerpt(text, start)}”".replace("&", "&&"))
        begin.setObjectName("new_turn_menu")
        label = label_before(text, start)
        say = partial(act.new_turn, bus, document.id, start)
        _Speakers(begin, bus, reader, start, say).fill(offered=label.name if label else "")
    if within is not None:
        spoken = menu.addMenu("This turn is spoken by")
        spoken.setObjectName("turn_speaker_menu")
        say = partial(act.assign, bus, [within.id])
        _Speakers(spoken, bus, reader, within.start, say).fill(current=within.speaker)
        if within.id != turns[0].id:
            menu.addAction("Join with the turn before", partial(act.join, bus, within.id))


class _Speakers:
    """A menu of speakers, those of the document first; the one chosen, or newly named, is handed to ``say``."""

    def __init__(self, menu: QMenu, bus: Bus, reader: Reader, place: int, say: Say) -> None:
        self._menu, self._bus, self._reader, self._place, self._say = menu, bus, reader, place, say
        self._here = list(_in_order(reader.document.turns, bus.project))

    def fill(self, offered: str = "", current: int | None = None) -> None:
        """``offered`` is a label of the text that may be somebody new, ``current`` the speaker there is already."""
        if offered and label_key(offered) not in {label_key(speaker.name) for speaker in self._here}:
            somebody = NewSpeaker(offered, is_interviewer_name(offered))
            self._menu.addAction(f"{offered}, new".replace("&", "&&"), partial(self._say, somebody))
            self._menu.addSeparator()
        self._add(self._menu, self._here, current)
        known = {speaker.id for speaker in self._here}
        others = [speaker for speaker in self._bus.project.speakers.list() if speaker.id not in known]
        if others:
            self._add(self._menu.addMenu("Of other interviews"), others, current)
        self._menu.addSeparator()
        self._menu.addAction("Another speaker…", self._ask)

    def _add(self, menu: QMenu, speakers: list[Speaker], current: int | None) -> None:
        for speaker in speakers:
            action = menu.addAction(_called(speaker, self._bus.project).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(speaker.id == current)
            if speaker.id != current:
                action.triggered.connect(partial(self._chosen, speaker.id))

    def _chosen(self, speaker: int, _checked: bool) -> None:
        self._say(speaker)

    def _ask(self) -> None:
        """Ask for a name in a card beside the place."""
        card = NameCard(self._reader.window())
        card.named.connect(lambda name, asks: self._say(NewSpeaker(name, asks)))
        card.closed.connect(card.deleteLater)
        rect = self._reader.span_rect(Span(self._place, self._place + 1))
        card.ask(rect if rect.isValid() else self._reader.text_rect())


def _in_order(turns: list[Turn], project: Project) -> Iterator[Speaker]:
    """The speakers of turns, in the order in which they first speak."""
    known = {speaker.id: speaker for speaker in project.speakers.list()}
    yield from (known[speaker] for speaker in dict.fromkeys(turn.speaker for turn in turns))


def _called(speaker: Speaker, project: Project) -> str:
    """A name, with what tells it from its like: ``P1 (Teacher 2)``, ``Ann (asks)``."""
    if speaker.is_interviewer:
        return speaker.name if is_interviewer_name(speaker.name) else f"{speaker.name} (asks)"
    participant = project.cases.get(speaker.case).name if speaker.case else speaker.name
    return speaker.name if participant == speaker.name else f"{speaker.name} ({participant})"
