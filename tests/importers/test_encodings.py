import unicodedata
from pathlib import Path

import pytest

from qdesk.errors import QDeskError
from qdesk.importers.encodings import candidates, decode
from qdesk.text.normalise import normalise

WRITTEN = {
    "es": "No sé qué pasó mañana, ¿cómo? El niño comió y después salió.",
    "fr": "Je ne sais pas ce que c'est, mais l'école a été très dure à cause de ça. Où êtes-vous, Hélène ?",
    "de": "Ich weiß nicht, was das für schöne Größen sind, aber wir hätten gern mehr.",
    "pl": "Nie wiem, co to jest, ale zrobiliśmy to tak, jak mi powiedział. Żółta łódź, więc proszę.",
    "cs": "Nevím, co to je, ale udělali jsme to tak, jak mi řekl. Příliš žluťoučký kůň.",
    "tr": "Ne olduğunu bilmiyorum ama bana söylediği gibi yaptık. Çok güzel şeyler, ışık.",
    "ru": "Я не знаю, что это такое, но мы так и сделали, как он сказал мне. Вот так.",
    "el": "Δεν ξέρω τι είναι αυτό, αλλά το κάναμε έτσι όπως μου είπε.",
    "he": "אני לא יודע מה זה, אבל עשינו את זה כמו שהוא אמר לי.",
    "ar": "لا أعرف ما هذا، ولكننا فعلنا ذلك كما قال لي. مدرسة",
    "zh": "我不知道这是什么，但是我们就这样做了，因为老师告诉我们。",
    "zh-TW": "我不知道這是什麼，但是我們就這樣做了，因為老師告訴我們。",
    "ja": "これが何なのかわかりませんが、先生が言ったとおりにしました。",
    "ko": "이것이 무엇인지 모르지만 선생님이 말한 대로 했습니다.",
    "th": "ฉันไม่รู้ว่ามันคืออะไร แต่เราทำตามที่ครูบอก",
}
OLD = {
    "es": ["cp1252", "mac_roman", "cp850"],
    "fr": ["cp1252", "mac_roman", "cp850"],
    "de": ["cp1252", "mac_roman", "cp850"],
    "pl": ["cp1250", "iso8859_2"],
    "cs": ["cp1250", "iso8859_2"],
    "tr": ["cp1254"],
    "ru": ["cp1251", "koi8_r", "cp866", "mac_cyrillic"],
    "el": ["cp1253"],
    "he": ["cp1255"],
    "ar": ["cp1256"],
    "zh": ["gb18030"],
    "zh-TW": ["big5"],
    "ja": ["shift_jis", "euc_jp"],
    "ko": ["euc_kr"],
    "th": ["cp874"],
}
CASES = [(language, encoding) for language, encodings in OLD.items() for encoding in encodings]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_old_encodings_are_guessed(language: str, encoding: str) -> None:
    decoded = decode(WRITTEN[language].encode(encoding))
    assert decoded.text == WRITTEN[language]
    assert not decoded.certain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("language", WRITTEN)
def test_unicode_with_a_mark_is_certain(language: str, encoding: str) -> None:
    decoded = decode(WRITTEN[language].encode(encoding))
    assert (decoded.text, decoded.certain) == (WRITTEN[language], True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["es", "ru", "ar", "he"])
def test_utf16_without_a_mark(language: str, encoding: str) -> None:
    assert decode(WRITTEN[language].encode(encoding)).text == WRITTEN[language]


def test_one_typographic_quote_in_english_is_cp1252() -> None:
    assert decode(b"It\x92s a long story\xa0\x85 I don\x92t know.").text == "It’s a long story\xa0… I don’t know."


def test_a_damaged_utf8_file_is_still_utf8() -> None:
    decoded = decode(WRITTEN["ru"].encode() + b" \xff " + WRITTEN["ru"].encode())
    assert (decoded.encoding, decoded.certain, decoded.text.count("\ufffd")) == ("utf-8", False, 1)


def test_every_byte_can_be_read() -> None:
    assert decode(bytes(range(256))).text
    assert decode(b"") == decode(b"", "utf-8")


def test_candidates_differ_and_begin_with_the_guess() -> None:
    data = WRITTEN["ru"].encode("cp1251")
    names = candidates(data)
    texts = [data.decode(name, "replace") for name in names]
    assert names[0] == "cp1251"
    assert len(set(texts)) == len(texts) > 3


def test_the_encoding_asked_for_is_used() -> None:
    assert decode("é".encode("mac_roman"), "mac-roman").text == "é"


@pytest.mark.parametrize(
    "name", ["utf9", "base64", "hex", "rot13", "ascii", "undefined", "unicode_escape", "idna", "a\0b", "é"]
)
def test_a_wrong_encoding_is_told(name: str) -> None:
    with pytest.raises(QDeskError, match="nothing was imported"):
        decode("é".encode(), name)


def test_the_five_encodings_of_one_text(shared_data: Path) -> None:
    folder = shared_data / "nasty" / "encodings"
    reference = (folder / "es_reference_utf8_lf.txt").read_bytes().decode("utf-8")
    others = sorted(set(folder.glob("es_*.txt")) - {folder / "es_nfd.txt", folder / "es_reference_utf8_lf.txt"})
    assert len(others) == 5
    for path in others:
        assert normalise(decode(path.read_bytes()).text) == (reference, ()), path.name
    decomposed = normalise(decode((folder / "es_nfd.txt").read_bytes()).text)[0]
    assert decomposed == unicodedata.normalize("NFD", reference) != reference
