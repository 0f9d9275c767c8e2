"""How long a quote is, as APA 7 asks: 40 words and more stand as a block."""

import re
from typing import Final

BLOCK_WORDS: Final = 40
"""APA 7, section 8.27."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def words(text: str) -> int:
    """Words between white space; every Chinese character and kana counts as one, as in Word's own count."""
    if text.isascii():
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text))
