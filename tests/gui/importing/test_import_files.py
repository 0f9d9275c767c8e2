"""Which files a drop stands for, and what the preview shows of a long text."""

from qdesk.gui.importing.files import files_among
from qdesk.gui.importing.preview import LINES, head


def test_a_folder_stands_for_the_readable_files_directly_in_it(tmp_path):
    for name in ("Teacher 10.docx", "teacher 2.TXT", ".hidden.txt", "~$open.docx", "picture.png"):
        (tmp_path / name).touch()
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "deep.txt").touch()
    assert [path.name for path in files_among([tmp_path])] == ["teacher 2.TXT", "Teacher 10.docx"]


def test_a_file_named_twice_comes_once_and_one_of_another_format_is_kept_to_be_told(tmp_path):
    path = tmp_path / "a.pdf"
    path.touch()
    assert files_among([path, path, tmp_path]) == [path]


def test_the_preview_shows_the_first_lines():
    assert head("one\ntwo") == "one\ntwo"
    assert head("line\n" * 1000).count("\n") == LINES - 1
    assert len(head("x" * 100_000)) == 30_000
