"""The panel of codes: head, fields, menu, questions."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget

from qdesk.gui.codes.asking import DeleteDialog, MergeDialog
from qdesk.gui.codes.panel import CodesPanel
from qdesk.gui.widgets.empty import EmptyState
from qdesk.gui.widgets.label import Label
from qdesk.store.project import Project
from qdesk.text.spans import Span


def texts(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(Label) if label.isVisible()]


def answer(name: str) -> None:
    """Press a button of the next dialog, by its object name."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        button = dialog.findChild(QPushButton, name)
        assert button is not None
        button.click()

    QTimer.singleShot(0, press)


def test_the_head_counts_codes_without_themes(panel: CodesPanel) -> None:
    assert {"Codes", "7"} <= set(texts(panel))


def test_an_empty_project_says_what_will_stand_here(qtbot: Any, bus: Any, project: Project) -> None:
    panel = CodesPanel(bus)
    qtbot.addWidget(panel)
    panel.show()
    empty = panel.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert empty.accessibleName().startswith("No codes yet.")
    empty.acted.emit()
    field = panel.findChild(QLineEdit, "codeNameField")
    assert field is not None
    QTest.keyClicks(field, "Waiting")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not empty.isVisible()
    assert [code.name for code in project.codes.list()] == ["Waiting"]
    assert panel.tree.currentIndex().data() == "Waiting"


def test_a_new_code_goes_into_the_current_theme(panel: CodesPanel, ids: Any) -> None:
    field = panel.findChild(QLineEdit, "codeNameField")
    assert field is not None
    for chosen in ("Challenges", "Workload"):
        panel.choose([ids[chosen]])
        panel.commands.new_code()
        assert field.placeholderText() == "New code in “Challenges”"
        QTest.keyClicks(field, f"Beside {chosen}")
        QTest.keyClick(field, Qt.Key.Key_Return)
    rows = panel.tree.codes_model.tree.children[ids["Challenges"]]
    assert [panel.tree.codes_model.code(code).name for code in rows[3:]] == ["Beside Challenges", "Beside Workload"]


def test_esc_in_the_name_field_writes_nothing(panel: CodesPanel, bus: Any) -> None:
    panel.commands.new_theme()
    field = panel.findChild(QLineEdit, "codeNameField")
    assert field is not None
    QTest.keyClicks(field, "Never")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert bus.labels == []


def test_letters_narrow_the_tree_and_esc_widens_it(panel: CodesPanel, ids: Any) -> None:
    tree = panel.tree
    panel.open_filter()
    field = panel.findChild(QLineEdit, "codeFilter")
    assert field is not None
    QTest.keyClicks(field, "TRU")

    def visible() -> set[str]:
        return {name for name, code in ids.items() if tree.visualRect(tree.codes_model.index_of(code)).isValid()}

    assert visible() == {"Collaboration", "Trust"}
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert visible() == set(ids)
    assert not field.isVisible()


def test_counts_come_after_the_first_paint(qtbot: Any, bus: Any, ids: Any, project: Project) -> None:
    asked: list[bool] = []
    count = project.counts
    project.counts = lambda: asked.append(painted.seen) or count()  # type: ignore[method-assign,func-returns-value]
    panel = CodesPanel(bus)
    painted = Painted(panel.tree.viewport())
    qtbot.addWidget(panel)
    panel.resize(296, 400)
    panel.show()
    assert panel.tree.codes_model.counts(ids["Trust"]) == (0, 0)
    qtbot.waitUntil(lambda: panel.tree.codes_model.counts(ids["Trust"]) != (0, 0))
    assert asked == [True]


class Painted(QObject):
    """Whether a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def test_a_hidden_panel_reads_when_it_is_shown(qtbot: Any, panel: CodesPanel, ids: Any, project: Project) -> None:
    panel.hide()
    with project.change("Code"):
        project.codings.add(ids.document, ids["Mentoring"], Span(1, 4))
        project.codes.update(ids["Mentoring"], name="Coaching")
    assert panel.tree.codes_model.code(ids["Mentoring"]).name == "Mentoring"
    panel.show()
    assert panel.tree.codes_model.code(ids["Mentoring"]).name == "Coaching"
    qtbot.waitUntil(lambda: panel.tree.codes_model.counts(ids["Mentoring"]) == (1, 0))


def test_deleting_quotes_asks_and_can_move_them_up(panel: CodesPanel, ids: Any, project: Project) -> None:
    panel.choose([ids["Trust"]])
    answer("button_cancel")
    panel.commands.delete()
    assert project.codes.get(ids["Trust"]).name == "Trust"
    answer("button_move_quotes_up")
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert ids["Trust"] not in panel.tree.codes_model.tree
    assert panel.tree.codes_model.all_counts(ids["Collaboration"]).codings == 3
    project.undo()
    panel.choose([ids["Trust"]])
    answer("button_delete_with_quotes")
    panel.commands.delete()
    assert len(project.codings.list()) == 1


def test_deleting_without_quotes_asks_nothing(panel: CodesPanel, ids: Any, bus: Any) -> None:
    panel.choose([ids["Mentoring"]])
    panel.commands.delete()
    assert bus.labels == ["Delete “Mentoring”"]


def test_the_question_names_what_is_lost_and_starts_on_cancel(panel: CodesPanel, ids: Any, qtbot: Any) -> None:
    dialog = DeleteDialog(panel, panel.tree.codes_model, [ids["Collaboration"]], 3)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "“Collaboration”" in dialog.accessibleName()
    assert "3 codes below and 3 quotes" in dialog.accessibleDescription()
    focus = dialog.focusWidget()
    assert focus is not None
    assert focus.objectName() == "button_cancel"
    assert dialog.findChild(QPushButton, "button_move_quotes_up") is None, "there is no theme above"


def test_merging_offers_all_but_what_goes(panel: CodesPanel, ids: Any, qtbot: Any) -> None:
    dialog = MergeDialog(panel, panel.tree.codes_model, [ids["Collaboration"]])
    qtbot.addWidget(dialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText("to meet")
    assert dialog.target() == ids["Time to meet"]
    field.setText("Trust")
    assert dialog.target() is None


def test_the_menu_names_what_can_be_done(panel: CodesPanel, ids: Any) -> None:
    def open_menu() -> list[str]:
        panel.tree.menu_asked.emit(QPoint(10, 10))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = [action.text() for action in menu.actions() if not action.isSeparator()]
        menu.close()
        return entries

    assert open_menu() == ["New code…", "New theme…"]
    panel.choose([ids["Trust"]])
    assert open_menu() == [
        "Show quotes", "New code…", "New theme…", "Group into new theme…", "Rename", "Colour", "Make a theme",
        "Merge into…", "Delete…",
    ]  # fmt: skip


def test_without_a_choice_group_and_merge_say_what_to_do(panel: CodesPanel, bus: Any) -> None:
    told: list[str] = []
    bus.told.connect(lambda sentence, _undo: told.append(sentence))
    panel.tree.clearSelection()
    panel.commands.group()
    panel.commands.merge()
    assert told == [
        "Choose codes in the tree first; Group then puts them into a new theme.",
        "Choose codes in the tree first; Merge then joins them with another code.",
    ]
    assert not panel.findChild(QLineEdit, "codeNameField").isVisible()


def test_fields_ask_for_a_panel_in_sight_before_they_take_the_focus(panel: CodesPanel, ids: Any, qtbot: Any) -> None:
    panel.field_asked.connect(panel.show)
    panel.choose([ids["Trust"]])
    name, letters = (panel.findChild(QLineEdit, one) for one in ("codeNameField", "codeFilter"))
    commands = panel.commands
    asked = (
        (commands.new_code, name),
        (commands.new_theme, name),
        (commands.group, name),
        (panel.open_filter, letters),
    )
    for ask, field in asked:
        panel.hide()
        ask()
        assert field.isVisible()
        assert panel.focusWidget() is field
