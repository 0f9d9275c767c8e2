"""Which hits are checked after the texts changed."""

from qdesk.gui.search.hits import HitsModel
from qdesk.store.search import Hit
from qdesk.text.spans import Span


def hit(document: int, start: int) -> Hit:
    return Hit(document, f"Teacher {document}", Span(start, start + 5), "", "trust", "")


def test_unchecked_hits_stay_so_when_the_text_before_them_grows() -> None:
    model = HitsModel(lambda hit: hit.document_name)
    model.show([hit(1, 10), hit(1, 30), hit(2, 5)], anew=True)
    model.toggle(model.index(2))
    model.show([hit(1, 11), hit(1, 31), hit(2, 5)], anew=False)
    assert [one.span.start for one in model.checked()] == [11, 5]


def test_where_hits_came_or_went_only_those_in_their_place_stay_unchecked() -> None:
    model = HitsModel(lambda hit: hit.document_name)
    model.show([hit(1, 10), hit(1, 30)], anew=True)
    model.toggle(model.index(2))
    model.show([hit(1, 10), hit(1, 20), hit(1, 30)], anew=False)
    assert [one.span.start for one in model.checked()] == [10, 20]
    model.show([hit(1, 10)], anew=True)
    assert len(model.checked()) == 1
