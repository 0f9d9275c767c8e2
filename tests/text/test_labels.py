import pytest

from qdesk.text.labels import clean_label, is_generic, is_interviewer_name, is_nobody, label_key


@pytest.mark.parametrize(
    "label",
    [
        "Interviewer",
        "INTERVIEWER",
        "I",
        "Q",
        "Interviewer 2",
        "Researcher",
        "Moderator",
        "Facilitator",
        "Entrevistador",
        "ENTREVISTADORA",
        "Interviewerin",
        "Enquêtrice",
        "Intervistatore",
        "Görüşmeci",
        "Интервьюер",
        "الباحثة",
        "المحاور",
        "انٹرویور",
        "مصاحبه‌گر",
        "המראיינת",
        "साक्षात्कारकर्ता",
        "访谈者",
        "采访者",
        "インタビュアー",
        "면접자",
        "Người phỏng vấn",
    ],
)
def test_interviewers(label: str) -> None:
    assert is_interviewer_name(label)
    assert not is_generic(label)


@pytest.mark.parametrize(
    "label",
    [
        "P1",
        "S1",
        "E1",
        "P07",
        "p 3",
        "S",
        "B",
        "IP12",
        "Participant",
        "Participant 4",
        "Respondent",
        "Interviewee",
        "Speaker 2",
        "Entrevistado",
        "Entrevistada 3",
        "Befragte",
        "Teilnehmerin",
        "Répondante",
        "المشارك ١",
        "Unknown Speaker",
        "受访者",
        "受访者2",
        "प्रतिभागी",
        "Респондент",
        "م١",
    ],
)
def test_generic(label: str) -> None:
    assert is_generic(label)


@pytest.mark.parametrize(
    "label", ["Ana", "María López", "Teacher 1", "استاد 1", "教师1", "Dr. Smith", "Dan", "Giáo viên 1"]
)
def test_names_and_roles_are_neither(label: str) -> None:
    assert not is_generic(label)
    assert not is_interviewer_name(label)
    assert not is_nobody(label)


@pytest.mark.parametrize(
    "label",
    [
        "Abstract",
        "Date",
        "Fecha",
        "[NOTAS DE OBSERVACIÓN]",
        "Note",
        "Question 3",
        "PROBE aplicado (si/no)",
        "日期",
        "تاریخ",
        "",
    ],
)
def test_nobody(label: str) -> None:
    assert is_nobody(label)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("**E1 (probe)**", "E1"),
        ("[Ana]", "Ana"),
        ("  Ana   María ", "Ana María"),
        ("(laughs)", "(laughs)"),
        ("\u200fמראיין\u200f", "מראיין"),
    ],
)
def test_clean(label: str, name: str) -> None:
    assert clean_label(label) == name


def test_spellings_of_one_speaker_have_one_key() -> None:
    assert label_key("INTERVIEWER") == label_key("Interviewer") == label_key("**interviewer (laughs)**")
    assert label_key("Giáo viên") == label_key("Gia\u0301o vie\u0302n")
