"""Any tree of codes becomes any other by its steps, and what need not move stays."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qdesk.gui.codes.tree import ROOT, Insert, Move, Remove, Tree, longest_run, steps


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Up to 12 codes out of 1 to 16, each below an earlier one or on top."""
    codes = draw(st.lists(st.integers(1, 16), unique=True, max_size=12))
    return [(code, draw(st.sampled_from([ROOT, *codes[:at]]))) for at, code in enumerate(codes)]


def carry_out(now: Tree, wanted: Tree) -> list[Insert | Move | Remove]:
    done = []
    for step in steps(now, wanted):
        if isinstance(step, Insert):
            now.insert(*step)
        elif isinstance(step, Remove):
            now.remove(*step)
        else:
            assert step.parent not in [step.code, *now.walk(step.code)], "a move below itself"
            now.move(*step)
        done.append(step)
    return done


@given(trees(), trees())
@settings(max_examples=400, deadline=None)
def test_steps_reach_the_wanted_tree(before: list[tuple[int, int]], after: list[tuple[int, int]]) -> None:
    now, wanted = Tree(before), Tree(after)
    carry_out(now, wanted)
    assert now.children == wanted.children
    assert now.parent == wanted.parent


@given(trees())
def test_an_equal_tree_needs_no_step(pairs: list[tuple[int, int]]) -> None:
    assert carry_out(Tree(pairs), Tree(pairs)) == []


def test_one_code_moved_is_one_step() -> None:
    now = Tree([(1, ROOT), (2, ROOT), (3, ROOT), (4, ROOT)])
    assert carry_out(now, Tree([(2, ROOT), (3, ROOT), (4, ROOT), (1, ROOT)])) == [Move(1, ROOT, 3)]


def test_parent_and_child_change_places() -> None:
    now = Tree([(1, ROOT), (2, 1)])
    carry_out(now, Tree([(2, ROOT), (1, 2)]))
    assert now.children == {ROOT: [2], 2: [1], 1: []}


def test_a_longest_run_by_hand() -> None:
    place = {code: row for row, code in enumerate([5, 3, 1, 4, 2])}
    assert len(longest_run([1, 2, 3, 4, 5], place)) == 2
    assert longest_run([5, 1, 2], place) == [5, 1, 2]
    assert longest_run([], {}) == []


def test_tops_leave_out_what_lies_below_another() -> None:
    tree = Tree([(1, ROOT), (2, 1), (3, 2), (4, ROOT)])
    assert tree.tops([4, 3, 1]) == [1, 4]
    assert tree.tops([3, 4]) == [3, 4]
    assert [tree.level(code) for code in (1, 2, 3)] == [0, 1, 2]
