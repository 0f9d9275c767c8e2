"""Search by words, forms, letters and patterns, in the whole project and in parts of it; places counted by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.analysis.finding import Finder, How, Query, find, letters_in
from qdesk.analysis.scope import Scope, cases_of
from qdesk.errors import QDeskError
from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.folding import index_words
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span
from qdesk.text.turns import turns_for

ENGLISH = (
    "Interviewer: Do you trust them?\nAnn: Trusting is hard. I trusted once.\n"
    "Interviewer: And now?\nBea: Mistrust, mostly."
)
SPEAKERS = {"Interviewer": True, "Ann": False, "Bea": False, "Eva": False}
SPANISH = "Interviewer: ¿Y la confianza?\nEva: Confiaba en él. Confío poco, sin confianza."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two interviews; “I trusted once” is coded as Loss."""
    with Project.create(tmp_path / "study.qdesk") as project:
        with project.change("Import"):
            for name, text, language in (("One", ENGLISH, "en"), ("Dos", SPANISH, "es")):
                new = NewDocument(name, text, "txt", turns=turns_for(text, SPEAKERS), language=language)
                project.documents.add(new)
            code = project.codes.add("Loss")
            start = ENGLISH.index("I trusted")
            project.codings.add(project.documents.ids()[0], code, Span(start, start + 15))
        yield project


def texts(project: Project, text: str, how: How = "words", **scope: Any) -> list[str]:
    return [hit.text for hit in find(project, Query(text, how, Scope(**scope)))]


def add(project: Project, name: str, text: str, language: str) -> int:
    with project.change("Import"):
        return project.documents.add(NewDocument(name, text, "txt", turns=turns_for(text, SPEAKERS), language=language))


def test_words_letters_forms_and_patterns(project: Project) -> None:
    assert texts(project, "trust") == ["trust", "Trusting", "trusted"]
    assert texts(project, "trust", how="letters") == ["trust", "Trust", "trust", "trust"]
    assert texts(project, "trusts", how="forms") == ["trust", "Trusting", "trusted"]
    assert texts(project, r"\bi? ?trust(ing|ed)", how="pattern") == ["Trusting", "I trusted"]


def test_a_word_that_goes_on_is_found_whole(project: Project) -> None:
    add(project, "Scripts", "信任很重要。 विश्वासघात 信任", "zh")
    assert texts(project, "信任") == ["信任", "信任"]
    assert texts(project, "विश्वास") == ["विश्वासघात"]
    assert texts(project, "i trust") == ["I trusted"]
    assert texts(project, "विश्वास", how="letters") == ["विश्वास"]


def test_alternatives_come_in_the_order_of_the_text_and_none_lies_in_another(project: Project) -> None:
    assert texts(project, "mostly | hard | hard") == ["hard", "mostly"]
    assert texts(project, "mostly | confianza | hard", how="letters") == ["hard", "mostly", "confianza", "confianza"]
    assert texts(project, "mostly | trust", how="forms") == ["trust", "Trusting", "trusted", "mostly"]
    assert texts(project, "trust | trust once | you trust | you") == ["you trust", "Trusting", "trusted"]
    assert texts(project, " | ") == []


def test_forms_follow_the_language_of_the_document(project: Project) -> None:
    assert texts(project, "confianza", how="forms") == ["confianza", "confianza"]
    assert texts(project, "confiar", how="forms") == ["Confiaba", "Confío"]
    assert texts(project, "confio", how="forms") == ["Confiaba", "Confío"]
    assert texts(project, "trusting is", how="forms") == ["Trusting is"]
    assert texts(project, "trusting is gone", how="forms") == []


def test_forms_of_arabic_and_russian_are_found_by_their_endings(project: Project) -> None:
    add(project, "Arabic", "قال المعلم إن المدرسة كبيرة. سألنا المعلمين.", "ar")
    add(project, "Russian", "Новый учитель помог. Без учителей трудно.", "ru")
    assert texts(project, "معلمون", how="forms") == ["المعلم", "المعلمين"]
    assert texts(project, "учителями", how="forms") == ["учитель", "учителей"]


def test_forms_in_a_language_without_a_stemmer_are_words(project: Project) -> None:
    add(project, "Urdu", "Eva: اعتماد بہت ضروری ہے۔ اعتمادی نہیں۔", "ur")
    assert texts(project, "اعتماد", how="forms") == texts(project, "اعتماد") == ["اعتماد", "اعتمادی"]
    assert texts(project, "trusts | اعتماد", how="forms") == ["trust", "Trusting", "trusted", "اعتماد", "اعتمادی"]


def test_words_with_an_apostrophe_are_whole_forms(project: Project) -> None:
    add(project, "Own", "The teachers' room. A teacher’s desk, a teacher, many teachers.", "en")
    assert texts(project, "teacher", how="forms") == ["teachers", "teacher’s", "teacher", "teachers"]


def test_forms_of_a_text_that_changed(project: Project) -> None:
    finder, query = Finder(project), Query("doubt", "forms")
    document = project.documents.get(project.documents.ids()[0])
    assert [hit.text for hits in finder.batches(query) for hit in hits] == []
    with project.change("Correct"):
        end = len(ENGLISH) - 1
        project.documents.edit(document.id, [Change(end, "", " I doubted")], document.revision)
    assert [hit.text for hits in finder.batches(query) for hit in hits] == ["doubted"]


def test_labels_hold_no_hits(project: Project) -> None:
    assert texts(project, "interviewer") == []
    assert texts(project, "ann", how="letters") == []
    assert texts(project, "once interviewer") == []
    assert texts(project, r"once\.\nInterviewer: And", how="pattern") == ["once.\nInterviewer: And"]
    assert texts(project, "Ann", how="pattern") == []


def test_parts_of_the_project(project: Project) -> None:
    one, _dos = project.documents.ids()
    speakers = {speaker.name: speaker.id for speaker in project.speakers.list()}
    cases = {case.name: case.id for case in project.cases.list()}
    (code,) = (code.id for code in project.codes.list())
    assert texts(project, "confianza", documents=frozenset([one])) == []
    assert texts(project, "trust", speakers=frozenset([speakers["Ann"]])) == ["Trusting", "trusted"]
    assert texts(project, "trust", cases=frozenset([cases["Ann"]])) == ["Trusting", "trusted"]
    assert texts(project, "mostly | hard", cases=frozenset([cases["Bea"]])) == ["mostly"]
    assert texts(project, "trust", codes=frozenset([code])) == ["trusted"]
    assert texts(project, "i once", codes=frozenset([code])) == []


def test_without_the_interviewer_keeps_what_nobody_says(project: Project) -> None:
    add(project, "Note", "They trust nobody.", "en")
    assert texts(project, "trust") == ["trust", "Trusting", "trusted", "trust"]
    assert texts(project, "trust", interviewers=False) == ["Trusting", "trusted", "trust"]
    assert texts(project, "trust", speakers=frozenset()) == []


def test_whose_words_hits_are(project: Project) -> None:
    cases = {case.id: case.name for case in project.cases.list()}
    one = [hit for hit in find(project, Query("trust | mostly")) if hit.document_name == "One"]
    assert {cases[case] for case in cases_of(project, one)} == {"Ann", "Bea"}
    assert cases_of(project, []) == set()
    assert cases_of(project, find(project, Query("do you"))) == set()


def test_a_wrong_pattern_is_said_in_a_sentence(project: Project) -> None:
    with pytest.raises(QDeskError, match="is no regular expression"):
        texts(project, "(", how="pattern")


def test_a_limit_and_nothing(project: Project) -> None:
    assert len(find(project, Query("trust"), limit=2)) == 2
    assert len(find(project, Query("trust | and"), limit=2)) == 2
    assert texts(project, "  ", how="pattern") == []
    assert texts(project, "?!", how="forms") == []


def test_a_limit_holds_though_labels_come_first(project: Project) -> None:
    add(project, "Named", "Eva: So.\nEva: Yes.\nEva: No.\nEva: Eva said so, and Eva knows.", "en")
    assert [hit.span.start for hit in find(project, Query("eva"), limit=1)] == [33]


def test_each_batch_is_of_one_document(project: Project) -> None:
    batches = [hits for hits in Finder(project).batches(Query("con | trust", "letters")) if hits]
    assert [[hit.document_name for hit in hits] for hits in batches] == [["One"] * 4, ["Dos"] * 4]


@given(st.text(max_size=40), st.text("abcßéل한 '", min_size=1, max_size=3), st.text(max_size=40))
def test_letters_are_found_wherever_they_stand(before: str, word: str, after: str) -> None:
    text, wanted = before + word + after, "".join(index_words(word))
    spans = letters_in(text)(word)
    assert bool(spans) == bool(wanted)
    assert all(wanted in "".join(index_words(span.of(text))) for span in spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


def test_letters_of_one_text() -> None:
    text = "Ann: Señora, TRUST no mistrust. 信任很重要"
    assert [span.of(text) for span in letters_in(text)("trust")] == ["TRUST", "trust"]
    assert [span.of(text) for span in letters_in(text)("senora trust")] == ["Señora, TRUST"]
    assert [span.of(text) for span in letters_in(text)("任很")] == ["任很"]
    assert letters_in(text)("?!") == []
