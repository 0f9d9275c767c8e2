import csv
import io

from small_study import LONG, MIXED, NASTY, SHORT, TABBED, TRANSLATION, URDU

from qdesk.exporters.codebook_csv import write_codebook_csv
from qdesk.exporters.quotes_csv import write_quotes_csv
from qdesk.store.project import Project


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_quote_with_its_characters_unchanged(study: Project) -> None:
    found = rows(write_quotes_csv(study))
    assert [row["quote"] for row in found] == [SHORT, LONG, URDU, MIXED, TABBED, NASTY, "I leave my door open now."]
    assert list(found[0]) == [
        "participant", "document", "paragraph", "speaker", "code", "path", "theme", "quote", "comment", "starred",
        "Age", "created",
    ]  # fmt: skip
    urdu = found[2]
    assert (urdu["participant"], urdu["document"], urdu["paragraph"]) == ("Teacher 7", "Interview 7", "3")
    assert (urdu["comment"], urdu["starred"], urdu["Age"]) == (f"[{TRANSLATION}] doubtful", "0", "41")
    assert (urdu["path"], urdu["theme"]) == (
        r"Collaboration & <shared\> decisions > Trust",
        "Collaboration & <shared> decisions",
    )
    assert (found[4]["code"], found[4]["theme"], found[4]["Age"]) == ("=1+1", "", "")


def test_no_quotes_leave_the_head(project: Project) -> None:
    assert write_quotes_csv(project).decode("utf-8-sig").endswith("comment,starred,created\r\n")


def test_codebook_by_paths(study: Project) -> None:
    found = {row["code"]: row for row in rows(write_codebook_csv(study))}
    trust = found[r"Collaboration & <shared\> decisions > Trust"]
    assert (trust["definition"], trust["include_when"], trust["kind"]) == ("Relying on others.", "relied upon", "code")
    assert (trust["quotes"], trust["participants"]) == ("4", "2")
    assert found["Empty theme"]["quotes"] == "0"
