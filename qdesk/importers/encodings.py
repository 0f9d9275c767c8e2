"""Bytes to text: byte order mark, then strict UTF-8, then the most plausible of the old encodings."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from qdesk.errors import QDeskError
from qdesk.importers.plausibility import plausibility
from qdesk.text.language import guess_language

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Where two read the same bytes equally well, the earlier one wins.
_OLD = (
    "cp1252",
    "mac_roman",
    "cp1250",
    "iso8859_2",
    "cp1254",
    "cp1251",
    "koi8_r",
    "mac_cyrillic",
    "cp866",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "cp850",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "cp874",
)
_NOT_FOR_FILES = ("unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined")  # codecs of Python's own
_SAMPLE = 60_000  # bytes that the guess looks at
_LEAST_UTF16_NULS = 0.02
_CLOSE = 0.2  # plausibility that a text in a known language outweighs
_BENEFIT_OF_DOUBT = 2  # plausible characters that cp1252, the most usual, has ahead
_DAMAGE = 20  # sequences that must be good UTF-8 for each broken one


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its encoding, and whether that is certain (else a person should look)."""

    text: str
    encoding: str
    certain: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Read bytes as text; with ``encoding`` in that one only.

    Raises `QDeskError` where the encoding is unknown or does not fit the bytes.
    """
    if encoding:
        return Decoded(_as_asked(data, encoding), encoding, True)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"), name, True)
    wide = _without_mark(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, False)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError:
        name = next(_ranked(data))
        return Decoded(data.decode(name, "replace"), name, False)


def candidates(data: bytes) -> list[str]:
    """Encodings worth a look, best first, without those that read the bytes as the same text as a better one."""
    best = decode(data)
    names, texts = [best.encoding], {best.text}
    for name in _ranked(data):
        text = data.decode(name, "replace")
        if text not in texts:
            names.append(name)
            texts.add(text)
    return names


def _as_asked(data: bytes, encoding: str) -> str:
    try:
        if codecs.lookup(encoding).name.replace("-", "_") in _NOT_FOR_FILES:
            raise LookupError(encoding)
        return data.decode(encoding)
    except UnicodeError as error:
        raise QDeskError(
            f"The file cannot be read as {encoding}; nothing was imported. "
            "Choose another encoding, or none to have it guessed."
        ) from error
    except (LookupError, ValueError) as error:
        raise QDeskError(
            f"There is no text encoding named “{encoding}”; nothing was imported. "
            "Use a name such as utf-8, cp1252 or mac_roman."
        ) from error


def _without_mark(data: bytes) -> str:
    """The kind of UTF-16 that lost its mark ("" for none): spaces and line breaks have their zero byte on one side."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if (
        len(data) % 2
        or not (even or odd)
        or even + odd < _LEAST_UTF16_NULS * len(sample)
        or min(even, odd) * 10 > max(even, odd)
    ):
        return ""
    name = "utf-16-le" if odd > even else "utf-16-be"
    try:
        return "" if "\0" in data.decode(name) else name
    except UnicodeDecodeError:
        return ""


def _ranked(data: bytes) -> Iterator[str]:
    """Encodings that can read the bytes, most plausible first; there is always one."""
    if _is_damaged_utf8(data):
        yield "utf-8"
    sample = _telling(data)
    scores: dict[str, float] = {}
    for name in _OLD:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        scores[name] = plausibility(sample.decode(name, "ignore"), name)
    if "cp1252" in scores:
        scores["cp1252"] += _BENEFIT_OF_DOUBT / max(1, len(sample) - len(sample.decode("ascii", "ignore")))
    best = max(scores.values(), default=0.0)
    for name, score in scores.items():
        if score > best - _CLOSE and guess_language(sample.decode(name, "ignore")):
            scores[name] += _CLOSE
    yield from sorted(scores, key=scores.__getitem__, reverse=True)
    yield "latin_1"


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - broken
    return good >= _DAMAGE * broken


def _telling(data: bytes) -> bytes:
    """The lines that hold more than ASCII, as many as the guess looks at."""
    lines = [line for line in data.splitlines() if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE]
