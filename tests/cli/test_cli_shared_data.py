"""Every file of the test material: in, or refused in one sentence, and the project sound."""

import pytest

SUFFIXES = (".txt", ".md", ".docx")
FOLDERS = tuple(f"interviews/{name}" for name in ("wsydney", "es_guionistas", "de_haski")) + (
    "rtl_cjk",
    "nasty/docx",
    "nasty/encodings",
)
SPANISH = ("es_cp1252_crlf", "es_macroman", "es_utf16be_bom_crlf", "es_utf16le_bom", "es_utf8_bom_cr_only")


@pytest.mark.parametrize("folder", FOLDERS)
def test_all_in_or_refused_with_a_sentence(qdesk, shared_data, tmp_path, folder):
    found = sorted(path for path in (shared_data / folder).iterdir() if path.suffix in SUFFIXES)
    files = [path for path in found if path.stem != "README"]
    assert files
    project = tmp_path / "x.qdesk"
    qdesk("new", project)
    ran = qdesk("add", project, *files)
    refused = ran.err.splitlines()
    assert all(line.startswith("qdesk: “") and line.endswith(".") for line in refused)
    assert ran.status == (1 if refused else 0)
    left_out = ran.out.count("left out, the same text")
    assert len(qdesk("list", project, "documents", "--json").rows) == len(files) - len(refused) - left_out
    assert qdesk("check", project).out == "ok\n"
    assert qdesk("undo", project).status == 0
    assert qdesk("redo", project).status == 0
    assert qdesk("check", project).out == "ok\n"


@pytest.mark.parametrize("name", SPANISH)
def test_the_spanish_text_is_the_same_in_every_encoding(qdesk, shared_data, tmp_path, name):
    folder = shared_data / "nasty" / "encodings"
    project = tmp_path / "x.qdesk"
    qdesk("new", project)
    assert qdesk("add", project, folder / f"{name}.txt").status == 0
    reference = (folder / "es_reference_utf8_lf.txt").read_bytes().decode("utf-8")
    assert qdesk("show", project, name).out == reference
