"""A real reader, shown, with the fake interview in it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from reader_fakes import CODES, CODINGS, Hands, document

from qdesk.gui.look.theme import look
from qdesk.gui.reader import Reader, ReaderDocument
from qdesk.store.records import Coding


@pytest.fixture
def make_reader(qapp: QApplication, qtbot: object) -> Iterator[Callable[..., Reader]]:
    readers: list[Reader] = []

    def make(shown: ReaderDocument | None = None, codings: list[Coding] | None = None) -> Reader:
        reader = Reader()
        readers.append(reader)
        reader.resize(824, 500)
        reader.set_codes(CODES)
        reader.set_document(shown or document())
        reader.set_codings(CODINGS if codings is None else codings)
        reader.show()
        qapp.processEvents()
        return reader

    yield make
    look.set_theme("light")
    look.set_scale(1.0)
    for reader in readers:
        reader.close()
        reader.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def reader(make_reader: Callable[..., Reader]) -> Reader:
    return make_reader()


@pytest.fixture
def hands(reader: Reader) -> Hands:
    return Hands(reader)
