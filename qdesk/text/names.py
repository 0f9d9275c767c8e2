"""When two names are one: case, outer blanks and the way an accent is composed aside."""

import unicodedata

from qdesk.text.normalise import normalise


def name_key(name: str) -> str:
    """What all names that count as the same name share."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain(name)).strip().casefold())


def plain(text: str) -> str:
    """A text of the user's own (a name, a comment, a reason) in the form that is stored; see `normalise`."""
    return normalise(text)[0]
