"""Dialogs in the look: a title, a sentence, what is asked, and one primary button at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Label, Sentence


class Dialog(QDialog):
    """The base of every dialog. Fill ``body``, then add the buttons from left to right."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._title = Label(title, 21, bold=True)
        self._title.setWordWrap(True)
        self._sentence = Sentence(sentence)
        self._sentence.setVisible(bool(sentence))
        self.body = QVBoxLayout()
        self._column = QVBoxLayout()
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addLayout(self.body, 1)
        self._foot, self._buttons = _foot()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column, 1)
        whole.addWidget(self._foot)
        look.changed.connect(self._resize)
        self._resize()

    def say(self, sentence: str) -> None:
        """Change the sentence under the title."""
        self._sentence.say(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def add_act(self, text: str, danger: bool = False) -> QPushButton:
        """Add the act that accepts: the primary button, or one in danger text that Enter does not press."""
        button = self._add(text)
        button.setProperty("danger" if danger else "primary", True)
        button.setDefault(not danger)
        button.clicked.connect(self.accept)
        return button

    def add_cancel(self, text: str = "Cancel") -> QPushButton:
        """Add the button that rejects."""
        button = self._add(text)
        button.clicked.connect(self.reject)
        return button

    def add_plain(self, text: str) -> QPushButton:
        """Add a button without an act of its own."""
        return self._add(text)

    def _add(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"button_{text.lower().replace(' ', '_')}")
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        self._buttons.addWidget(button)
        return button

    def _resize(self) -> None:
        margin = look.px(24)
        self.setMinimumWidth(look.px(440))
        self._column.setContentsMargins(margin, look.px(20), margin, look.px(20))
        self._column.setSpacing(look.px(8))
        self.body.setContentsMargins(0, look.px(4), 0, 0)
        self.body.setSpacing(look.px(8))
        self._buttons.setContentsMargins(margin, look.px(14), margin, look.px(14))
        self._buttons.setSpacing(look.px(8))


def _foot() -> tuple[QWidget, QHBoxLayout]:
    """The band of the buttons, which stand at its right end."""
    foot = QWidget()
    foot.setProperty("part", "foot")
    foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(foot)
    row.addStretch(1)
    return foot, row


def confirm(parent: QWidget | None, title: str, sentence: str, act: str, danger: bool = True) -> bool:
    """Ask before what cannot be seen. A dangerous act stands in danger text and the focus on Cancel."""
    dialog = Dialog(parent, title, sentence)
    dialog.setObjectName("confirm")
    cancel = dialog.add_cancel()
    button = dialog.add_act(act, danger)
    (cancel if danger else button).setFocus(Qt.FocusReason.OtherFocusReason)
    if danger:
        cancel.setDefault(True)
    _fit(dialog)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def inform(parent: QWidget | None, title: str, sentence: str) -> None:
    """Tell a known error, or what the status line cannot hold, with one button."""
    dialog = Dialog(parent, title, sentence)
    dialog.setObjectName("inform")
    dialog.add_act("Close").setFocus(Qt.FocusReason.OtherFocusReason)
    _fit(dialog)
    dialog.exec()
    dialog.deleteLater()


def _fit(dialog: Dialog) -> None:
    """No higher than its words need at its width: Qt guesses the height of wrapped words for another one."""
    width = max(dialog.minimumWidth(), dialog.sizeHint().width())
    dialog.resize(width, dialog.layout().heightForWidth(width))
