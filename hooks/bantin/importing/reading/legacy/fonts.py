"""Converts text by the names of its fonts, where the words agree: a name alone proves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bantin.importing.reading.legacy.charmaps import LegacyEncoding, convert_text
from bantin.importing.reading.legacy.judging import count_votes, has_unicode_letters

# A font that a PDF holds in part has six letters before its name: "ABCDEF+.VnTime". RTF names the
# script behind it: ".VnTimeH Tur".
_NAME = re.compile(
    r"(?:[A-Z]{6}\+)?(?P<family>vni|\.?vn)(?P<rest>.*?)"
    r"(?: (?:CE|Cyr|Greek|Tur|Baltic|\(\w{1,20}\)))?",
    re.IGNORECASE,
)
_NEIGHBOURS = (LegacyEncoding.TCVN3, LegacyEncoding.VNI)


def encoding_of_font(font: str) -> LegacyEncoding | None:
    """Return the encoding that a font was made for; None for other fonts."""
    match = _NAME.fullmatch(font)
    if match is None:
        return None
    is_vni = match["family"].lower() == "vni"
    return LegacyEncoding.VNI if is_vni else LegacyEncoding.TCVN3


def draws_capitals(font: str) -> bool:
    """Tell whether a font draws capitals for small letters: .VnTimeH, .VnArialH."""
    match = _NAME.fullmatch(font)
    if match is None or match["family"].lower() == "vni":
        return False
    return match["rest"].endswith(("H", "h"))


def convert_run(text: str, font: str, *, leaning: bool = False) -> tuple[str, str]:
    """Convert a run of text by its font, where the text is of an old encoding.

    Args:
        text: all text that stands together in fonts of one encoding; a letter and its mark may
            stand in two runs.
        font: name of its font; "" where unknown.
        leaning: whether other text in such fonts is of the old encoding. It decides where the words
            do not, and whether plain ASCII in a font of capitals is capitals.

    Returns:
        (the text, what was done in Vietnamese); (`text`, "") where nothing was.
    """
    encoding = encoding_of_font(font)
    if encoding is None or has_unicode_letters(text):
        return text, ""
    if text.isascii():
        capitals = text.upper() if leaning and draws_capitals(font) else text
        return capitals, "" if capitals == text else _told_capitals(font)
    encoding = _best(text, encoding, leaning=leaning)
    if encoding is None:
        return text, ""
    converted = convert_text(text, encoding)
    if encoding is LegacyEncoding.TCVN3 and draws_capitals(font):
        converted = converted.upper()
    return converted, f"Đổi chữ phông {font} từ bảng mã {encoding.value} sang Unicode"


def leans_legacy(runs: Iterable[tuple[str, str]]) -> bool:
    """Tell whether the (text, font) runs of a file in old fonts are of old encodings, by vote."""
    legacy = plain = 0
    for text, font in runs:
        encoding = encoding_of_font(font)
        if encoding is None or text.isascii():
            continue
        if has_unicode_letters(text):
            plain += 1
            continue
        votes = count_votes(text, encoding)
        legacy += votes.legacy
        plain += votes.plain
    return legacy > plain


def _best(text: str, encoding: LegacyEncoding, *, leaning: bool) -> LegacyEncoding | None:
    """Return the encoding that the words speak for, the font's where they do not say."""
    found = {one: count_votes(text, one) for one in _NEIGHBOURS}
    best = max(_NEIGHBOURS, key=lambda one: (found[one].legacy, one is encoding))
    votes = found[best]
    if votes.legacy > votes.plain and votes.legacy >= votes.neither:
        return best
    # Abbreviations are no syllables: they do not say.
    return encoding if leaning and votes.plain <= votes.legacy else None


def _told_capitals(font: str) -> str:
    return f"Chữ phông {font} in ra chữ hoa, ghi lại thành chữ hoa"
