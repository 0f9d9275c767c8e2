"""Forgetting the past of a study: what goes and what cannot be reached, said before and after."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.dialog import Dialog, inform
from qdesk.gui.widgets.label import Label, Sentence

_WHAT: Final = (
    "The interviews, codes and quotes as they are now stay. These go for good: the files that the interviews were "
    "imported from, deleted interviews and earlier wordings, and the reasons given for steps. Nothing done so far can "
    "be undone afterwards; when and what was done, and how the codebook grew, can still be read."
)
_NOT: Final = (
    "Not reached: exports and copies made earlier, also in cloud folders and e-mails, and what special tools can still "
    "read from the disk."
)


def forget(window: QWidget, bus: Bus) -> None:
    """Ask, forget, and list what could not be reached."""
    dialog = ForgetDialog(window)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not agreed:
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        left = bus.project.forget(dialog.names, replace_backups=dialog.replaces_backups)
    except QDeskError as error:
        failure = str(error)
    else:
        failure = ""
    finally:
        QApplication.restoreOverrideCursor()
    if failure:
        inform(window, "Nothing was forgotten", failure)
        return
    bus.told.emit("The past of this study is forgotten.", False)
    _show_unreached(window, left)


class ForgetDialog(Dialog):
    """The act stands in danger text and the focus on Cancel. ``names`` and ``replaces_backups`` are the answers."""

    def __init__(self, window: QWidget | None) -> None:
        super().__init__(window, "Forget originals and history?", _WHAT)
        self.setObjectName("forget_dialog")
        self._names = QLineEdit()
        self._names.setObjectName("forget_names")
        self._names.setAccessibleName("Names to forget")
        self._names.setPlaceholderText("Names, parted by commas")
        self._backups = QCheckBox("Replace all backups by a new one too")
        self._backups.setObjectName("forget_backups")
        self._backups.setChecked(True)
        self.body.addWidget(Sentence(_NOT))
        self.body.addSpacing(look.px(8))
        self.body.addWidget(Label("Names that shall not stand in the history either", bold=True))
        self.body.addWidget(self._names)
        self.body.addWidget(
            Sentence("They are looked for in the history of the codebook and in the steps.", 11, "muted")
        )
        self.body.addWidget(self._backups)
        cancel = self.add_cancel()
        self.add_act("Forget", danger=True)
        cancel.setDefault(True)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        width = look.px(560)
        self.resize(width, self.layout().totalHeightForWidth(width))

    @property
    def names(self) -> list[str]:
        """The names typed, without blanks around them."""
        return [name.strip() for name in re.split("[,;،\n]", self._names.text()) if name.strip()]

    @property
    def replaces_backups(self) -> bool:
        """Whether the older backups go too."""
        return self._backups.isChecked()


def _show_unreached(window: QWidget, left: list[str]) -> None:
    dialog = Dialog(window, "Forgotten", "What could not be reached, and is left to you:")
    dialog.setObjectName("forget_left")
    text = "\n\n".join(left)
    field = QPlainTextEdit(text)
    field.setObjectName("forget_left_lines")
    field.setAccessibleName("What could not be reached")
    field.setProperty("part", "field")
    field.setReadOnly(True)
    field.setMinimumSize(look.px(560), look.px(180))
    dialog.body.addWidget(field, 1)
    dialog.add_plain("Copy").clicked.connect(lambda: QApplication.clipboard().setText(text))
    dialog.add_act("Close")
    dialog.exec()
    dialog.deleteLater()
