from hypothesis import given
from hypothesis import strategies as st

from qdesk.exporters.choose import choose
from qdesk.store.records import Quote


def quote(coding: int, case: int | None, starred: bool = False, document: int = 1) -> Quote:
    return Quote(
        coding=coding, document=document, document_name="D", code=1, start=0, end=1, text="x", comment="",
        starred=starred, created="", case=case, participant="", speaker="", paragraph=1,
    )  # fmt: skip


def ids(quotes: list[Quote]) -> list[int]:
    return [one.coding for one in quotes]


def test_every_quote_in_its_order_unless_told_otherwise() -> None:
    assert ids(choose([quote(3, 1), quote(1, 1, starred=True), quote(2, 2)])) == [3, 1, 2]


def test_starred_go_first_and_come_out_in_the_order_of_the_text() -> None:
    offered = [quote(1, 1), quote(2, 1, starred=True), quote(3, 2), quote(4, 1, starred=True)]
    assert ids(choose(offered, 2)) == [2, 4]
    assert ids(choose(offered, 3)) == [2, 3, 4], "participant 2 has said nothing yet"


def test_spread_takes_one_of_each_before_a_second_of_any() -> None:
    offered = [quote(1, 1), quote(2, 1), quote(3, 1), quote(4, 2), quote(5, 3)]
    assert ids(choose(offered, 3)) == [1, 4, 5]
    assert ids(choose(offered, 4)) == [1, 2, 4, 5]
    assert ids(choose(offered, 3, spread=False)) == [1, 2, 3]


def test_quotes_by_nobody_are_told_apart_by_document() -> None:
    offered = [quote(1, None, document=1), quote(2, None, document=1), quote(3, None, document=2)]
    assert ids(choose(offered, 2)) == [1, 3]


def test_starred_only() -> None:
    assert ids(choose([quote(1, 1), quote(2, 1, starred=True)], starred_only=True)) == [2]
    assert choose([quote(1, 1)], 5, starred_only=True) == []


@given(
    st.lists(st.tuples(st.sampled_from([None, 1, 2, 3]), st.booleans()), max_size=12),
    st.integers(0, 12),
    st.booleans(),
)
def test_never_more_than_asked_nor_an_unstarred_before_a_starred(
    offered: list[tuple[int | None, bool]], most: int, spread: bool
) -> None:
    quotes = [quote(number, case, starred) for number, (case, starred) in enumerate(offered)]
    chosen = choose(quotes, most, spread=spread)
    assert len(chosen) == min(most, len(quotes))
    assert ids(chosen) == sorted(ids(chosen))
    assert sum(one.starred for one in chosen) == min(most, sum(one.starred for one in quotes))
