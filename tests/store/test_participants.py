"""Whose words a coding covers, against the definition written out."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qdesk.store.speech import participants_of


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
    """Turns (document, start, end, is_interviewer, case), cases of documents, codings (document, start, end)."""
    turns = []
    for document in (1, 2):
        at = 0
        for gap, length in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 6)), max_size=5)):
            asks = draw(st.booleans())
            turns.append([document, at + gap, at + gap + length, int(asks), 0 if asks else draw(st.integers(0, 3))])
            at += gap + length
    cases = [[document, draw(st.integers(0, 3))] for document in (1, 2)]
    codings = [
        [draw(st.integers(1, 2)), start := draw(st.integers(0, 30)), start + draw(st.integers(1, 20))]
        for _ in range(draw(st.integers(0, 6)))
    ]
    return turns, cases, codings


def slow(turns: list[list[int]], cases: list[list[int]], coding: list[int]) -> int:
    document, start, end = coding
    default = dict(cases)[document]
    said: dict[int, int] = {}
    asked = False
    for of, first, last, asks, case in turns:
        shared = min(end, last) - max(start, first)
        if of == document and shared > 0:
            if asks:
                asked = True
            else:
                said[case or default] = said.get(case or default, 0) + shared
    if said:
        return max(said, key=lambda case: said[case])  # of equals the first to speak
    return 0 if asked else default


@given(worlds())
def test_participants_are_those_who_say_most(world: tuple[list[list[int]], list[list[int]], list[list[int]]]) -> None:
    turns, cases, codings = world
    table = np.array(codings, dtype=np.int64).reshape(-1, 3)
    found = participants_of(
        table[:, 0], table[:, 1], table[:, 2],
        np.array(turns, dtype=np.int64).reshape(-1, 5), np.array(cases, dtype=np.int64),
    )  # fmt: skip
    assert found.tolist() == [slow(turns, cases, coding) for coding in codings]
