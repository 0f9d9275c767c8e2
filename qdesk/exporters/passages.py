"""Turns quotes into passages: cited, with their translation if there is one."""

from qdesk.exporters.citation import Citation
from qdesk.exporters.direction import is_rtl
from qdesk.exporters.length import BLOCK_WORDS, words
from qdesk.exporters.report import Passage
from qdesk.exporters.translation import translation
from qdesk.store.project import Project
from qdesk.store.records import Quote


class Passages:
    """Makes the passages of one report; reads participants and documents once."""

    def __init__(self, project: Project, pattern: str) -> None:
        """Raises QDeskError for a citation pattern with an unknown field."""
        attributes = [attribute.name for attribute in project.cases.attributes()]
        self._citation = Citation(pattern, attributes)
        self._values = {case.id: case.attributes for case in project.cases.list()}
        self._languages = {document.id: document.language for document in project.documents.list()}

    def of(self, quote: Quote) -> Passage:
        """The passage of a quote. Right-to-left text stands as a block."""
        rtl = is_rtl(quote.text)
        return Passage(
            coding=quote.coding,
            text=quote.text,
            citation=self._citation.of(quote, self._values.get(quote.case or 0, {})),
            translation=translation(quote.comment),
            block=rtl or words(quote.text) >= BLOCK_WORDS,
            rtl=rtl,
            language=self._languages.get(quote.document, ""),
        )
