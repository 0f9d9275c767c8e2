"""How recent projects are told."""

from datetime import datetime
from pathlib import Path

import pytest

from qdesk.gui.start.wording import holding, place, reason_missing, when
from qdesk.store.records import Sizes

NOW = datetime(2026, 11, 23, 15, 0)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/home/ana/Documents/Thesis/a.qdesk", "Documents › Thesis"),
        ("/home/ana/a.qdesk", "Home"),
        ("/srv/data/a.qdesk", "srv › data"),
        ("/media/ana/USB stick/a.qdesk", "USB stick"),
        ("/run/media/ana/USB stick/Thesis/a.qdesk", "USB stick › Thesis"),
        ("/Volumes/Field/a.qdesk", "Field"),
    ],
)
def test_places(path: str, told: str) -> None:
    assert place(Path(path), Path("/home/ana")) == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (datetime(2026, 11, 23, 14, 6), "Today, 14:06"),
        (datetime(2026, 11, 22, 23, 59), "Yesterday, 23:59"),
        (datetime(2026, 11, 9), "9 November"),
        (datetime(2025, 6, 28), "28 June 2025"),
    ],
)
def test_times(changed: datetime, told: str) -> None:
    assert when(changed, NOW) == told


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        (Sizes(27, 22, 26, 5, 406), ["22 interviews", "406 quotes", "26 codes in 5 themes"]),
        (Sizes(1, 1, 1, 0, 1), ["1 interview", "1 quote", "1 code"]),
        (Sizes(3, 0, 2, 1, 20000), ["3 documents", "20,000 quotes", "2 codes in 1 theme"]),
    ],
)
def test_what_a_project_holds(sizes: Sizes, told: list[str]) -> None:
    assert holding(sizes) == told


def test_reasons(tmp_path: Path) -> None:
    there = tmp_path / "a.qdesk"
    there.touch()
    assert reason_missing(there) == ""
    assert reason_missing(tmp_path / "b.qdesk") == "moved, renamed or deleted"
    assert reason_missing(tmp_path / "gone" / "b.qdesk") == "folder not found"
    assert reason_missing(Path("/media/nobody/USB stick/b.qdesk")) == "not connected"
