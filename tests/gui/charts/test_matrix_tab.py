"""The co-occurrence tab on a real project: live, pointed at, opened, saved."""

import csv

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus
from qdesk.gui.charts.matrix import MatrixTab
from qdesk.gui.charts.saving import write_chart
from qdesk.gui.look.theme import look
from qdesk.gui.look.tokens import DARK
from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span

TEXT = "We had the room.\nNobody asked me to start.\nWe were heard at last.\n"


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "study.qdesk", "window") as project:
        yield project


@pytest.fixture
def study(project):
    """Trust and Room meet in one overlap; Trust and Voice in a paragraph only; Idle is not used."""
    with project.change("Study"):
        document = project.documents.add(NewDocument("Teacher 1", TEXT, "txt"))
        theme = project.codes.add("Climate", kind="theme")
        ids = {name: project.codes.add(name, parent=theme) for name in ("Trust", "Room")}
        ids |= {name: project.codes.add(name) for name in ("Voice", "Idle")}
        project.codings.add(document, ids["Trust"], Span(0, 11))
        project.codings.add(document, ids["Room"], Span(7, 15))
        project.codings.add(document, ids["Trust"], Span(17, 23))
        project.codings.add(document, ids["Voice"], Span(24, 40))
    return project, document, ids


@pytest.fixture
def tab(study, qtbot):
    project, _, _ = study
    bus = Bus(project)
    tab = MatrixTab(bus)
    tab.bus = bus
    tab.told = []
    tab.status.connect(tab.told.append)
    qtbot.addWidget(tab)
    tab.resize(1120, 766)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def view(tab):
    return tab.findChild(object, "heat_map")


def choose(tab, combo, index):
    tab.findChild(object, f"chart_{combo}").setCurrentIndex(index)


def at(tab, i, j):
    return view(tab).layout_now.cell_rect(i, j).center()


def test_codes_in_use_are_shown(tab):
    assert view(tab).heatmap.names == ("Trust", "Room", "Voice")
    assert view(tab).table.count.tolist() == [[2, 1, 0], [1, 1, 0], [0, 0, 1]]
    assert tab.told == ["3 pairs · 3 codes · 4 quotes"]


def test_unit_and_measure(tab):
    choose(tab, "unit", 1)
    choose(tab, "measure", 1)
    assert view(tab).heatmap.values[2, 0] == 0.5
    assert tab.told[-1] == "3 pairs · 3 codes · 3 paragraphs"


def test_pointing_tells_the_cell_in_a_sentence(tab, qtbot):
    choose(tab, "unit", 1)
    qtbot.mouseMove(view(tab).viewport(), at(tab, 2, 0))
    assert view(tab).accessibleDescription() == (
        "Voice with Trust: 1 paragraph, c = 0.50, 1 of 1 with Voice (100\u00a0%), 1 of 2 with Trust (50\u00a0%)"
    )
    qtbot.mouseMove(view(tab).viewport(), QPoint(5, 5))
    assert view(tab).place is None


def test_click_opens_the_quotes_of_both_codes(tab, study, qtbot):
    _, _, ids = study
    with qtbot.waitSignal(tab.bus.quotes_asked) as asked:
        qtbot.mouseClick(view(tab).viewport(), Qt.MouseButton.LeftButton, pos=at(tab, 1, 0))
    query = asked.args[0]
    assert query.codes == (ids["Room"], ids["Trust"])
    assert sorted(query.codings) == [1, 2]
    assert query.title == "Room with Trust"


def test_arrows_and_enter_do_what_the_mouse_does(tab, study, qtbot):
    _, _, ids = study
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view(tab), key)
    assert view(tab).place == (2, 2)
    with qtbot.waitSignal(tab.bus.quotes_asked) as asked:
        qtbot.keyClick(view(tab), Qt.Key.Key_Return)
    assert asked.args[0].codes == (ids["Voice"],)
    qtbot.keyClick(view(tab), Qt.Key.Key_Escape)
    assert view(tab).place is None


def test_follows_coding_live(tab, study):
    project, document, ids = study
    with project.change("Apply code"):
        project.codings.add(document, ids["Idle"], Span(0, 20))
    assert view(tab).heatmap.names == ("Trust", "Room", "Voice", "Idle")
    project.undo()
    assert view(tab).heatmap.names == ("Trust", "Room", "Voice")


def test_hidden_it_waits_until_it_is_shown(tab, study):
    project, document, ids = study
    tab.hide()
    with project.change("Apply code"):
        project.codings.add(document, ids["Idle"], Span(0, 20))
    assert "Idle" not in view(tab).heatmap.names
    tab.show()
    assert "Idle" in view(tab).heatmap.names


def test_themes_and_selected_codes(tab, study):
    project, document, ids = study
    choose(tab, "codes", 1)
    assert tab.told[-1] == ""
    with project.change("Second theme"):
        second = project.codes.add("Voices", kind="theme")
        project.codes.move([ids["Voice"]], second)
        project.codings.add(document, ids["Voice"], Span(0, 5))
    assert view(tab).heatmap.names == ("Climate", "Voices")
    assert view(tab).table.count.tolist() == [[3, 1], [1, 2]]
    tab.set_codes([ids["Room"], ids["Voice"]])
    assert view(tab).heatmap.names == ("Room", "Voice")
    tab.set_codes([])
    assert len(view(tab).heatmap.names) == 3


def test_an_empty_project_says_what_will_stand_here(project, qtbot):
    tab = MatrixTab(Bus(project))
    qtbot.addWidget(tab)
    tab.show()
    empty = tab.findChild(object, "empty_state")
    assert empty.isVisible()
    assert "No two codes" in empty.accessibleName()
    tab.save()


def test_dark_repaints_a_living_tab(tab):
    try:
        look.set_dark(True)
        painted = tab.grab().toImage().pixelColor(5, 400)
        assert abs(painted.lightness() - QColor(DARK.surface).lightness()) < 8  # a display may have 16 bits a pixel
    finally:
        look.set_dark(False)


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_saved_by_suffix(tab, tmp_path, monkeypatch, qtbot, suffix):
    path = tmp_path / f"figure.{suffix}"
    monkeypatch.setattr("qdesk.gui.charts.saving.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(tab.bus.told) as told:
        tab.save()
    assert told.args == [f"Saved {path.name}", False]
    if suffix == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file))[1] == ["Trust", "2", "1", "0"]
    elif suffix == "png":
        assert QImage(str(path)).width() > 500
    else:
        assert b"<svg" in path.read_bytes()


def test_a_place_that_takes_no_file_is_told(tab, tmp_path):
    with pytest.raises(QDeskError, match="There is no folder"):
        write_chart(tmp_path / "missing" / "figure.csv", view(tab).heatmap, [["a"]])


def test_without_a_figure_it_says_what_one_needs(project, qtbot):
    bus = Bus(project)
    tab = MatrixTab(bus)
    qtbot.addWidget(tab)
    tab.show()
    with qtbot.waitSignal(bus.told) as told:
        tab.findChild(object, "save_figure").click()
    assert told.args == ["There is no figure to save yet: it needs two codes, or two themes, with quotes.", False]
