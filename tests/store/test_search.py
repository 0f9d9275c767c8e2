"""Search: folded, in every script, with places in the text as it is stored."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_worlds import interview

from qdesk.store.project import Project
from qdesk.text.folding import fold


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("One Café, two cafés.", "CAFE", ["Café", "café"]),
        ("a cafe\u0301 here", "café", ["cafe\u0301"]),
        ("قال المُدَرِّس هذا", "المدرس", ["المُدَرِّس"]),
        ("می\u200cخواهم بروم", "میخواهم", ["می\u200cخواهم"]),
        ("我们的老师说", "老师", ["老师"]),
        ("नमस्ते हिन्दी", "हिन्दी", ["हिन्दी"]),
        ("ﬁne ﬁnd", "find", ["ﬁnd"]),
        ("😀😀 smile", "smile", ["smile"]),
        ("wait… what’s that", "what's that", ["what’s that"]),
        ("trust\nbetween lines", "trust between", ["trust\nbetween"]),
        ("distrust", "trust", []),
        ("nothing", "", []),
        ('a "quoted" OR word', '"quoted" OR', ['quoted" OR']),
    ],
)
def test_what_is_found(tmp_path: Path, text: str, query: str, found: list[str]) -> None:
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            document = project.documents.add(interview(text=text))
        hits = project.search(query)
        assert [hit.text for hit in hits] == found
        assert all(hit.span.of(project.documents.text(document)) == hit.text for hit in hits)


@settings(max_examples=25, deadline=None)
@given(st.text("aé…ﬁ’\u0301 \u064bس中İ", max_size=12), st.text("aé…ﬁ’\u0301 \u064bس中İ", max_size=12))
def test_a_hit_reads_as_the_query_whatever_stands_around(before: str, after: str) -> None:
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "study.qdesk") as project:
        with project.change("Import"):
            project.documents.add(interview(text=f"{before} Öffentlichkeit {after}"))
        (hit,) = project.search("offentlichkeit")
        assert fold(hit.text).strip() == "offentlichkeit"


def test_hits_come_in_the_order_of_the_documents_and_stop_at_the_limit(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            for name in ("B", "A"):
                project.documents.add(interview(name, "noise and noise"))
        assert [(hit.document_name, hit.span.start) for hit in project.search("noise")] == [
            ("B", 0), ("B", 10), ("A", 0), ("A", 10),
        ]  # fmt: skip
        assert len(project.search("noise", limit=3)) == 3
        with project.change("Delete"):
            project.documents.delete([1])
        assert [hit.document_name for hit in project.search("noise")] == ["A", "A"]


def test_letters_within_words(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            project.documents.add(interview("A", "Distrust and trust; Vertrauensverlust."))
            project.documents.add(interview("B", "nothing here"))
        assert [hit.span.start for hit in project.search("trust", within_words=True)] == [3, 13]
        assert [hit.text for hit in project.search("verlust", within_words=True)] == ["verlust"]
        assert not project.search("verlust")
