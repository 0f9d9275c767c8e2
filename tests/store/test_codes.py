"""The tree of codes: order, nesting, merging, deleting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_worlds import small

from qdesk.errors import QDeskError
from qdesk.store.project import Project

THEME, NOISE, LIGHT = 1, 2, 3


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with small(tmp_path / "study.qdesk") as project, project.change("Test"):
        yield project


def names(project: Project, parent: int | None = None) -> list[str]:
    return [code.name for code in project.codes.children(parent)]


def test_the_list_is_the_tree_depth_first(project: Project) -> None:
    project.codes.add("Zero", before=THEME)
    project.codes.add("Deep", NOISE)
    assert [project.codes.path(code.id) for code in project.codes.list()] == [
        ("Zero",), ("Reasons",), ("Reasons", "Noise"), ("Reasons", "Noise", "Deep"), ("Reasons", "Light"),
    ]  # fmt: skip
    assert project.codes.get(NOISE).kind == "theme"
    assert project.codes.find(["reasons", "NOISE"]).id == NOISE  # type: ignore[union-attr]


def test_codes_move_before_into_and_out(project: Project) -> None:
    project.codes.move([LIGHT], THEME, before=NOISE)
    assert names(project, THEME) == ["Light", "Noise"]
    project.codes.move([LIGHT], THEME, before=LIGHT)  # dropped on itself: stays
    assert names(project, THEME) == ["Light", "Noise"]
    project.codes.move([NOISE, LIGHT], None, before=THEME)
    assert names(project) == ["Noise", "Light", "Reasons"]
    assert project.codes.get(THEME).kind == "theme"  # a theme that loses its codes stays one
    project.codes.move([LIGHT], NOISE)
    assert project.codes.path(LIGHT) == ("Noise", "Light")


def test_a_code_whose_theme_moves_too_stays_in_it(project: Project) -> None:
    other = project.codes.add("Other")
    project.codes.move([THEME, NOISE], other)
    assert project.codes.path(NOISE) == ("Other", "Reasons", "Noise")


def test_a_circle_or_a_taken_name_is_refused(project: Project) -> None:
    before = project.codes.list()
    for parent in (THEME, NOISE):
        with pytest.raises(QDeskError, match="cannot be moved into itself"):
            project.codes.move([THEME], parent)
    with pytest.raises(QDeskError, match="“noise” in Reasons already"):
        project.codes.add(" noise ", THEME)
    with pytest.raises(QDeskError, match="needs a name"):
        project.codes.update(NOISE, name="  ")
    assert project.codes.list() == before


def test_two_codes_of_one_name_do_not_meet_in_a_theme(project: Project) -> None:
    other = project.codes.add("Other")
    twin = project.codes.add("Noise", other)
    target = project.codes.add("Target")
    before = project.codes.list()
    with pytest.raises(QDeskError, match="“Noise” in Target already"):
        project.codes.move([NOISE, twin], target)
    assert project.codes.list() == before


def test_deleting_hands_codings_up_or_takes_them_along(project: Project) -> None:
    project.codes.delete([NOISE], "up")
    assert {coding.code for coding in project.codings.list()} == {THEME}
    with pytest.raises(QDeskError, match="no theme above"):
        project.codes.delete([THEME], "up")
    project.codes.delete([THEME])
    assert project.codings.list() == []
    assert project.codes.list() == []


def test_merging_joins_codings_children_and_memos(project: Project) -> None:
    first, second = project.codings.list()
    project.codings.add(1, LIGHT, first.span, comment="dazzling", starred=True)
    project.codings.update(first.id, comment="loud")
    project.codes.update(NOISE, memo="of machines")
    project.codes.update(LIGHT, memo="of lamps")
    project.codes.add("Day", NOISE)
    project.codes.add("day", LIGHT)
    memo = project.memos.add("see also", about="code", target=NOISE)
    project.codes.merge([NOISE], LIGHT)
    codings = {coding.span: coding for coding in project.codings.list()}
    assert set(codings) == {first.span, second.span}
    assert {coding.code for coding in codings.values()} == {LIGHT}
    assert (codings[first.span].comment, codings[first.span].starred) == ("dazzling\nloud", True)
    assert names(project, LIGHT) == ["day", "Day (2)"]
    light = project.codes.get(LIGHT)
    assert (light.kind, light.memo, light.position) == ("theme", "of lamps\n\nof machines", 0)
    assert project.memos.get(memo).target == LIGHT


def test_a_theme_is_not_merged_into_what_is_below_it(project: Project) -> None:
    with pytest.raises(QDeskError, match="into a code below it"):
        project.codes.merge([THEME], NOISE)


def test_a_child_is_merged_into_its_theme(project: Project) -> None:
    project.codes.merge([NOISE, LIGHT], THEME)
    assert [code.name for code in project.codes.list()] == ["Reasons"]
    assert {coding.code for coding in project.codings.list()} == {THEME}
