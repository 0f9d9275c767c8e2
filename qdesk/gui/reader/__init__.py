"""The reader: a transcript with its codings under the text, brackets and names beside it."""

from qdesk.gui.reader.document import ReaderDocument
from qdesk.gui.reader.reader import Reader

__all__ = ["Reader", "ReaderDocument"]
