"""Words by Unicode rules, in every script."""

from __future__ import annotations

import re

import regex

from qdesk.text.spans import Span

# A word begins with a letter or digit (neither an emoji's joiner nor a blank to fill in, ____, is a word); an
# apostrophe or a decimal separator inside it belongs to it.
_TAIL = r"(?:['’ʼ]\w+|(?<=\d)[.,٫٬]\d+)*"
_PLAIN = re.compile(rf"[^\W_]\w*{_TAIL}")

# \w of the regex module takes combining marks and joiners, so Hindi, Urdu and Persian words stay whole; it is slower.
_MARKED = regex.compile(rf"[\p{{L}}\p{{N}}]\w*{_TAIL}")

# Scripts without spaces: a Han character counts as a word, as word processors count it; a run of kana, Thai, Lao,
# Khmer or Burmese letters as one.
_RUNS = r"\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNSPACED = regex.compile(
    rf"\p{{Han}}\p{{M}}*|[{_RUNS}][{_RUNS}ー\p{{M}}]*|[[\p{{L}}\p{{N}}]--[\p{{Han}}{_RUNS}ー]][\w--[\p{{Han}}{_RUNS}]]*{_TAIL}",
    flags=regex.VERSION1,
)
_NEEDS_UNSPACED = regex.compile(rf"[\p{{Han}}{_RUNS}]")

# Anything beyond the Latin, Greek and Cyrillic letters that hold no combining mark, and general punctuation.
_NEEDS_MARKED = re.compile("[^\x00-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u205f]")


def count_words(text: str) -> int:
    """How many words the text has."""
    return len(_pattern(text).findall(text))


def word_spans(text: str) -> list[Span]:
    """Where the words lie, in order."""
    return [Span(*match.span()) for match in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str] | regex.Pattern[str]:
    if not _NEEDS_MARKED.search(text):
        return _PLAIN
    return _UNSPACED if _NEEDS_UNSPACED.search(text) else _MARKED
