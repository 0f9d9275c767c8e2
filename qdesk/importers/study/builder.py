"""What the verbs of a study's history share: its sources, its project, and where everything stands so far."""

from collections.abc import Sequence
from functools import cache

from qdesk.errors import QDeskError
from qdesk.importers.study.sources import Passage, Study
from qdesk.importers.tables import Row
from qdesk.store.project import Project
from qdesk.text.codepath import split_path
from qdesk.text.locate import find_quote
from qdesk.text.names import name_key
from qdesk.text.spans import Span

_key = cache(name_key)
"""As names of codes are compared; few names, asked for often."""


class Builder:
    """A project on its way to a study. Raises QDeskError, with a phrase, for what is named and not there."""

    def __init__(self, study: Study, project: Project) -> None:
        self.study = study
        self.project = project
        self.coded: dict[Passage, int] = {}
        """Passages that have been coded, with the ids of their codings."""
        self.written: set[Row] = set()
        """Memos that have been written."""
        self._texts: dict[int, str] = {}

    def code(self, name: str) -> int:
        """Id of the code at a path (``Theme > Code``), else of the one that has the path's last name, wherever."""
        path = split_path(name)
        if len(path) > 1 and (found := self.project.codes.find(path)):
            return found.id
        key = _key(path[-1]) if path else ""
        named = [code.id for code in self.project.codes.list() if _key(code.name) == key]
        if len(named) != 1:
            raise QDeskError(f"there {'are several codes' if named else 'is no code'} “{name}”")
        return named[0]

    def codes(self, names: Sequence[str]) -> list[int]:
        """Ids of codes, in the order given."""
        return [self.code(name) for name in names]

    def phrase(self, codes: Sequence[int]) -> str:
        """What a label calls codes: “Trust” for one, "2 codes" for more."""
        return f"“{self.project.codes.get(codes[0]).name}”" if len(codes) == 1 else f"{len(codes)} codes"

    def document(self, name: str) -> int:
        """Id of a document."""
        found = self.project.documents.find(name)
        if found is None:
            raise QDeskError(f"there is no document “{name}”")
        return found.id

    def span(self, passage: Passage, document: int) -> Span:
        """Where a passage stands in its document (code points); a text is read once."""
        if document not in self._texts:
            self._texts[document] = self.project.documents.text(document)
        try:
            return find_quote(self._texts[document], passage.quote, passage.nth)
        except QDeskError as error:
            raise QDeskError(f"codings.csv, line {passage.line}: {error}") from error
