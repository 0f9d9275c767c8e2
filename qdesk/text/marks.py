"""Find what stands at the start of a line and looks like a speaker label, with the time marks around it."""

import re
from typing import NamedTuple

from qdesk.text.labels import clean_label, label_key

LONGEST_LABEL = 40  # code points
_MOST_WORDS = 4
_LONGEST_HAN = 12  # a label in a script without spaces

# A time mark: [00:12:33], (0:12), #00:12:33-4#, 00:12; bare 0.37 only before a label.
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?"
_TIME = rf"(?:[\[({{<#]\s*(?:{_CLOCK}|\d{{1,3}}\.\d{{2}})\s*[\])}}>#]|{_CLOCK})"
_BEFORE = rf"(?:(?:{_TIME}|\d{{1,3}}\.\d{{2}}(?=\s))[^\S\n]*(?:[-–—][^\S\n]+)?)?"
_NAME = rf"[^\n:：?!;¿¡…\"«»“”,،؛。！？、؟\[\]]{{1,{LONGEST_LABEL}}}?"
_EMPHASIS = r"[*_]{0,3}"

_MARK = re.compile(
    rf"""
    ^[^\S\n]*+ (?=[^\n]{{0,90}}[:：\]]) (?P<label>
        {_BEFORE} {_EMPHASIS}
        (?:
            (?P<colon>\[{_NAME}\]|{_NAME}) {_EMPHASIS} [^\S\n]* {_TIME}? [^\S\n]* (?: ：|:(?![/\d]) ) {_EMPHASIS}
            (?: [^\S\n]* {_TIME} (?=\s) )?
          | \[(?P<bracket>{_NAME})\] {_EMPHASIS} (?=\s)
          | (?P<clock>{_NAME}) {_EMPHASIS} [^\S\n]+ {_TIME} {_EMPHASIS} (?=[^\S\n]*$)
        )
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_LETTER = re.compile(r"[^\W\d_]")


class Mark(NamedTuple):
    """A possible label ``[start, end)`` in code points, the colon included, the white space behind it not."""

    start: int
    end: int
    name: str
    key: str
    style: str


def find_marks(text: str) -> list[Mark]:
    """All possible labels in order; none overlap. Styles: ``colon``, ``bracket``, ``clock`` (name, then time alone)."""
    marks = []
    for match in _MARK.finditer(text):
        style = _style(match)
        name = clean_label(match[style])
        if _could_be_a_name(name):
            marks.append(Mark(match.start("label"), match.end("label"), name, label_key(name), style))
    return marks


def _style(match: re.Match[str]) -> str:
    return next(style for style in ("colon", "bracket", "clock") if match[style] is not None)


def _could_be_a_name(name: str) -> bool:
    if not _LETTER.search(name) or len(name.split()) > _MOST_WORDS:
        return False
    if name[0] in "-–—•·#>|(" or ". " in name[5:]:
        return False
    return len(name) <= (_LONGEST_HAN if _UNSPACED.search(name) else LONGEST_LABEL)
