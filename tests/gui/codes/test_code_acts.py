"""Acts on codes: their labels, and what the project holds after them."""

from typing import Any

from qdesk.gui.acts import codes as act


def children(project: Any, parent: int | None) -> list[str]:
    return [code.name for code in project.codes.list() if code.parent == parent]


def test_labels_of_moves(bus: Any, ids: dict[str, int]) -> None:
    act.move(bus, [ids["Trust"]], ids["Challenges"])
    act.move(bus, [ids["Trust"], ids["Workload"]], ids["Growth"])
    act.move(bus, [ids["Trust"]], None)
    act.move(bus, [ids["Trust"]], None, ids["Collaboration"])
    assert bus.labels == [
        "Move “Trust” into Challenges",
        "Move 2 codes into Growth",
        "Move “Trust” to the top level",
        "Reorder “Trust”",
    ]
    assert children(bus.project, None) == ["Trust", "Collaboration", "Challenges", "Growth"]
    assert children(bus.project, ids["Growth"]) == ["Mentoring", "Workload"]


def test_a_move_to_where_a_code_stands_is_no_step(bus: Any, ids: dict[str, int]) -> None:
    act.move(bus, [ids["Trust"]], ids["Collaboration"], ids["Team planning"])
    act.move(bus, [ids["Trust"]], ids["Collaboration"], ids["Trust"])
    act.move(bus, [ids["Team planning"]], ids["Collaboration"])
    act.move(bus, [ids["Shared decisions"], ids["Trust"]], ids["Collaboration"], ids["Team planning"])
    assert bus.labels == []


def test_a_new_code_takes_the_family_of_its_theme(bus: Any, ids: dict[str, int]) -> None:
    theme = bus.project.codes.get(ids["Challenges"]).slot
    code = act.add_code(bus, "  Loss of trust ", ids["Challenges"])
    assert code is not None
    record = bus.project.codes.get(code)
    assert record.name == "Loss of trust"
    assert record.slot.startswith(theme)
    assert bus.labels == ["New code “Loss of trust”"]


def test_an_empty_name_is_no_step(bus: Any, ids: dict[str, int]) -> None:
    assert act.add_code(bus, "   ") is None
    act.rename(bus, ids["Trust"], " ")
    act.rename(bus, ids["Trust"], "Trust")
    assert act.group(bus, [ids["Trust"]], "") is None
    assert bus.labels == []


def test_rename_recolour_kind(bus: Any, ids: dict[str, int]) -> None:
    act.rename(bus, ids["Trust"], "Confidence")
    act.recolour(bus, [ids["Trust"]], slot="teal1")
    assert bus.project.codes.get(ids["Trust"]).colour == "#004D58"
    act.recolour(bus, [ids["Trust"], ids["Workload"]], colour="#123456")
    assert (bus.project.codes.get(ids["Trust"]).slot, bus.project.codes.get(ids["Trust"]).colour) == ("", "#123456")
    act.set_kind(bus, [ids["Trust"]], "theme")
    assert bus.project.codes.get(ids["Trust"]).kind == "theme"
    assert bus.labels == [
        "Rename “Trust” to “Confidence”",
        "Recolour “Confidence”",
        "Recolour 2 codes",
        "Make “Confidence” a theme",
    ]


def test_group_takes_the_place_of_the_first(bus: Any, ids: dict[str, int]) -> None:
    theme = act.group(bus, [ids["Trust"], ids["Workload"]], "Staff room")
    assert bus.labels == ["Group 2 codes as “Staff room”"]
    assert children(bus.project, theme) == ["Trust", "Workload"]
    assert children(bus.project, ids["Collaboration"]) == ["Shared decisions", "Staff room", "Team planning"]
    bus.project.undo()
    assert children(bus.project, ids["Collaboration"]) == ["Shared decisions", "Trust", "Team planning"]


def test_merge_and_delete(bus: Any, ids: dict[str, int]) -> None:
    act.merge(bus, [ids["Workload"]], ids["Trust"])
    assert bus.project.counts()[ids["Trust"]].codings == 4
    act.delete(bus, [ids["Trust"]], "up")
    assert bus.project.counts()[ids["Collaboration"]].codings == 4
    act.delete(bus, [ids["Collaboration"]])
    assert bus.project.codings.list() == []
    assert bus.labels == ["Merge “Workload” into Trust", "Delete “Trust”", "Delete “Collaboration”"]
