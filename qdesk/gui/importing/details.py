"""What is asked about one file: its encoding, its paragraphs, who speaks, whose interview it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from qdesk.gui.importing.candidate import Candidate
from qdesk.gui.importing.encodingnames import encoding_name
from qdesk.gui.importing.speakers import Speakers
from qdesk.gui.look.theme import look
from qdesk.gui.widgets.combo import Combo
from qdesk.gui.widgets.label import Label, Sentence
from qdesk.gui.widgets.link import Link
from qdesk.gui.widgets.widedialog import Heading
from qdesk.text.newdocument import ParagraphRule

_RULES: tuple[tuple[ParagraphRule, str], ...] = (("line", "A line break"), ("blank", "A blank line"))


class Details(QScrollArea):
    """The choices of one file. Each signal is a choice of the user's; nothing changes by itself."""

    encoding_chosen = Signal(str)
    encodings_asked = Signal()
    rule_chosen = Signal(str)
    voice_changed = Signal(str, bool, bool)
    participant_changed = Signal(str)
    rule_for_all_asked = Signal()
    voices_for_all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_details")
        self.setAccessibleName("About this file")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self._column = QVBoxLayout(inner)
        self._build_encoding()
        self._build_rules()
        self._build_speakers()
        self._column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        look.changed.connect(self._resize)
        self._resize()

    def _build_encoding(self) -> None:
        self._name = Label("", 15, bold=True)
        self._name.setWordWrap(True)
        self._encoding_head = Heading("Encoding")
        self._encoding = Combo("Encoding", [])
        self._encoding.setObjectName("import_encoding")
        self._encoding.activated.connect(lambda row: self.encoding_chosen.emit(self._encoding.itemData(row)))
        self._other = Link("Read in another encoding")
        self._other.setObjectName("import_other_encoding")
        self._other.clicked.connect(self.encodings_asked)
        self._remarks = Sentence("", 11, "muted")
        for widget in (self._name, self._remarks, self._encoding_head, self._encoding):
            self._column.addWidget(widget)
        self._column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_rules(self) -> None:
        self._rule_for_all = Link("Use for all files", 11)
        self._rule_for_all.setObjectName("import_rule_for_all")
        self._rule_for_all.clicked.connect(self.rule_for_all_asked)
        self._column.addWidget(Heading("A paragraph ends with", self._rule_for_all))
        self._rules: dict[ParagraphRule, QRadioButton] = {}
        for rule, _words in _RULES:
            button = self._rules[rule] = QRadioButton()
            button.setObjectName(f"import_rule_{rule}")
            button.clicked.connect(lambda _on, rule=rule: self.rule_chosen.emit(rule))
            self._column.addWidget(button)

    def _build_speakers(self) -> None:
        self._voices_for_all = Link("Use for all files", 11)
        self._voices_for_all.setObjectName("import_voices_for_all")
        self._voices_for_all.setToolTip("Files in which the same labels stand get the same choices")
        self._voices_for_all.clicked.connect(self.voices_for_all_asked)
        self._column.addWidget(Heading("Speakers", self._voices_for_all))
        self._speakers = Speakers()
        self._speakers.changed.connect(self.voice_changed)
        self._nobody = Sentence("No labels such as “Teacher:” were found before the lines.", 13, "muted")
        self._participant = QLineEdit()
        self._participant.setObjectName("import_participant")
        self._participant.setAccessibleName("Participant")
        self._participant.textEdited.connect(self.participant_changed)
        self._each = Sentence("Each speaker who does not interview is a participant.", 11, "muted")
        for widget in (self._speakers, self._nobody, Heading("Participant"), self._participant, self._each):
            self._column.addWidget(widget)

    def show_file(self, one: Candidate, with_encodings: bool, rule_for_all: bool, voices_for_all: bool) -> None:
        """Show a file that was read; ``with_encodings`` lists the encodings to choose from."""
        self._name.setText(one.name)
        self._remarks.say(" ".join(one.remarks))
        self._remarks.setVisible(bool(one.remarks))
        self._show_encoding(one, with_encodings)
        for rule, words in _RULES:
            count = one.paragraphs(rule)
            self._rules[rule].setText(f"{words} · {count:,} paragraph{'' if count == 1 else 's'}")
            self._rules[rule].setChecked(rule == one.document.paragraphs)
        self._rule_for_all.setVisible(rule_for_all)
        self._voices_for_all.setVisible(voices_for_all)
        self.show_speakers(one)

    def _show_encoding(self, one: Candidate, listed: bool) -> None:
        assert one.file is not None
        used = one.file.encoding
        self._encoding.clear()
        if listed:
            for encoding in dict.fromkeys([used, *one.encodings]):
                self._encoding.addItem(encoding_name(encoding), encoding)
            self._encoding.setCurrentIndex(0)
        self._encoding_head.say("Encoding" if listed else f"Encoding: {encoding_name(used)}")
        self._encoding_head.setVisible(bool(used))
        self._encoding.setVisible(listed)
        self._other.setVisible(bool(used) and not listed)

    def show_speakers(self, one: Candidate) -> None:
        """Show who speaks, and whose interview it is."""
        self._speakers.show_voices(one.voices)
        self._speakers.setVisible(bool(one.voices))
        self._nobody.setVisible(not one.voices)
        self._participant.setVisible(one.one_answers)
        self._each.setVisible(not one.one_answers)
        self._participant.setPlaceholderText(one.suggested or "Whose words these are")
        if self._participant.text() != one.participant:
            self._participant.setText(one.participant)

    def _resize(self) -> None:
        margin = look.px(20)
        self._column.setContentsMargins(margin, look.px(20), margin, look.px(20))
        self._column.setSpacing(0)
