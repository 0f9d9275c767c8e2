"""The citation behind a quote by the user's pattern: ``({participant}, ¶{paragraph})`` gives "(Teacher 7, ¶14)"."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from qdesk.errors import QDeskError
from qdesk.store.records import Quote

_FIELD = re.compile(r"\{([^{}]*)\}")
_ATTRIBUTE: Final = "attribute:"
_UNKNOWN: Final = "–"
"""Stands for an attribute that the participant has no value of."""

_Part = Callable[[Quote, Mapping[str, str]], str]

_FIELDS: Final[dict[str, _Part]] = {
    "participant": lambda quote, values: quote.participant or quote.speaker or quote.document_name,
    "speaker": lambda quote, values: quote.speaker or quote.participant or quote.document_name,
    "document": lambda quote, values: quote.document_name,
    "paragraph": lambda quote, values: str(quote.paragraph),
}


class Citation:
    """A pattern made ready once and filled in for many quotes."""

    def __init__(self, pattern: str, attributes: Collection[str] = ()) -> None:
        """``attributes`` are the names that ``{attribute:Name}`` may use. Raises QDeskError for any other field."""
        pieces = _FIELD.split(pattern)
        if stray := next((piece for piece in pieces[::2] if "{" in piece or "}" in piece), None):
            raise QDeskError(
                f"The citation pattern has a brace without its partner in “{stray.strip()}”. Nothing was written; "
                "write fields as {participant}."
            )
        self._literals = pieces[::2]
        self._parts = [_part(name.strip(), attributes) for name in pieces[1::2]]

    def of(self, quote: Quote, values: Mapping[str, str]) -> str:
        """The citation of a quote; ``values`` are the attributes of its participant.

        For a quote that counts for nobody the participant is its speaker, else its document.
        """
        filled = [self._literals[0]]
        for part, literal in zip(self._parts, self._literals[1:], strict=True):
            filled += (part(quote, values), literal)
        return "".join(filled)


def _part(field: str, attributes: Collection[str]) -> _Part:
    if field in _FIELDS:
        return _FIELDS[field]
    name = field.removeprefix(_ATTRIBUTE).strip()
    if field.startswith(_ATTRIBUTE) and name in attributes:
        return lambda quote, values: values.get(name) or _UNKNOWN
    allowed = [f"{{{known}}}" for known in (*_FIELDS, *(_ATTRIBUTE + attribute for attribute in attributes))]
    raise QDeskError(
        f"The citation pattern has no field {{{field}}}. Nothing was written; "
        f"use {', '.join(allowed[:-1])} or {allowed[-1]}."
    )
