"""Where a heat map puts things: whole units, nothing over cells or names."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from qdesk.analysis.figure import HeatMap
from qdesk.gui.charts.card import place_card
from qdesk.gui.charts.layout import fitted, laid_out
from qdesk.gui.charts.legend import legend_words
from qdesk.gui.charts.medium import screen
from qdesk.gui.charts.numbers import number_in_cell
from qdesk.gui.charts.ramp import ramp_of
from qdesk.gui.look.colours import contrast
from qdesk.gui.look.tokens import DARK, LIGHT

AREA = QSize(1120, 719)
CARD = QSize(336, 110)


def heatmap(k, measure="c", unit="paragraph", top=0.4):
    values = np.full((k, k), top)
    return HeatMap(
        tuple(f"Code of trust {i}" for i in range(k)), ("#1663A5",) * k, np.full(k, 30), values, measure, unit
    )


def test_twenty_codes_stand_as_drawn(qapp):
    layout = fitted(screen(), heatmap(20), AREA)
    assert layout.named
    assert layout.numbered
    assert layout.owned
    assert layout.cell == 32
    assert layout.cell_rect(1, 0).size() == QSize(31, 31)
    assert layout.clear(layout.legend)
    assert layout.right_of(19) < AREA.width()


def test_small_cells_carry_no_names(qapp):
    layout = fitted(screen(), heatmap(200), AREA)
    assert not layout.named
    assert layout.cell == 3
    assert layout.content.height() <= AREA.height()
    assert "number" not in layout.legend_words


def test_numbers_are_written_all_or_none(qapp):
    assert laid_out(screen(), heatmap(3, "count", top=9), AREA, 14, named=True).numbered
    assert not laid_out(screen(), heatmap(3, "count", top=1200), AREA, 14, named=True).numbered


def test_every_cell_is_found_where_it_is_painted(qapp):
    layout = fitted(screen(), heatmap(9), AREA)
    for i in range(9):
        for j in range(9):
            wanted = (i, j) if j <= i else None
            assert layout.cell_at(layout.cell_rect(i, j).center()) == wanted
    assert layout.cell_at(QPoint(0, 0)) is None


def test_scrolled_cells_are_found_too_but_not_under_the_names(qapp):
    layout = laid_out(screen(), heatmap(200), AREA, 14, named=True).scrolled(QPoint(300, 700))
    assert layout.cell_at(layout.cell_rect(60, 40).center()) == (60, 40)
    assert layout.cell_at(QPoint(layout.left - 5, 300)) is None
    assert layout.rows_seen().start == (700 - 16) // 14


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(k=st.integers(2, 40), at=st.floats(0, 1), width=st.integers(900, 1600), height=st.integers(500, 1000))
def test_the_card_covers_no_cell_name_or_pointed_cell(qapp, k, at, width, height):
    layout = fitted(screen(), heatmap(k), QSize(width, height))
    i = round(at * (k - 1))
    card = place_card(layout, CARD, i, 0)
    assert not card.intersects(layout.cell_rect(i, 0))
    assert QRect(QPoint(0, 0), layout.area).contains(card)
    corner_free = layout.clear(QRect(QPoint(width - screen().edge - CARD.width(), screen().pad), CARD))
    if corner_free:
        assert layout.clear(card)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_numbers_can_be_read_on_every_shade(qapp, tokens):
    ramp = ramp_of(tokens)
    assert ramp.colours[0].name().upper() == tokens.ramp_low
    assert ramp.colours[-1].name().upper() == tokens.ramp_high
    assert min(contrast(ink, shade) for ink, shade in zip(ramp.inks, ramp.colours, strict=True)) >= 4.5


@pytest.mark.parametrize(
    ("value", "measure", "written"),
    [
        (0.234, "c", ".23"),
        (0.099, "c", ""),
        (0.1, "c", ".10"),
        (1.0, "c", "1"),
        (40.0, "count", "40"),
        (2.0, "count", ""),
    ],
)
def test_number_in_a_cell(value, measure, written):
    assert number_in_cell(value, heatmap(3, measure, top=0.4 if measure == "c" else 40)) == written


def test_legend_says_what_is_counted():
    assert legend_words(heatmap(3), True, True) == (
        "Share of the paragraphs with either code that hold both. Cells under 0.10 show no number. "
        "On the diagonal: paragraphs with the code."
    )
    assert legend_words(heatmap(3, "count", "overlap", 31), True, True) == (
        "Pairs of quotes that overlap. Cells under 4 show no number. On the diagonal: quotes with the code."
    )
