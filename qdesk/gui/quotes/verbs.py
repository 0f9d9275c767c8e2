"""What can be done with quotes from the dock: the context menu and the acts behind it and behind the list's keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu

from qdesk.gui.acts import coding as acts
from qdesk.gui.bus import Bus
from qdesk.gui.picker.choices import choices_of
from qdesk.gui.picker.picker import CodePicker
from qdesk.gui.quotes.citing import counted, with_citation
from qdesk.gui.quotes.commentcard import CommentCard
from qdesk.gui.quotes.entries import Passage
from qdesk.gui.quotes.view import QuotesView


class QuoteVerbs(QObject):
    """Connects a list of quotes to the acts on codings."""

    def __init__(self, bus: Bus, view: QuotesView) -> None:
        super().__init__(view)
        self._bus, self._view = bus, view
        view.star_asked.connect(self.star)
        view.copy_asked.connect(self.copy)
        view.uncode_asked.connect(self.uncode)
        view.menu_asked.connect(self._open_menu)

    def star(self, passage: Passage) -> None:
        """Star the quotes of a passage, or unstar them if all are starred."""
        starred = not passage.starred
        codings = [quote.coding for quote in passage.quotes if quote.starred != starred]
        label = "Star a quote" if starred else "Unstar a quote"  # one gesture, one step
        told = "Starred." if starred else "Unstarred."
        self._bus.run(label, lambda: [acts.star(self._bus, coding, starred) for coding in codings], told=told)

    def copy(self, passages: Sequence[Passage]) -> None:
        """Put the words with their citations on the clipboard, one passage a paragraph."""
        QApplication.clipboard().setText("\n\n".join(with_citation(passage) for passage in passages))
        self._bus.told.emit(f"Copied {counted(len(passages), 'quote', 'quotes')}.", False)

    def uncode(self, passages: Sequence[Passage]) -> None:
        """Remove all codings shown."""
        acts.uncode(self._bus, codings_of(passages))

    def change_code(self, beside: Passage, codings: Sequence[int]) -> None:
        """Open the picker beside a passage to give codings another code."""
        picker = CodePicker(self._view.window())
        picker.set_choices(choices_of(self._bus.project), (), {})
        picker.allow_new(False)
        picker.chosen.connect(lambda code, _stay: acts.change_code(self._bus, codings, code))
        picker.closed.connect(picker.deleteLater)
        row = self._row_in_window(beside)
        picker.open_beside(row, row.right(), counted(len(codings), "quote", "quotes"))

    def comment(self, passage: Passage) -> None:
        """Write the comment of a passage's first quote in a card under it."""
        card = CommentCard(self._view.window())
        card.kept.connect(partial(acts.comment, self._bus, passage.lead.coding))
        card.closed.connect(card.deleteLater)
        card.write(passage.lead.comment, self._row_in_window(passage))

    def menu(self, passages: Sequence[Passage]) -> QMenu:
        """The context menu of passages; the caller shows and deletes it."""
        first, menu = passages[0], QMenu(self._view)
        menu.setObjectName("quotes_menu")
        go = menu.addAction("Go to the text", partial(self._view.placed.emit, first))
        menu.setDefaultAction(go)
        menu.addSeparator()
        for what, codings in self._parts(passages):
            menu.addAction(f"Change {what or 'code'}…", partial(self.change_code, first, codings))
            menu.addAction(f"Uncode {what}".strip(), partial(acts.uncode, self._bus, codings))
        menu.addSeparator()
        comment = menu.addAction("Comment…", partial(self.comment, first))
        star = menu.addAction("Unstar" if first.starred else "Star", partial(self.star, first))
        menu.addSeparator()
        menu.addAction("Copy with citation", partial(self.copy, passages))
        for action in (go, comment, star):
            action.setEnabled(len(passages) == 1)
        return menu

    def _parts(self, passages: Sequence[Passage]) -> list[tuple[str, list[int]]]:
        """What can be changed by itself: each code of one passage where two meet, else all codings together."""
        if len(passages) > 1 or not passages[0].bands:
            return [("", codings_of(passages))]
        names = self._view.drawing.codes
        return [(f"“{names[quote.code].name}”", [quote.coding]) for quote in passages[0].quotes]

    def _open_menu(self, passages: Sequence[Passage], place: QPoint) -> None:
        menu = self.menu(passages)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _row_in_window(self, passage: Passage) -> QRect:
        view = self._view
        row = view.visualRect(view.rows.index_of(passage.key)).intersected(view.viewport().rect())
        return QRect(view.viewport().mapTo(view.window(), row.topLeft()), row.size())


def codings_of(passages: Sequence[Passage]) -> list[int]:
    """The codings of passages, in their order."""
    return [coding for passage in passages for coding in passage.key]
