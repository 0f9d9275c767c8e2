"""Numbers with their nouns."""


def counted(number: int, word: str) -> str:
    """``7 paragraphs``, ``1 overlap``, ``1,184 turns``: a number with its noun, which takes a plain s."""
    return f"{number:,} {word if number == 1 else word + 's'}"
