"""Encodings by the names that people know them by."""

from typing import Final

_NAMES: Final = {
    "utf-8": "Unicode (UTF-8)",
    "utf-8-sig": "Unicode (UTF-8)",
    "utf-16": "Unicode (UTF-16)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "utf-32": "Unicode (UTF-32)",
    "cp1252": "Western (Windows-1252)",
    "latin_1": "Western (ISO 8859-1)",
    "mac_roman": "Western (Mac)",
    "cp850": "Western (DOS)",
    "cp1250": "Central European (Windows)",
    "iso8859_2": "Central European (ISO 8859-2)",
    "cp1254": "Turkish (Windows)",
    "cp1251": "Cyrillic (Windows)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "mac_cyrillic": "Cyrillic (Mac)",
    "cp866": "Cyrillic (DOS)",
    "cp1253": "Greek (Windows)",
    "cp1255": "Hebrew (Windows)",
    "cp1256": "Arabic (Windows)",
    "cp1257": "Baltic (Windows)",
    "cp1258": "Vietnamese (Windows)",
    "gb18030": "Chinese (GB 18030)",
    "big5": "Chinese (Big5)",
    "shift_jis": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC)",
    "euc_kr": "Korean (EUC)",
    "cp874": "Thai (Windows)",
}


def encoding_name(encoding: str) -> str:
    """The name to show for a Python codec."""
    return _NAMES.get(encoding, encoding)
