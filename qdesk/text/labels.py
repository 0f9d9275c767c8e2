"""What a speaker label says: who asks the questions, who is just "a participant", and what is nobody at all."""

import re
import unicodedata
from functools import lru_cache

_INTERVIEWER = """
    i int inter interviewer interviewerin interviewers interviewing interviewleiter interviewleiterin
    researcher q question
    moderator moderatorin moderador moderadora modérateur modératrice moderatore moderatrice mod facilitator
    fac facilitador
    facilitadora host iv iwer fragesteller fragestellerin forscher forscherin
    entrevistador entrevistadora entrev investigador investigadora pesquisador pesquisadora enquêteur
    enquêtrice enquêteuse
    intervieweur intervieweuse chercheur chercheuse intervistatore intervistatrice ricercatore ricercatrice
    onderzoeker interviewster intervjuare intervjuer badacz badaczka görüşmeci araştırmacı moderatör
    pewawancara peneliti
    интервьюер интервьюэр исследователь модератор інтервʼюер дослідник
    người_phỏng_vấn phỏng_vấn_viên mhojaji
    المحاور المحاورة محاور محاورة الباحث الباحثة باحث باحثة المقابل سائل السائل الميسر الميسرة
    مصاحبه‌گر مصاحبه‌کننده پژوهشگر پرسشگر محقق
    انٹرویور انٹرویو_لینے_والا انٹرویوئر محققہ سوال
    מראיין מראיינת המראיין המראיינת חוקר חוקרת החוקר החוקרת
    साक्षात्कारकर्ता शोधकर्ता प्रश्नकर्ता
    访谈者 访谈员 采访者 采访人 访问者 访问员 主持人 研究者 研究员 記者 记者 問 问 訪談者 訪談員 採訪者 訪問者 主持者
    インタビュアー 聞き手 調査者 研究者 司会 司会者 質問者 면접자 연구자 질문자 진행자 인터뷰어
"""

_GENERIC = """
    participant participante participantes participants respondent respondente interviewee informant informante
    subject speaker person unknown unidentified male female man woman answer
    entrevistado entrevistada encuestado encuestada hablante persona mujer hombre sujeto
    befragter befragte befragt interviewter interviewte interviewpartner interviewpartnerin teilnehmer
    teilnehmerin sprecher
    sprecherin proband probandin erzähler erzählerin person
    enquêté enquêtée interviewé interviewée répondant répondante participant participante locuteur locutrice
    intervistato intervistata partecipante rispondente parlante
    geïnterviewde respondent deelnemer spreker deltagare informant
    uczestnik uczestniczka badany badana respondentka katılımcı görüşülen konuşmacı
    респондент респондентка участник участница информант интервьюируемый спикер учасник учасниця
    người_trả_lời người_tham_gia người_được_phỏng_vấn narasumber partisipan
    المشارك المشاركة مشارك مشاركة المستجيب المستجيبة المبحوث المبحوثة المتحدث المتحدثة ضيف
    شرکت‌کننده مصاحبه‌شونده پاسخگو پاسخ‌دهنده
    شریک شرکاء شرکت_کنندہ جواب_دہندہ جواب متکلم
    מרואיין מרואיינת המרואיין המרואיינת משתתף משתתפת דובר דוברת
    प्रतिभागी उत्तरदाता सहभागी वक्ता
    受访者 被访者 被访谈者 参与者 回答者 说话人 发言人 受訪者 參與者 答
    対象者 参加者 話者 回答者 研究協力者 참여자 응답자 참가자 화자 연구참여자
"""

# First words of lines that look like labels and are said by nobody: heads of a transcript, notes, outlines.
_NOBODY = """
    abstract keywords summary conclusion introduction background source sources reference references title
    author authors
    date time place location duration setting length language transcriber transcript recording file name age
    gender sex
    occupation education code project topic theme section part chapter table figure example note notes nb ps
    observation
    observations comment comments memo remark remember warning important question questions prompt probe http https re
    tel phone email address page line step day week session
    fecha hora lugar duración modalidad nombre edad sexo código seudónimo tema sección parte capítulo tabla
    figura ejemplo
    nota notas observación observaciones pregunta preguntas resumen objetivo indicadores contexto
    datum ort dauer uhrzeit alter geschlecht beruf titel thema abschnitt teil kapitel tabelle abbildung
    beispiel anmerkung
    anmerkungen notiz notizen hinweis beobachtung beobachtungen frage fragen zusammenfassung bemerkung kommentar
    lieu durée heure âge sexe titre thème partie chapitre tableau exemple remarque remarques observation résumé
    data ora luogo durata età sesso titolo tema sezione capitolo tabella esempio osservazione riassunto osservazioni
    data_da_entrevista duração local idade gênero título seção observação observações resumo exemplo
    дата время место пример примечание заметка заметки тема вопрос
    التاريخ المكان المدة الوقت ملاحظة ملاحظات الموضوع مثال ملخص تاريخ مكان
    تاریخ مکان مدت یادداشت موضوع مثال نوٹ مقام وقت دورانیہ
    תאריך מקום משך הערה הערות נושא דוגמה
    दिनांक तारीख स्थान समय टिप्पणी विषय उदाहरण
    日期 时间 地点 时长 备注 注 主题 摘要 例如 例 時間 地點 備註 日時 場所 所要時間 日付 備考 날짜 장소 시간 비고
"""

_DROP = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
_NUMBER = re.compile(r"[\s._#-]*\d+\s*$")
_CODE = re.compile(r"(?:[^\W\d_]|[a-zß-ÿ\u0370-\u052f]{2,3})[\s._-]?\d{1,4}")
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=2048)
def label_key(label: str) -> str:
    """The form in which two spellings of one speaker are equal: case, width, joiners, bidi marks, asides folded."""
    folded = unicodedata.normalize("NFKC", _DROP.sub("", clean_label(label))).casefold()
    return " ".join(folded.split())


@lru_cache(maxsize=2048)
def clean_label(label: str) -> str:
    """The speaker's name in a label: without markup, brackets and asides (``E1 (probe)`` is ``E1``)."""
    name = label.strip(" \t\n\xa0*_[]【】{}<>\u200e\u200f\u061c\u202a-\u202e")
    without = _ASIDE.sub("", name)
    if _LETTER.search(without):
        name = without
    return " ".join(name.split())


def is_interviewer_name(label: str) -> bool:
    """True if the label names the one who asks: Interviewer, I, Entrevistadora, الباحثة, 访谈者, Moderator 2 …"""
    key = label_key(label)
    return key.rstrip(".") in _INTERVIEWER_KEYS or _base(key) in _NUMBERED_INTERVIEWER_KEYS


def is_generic(label: str) -> bool:
    """True if the label names no person of its own: P1, S2, B, Participant, Speaker 2, Entrevistado, 受访者 …"""
    key = label_key(label)
    if is_interviewer_name(label):
        return False
    is_letter = len(key) == 1 and _LETTER.fullmatch(key) is not None
    return is_letter or _CODE.fullmatch(key) is not None or _base(key) in _GENERIC_KEYS


def is_nobody(label: str) -> bool:
    """True if nobody speaks behind the label: a note, heading or field (``Date:``, ``[Notas de observación]:``)."""
    key = label_key(label)
    words = key.split()
    return not words or (words[0] in _NOBODY_KEYS and not is_interviewer_name(label)) or key in _NOBODY_KEYS


def is_numbered(label: str) -> bool:
    """True for a role with a number (Teacher 1, استاد ۱)."""
    key = label_key(label)
    return _NUMBER.search(key) is not None and _LETTER.search(key) is not None


def _base(key: str) -> str:
    without_point = _NUMBER.sub("", key).rstrip(". ")
    words = without_point.split()
    # "male speaker", "unknown participant": the last word says it.
    return words[-1] if len(words) > 1 and words[0] in _GENERIC_KEYS else without_point


def _keys(words: str) -> frozenset[str]:
    return frozenset(label_key(word.replace("_", " ")) for word in words.split())


_GENERIC_KEYS: frozenset[str] = _keys(_GENERIC)
_INTERVIEWER_KEYS = _keys(_INTERVIEWER)
# "Question 3" is a heading, and "I1" may be the first interviewee.
_NUMBERED_INTERVIEWER_KEYS = frozenset(key for key in _INTERVIEWER_KEYS - _keys("question سوال") if len(key) > 2)
_NOBODY_KEYS = _keys(_NOBODY)
