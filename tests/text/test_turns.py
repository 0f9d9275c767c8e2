import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.text.turns import detect_turns, turns_for


def speeches(text: str) -> list[tuple[str, str, bool]]:
    return [(turn.speaker, text[turn.label_end : turn.end], turn.is_interviewer) for turn in detect_turns(text).turns]


def conversation(asks: str, answers: str) -> str:
    return f"{asks}How?\n{answers}So.\n{asks}Why?\n{answers}That.\nAnd more."


@pytest.mark.parametrize(
    ("asks", "answers", "interviewer", "participant"),
    [
        ("Interviewer: ", "Ana: ", "Interviewer", "Ana"),
        ("I:", "P1:", "I", "P1"),
        ("I:  ", "S1: ", "I", "S1"),
        ("Researcher: ", "Teacher 1: ", "Researcher", "Teacher 1"),
        ("[Interviewer] ", "[Ana] ", "Interviewer", "Ana"),
        ("[Interviewer]: ", "[Ana]: ", "Interviewer", "Ana"),
        ("**ENTREVISTADOR:** ", "**E1:** ", "ENTREVISTADOR", "E1"),
        ("**I**: ", "*P1*: ", "I", "P1"),
        ("انٹرویور: ", "استاد 1: ", "انٹرویور", "استاد 1"),
        ("الباحثة: ", "المعلم ١: ", "الباحثة", "المعلم ١"),
        ("\u200fמראיינת:\u200f ", "\u200fדנה:\u200f ", "מראיינת", "דנה"),
        ("مصاحبه‌گر: ", "معلم ۱: ", "مصاحبه‌گر", "معلم ۱"),
        ("साक्षात्कारकर्ता: ", "शिक्षक 1: ", "साक्षात्कारकर्ता", "शिक्षक 1"),
        ("访谈者：", "教师1：", "访谈者", "教师1"),
        ("Ngu\u031bo\u031b\u0300i pho\u0309ng va\u0302\u0301n: ", "Gia\u0301o vie\u0302n: ",
         "Ngu\u031bo\u031b\u0300i pho\u0309ng va\u0302\u0301n", "Gia\u0301o vie\u0302n"),
        ("Enquêtrice\xa0: ", "Mme Dupont : ", "Enquêtrice", "Mme Dupont"),
        ("[00:12:33] Interviewer: ", "[00:12:40] Ana: ", "Interviewer", "Ana"),
        ("(00:12) Q: ", "(01:12) A: ", "Q", "A"),
        ("0.37\tI: ", "1.02\tP: ", "I", "P"),
        ("Interviewer (00:12): ", "Dr. Smith [00:01:12]: ", "Interviewer", "Dr. Smith"),
        ("Interviewer: [00:12] ", "Ana: [00:01:12] ", "Interviewer", "Ana"),
        ("Interviewer 00:12\n", "Ana López  0:15\n", "Interviewer", "Ana López"),
        ("INTERVIEWER:\n", "ANA:\n", "INTERVIEWER", "ANA"),
        ("\tMaría: ", "\tJuan: ", "María", "Juan"),
    ],
)  # fmt: skip
def test_labels_of_every_kind(asks: str, answers: str, interviewer: str, participant: str) -> None:
    assert speeches(conversation(asks, answers)) == [
        (interviewer, "How?", True),
        (participant, "So.", False),
        (interviewer, "Why?", True),
        (participant, "That.\nAnd more.", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Abstract: This is a text.\n\nIt has paragraphs.\n",
        "Date: 1 May\nPlace: Lahore\n\nA talk without labels.\n\n12:30 came and went: fine.\n12:31 too: fine.\n",
        "Remember: bring it.\n" + "Text.\n" * 10 + "Remember: eat it.\n",
        "0.23\tWell, my name is Ana.\n\n1.01\tWhat did you do?\n\n\tI was a teacher.\n",
        "http://a.org\nhttp://b.org\nhttp://c.org\n",
        "Interviewer: one?\nNo label here.\nInterviewer: two?\nNor here.\n",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert detect_turns(text).turns == ()


def test_the_head_and_notes_belong_to_nobody() -> None:
    text = (
        "Fecha: 2025-11-17\n\nENTREVISTADOR: ¿Cómo?\nE1: Bien.\n[NOTAS]: ríe\n---\n## Parte 2\n"
        "ENTREVISTADOR: ¿Sí?\nE1 (probe): Sí.\n[NOTAS]: calla\nENTREVISTADOR: ¿No?\nE1: No.\n[NOTAS]: nada\n"
    )
    assert [speech for _, speech, _ in speeches(text)] == ["¿Cómo?", "Bien.", "¿Sí?", "Sí.", "¿No?", "No."]
    found = {label.name: label.is_speaker for label in detect_turns(text).labels}
    assert found == {"ENTREVISTADOR": True, "E1": True, "NOTAS": False}


def test_a_rare_word_with_a_colon_is_part_of_the_speech() -> None:
    text = "I: a?\nP1: b\n" * 40 + "Wishes: none\nI: c?\nP1: d\nWishes: one\n"
    assert {turn.speaker for turn in detect_turns(text).turns} == {"I", "P1"}
    assert detect_turns(text).turns[-1].end == len(text.rstrip())


def test_a_speaker_met_once_is_heard() -> None:
    assert [name for name, _, _ in speeches("Interviewer: a?\nTeacher 1: b\nInterviewer: c?")] == [
        "Interviewer",
        "Teacher 1",
        "Interviewer",
    ]


def test_the_one_who_asks_is_the_interviewer() -> None:
    assert {(name, asks) for name, _, asks in speeches(conversation("Bob: ", "Ann: "))} == {
        ("Bob", True),
        ("Ann", False),
    }
    assert not any(asks for _, _, asks in speeches("Bob: Yes.\nAnn: No.\nBob: Yes.\nAnn: No."))


def test_confirmed_labels_rule() -> None:
    text = "Ana: a\nNote: b\nBob: c\nANA: d"
    turns = turns_for(text, {"Ana": False, "Bob": True})
    assert [(turn.speaker, text[turn.label_end : turn.end], turn.is_interviewer) for turn in turns] == [
        ("Ana", "a\nNote: b", False),
        ("Bob", "c", True),
        ("Ana", "d", False),
    ]
    assert turns_for(text, {}) == ()


def test_an_empty_turn_is_kept() -> None:
    first, second = turns_for("I:\nP: x", {"I": True, "P": False})
    assert (first.start, first.label_end, first.end) == (0, 2, 2)
    assert (second.start, second.label_end, second.end) == (3, 6, 7)


PIECES = st.sampled_from(
    [
        "I: ",
        "P1: ",
        "**Ana:** ",
        "[Bob] ",
        "教师1：",
        "[00:01] I: ",
        "Note: ",
        "---",
        "word? ",
        "😀 ",
        "\n",
        "\n\n",
        " ",
        ":",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_turns_tile_and_never_overlap(text: str) -> None:
    for turns in (
        detect_turns(text).turns,
        turns_for(text, {"I": True, "P1": False, "Ana": False, "Bob": False, "教师1": False}),
    ):
        assert all(0 <= turn.start < turn.label_end <= turn.end <= len(text) for turn in turns)
        assert all(left.end <= right.start for left, right in itertools.pairwise(turns))
        assert all(text[turn.start : turn.end] == text[turn.start : turn.end].strip() for turn in turns)


@given(st.lists(st.sampled_from(["I: a?\n", "P1: b\n", "c\n", "\n"]), max_size=20).map("".join))
def test_confirming_what_was_found_changes_nothing(text: str) -> None:
    found = detect_turns(text)
    assert (
        turns_for(text, {label.name: label.is_interviewer for label in found.labels if label.is_speaker}) == found.turns
    )
