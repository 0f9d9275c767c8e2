"""What language a text is in, guessed from its script and a few function words; and which way a string runs."""

import unicodedata
from collections import Counter

import regex

_SAMPLE = 10_000  # code points looked at
_FEWEST = 10  # letters of a script, and words of a language, that a guess needs
_LEAST_SHARE = 0.6  # of the letters that must be of one script

# Scripts that tell the language at once, by the first word of their letters' Unicode names.
_SCRIPTS = {
    "CJK": "zh",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
}

# The others are told apart by their commonest short words.
_WORDS = {
    "LATIN": {
        "en": "the and of to that is was it you in for have with not this are be but they we what do i my so just know",
        "es": "de que la el los las y en un una es por con para no se lo como del al más pero muy sí me yo qué está",
        "pt": "de que o a os as e em um uma é por com para não se como do da no na mais mas muito sim eu isso está",
        "fr": "de que la le les et un une est par avec pour pas ne se ce dans des du au mais je il elle vous nous ça",
        "it": "di che la il gli e in un una è per con non si lo come del al più ma io mi anche della sono ho questo",
        "de": "der die das und ist nicht ich es ein eine zu mit auf für von dass wir sie den dem auch aber so wie war",
        "nl": "de het een en van is dat niet ik je in op met voor zijn maar ook er we die dan wel was te heb",
        "sv": "och att det är som en ett på jag inte för med av den har till så men vi de om var man",
        "da": "og at det er som en et på jeg ikke for med af den har til så men vi de om var man der",
        "pl": "i w na z do że się nie to jest jak o po ale co tak już tym za bardzo mnie ja był może",
        "tr": "ve bir bu da de için çok ne ile o ben ama gibi daha var mi mı olarak sonra kadar değil şey oldu her",
        "vi": "và của là có được cho không các một người trong những với này thì tôi đã ở để mọi quyền phải cũng như",
        "id": "yang dan di ke dari untuk dengan ini itu tidak ada saya kami kita pada juga atau sudah akan karena",
        "sw": "na ya wa kwa ni la za katika kama hiyo hii watu yake lakini sana mimi kuwa huo hivyo",
        "ro": "și de la în a un o cu nu că se pe este pentru din mai ce am dar foarte sunt eu să",
        "hu": "a az és hogy nem is egy van ez de meg volt mert csak én nagyon azt ki",
        "cs": "a se na v je že to s z do i o ale jak jsem by jsou co tak pro když",
        "fi": "ja on ei se että oli en ole mutta niin kun sitä hän minä myös tai mitä",
    },
    "CYRILLIC": {
        "ru": "и в не на что я с он как это но по у так же за бы от меня мне было вы мы есть",
        "uk": "і в не на що я з він як це але по у так та за від мене мені було ви ми є",
        "bg": "и в не на че аз с той как това но по се така да за от мен ми беше вие ние е",
        "sr": "и у не на да ја са он како то али по се тако је за од мене ми било ви смо су",
    },
    "ARABIC": {
        "ar": "في من على أن إلى التي الذي هذا هذه ما لا كان كانت أو مع عن كل لم قد ولا حق ذلك هو هي "
        "اللي ده دي مش كده بس إيه انا أنا",
        "fa": "و در به از که این را با است برای آن یک هر حق خود تا بر هم یا شود باید می کرد",
        "ur": "کے کی میں اور ہے کا سے کو کہ نے پر یہ ہیں اس بھی ہر جو نہیں ہو تو اپنے کر جائے حق",
        "ps": "د په او له چې دی ته هر چه یې کې سره نه څخه وي دا حق",
    },
    "DEVANAGARI": {
        "hi": "के की में और है का से को कि ने पर यह हैं इस भी हर जो नहीं हो तो अपने कर",
        "mr": "आहे आणि या व च्या ते हे ती तो नाही मी तर की होते आहेत प्रत्येक",
        "ne": "र को छ मा ले हो पनि यो त्यो गर्ने भने छन् लाई गरेको प्रत्येक",
    },
}
_FUNCTION_WORDS = {
    script: {language: frozenset(words.split()) for language, words in languages.items()}
    for script, languages in _WORDS.items()
}
_WORD = regex.compile(r"\p{L}\w*")


def guess_language(text: str) -> str:
    """ISO 639-1 code of the language of the text, "" when unsure (too short, mixed, or not known here)."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = _letters_by_script(sample)
    kana = letters.pop("HIRAGANA", 0) + letters.pop("KATAKANA", 0)
    if kana:
        letters["JAPANESE"] = kana + letters.pop("CJK", 0)
    script = max(letters, key=letters.__getitem__, default="")
    if letters[script] < max(_FEWEST, _LEAST_SHARE * sum(letters.values())):
        return ""
    if script in _FUNCTION_WORDS:
        return _by_function_words(sample, _FUNCTION_WORDS[script])
    return "ja" if script == "JAPANESE" else _SCRIPTS.get(script, "")


def _letters_by_script(text: str) -> Counter[str]:
    letters: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            letters[unicodedata.name(character, "").partition(" ")[0]] += count
    return letters


def _by_function_words(sample: str, languages: dict[str, frozenset[str]]) -> str:
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = words.total()
    hits = {language: sum(words[word] for word in known) for language, known in languages.items()}
    best, second = sorted(hits, key=hits.__getitem__, reverse=True)[:2]
    different = sum(word in words for word in languages[best])
    is_clear = different >= 3 and hits[best] >= 0.12 * total and hits[best] >= 1.15 * hits[second]
    return best if is_clear and total >= _FEWEST else ""
