"""Edits as data: what is applied, taken back, found, and where positions land."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.changes import Change, Mapping, apply, difference, invert
from qdesk.text.spans import Span

words = st.text("abé😀\u0301سل \n", max_size=12)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[Change]]:
    """A text and a list of changes that fits it: kept and changed stretches in turn."""
    text, changes = "", []
    for kept, removed, inserted in draw(st.lists(st.tuples(words, words, words), max_size=5)):
        text += kept
        if removed or inserted:
            changes.append(Change(len(text), removed, inserted))
        text += removed
    return text + draw(words), changes


@given(edits())
def test_the_inverse_leads_back(edit: tuple[str, list[Change]]) -> None:
    text, changes = edit
    assert apply(apply(text, changes), invert(changes)) == text
    assert invert(invert(changes)) == changes


@given(words, words)
def test_a_difference_leads_to_the_new_text(old: str, new: str) -> None:
    assert apply(old, difference(old, new)) == new


@given(st.lists(words, min_size=150, max_size=200), st.data())
def test_a_long_difference_keeps_what_lies_between(lines: list[str], data: st.DataObject) -> None:
    old = "\n".join(f"{number} {line} and so on and so on" for number, line in enumerate(lines))
    new = old
    for mark in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=6)):
        new = new.replace(f"{mark} ", f"{mark} Anna ", 1)
    assert apply(old, difference(old, new)) == new


def test_a_name_replaced_throughout_is_logged_as_many_small_changes() -> None:
    lines = [f"{number}: then Anna said something of her own" for number in range(1000)]
    old = "\n".join(lines)
    changes = difference(old, old.replace("Anna", "Petra"))
    assert len(changes) == 1000
    assert sum(len(change.removed) + len(change.inserted) for change in changes) < 10_000


def test_a_change_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="at 1"):
        apply("abc", [Change(1, "x", "")])
    with pytest.raises(ValueError, match="at 0"):
        apply("abc", [Change(1, "b", ""), Change(0, "a", "")])


@given(edits(), st.data())
def test_a_span_keeps_the_text_that_was_not_touched(edit: tuple[str, list[Change]], data: st.DataObject) -> None:
    text, changes = edit
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    new = apply(text, changes)
    moved = Mapping(changes).span(span)
    if all(change.end <= span.start or change.start >= span.end for change in changes) and span.length:
        assert moved is not None
        assert moved.of(new) == span.of(text)
    if moved is not None:
        assert 0 <= moved.start < moved.end <= len(new)


@given(edits())
def test_positions_keep_their_order(edit: tuple[str, list[Change]]) -> None:
    text, changes = edit
    mapping = Mapping(changes)
    for right in (True, False):
        moved = [mapping.position(position, right) for position in range(len(text) + 1)]
        assert moved == sorted(moved)
    assert all(mapping.position(at, False) <= mapping.position(at, True) for at in range(len(text) + 1))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(2, "", "xx"), Span(4, 6)),  # typed before the first character: not coded
        (Change(4, "", "xx"), Span(2, 4)),  # typed after the last one: not coded
        (Change(3, "", "xx"), Span(2, 6)),
        (Change(2, "c", "XY"), Span(2, 5)),  # the first word corrected: still coded
        (Change(3, "d", "XY"), Span(2, 5)),
        (Change(2, "cd", ""), None),
        (Change(0, "abcdef", ""), None),
        (Change(1, "bc", ""), Span(1, 2)),
    ],
)
def test_typing_at_a_border_does_not_grow_a_coding(change: Change, expected: Span | None) -> None:
    assert Mapping([change]).span(Span(2, 4)) == expected
