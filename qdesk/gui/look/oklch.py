"""OKLCH, the colour space in which equal steps look equal (B. Ottosson, "A perceptual color space", 2020)."""

from math import atan2, cos, hypot, sin
from typing import Final

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_TO_LMS: Final[Matrix] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Final[Matrix] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Final[Matrix] = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS: Final[Matrix] = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def linear(channel: float) -> float:
    """Linear light of an sRGB channel, both 0 to 1 (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def to_oklch(red: float, green: float, blue: float) -> Triple:
    """Lightness 0 to 1, chroma, and hue in radians of an sRGB colour with channels 0 to 1."""
    lms = _times(_TO_LMS, (linear(red), linear(green), linear(blue)))
    lightness, a, b = _times(_TO_LAB, (lms[0] ** (1 / 3), lms[1] ** (1 / 3), lms[2] ** (1 / 3)))
    return lightness, hypot(a, b), atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> Triple:
    """The sRGB channels, 0 to 1. A colour that no screen shows loses chroma, in steps of 2 %, until one does."""
    while True:
        channels = _linear_rgb(lightness, chroma, hue)
        if chroma < 1e-4 or all(-1e-4 <= channel <= 1 + 1e-4 for channel in channels):
            red, green, blue = (_encoded(min(1.0, max(0.0, channel))) for channel in channels)
            return red, green, blue
        chroma *= 0.98


def _linear_rgb(lightness: float, chroma: float, hue: float) -> Triple:
    long, medium, short = _times(_FROM_LAB, (lightness, chroma * cos(hue), chroma * sin(hue)))
    return _times(_FROM_LMS, (long**3, medium**3, short**3))


def _encoded(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _times(matrix: Matrix, vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
