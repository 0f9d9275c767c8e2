"""The stored list of recent projects."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qdesk.errors import QDeskError
from qdesk.gui.start.recents import Recent, Recents, default_path

NOON = datetime(2026, 11, 23, 12, 0)


@pytest.fixture
def recents(tmp_path: Path) -> Recents:
    return Recents(tmp_path / "settings" / "recent.json")


def test_what_is_noted_is_listed_latest_first(recents: Recents, tmp_path: Path) -> None:
    first, second = tmp_path / "استاد.qdesk", tmp_path / "b.qdesk"
    recents.note(first, "3 interviews · 58 quotes", NOON)
    recents.note(second, "1 interview · 0 quotes", NOON + timedelta(hours=1))
    recents.note(first, "4 interviews · 60 quotes", NOON + timedelta(hours=2))
    assert recents.all() == [
        Recent(first, "4 interviews · 60 quotes", NOON + timedelta(hours=2)),
        Recent(second, "1 interview · 0 quotes", NOON + timedelta(hours=1)),
    ]
    assert recents.all()[0].name == "استاد"


def test_ten_are_kept(recents: Recents, tmp_path: Path) -> None:
    for number in range(13):
        recents.note(tmp_path / f"{number}.qdesk", "1 interview · 1 quote", NOON)
    assert [one.name for one in recents.all()] == [str(number) for number in range(12, 2, -1)]


def test_a_project_can_be_forgotten(recents: Recents, tmp_path: Path) -> None:
    recents.note(tmp_path / "a.qdesk", "1 interview · 1 quote", NOON)
    recents.note(tmp_path / "b.qdesk", "1 interview · 1 quote", NOON)
    recents.forget(tmp_path / "a.qdesk")
    assert [one.name for one in recents.all()] == ["b"]


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '[{"path": "a"}]', '{"a": 1}', "\x00", '[{"path": "a", "holding": "x", "changed": "x"}]']
)
def test_a_damaged_list_is_empty_and_can_be_written_again(recents: Recents, tmp_path: Path, text: str) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "recent.json").write_text(text)
    assert recents.all() == []
    recents.note(tmp_path / "a.qdesk", "1 interview · 1 quote", NOON)
    assert len(recents.all()) == 1


def test_a_list_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(QDeskError, match="the project itself is safe"):
        Recents(tmp_path / "file" / "recent.json").note(tmp_path / "a.qdesk", "1 interview · 1 quote", NOON)


def test_nothing_is_left_beside_the_list(recents: Recents, tmp_path: Path) -> None:
    recents.note(tmp_path / "a.qdesk", "1 interview · 1 quote", NOON)
    assert [file.name for file in (tmp_path / "settings").iterdir()] == ["recent.json"]


def test_the_list_lies_in_the_settings_of_the_user() -> None:
    assert default_path().parts[-2:] == ("qdesk", "recent.json")
