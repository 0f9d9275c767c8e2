"""What the menu of the text offers about turns: who begins to speak here, who speaks, and that nobody else begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from qdesk.gui.acts import speakers as act
from qdesk.gui.acts.speakers import NewSpeaker, Voice
from qdesk.gui.bus import Bus
from qdesk.gui.reader.reader import Reader
from qdesk.gui.speakers.beginnings import beginning, excerpt, label_before, turn_at
from qdesk.gui.speakers.namecard import NameCard
from qdesk.store.records import Speaker
from qdesk.text.labels import is_interviewer_name, label_key
from qdesk.text.spans import Span


def add_turn_entries(menu: QMenu, bus: Bus, reader: Reader) -> None:
    """Add what can be done about the turn at the place the menu was asked for; nothing beside the text."""
    document, place = reader.document, reader.asked_at
    if place is None or bus.project.read_only:
        return
    turns, text = list(document.turns), document.text
    within, start = turn_at(turns, place), beginning(text, turns, place)
    if within is not None or start is not None:
        menu.addSeparator()
    if start is not None:
        begin = SpeakerMenu(f"New turn at “{excerpt(text, start)}”", menu, bus, reader, start)
        label = label_before(text, start)
        begin.fill(
            partial(act.new_turn, bus, document.id, start, revision=document.revision),
            offered=label.name if label else "",
        )
        menu.addMenu(begin)
    if within is not None:
        spoken = SpeakerMenu("This turn is spoken by", menu, bus, reader, within.start)
        spoken.fill(partial(act.assign, bus, [within.id]), current=within.speaker)
        menu.addMenu(spoken)
        if within.id != turns[0].id:
            menu.addAction("Join with the turn before", partial(act.join, bus, within.id))


class SpeakerMenu(QMenu):
    """The speakers of the project, those of the document first, and somebody new."""

    def __init__(self, title: str, parent: QMenu, bus: Bus, reader: Reader, place: int) -> None:
        super().__init__(_plain(title), parent)
        self.setObjectName("speaker_menu")
        self._bus, self._reader, self._place = bus, reader, place
        self._say: Callable[[Voice], object] = bool

    def fill(self, say: Callable[[Voice], object], offered: str = "", current: int | None = None) -> None:
        """``say`` takes the one chosen; ``offered`` is a label that may be somebody new, ``current`` who speaks now."""
        self._say = say
        known = {speaker.id: speaker for speaker in self._bus.project.speakers.list()}
        spoken = dict.fromkeys(turn.speaker for turn in self._reader.document.turns)
        here = [known.pop(speaker) for speaker in spoken if speaker in known]
        if offered and label_key(offered) not in {label_key(speaker.name) for speaker in here}:
            somebody = NewSpeaker(offered, is_interviewer_name(offered))
            self.addAction(_plain(f"{offered}, new"), partial(say, somebody))
            self.addSeparator()
        self._list(self, here, current)
        if known:
            self._list(self.addMenu("Of other interviews"), list(known.values()), current)
        self.addSeparator()
        self.addAction("Another speaker…", self._ask)

    def _list(self, menu: QMenu, speakers: Sequence[Speaker], current: int | None) -> None:
        for speaker in speakers:
            action = menu.addAction(_plain(self._called(speaker)))
            action.setCheckable(True)
            action.setChecked(speaker.id == current)
            if speaker.id != current:
                action.triggered.connect(lambda _checked, speaker=speaker.id: self._say(speaker))

    def _called(self, speaker: Speaker) -> str:
        """A name, with what tells it from its like: ``P1 (Teacher 2)``, ``Ann (asks)``."""
        if speaker.is_interviewer:
            return speaker.name if is_interviewer_name(speaker.name) else f"{speaker.name} (asks)"
        participant = self._bus.project.cases.get(speaker.case).name if speaker.case else speaker.name
        return speaker.name if participant == speaker.name else f"{speaker.name} ({participant})"

    def _ask(self) -> None:
        """Ask for a name in a card beside the place; the menu itself is gone by then."""
        say, reader = self._say, self._reader
        card = NameCard(reader.window())
        card.named.connect(lambda name, asks: say(NewSpeaker(name, asks)))
        card.closed.connect(card.deleteLater)
        rect = reader.span_rect(Span(self._place, self._place + 1))
        card.ask(rect if rect.isValid() else reader.text_rect())


def _plain(text: str) -> str:
    """Words in which a menu finds no mnemonic."""
    return text.replace("&", "&&")
