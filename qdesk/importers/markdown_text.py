"""Headings, bold and italic of Markdown: the text without the marks, and where they were. All else stays as it is."""

from collections.abc import Iterator

import regex

from qdesk.text.newdocument import FormatKind, Formatting

# A mark opens before and closes after something, not inside a word: f**k and 2*3*4 stay. Scripts without spaces have no
# word to be inside of. Escapes and code come first, so their stars are not marks.
_OUTSIDE = r"[[\p{L}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]]"

_INLINE = regex.compile(
    rf"""
    \\(?P<escape>[\\`*_{{}}\[\]()\#+\-.!>~|])
  | (?P<code>(?<!`)(`+)(?!`)[^\n]*?(?<!`)\3(?!`))
  | (?<!{_OUTSIDE}|\*)\*\*\*(?![*\s])(?P<both>[^\n]{{1,3000}}?)(?<![\s\\])\*\*\*(?!{_OUTSIDE}|\*)
  | (?<!{_OUTSIDE}|\*)\*\*(?!\s)(?P<bold>[^\n]{{1,3000}}?)(?<![\s\\])\*\*(?!{_OUTSIDE}|\*)
  | (?<!{_OUTSIDE}|_)__(?!\s)(?P<bold_line>[^\n]{{1,3000}}?)(?<![\s\\])__(?!{_OUTSIDE}|_)
  | (?<!{_OUTSIDE}|\*)\*(?![*\s])(?P<italic>[^\n]{{1,3000}}?)(?<![\s\\*])\*(?!{_OUTSIDE}|\*)
  | (?<!{_OUTSIDE}|_)_(?![_\s])(?P<italic_line>[^\n]{{1,3000}}?)(?<![\s\\_])_(?!{_OUTSIDE}|_)
    """,
    regex.VERBOSE | regex.VERSION1,
)
_KINDS: dict[str, tuple[FormatKind, ...]] = {
    "both": ("bold", "italic"),
    "bold": ("bold",),
    "bold_line": ("bold",),
    "italic": ("italic",),
    "italic_line": ("italic",),
}
_HEADING = regex.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)(.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = regex.compile(r" {0,3}(```+|~~~+)")
_RULE = regex.compile(r"[ \t]*(?:[-*_][ \t]*){3,}")
_HEADINGS: tuple[FormatKind, ...] = ("heading1", "heading2", "heading3")


def read_markdown(source: str) -> tuple[str, tuple[Formatting, ...]]:
    """The text shown and its formatting, positions in code points of that text. Lines stay lines; no word is lost."""
    lines: list[str] = []
    formatting: list[Formatting] = []
    position = 0
    fence = ""
    for line in source.split("\n"):
        mark = _FENCE.match(line)
        is_code = bool(fence or mark)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        shown, spans = (line, []) if is_code else _read_line(line)
        formatting += [Formatting(position + span.start, position + span.end, span.kind) for span in spans]
        lines.append(shown)
        position += len(shown) + 1
    return "\n".join(lines), tuple(formatting)


def _read_line(line: str) -> tuple[str, list[Formatting]]:
    if _RULE.fullmatch(line):
        return line, []
    heading = _HEADING.fullmatch(line)
    if not heading:
        return _read_inline(line)
    shown, spans = _read_inline(heading[2])
    return shown, [Formatting(0, len(shown), _HEADINGS[min(len(heading[1]), 3) - 1]), *spans]


def _read_inline(source: str) -> tuple[str, list[Formatting]]:
    parts: list[str] = []
    spans: list[Formatting] = []
    position = 0
    for piece, kinds in _pieces(source):
        shown, inner = _read_inline(piece) if kinds else (piece, [])
        spans += [Formatting(position, position + len(shown), kind) for kind in kinds]
        spans += [Formatting(position + span.start, position + span.end, span.kind) for span in inner]
        parts.append(shown)
        position += len(shown)
    return "".join(parts), spans


def _pieces(source: str) -> Iterator[tuple[str, tuple[FormatKind, ...]]]:
    """The line cut at its outermost marks: what stands between them, and what the marks make of it."""
    at = 0
    for match in _INLINE.finditer(source):
        yield source[at : match.start()], ()
        if match["escape"]:
            yield match["escape"], ()
        elif match["code"]:
            yield match["code"], ()
        else:
            name = next(name for name in _KINDS if match[name])
            yield match[name], _KINDS[name]
        at = match.end()
    yield source[at:], ()
