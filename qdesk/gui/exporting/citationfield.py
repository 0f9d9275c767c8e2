"""The pattern of citations, with what it makes of a quote of the study right below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from qdesk.errors import QDeskError
from qdesk.exporters.citation import Citation
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.label import Sentence
from qdesk.store.project import Project
from qdesk.store.records import Quote


class CitationField(QWidget):
    """``changed``: another pattern was typed, good or bad."""

    changed = Signal()

    def __init__(self, project: Project, pattern: str) -> None:
        super().__init__()
        self.setObjectName("citation")
        self._attributes = [attribute.name for attribute in project.cases.attributes()]
        self._quote = _sample(project)
        case = self._quote.case
        self._values = project.cases.get(case).attributes if case is not None else {}
        self._field = QLineEdit(pattern)
        self._field.setObjectName("citation_pattern")
        self._field.setAccessibleName("Citation")
        fields = ["{participant}", "{speaker}", "{document}", "{paragraph}"]
        fields += [f"{{attribute:{name}}}" for name in self._attributes]
        self._field.setToolTip("Fields: " + " ".join(fields))
        self._reads, self._wrong = Sentence("", 11, "muted"), Sentence("", 11, "danger")
        self._column = QVBoxLayout(self)
        for part in (self._field, self._reads, self._wrong):
            self._column.addWidget(part)
        self._field.textChanged.connect(self._check)
        self._field.textChanged.connect(lambda _text: self.changed.emit())
        look.changed.connect(self._resize)
        self._resize()
        self._check()

    @property
    def pattern(self) -> str:
        """The pattern as typed."""
        return self._field.text()

    @property
    def failure(self) -> str:
        """What is wrong with the pattern, or ""."""
        try:
            Citation(self.pattern, self._attributes)
        except QDeskError as error:
            return str(error)
        return ""

    def _check(self) -> None:
        failure = self.failure
        reads = "" if failure else Citation(self.pattern, self._attributes).of(self._quote, self._values)
        self._reads.say(f"reads {reads}" if reads else "quotes stand without a citation")
        self._wrong.say(failure)
        self._reads.setHidden(bool(failure))
        self._wrong.setVisible(bool(failure))
        self._field.setAccessibleDescription(failure or self._reads.words)

    def _resize(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))


def _sample(project: Project) -> Quote:
    """The first quote of the study, or one such as a study may have."""
    codings = project.codings.arrays().id
    if len(codings):
        return project.codings.quotes(codings=[int(codings[0])])[0]
    return Quote(0, 0, "Teacher 7", 0, 0, 0, "", "", False, "", None, "Teacher 7", "Teacher 7", 14)
