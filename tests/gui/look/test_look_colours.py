"""Code colours: the twins of LOOK's table, and the rule for colours of one's own."""

from math import degrees

import pytest
from PySide6.QtGui import QColor

from qdesk.gui.look.colours import DARK_SLOTS, code_colour, contrast, too_faint
from qdesk.gui.look.mix import mix
from qdesk.gui.look.oklch import from_oklch, to_oklch
from qdesk.gui.look.tokens import DARK, LIGHT
from qdesk.store.colours import FAMILIES, SLOTS


def oklch(colour: str) -> tuple[float, float, float]:
    lightness, chroma, hue = to_oklch(*QColor(colour).getRgbF()[:3])
    return lightness, chroma, degrees(hue) % 360


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#FF0000", (0.628, 0.258, 29.23)), ("#00FF00", (0.866, 0.295, 142.50)), ("#0000FF", (0.452, 0.313, 264.05))],
)
def test_oklch_agrees_with_css_color_4(colour: str, expected: tuple[float, float, float]) -> None:
    assert oklch(colour) == pytest.approx(expected, abs=0.01)


def test_oklch_and_back_is_the_same_colour() -> None:
    for colour in SLOTS.values():
        back = QColor.fromRgbF(*from_oklch(*to_oklch(*QColor(colour).getRgbF()[:3])))
        assert back.name().upper() == colour


def test_every_slot_and_family_has_a_dark_twin_of_its_hue() -> None:
    assert DARK_SLOTS.keys() == FAMILIES.keys() | SLOTS.keys()
    for slot, light in SLOTS.items():
        apart = abs(oklch(light)[2] - oklch(DARK_SLOTS[slot])[2])
        assert min(apart, 360 - apart) <= 24, slot


def test_contrasts_are_those_of_the_design() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert min(contrast(SLOTS[slot], LIGHT.surface) for slot in SLOTS) >= 2.95
    assert min(contrast(DARK_SLOTS[slot], DARK.surface) for slot in SLOTS) >= 3.15


def test_a_slot_is_painted_by_the_look(dressed) -> None:
    assert code_colour("#1663A5", "blue2") == QColor("#1663A5")
    assert code_colour("", "teal") == QColor("#0F7683")
    dressed.set_dark(True)
    assert code_colour("#1663A5", "blue2") == QColor("#84B0C6")
    assert code_colour("#0F7683", "teal") == QColor("#40BECF")


@pytest.mark.parametrize("colour", ["#FF0000", "#123456", "#FFEE88", "#00AA55", "#808080"])
def test_an_own_colour_gets_its_dark_twin_by_rule(dressed, colour: str) -> None:
    dressed.set_dark(True)
    lightness, chroma, hue = oklch(colour)
    twin = oklch(code_colour(colour).name())
    assert twin[0] == pytest.approx(min(0.88, max(0.60, 1.20 - lightness)), abs=0.01)
    assert twin[1] <= chroma * 0.85 + 0.005
    if chroma > 0.02:
        assert twin[2] == pytest.approx(hue, abs=2)


def test_a_changed_answer_does_not_change_the_next_one(dressed) -> None:
    code_colour("#1663A5").setAlpha(10)
    assert code_colour("#1663A5").alpha() == 255


def test_faint_colours_are_told() -> None:
    assert too_faint("#FFEE88")
    assert not too_faint("#1663A5")


def test_mix_is_the_painters_own() -> None:
    assert mix("#000000", "#FFFFFF", 0.38).name() == "#9e9e9e"
