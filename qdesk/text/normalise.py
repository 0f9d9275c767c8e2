"""Bring text to the one form that is stored: LF line breaks and only characters that XML 1.0 and UTF-8 can carry."""

import re
from collections import Counter

REPLACEMENT = "\ufffd"

# All that may have to go, and every astral character (a short class is a fast one; `_instead` looks at those).
_SUSPECT = re.compile("[^\t\n\x20-\x84\x86-\u2028\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]")

_NOTES = {
    "break": ("1 unusual line separator became a line break.", "{:,} unusual line separators became line breaks."),
    "page": ("1 page break became a space.", "{:,} page breaks became spaces."),
    "control": ("1 control character was replaced by �.", "{:,} control characters were replaced by �."),
    "other": (
        "1 code that is no character was replaced by �.",
        "{:,} codes that are no characters were replaced by �.",
    ),
}


def normalise(raw: str) -> tuple[str, tuple[str, ...]]:
    """Return the stored text and plain sentences about what was changed in it.

    A leading byte order mark goes and CRLF and CR become LF, without a word. With a note, paragraph separators
    (U+2029), next-line controls (U+0085) and vertical tabs (Word's soft line break) become LF, form feeds become
    spaces, and other controls, lone surrogates and noncharacters become U+FFFD. All else stays: no-break spaces,
    joiners, bidi marks, combining marks, U+2028. Idempotent. Apart from the mark and CRLF every code point keeps its
    place.
    """
    text = raw.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _SUSPECT.search(text):
        return text, ()
    counts: Counter[str] = Counter()

    def replace(match: re.Match[str]) -> str:
        character = match[0]
        kind, instead = _instead(character)
        counts[kind] += kind != ""
        return instead

    text = _SUSPECT.sub(replace, text)
    return text, tuple(
        one if counts[kind] == 1 else many.format(counts[kind]) for kind, (one, many) in _NOTES.items() if counts[kind]
    )


def _instead(character: str) -> tuple[str, str]:
    """The kind of a suspect, "" for a good one, and what stands in its place."""
    code = ord(character)
    if character in "\u2029\x85\v":
        return "break", "\n"
    if character == "\f":
        return "page", " "
    if code < 0x20:
        return "control", REPLACEMENT
    if code < 0x10000 or code & 0xFFFE == 0xFFFE:
        return "other", REPLACEMENT
    return "", character
