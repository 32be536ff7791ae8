"""Characters of symbol fonts in Unicode, and bullets of automatic lists as they are printed."""

from __future__ import annotations

_WINGDINGS = {
    0x22: "✂", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ",
    0x70: "π", 0x73: "σ", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xDE: "⇒",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)
_DASHES = "-–—−‐‑"


def symbol(code: int, font: str) -> str:
    """Return a character of a symbol font in Unicode; "" where it is not known.

    Args:
        code: in the font, 0x00 to 0xFF, or in the private area from U+F000.
        font: "Symbol", "Wingdings"; other fonts are read as Symbol below, where code is private.
    """
    place = code - _PRIVATE.start if code in _PRIVATE else code
    if font.lower().startswith("wingdings"):
        return _WINGDINGS.get(place, "")
    if place in _SYMBOL:
        return _SYMBOL[place]
    return chr(place) if 0x20 <= place < 0x7F else ""


def is_symbol_font(font: str) -> bool:
    """Tell whether a font draws signs in place of letters."""
    return font.lower().startswith(("wingdings", "webdings", "symbol"))


def has_private(text: str) -> bool:
    """Tell whether a text has characters of the private area that symbol fonts use."""
    return any(ord(char) in _PRIVATE for char in text)


def bullet(text: str) -> str:
    """Return the mark of a list as printed: "-" and "+" as they are, any dot or sign "•"."""
    text = text.strip()
    if text and all(char in _DASHES for char in text):
        return "-"
    if not text or text == "+" or (len(text) > 1 and text.isprintable() and not has_private(text)):
        return text
    return "•"
