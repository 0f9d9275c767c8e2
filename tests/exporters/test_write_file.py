import errno
import os
from pathlib import Path

import pytest

from qdesk.errors import QDeskError
from qdesk.exporters.atomic import write_file


def test_writes_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write_file(tmp_path / "report.docx", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.docx", b"new")]


def test_what_is_there_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    with pytest.raises(QDeskError, match="is there already"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("lock", ["~$report.docx", "~$port.docx", ".~lock.report.docx#"])
def test_open_in_word_or_libreoffice(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(QDeskError, match="open in Word or LibreOffice"):
        write_file(path, b"new", force=True)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "open elsewhere"),
        (errno.EROFS, "open elsewhere"),
        (errno.EIO, "could not be written"),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(QDeskError, match=told) as error:
        write_file(path, b"new", force=True)
    assert "\n" not in str(error.value)
    assert [(left.name, left.read_bytes()) for left in tmp_path.iterdir()] == [("report.docx", b"old")]


def test_no_such_folder_and_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(QDeskError, match="no folder"):
        write_file(tmp_path / "gone" / "report.docx", b"new")
    with pytest.raises(QDeskError, match="is a folder"):
        write_file(tmp_path, b"new", force=True)
    with pytest.raises(QDeskError, match="too long"):
        write_file(tmp_path / ("x" * 300), b"new")
