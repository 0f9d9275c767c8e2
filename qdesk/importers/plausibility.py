"""How much a text decoded with a guessed encoding looks like one that somebody wrote."""

import re
import unicodedata

_WESTERN = "áéíóúñüäöåßçèêàâëïîôùûœæøãõìòÿÁÉÍÓÚÑÜÄÖÅÇÈÊÀÂØ¿¡ºª"
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäăâîșțşţľĺôŕđßĄĆĘŁŃÓŚŹŻÁČĎÉŘŠŤÚŮÝŽŐŰÖÜÄŞŢ"
_USUAL = {
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": "çğıöşüâîûÇĞİÖŞÜ",
    "cp1257": "āčēģīķļņōŗšūžąęėįųøåäöüõĀČĒĢĪĶĻŅŠŪŽĄĘĖĮŲÅÄÖÜÕ",
    "cp1258": "ăâđêôơưàáèéìíòóùúĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323",
}
_SCRIPT = {
    "cp1251": "CYRILLIC",
    "koi8_r": "CYRILLIC",
    "mac_cyrillic": "CYRILLIC",
    "cp866": "CYRILLIC",
    "cp1253": "GREEK",
    "cp1255": "HEBREW",
    "cp1256": "ARABIC",
    "cp874": "THAI",
    "euc_kr": "HANGUL SYLLABLE",
}
# The most frequent letters of scripts that a wrong guess hits at random.
_FREQUENT = {
    "euc_kr": "이다는에의가을를고하지은로사한그어나도있게서리기",
    "cp1253": "αοιετσνηυρπκμλςίόάέήύώ",
    "cp1255": "יוהלאתרבמשנ",
    "cp874": "านรอกเงมยลวดทสตะปบค่้ีิัไแ็ื",
    "gb18030": "的一是不了在人有我他这中大来上个国们到说为子和你地出道也时要就可以会对学老师",
    "big5": "的一是不了在人有我他這中大來上個國們到說為子和你地出道也時要就可以會對學老師",
}
# Double-byte sets keep their common characters in the first rows: the lead bytes of level 1.
_FIRST_ROWS = {
    "gb18030": range(0xB0, 0xD8),
    "big5": range(0xA4, 0xC7),
    "shift_jis": range(0x88, 0x98),
    "euc_jp": range(0xB0, 0xD0),
}
_PUNCTUATION = "“”‘’„‚«»–—…·€\xa0،؛؟。，、：？！；「」《》（）"
_ODD_CASE = re.compile(r"[^\W\d_](?=[^\W\d_])")
_BETWEEN = re.compile(r"(?<=[a-z])[^\w\s'’\-./\x00-\x7f](?=[a-z])")


def plausibility(text: str, encoding: str) -> float:
    """Mean weight of the non-ASCII characters, about -2 to 1: letters of the encoding's languages speak for it.

    Symbols, controls, capitals after small letters, letters of two scripts in a word, and rare ideographs speak
    against it.
    """
    strange = [character for character in text if character > "\x7f"]
    if not strange:
        return 0.0
    weights = {character: _weight(character, encoding) for character in set(strange)}
    score = sum(weights[character] for character in strange)
    score -= 2 * len(_BETWEEN.findall(text))
    score -= sum(_clash(text[match.start()], text[match.end()]) for match in _ODD_CASE.finditer(text))
    return score / len(strange)


def _weight(character: str, encoding: str) -> float:
    category = unicodedata.category(character)
    if category[0] == "C":
        return 0.5 if category == "Cf" else -3.0
    if character in _PUNCTUATION:
        return 0.6
    if character in _FREQUENT.get(encoding, ""):
        return 1.0
    if encoding in _FIRST_ROWS:
        return _ideograph_weight(character, encoding)
    if encoding in _SCRIPT:
        is_native = unicodedata.name(character, "").startswith(_SCRIPT[encoding])
        return -0.5 if not is_native else 0.5 if encoding in _FREQUENT else 1.0
    if character in _USUAL.get(encoding, _WESTERN):
        return 1.0
    return -0.3 if category[0] == "L" else -1.0


def _ideograph_weight(character: str, encoding: str) -> float:
    if "\u3040" <= character <= "\u30ff" and encoding in ("shift_jis", "euc_jp"):
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        encoded = character.encode(encoding, "replace")
        is_common = (
            len(encoded) == 2 and encoded[0] in _FIRST_ROWS[encoding] and (encoding != "gb18030" or encoded[1] > 0xA0)
        )
        return 0.6 if is_common else -0.5
    return 0.2 if "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff60" else -1.0


def _clash(left: str, right: str) -> float:
    """How little two letters fit side by side in a word: a small and a capital one, or two scripts."""
    if left < "\x80" and right < "\x80":
        return 0.0
    if left.islower() and right.isupper():
        return 1.0
    return 1.0 if _script(left) != _script(right) else 0.0


def _script(letter: str) -> str:
    return "LATIN" if letter < "\u0250" else unicodedata.name(letter, "?").partition(" ")[0]
