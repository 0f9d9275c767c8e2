"""The dock on a fake project: what it lists, what it emits, and that it keeps its place."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from quotes_fakes import URDU, FakeBus, FakeProject, quote

from qdesk.gui.acts import coding as acts
from qdesk.gui.bus import Place, QuoteQuery
from qdesk.gui.look.theme import look
from qdesk.gui.quotes.entries import Grouping, single
from qdesk.gui.quotes.panel import QuotesPanel
from qdesk.gui.quotes.shaping import Shaped, right_to_left
from qdesk.store.changes import Changes, Rows
from qdesk.text.spans import Span

TRUST = QuoteQuery(codes=(2,))
CODED = Changes("Code", "do", {"coding": Rows(inserted=frozenset({1}))}, frozenset({1}))


@pytest.fixture
def make(qtbot):
    def build(quotes, query=TRUST):
        panel = QuotesPanel(FakeBus(FakeProject(quotes)))
        qtbot.addWidget(panel)
        panel.resize(320, 700)
        panel.show()
        if query:
            panel.ask(query)
        qtbot.waitUntil(lambda: not panel.view.rows.rows or panel.view.visualRect(panel.view.rows.index(0)).isValid())
        return panel

    return build


def texts(panel):
    return [entry.text for entry in panel.view.rows.rows if hasattr(entry, "text")]


def sentence(panel):
    return panel.findChild(object, "empty_state").accessibleName()


def test_head_and_rows(make):
    panel = make([quote(1), quote(2, document=2), quote(3, code=3)])
    assert panel.findChild(object, "quotes_header").accessibleName() == "Quotes of Trust, 2 quotes · 2 people"
    assert len(texts(panel)) == 2


def test_a_theme_shows_its_codes_until_told_otherwise(make):
    panel = make([quote(1, code=1), quote(2, code=2)], QuoteQuery(codes=(1,)))
    assert len(texts(panel)) == 2
    panel.findChild(object, "quotes_children").click()
    assert len(texts(panel)) == 1


def test_empty_sentences(make):
    panel = make([], None)
    assert sentence(panel) == "Choose a code, or click on any number, and the quotes stand here."
    panel.ask(QuoteQuery(codes=(2,)))
    assert sentence(panel) == "No quotes yet. Select text and drag it onto this code."


def test_filter_and_its_link(make, qtbot):
    panel = make([quote(1, "Doors open."), quote(2, "Windows shut.")])
    field = panel.findChild(object, "quotes_filter")
    qtbot.keyClicks(field, "window")
    assert texts(panel) == ["Windows shut."]
    qtbot.keyClicks(field, "xyz")
    assert sentence(panel) == "No quote contains “windowxyz”."
    panel.findChild(object, "link").click()
    assert len(texts(panel)) == 2


def click(panel, qtbot, row, point=None):
    box = panel.view.visualRect(panel.view.rows.index(row))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=point or box.center())


def test_click_and_enter_go_to_the_place(make, qtbot):
    panel = make([quote(1, "Yes.", start=40, document=7)])
    places = []
    panel._bus.place_asked.connect(places.append)
    click(panel, qtbot, 0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert places == [Place(7, Span(40, 44), 1)] * 2


def test_star_by_click_and_by_key_goes_nowhere(make, qtbot, monkeypatch):
    starred = []
    monkeypatch.setattr(acts, "star", lambda bus, coding, on: starred.append((coding, on)))
    panel = make([quote(1), quote(2, starred=True)])
    panel._bus.place_asked.connect(lambda place: pytest.fail("went to the place"))
    for row in (0, 1):
        index = panel.view.rows.index(row)
        area = panel.view.drawing.star_area(panel.view.visualRect(index), panel.view.rows.row(index))
        click(panel, qtbot, row, area.center())
    qtbot.keyClick(panel.view, Qt.Key.Key_S)
    assert starred == [(1, True), (2, False), (2, False)]


def test_menu_and_keys_reach_the_acts(make, qtbot, monkeypatch):
    gone = []
    monkeypatch.setattr(acts, "uncode", lambda bus, codings: gone.append(codings))
    panel = make([quote(1, "Yes."), quote(2, "No.")])
    panel.view.selectAll()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert gone == [[1, 2]]
    menu = panel.verbs.menu(panel.view.passages())
    enabled = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert enabled == {
        "Go to the text": False, "Change code…": True, "Uncode": True, "Comment…": False, "Star": False,
        "Copy with citation": True,
    }  # fmt: skip


def test_where_two_codes_meet_each_is_changed_by_itself(make):
    project = FakeProject([quote(1, "Yes.", code=3), quote(2, "Yes.", code=4)], {1: "Yes."})
    panel = QuotesPanel(FakeBus(project))
    panel.ask(QuoteQuery(codes=(3, 4), codings=(1, 2)))
    assert panel.findChild(object, "quotes_header").accessibleName().endswith("1 passage · 1 person")
    titles = [action.text() for action in panel.verbs.menu(panel.view.rows.rows).actions()]
    assert [title for title in titles if "“" in title] == [
        "Change “Room to initiate”…", "Uncode “Room to initiate”", "Change “Confidence”…", "Uncode “Confidence”",
    ]  # fmt: skip


def test_a_comment_is_kept_by_enter_and_left_by_escape(make, qtbot, monkeypatch):
    kept = []
    monkeypatch.setattr(acts, "comment", lambda bus, coding, text: kept.append((coding, text)))
    panel = make([quote(1, "Yes.", comment="old")])
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        panel.verbs.comment(panel.view.rows.rows[0])
        text = panel.findChild(object, "comment_text")
        qtbot.keyClicks(text, "new")
        qtbot.keyClick(text, key)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert kept == [(1, "new")]


def test_copy_carries_the_citation(make, qtbot, qapp):
    panel = make([quote(1, "Yes.", document=7)])
    panel.view.setCurrentIndex(panel.view.rows.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "“Yes.” (Teacher 7, ¶ 14)"


def test_a_refresh_keeps_scroll_and_selection(make, qtbot):
    quotes = [quote(i, f"Number {i}. " * (1 + i % 9), start=i * 400) for i in range(1, 400)]
    panel = make(quotes)
    view = panel.view
    qtbot.waitUntil(lambda: view.visualRect(view.rows.index(398)).isValid())
    view.setCurrentIndex(view.rows.index(250))
    view.scrollTo(view.rows.index(250), view.ScrollHint.PositionAtTop)
    before = view.visualRect(view.rows.index_of((251,))).top()
    panel._bus.project.held = [quote(1000, "A new one."), *quotes[:100], *quotes[101:]]
    panel._bus.changed.emit(CODED)
    qtbot.waitUntil(lambda: view.visualRect(view.rows.index_of((251,))).top() == before)
    assert [passage.key for passage in view.passages()] == [(251,)]


def test_a_short_list_takes_a_new_width_at_once(make):
    panel = make([quote(i, f"Number {i} of many. " * 9, start=i * 400) for i in range(1, 20)])
    panel.resize(600, 700)
    panel.layout().activate()
    view = panel.view
    assert view.drawing.text_width == view.width() - 32
    heights = [view.visualRect(view.rows.index(row)).height() for row in range(5)]
    assert heights == [view.sizeHintForIndex(view.rows.index(row)).height() for row in range(5)]


def test_a_long_list_shows_its_first_rows_at_once_and_all_soon(make, qtbot):
    panel = make([quote(i, f"Number {i} of many. " * 9, start=i * 400) for i in range(1, 3000)], None)
    panel.ask(TRUST)
    assert panel.view.rows.rowCount() == 100
    assert panel.view.visualRect(panel.view.rows.index(99)).isValid()
    qtbot.waitUntil(lambda: panel.view.rows.rowCount() == 2999)


def test_another_query_starts_at_its_top(make, qtbot):
    quotes = [quote(i, f"Number {i} of many. " * 9, start=i * 400) for i in range(1, 80)]
    panel = make(quotes, QuoteQuery(codes=(1,)))
    qtbot.waitUntil(lambda: panel.view.verticalScrollBar().maximum() > 3000)
    panel.view.scrollTo(panel.view.rows.index(60), panel.view.ScrollHint.PositionAtTop)
    panel.ask(TRUST)
    qtbot.waitUntil(lambda: panel.view.visualRect(panel.view.rows.index(0)).isValid())
    assert panel.view.indexAt(QPoint(1, 1)).row() == 0


def test_a_resize_keeps_the_top_row(make, qtbot):
    panel = make([quote(i, f"Number {i} of many. " * 9, start=i * 400) for i in range(1, 300)])
    view = panel.view
    qtbot.waitUntil(lambda: view.visualRect(view.rows.index(298)).isValid())
    view.scrollTo(view.rows.index(200), view.ScrollHint.PositionAtTop)
    height = view.visualRect(view.rows.index(200)).height()
    panel.resize(500, 700)
    qtbot.waitUntil(lambda: 0 < view.visualRect(view.rows.index(200)).height() < height)
    assert view.indexAt(QPoint(1, 1)).row() == 200


def test_a_coding_reads_only_its_own_document_again(make):
    panel = make([quote(1), quote(2, document=2), quote(3, document=3)])
    first, _second, third = panel.view.rows.rows
    panel._bus.project.held = [
        quote(1, "Read no more."),
        quote(2, document=2),
        quote(4, document=2),
        quote(3, document=3),
    ]
    panel._bus.changed.emit(Changes("Code", "do", {"coding": Rows(inserted=frozenset({4}))}, frozenset({2})))
    shown = [row for row in panel.view.rows.rows if hasattr(row, "text")]
    assert [passage.key for passage in shown] == [(1,), (2,), (4,), (3,)]
    assert shown[0] is first
    assert shown[-1] is third


def test_a_hidden_panel_reads_again_when_shown(make):
    panel = make([quote(1)])
    panel.hide()
    panel._bus.project.held = [quote(1), quote(2)]
    panel._bus.changed.emit(CODED)
    assert len(texts(panel)) == 1
    panel.show()
    assert len(texts(panel)) == 2


def test_each_quote_is_one_accessible_item(make):
    panel = make([quote(1, "Yes.", starred=True), quote(2, "No.", document=2)])
    spoken = QAccessible.queryAccessibleInterface(panel.view).child(0)
    assert spoken.text(QAccessible.Text.Name) == "Starred. Yes. Teacher 1 · ¶ 14"
    assert spoken.role() == QAccessible.Role.ListItem


def test_several_codes_are_named_beside_their_colours(make):
    panel = make([quote(1, "Yes.", code=1), quote(2, "No.", code=2)], QuoteQuery(codes=(1,)))
    rows = panel.view.rows
    assert [rows.facts(passage) for passage in rows.rows] == [
        "Teacher 1 · ¶ 14 · Collaboration", "Teacher 1 · ¶ 14 · Trust",
    ]  # fmt: skip
    panel.set_grouping(Grouping.CODE)
    assert rows.facts(rows.rows[1]) == "Teacher 1 · ¶ 14"


def test_headings_are_not_selected(make, qtbot):
    panel = make([quote(1), quote(2), quote(3, document=2)])
    assert panel.grouping is Grouping.PERSON
    assert len(panel.view.rows.rows) == 5
    panel.view.setCurrentIndex(panel.view.rows.index(2))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.currentIndex().row() == 4


def test_the_model_keeps_its_contract(make):
    panel = make([quote(i) for i in range(1, 9)])
    model = panel.view.rows
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel._bus.project.held = [quote(9), quote(3), quote(2, starred=True), quote(7)]
    panel._bus.changed.emit(CODED)
    assert model.rowCount() == 4
    del tester


def test_urdu_runs_from_the_right_edge(qapp):
    passage = single([quote(1, URDU)])[0]
    assert right_to_left(URDU)
    assert not right_to_left("“Yes”, 12")
    for _, piece in Shaped(passage, 288).pieces(Span(0, len(URDU))):
        assert piece.right() == pytest.approx(288, abs=8)


def test_words_beyond_the_basic_plane_keep_their_places(qapp):
    text = "😀😀 smile here"
    shaped = Shaped(single([quote(1, text)])[0], 2000)
    ((_, smile),) = shaped.pieces(Span(3, 8))
    assert smile.left() == pytest.approx(shaped.layout.lineAt(0).cursorToX(5)[0], abs=2)


def test_a_change_of_look_repaints_and_measures_again(make, qtbot):
    panel = make([quote(1)])
    light, height = (
        panel.view.grab().toImage().pixelColor(200, 5),
        panel.view.visualRect(panel.view.rows.index(0)).height(),
    )
    try:
        look.set_dark(True)
        look.set_scale(1.5)
        qtbot.waitUntil(lambda: panel.view.visualRect(panel.view.rows.index(0)).height() > height)
        assert panel.view.grab().toImage().pixelColor(200, 5) != light
    finally:
        look.set_scale(1.0)
        look.set_dark(False)
