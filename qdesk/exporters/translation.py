"""The translation of a quote: what stands in square brackets at the beginning of its comment."""


def translation(comment: str) -> str:
    """The first bracketed text if the comment begins with one, without its outer brackets; else "".

    Brackets may be nested. All else in a comment is the researcher's own and not for print.
    """
    comment = comment.lstrip()
    if not comment.startswith("["):
        return ""
    depth = 0
    for place, character in enumerate(comment):
        depth += (character == "[") - (character == "]")
        if depth == 0:
            return comment[1:place].strip()
    return ""
