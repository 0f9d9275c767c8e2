"""Names in the margin keep apart, keep near, and lose none."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.reader.names import Name, Want, label, place

WANTS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 4)), max_size=40).map(
    lambda pairs: [Want(y, 0, number, code) for number, (y, code) in enumerate(pairs)]
)


@given(WANTS)
def test_names_keep_apart_and_name_every_coding_once(wants: list[Want]) -> None:
    rows = place(wants, 17, 60)
    assert all(below.y - above.y >= 17 for above, below in pairwise(rows))
    assert sorted(coding for row in rows for coding in row.codings) == list(range(len(wants)))


@given(WANTS)
def test_names_do_not_slide_further_than_allowed(wants: list[Want]) -> None:
    own = {want.coding: want.y for want in wants}
    named = [row for row in place(wants, 17, 60) if row.code is not None]
    assert all(0 <= row.y - own[coding] <= 60 for row in named for coding in row.codings)


def test_the_chosen_coding_keeps_its_name() -> None:
    wants = [Want(0, 0, number, number, kept=number == 9) for number in range(10)]
    rows = place(wants, 17, 34)
    assert [row.code for row in rows] == [0, 1, 2, None, 9]
    assert rows[3].codings == [3, 4, 5, 6, 7, 8]


def test_labels_say_how_many() -> None:
    assert label(Name(0, 0, 2, [5]), "Waiting") == "Waiting"
    assert label(Name(0, 0, 2, list(range(9))), "Waiting") == "9× Waiting"
    assert label(Name(0, 0, None, [1, 2, 3]), "") == "+3 more"
