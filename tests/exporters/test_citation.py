import pytest

from qdesk.errors import QDeskError
from qdesk.exporters.citation import Citation
from qdesk.store.records import Quote


def quote(participant: str = "Teacher 7", speaker: str = "Amna") -> Quote:
    return Quote(
        coding=1, document=1, document_name="Interview 3", code=1, start=0, end=1, text="x", comment="",
        starred=False, created="", case=1, participant=participant, speaker=speaker, paragraph=14,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "reads"),
    [
        ("({participant}, ¶{paragraph})", "(Teacher 7, ¶14)"),
        ("[{document}: {speaker}]", "[Interview 3: Amna]"),
        ("({participant}, {attribute:Age}, {attribute: Years of service })", "(Teacher 7, 41, –)"),
        ("{ participant }", "Teacher 7"),
        ("", ""),
    ],
)
def test_patterns(pattern: str, reads: str) -> None:
    assert Citation(pattern, ["Age", "Years of service"]).of(quote(), {"Age": "41"}) == reads


def test_nobodys_quote_is_cited_by_its_speaker_else_by_its_document() -> None:
    citation = Citation("{participant}|{speaker}")
    assert citation.of(quote(participant=""), {}) == "Amna|Amna"
    assert citation.of(quote(participant="", speaker=""), {}) == "Interview 3|Interview 3"
    assert citation.of(quote(speaker=""), {}) == "Teacher 7|Teacher 7"


def test_an_unknown_field_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(QDeskError, match=r"no field \{name\}.*\{participant\}.*\{paragraph\} or \{attribute:Age\}"):
        Citation("({name})", ["Age"])
    with pytest.raises(QDeskError, match=r"\{attribute:Height\}"):
        Citation("{attribute:Height}", ["Age"])


@pytest.mark.parametrize("pattern", ["({participant", "participant})", "{{participant}}"])
def test_a_lonely_brace_is_refused(pattern: str) -> None:
    with pytest.raises(QDeskError, match="brace"):
        Citation(pattern)
