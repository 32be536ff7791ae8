"""Writes the numbers of automatic lists as Word and LibreOffice print them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LARGEST_ROMAN = 3_999
_LARGEST_LETTER = 26 * 30


def numeral(number: int, form: str) -> str:
    """Return a number in a form that Word names; an unknown form is read as decimal.

    Args:
        number: as counted; 0 and less are written in digits.
        form: of `w:numFmt`: "decimal", "upperRoman", "lowerLetter" …
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if number > 0 and form in ("lowerRoman", "upperRoman"):
        words = _roman(number)
    elif 0 < number <= _LARGEST_LETTER and form in ("lowerLetter", "upperLetter"):
        # Word goes on after z with aa, bb, cc.
        words = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in ("vietnameseCounting", "cardinalText"):
        return _counted(number)
    else:
        return str(number)
    return words.upper() if form.startswith("upper") else words


def _roman(number: int) -> str:
    if number > _LARGEST_ROMAN:
        return str(number)
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


def _counted(number: int) -> str:
    """Return a number in Vietnamese words up to 99, in digits above."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    if not tens:
        return _DIGITS[ones]
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{'mười' if tens == 1 else f'{_DIGITS[tens]} mươi'} {last}".strip()
