import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qdesk.errors import QDeskError
from qdesk.importers import SUFFIXES, read_document
from qdesk.text.newdocument import NewDocument

TALK = "Interviewer: ¿Cómo está usted, y qué es lo que más le gusta de la escuela?\nAna: Bien, pero no lo sé.\n"


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "Ana Lo\u0301pez.TXT"
    path.write_bytes((TALK * 2).replace("\n", "\r\n").encode("cp1252"))
    document = read_document(path)
    assert document.text == TALK * 2
    assert (document.name, document.source_name, document.format) == ("Ana López", path.name, "txt")
    assert (document.language, document.paragraphs, document.source) == ("es", "line", path.read_bytes())
    assert [turn.speaker for turn in document.turns] == ["Interviewer", "Ana"] * 2
    assert document.notes == ("The encoding was guessed as cp1252; look whether accented letters are right.",)


def test_what_is_asked_for_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("a\né".encode("mac_roman"))
    document = read_document(path, encoding="mac_roman", paragraphs="blank")
    assert (document.text, document.paragraphs, document.notes) == ("a\né", "blank", ())


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF", r"QDesk reads \.txt, .*\.docx"),
        ("none", b"x", "QDesk reads"),
        ("a.txt", b"", "empty file"),
        ("a.txt", b"\xef\xbb\xbf \r\n\t\n", "holds no text"),
        ("a.txt", b"%PDF-1.7", "is a PDF file"),
        ("a.txt", b"PK\x03\x04", "zip archive"),
        ("a.txt", b"{\\rtf1 x}", "RTF"),
        ("a.md", bytes(range(32)) * 20, "not a text file"),
        ("a.docx", b"", "empty file"),
        ("a.docx", b"x", "not a Word document"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(QDeskError, match=message):
        read_document(path)


def test_an_empty_word_document(tmp_path: Path, word_file: Callable[..., bytes]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file("<w:p/>"))
    with pytest.raises(QDeskError, match="holds no text"):
        read_document(path)


def test_errors_of_the_system_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(QDeskError, match="There is no file"):
        read_document(tmp_path / "missing.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(QDeskError, match="is a folder"):
        read_document(tmp_path / "folder.txt")
    loop = tmp_path / "loop.txt"
    os.symlink(loop, loop)
    with pytest.raises(QDeskError, match="could not be read"):
        read_document(loop)


SPEAKERS = {
    "Entrevista_E1.md": {"ENTREVISTADOR*", "E1"},
    "Entrevista_E2.md": {"ENTREVISTADOR*", "E2"},
    "Entrevista_E3.md": {"ENTREVISTADOR*", "E3", "E1"},
    "interview1_german.docx": {"I*", "S1", "S2"},
    "interview2_german.docx": {"I*", "S3", "S4"},
    "interview3_german.docx": {"I*", "S5", "S6"},
    "dialogue_arb.txt": {"الباحثة*", "المعلم ١"},
    "dialogue_cmn_hans.txt": {"访谈者*", "教师1"},
    "dialogue_heb.txt": {"המראיינת*", "מורה 1"},
    "dialogue_hin.txt": {"साक्षात्कारकर्ता*", "शिक्षक 1"},
    "dialogue_pes_1.txt": {"مصاحبه‌گر*", "معلم ۱"},
    "dialogue_urd.txt": {"انٹرویور*", "استاد 1"},
    "emoji_combining_bidi.txt": {"Interviewer*", "Teacher 1"},
}
EMPTY = {"mammoth_empty.docx", "pydocx_blk-containing-table.docx", "pydocx_doc-no-coreprops.docx"}
LANGUAGES = {"arb": "ar", "cmn_hans": "zh", "heb": "he", "hin": "hi", "pes_1": "fa", "urd": "ur", "vie": "vi"}


def test_all_shared_files_go_in_or_are_refused_in_a_sentence(shared_data: Path) -> None:
    folders = ("interviews", "rtl_cjk", "nasty/docx", "nasty/encodings")
    paths = sorted(path for folder in folders for path in (shared_data / folder).rglob("*") if path.suffix in SUFFIXES)
    assert len(paths) > 50
    for path in paths:
        document = imported(path)
        if path.name in SPEAKERS:
            found = {turn.speaker + "*" * turn.is_interviewer for turn in document.turns}
            assert found == SPEAKERS[path.name], path.name
        if path.parent.name == "wsydney" and path.suffix == ".txt":
            assert (document.turns, document.language) == ((), "en")
        if path.parent.name == "rtl_cjk":
            assert document.language == LANGUAGES[path.stem.removeprefix("dialogue_")]


def imported(path: Path) -> NewDocument:
    """The document, or an empty one where the only known error is that the file holds no text."""
    if path.name not in EMPTY:
        return read_document(path)
    with pytest.raises(QDeskError, match="holds no text"):
        read_document(path)
    return NewDocument(path.stem, "", "docx")
