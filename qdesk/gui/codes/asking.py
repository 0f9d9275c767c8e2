"""The two questions of the code tree: what becomes of the quotes of deleted codes, and into what to merge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QListWidgetItem, QWidget

from qdesk.gui.codes.model import CodesModel
from qdesk.gui.codes.tree import ROOT
from qdesk.gui.look.colours import code_colour
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.dialog import Dialog
from qdesk.gui.widgets.searchfield import SearchField
from qdesk.store.records import Code

DeleteAnswer = Literal["delete", "up"]


def ask_delete(window: QWidget, model: CodesModel, codes: Sequence[int]) -> DeleteAnswer | None:
    """What shall become of the quotes of codes to delete; None for Cancel. Without quotes nothing is asked."""
    quotes = sum(model.all_counts(code).codings_rolled_up for code in codes)
    if not quotes:
        return "delete"
    dialog = DeleteDialog(window, model, codes, quotes)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


class DeleteDialog(Dialog):
    """Delete the quotes, move them up to the theme, or cancel; the focus starts on Cancel."""

    def __init__(self, window: QWidget, model: CodesModel, codes: Sequence[int], quotes: int) -> None:
        super().__init__(window, f"Delete {_named(model, codes)}?")
        self.setObjectName("delete_codes")
        self.answer: DeleteAnswer | None = None
        cancel = self.add_cancel()
        parents = {model.tree.parent[code] for code in codes}
        theme = model.code(parents.pop()).name if len(parents) == 1 and ROOT not in parents else ""
        self.say(_loss(model, codes, quotes, theme))
        if theme:
            self.add_plain("Move quotes up").clicked.connect(lambda: self._close_with("up"))
        self.add_act("Delete with quotes", danger=True).clicked.connect(lambda: self._close_with("delete"))
        cancel.setDefault(True)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_with(self, answer: DeleteAnswer) -> None:
        self.answer = answer
        self.accept()


def _named(model: CodesModel, codes: Sequence[int]) -> str:
    return f"“{model.code(codes[0]).name}”" if len(codes) == 1 else f"{len(codes)} codes"


def _loss(model: CodesModel, codes: Sequence[int], quotes: int, theme: str) -> str:
    """What goes with the codes, and what does not; ``theme`` is the one that could take the quotes, or ""."""
    below = sum(1 for top in codes for _ in model.tree.walk(top))
    subject = "It has" if len(codes) == 1 else "They have"
    with_them = f"{_many(below, 'code')} below and " if below else ""
    up = f" Moved up, the quotes go to “{theme}”." if theme else ""
    return f"{subject} {with_them}{_many(quotes, 'quote')}.{up} The interviews stay as they are; Undo brings all back."


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def ask_merge(window: QWidget, model: CodesModel, codes: Sequence[int]) -> int | None:
    """The code to merge others into, or None for Cancel."""
    dialog = MergeDialog(window, model, codes)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.target() if accepted else None


class MergeDialog(Dialog):
    """A list of all other codes, narrowed by typing. Enter or a double click merges."""

    def __init__(self, window: QWidget, model: CodesModel, codes: Sequence[int]) -> None:
        super().__init__(
            window,
            f"Merge {_named(model, codes)} into",
            "The quotes go to the code you choose, then the merged one goes. Undo brings it back.",
        )
        self.setObjectName("merge_codes")
        field = SearchField("Find a code")
        field.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setObjectName("merge_targets")
        self._list.setAccessibleName("Codes to merge into")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(look.px(12), look.px(12)))
        self._list.itemDoubleClicked.connect(self.accept)
        going = {code for top in codes for code in [top, *model.tree.walk(top)]}
        for code in model.tree.walk():
            if code not in going:
                self._list.addItem(_item(model.code(code), model.path(code)))
        self.body.addWidget(field)
        self.body.addWidget(self._list, 1)
        self.add_cancel()
        self._merge = self.add_act("Merge")
        self.resize(look.px(440), look.px(520))
        self._narrow("")

    def _narrow(self, letters: str) -> None:
        """Show the codes whose path holds the letters; the first of them is current."""
        items = [self._list.item(row) for row in range(self._list.count())]
        for item in items:
            item.setHidden(letters.strip().casefold() not in item.text().casefold())
        shown = [item for item in items if not item.isHidden()]
        self._list.setCurrentRow(self._list.row(shown[0]) if shown else -1)
        self._merge.setEnabled(bool(shown))

    def target(self) -> int | None:
        """The code chosen."""
        item = self._list.currentItem()
        return int(item.data(Qt.ItemDataRole.UserRole)) if item else None


def _item(code: Code, path: str) -> QListWidgetItem:
    side = look.px(12)
    swatch = QPixmap(side, side)
    swatch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(swatch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(code_colour(code.colour, code.slot))
    radius = side / 2 if code.kind == "theme" else look.px(3)
    painter.drawRoundedRect(swatch.rect(), radius, radius)
    painter.end()
    item = QListWidgetItem(swatch, path)
    item.setSizeHint(QSize(0, look.px(28)))
    item.setData(Qt.ItemDataRole.UserRole, code.id)
    return item
