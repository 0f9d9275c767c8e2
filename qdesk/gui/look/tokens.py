"""The neutral colours and the measures of the window, light and dark. Only codes carry other colours."""

from dataclasses import dataclass
from typing import Final

DISABLED: Final = 0.38
"""Opacity of whatever cannot be used now."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hex colours by their use. ``dark`` tells which twin of a code colour to paint."""

    dark: bool
    background: str
    surface: str
    sunken: str
    border: str
    hairline: str
    text: str
    text2: str
    said: str
    muted: str
    tint: str
    hover: str
    selected: str
    selection: str
    accent: str
    on_accent: str
    danger: str
    ramp_low: str
    ramp_high: str


LIGHT: Final = Tokens(
    dark=False, background="#F5F6F6", surface="#FFFFFF", sunken="#EEF0F1", border="#DCDFE1", hairline="#E9EBEC",
    text="#1E2327", text2="#454C52", said="#525A61", muted="#646C73", tint="#ECEEF0", hover="#E9ECEE",
    selected="#DEE7EE", selection="#CDDCE8", accent="#2F5573", on_accent="#FFFFFF", danger="#B3261E",
    ramp_low="#F1F3F4", ramp_high="#1F4A6B",
)  # fmt: skip

DARK: Final = Tokens(
    dark=True, background="#1A1C1E", surface="#222528", sunken="#16181A", border="#383D41", hairline="#2C3033",
    text="#E6E8EA", text2="#C3C8CC", said="#C3C8CC", muted="#979FA6", tint="#30353A", hover="#2A2E32",
    selected="#2C3C49", selection="#34506A", accent="#8DB4D3", on_accent="#14212B", danger="#F2938C",
    ramp_low="#262A2D", ramp_high="#A9CBE6",
)  # fmt: skip
