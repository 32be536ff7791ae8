"""Explanations that a text itself gives: "… vì sự tiến bộ của phụ nữ (VSTBCPN)".

Knows the words before and within a bracket; no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bantin.text.alignment import LINKING, Alignment, Word, align, is_short, tokens_of, words_of

# No name written out holds a digit.
_BRACKET = re.compile(r"\(([^()\d]{2,200})\)")
_CALLED = re.compile(
    r"\s*(?:(?:sau đây\s+)?(?:được\s+)?(?:viết tắt|gọi tắt|gọi chung|gọi)(?:\s+(?:là|của))?\s*+:?"
    r"|tức(?:\s+là)?)\s*",
    re.IGNORECASE,
)
_SHORT_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+(?:[&-][^\W\d_]+)*)[ \n]?[*_]*$")
_BEFORE_BRACKET = re.compile(r"(?:[*_\s]|<[^<>]*>)*\(")
# Names do not run over the end of a sentence or paragraph, or out of a quotation.
_STOP = re.compile(r"[.;:!?()“”\"|\[\]]|\n\s*\n|\n\s*(?:\d+\.|[-*+#>])\s")
_LONGEST_WORDS = 24
_MOST_TOKENS = 8
# As in "tỉnh Mẫu"; the second words of "thành phố" and "thị xã" too.
_PLACES = frozenset("tỉnh phố huyện quận xã phường".split())
_LONGEST_PLACE = 5
_BEFORE = 300


def find_explanations(text: str) -> Mapping[str, str]:
    """Return abbreviation → its expansion in this text, on one line.

    Args:
        text: plain, or Markdown without its markup.

    Returns:
        "" where the text gives two expansions. Two ways to write one name are one expansion.
    """
    if "(" not in text:
        return {}
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        for short, expansion in (*_before(text, match), *_within(text, match)):
            if meaning(found.setdefault(short, expansion)) != meaning(expansion):
                found[short] = ""
    return found


def is_explaining(text: str, start: int, end: int) -> bool:
    """True where a use stands in brackets or before one: there it is explained.

    Args:
        text: as above, or HTML.
        start: offset of the use.
        end: offset behind it.
    """
    since = max(0, start - _BEFORE)
    if text.rfind("(", since, start) > text.rfind(")", since, start):
        return True
    return _BEFORE_BRACKET.match(text, end) is not None


def meaning(expansion: str) -> tuple[str, ...]:
    """Return the words that count. They are equal for two ways to write one name."""
    words = (word.text.casefold() for word in words_of(expansion))
    return tuple(word for word in words if word not in LINKING)


def _before(text: str, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield explanations by the words before a bracket: "… phụ nữ (VSTBCPN)"."""
    said = _CALLED.match(match[1])
    tokens = tokens_of(match[1][said.end() if said else 0 :])
    if not any(map(is_short, tokens)) or len(tokens) > _MOST_TOKENS:
        return
    since = max(0, match.start() - _BEFORE)
    for stop in _STOP.finditer(text, since, match.start()):
        since = stop.end()
    words = words_of(text[since : match.start()], since)
    fit = _fit_end(tokens, words) or _fit_end(tokens, _without_place(words))
    if fit:
        yield from _pairs(fit, text)


def _fit_end(tokens: list[str], words: list[Word]) -> Alignment | None:
    """Return the fit to the last words that leaves out fewest; of equal fits the shortest."""
    best: Alignment | None = None
    for first in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST_WORDS), -1):
        fit = align(tokens, words[first:])
        if fit and (best is None or fit.left_out < best.left_out):
            best = fit
    return best


def _without_place(words: list[Word]) -> list[Word]:
    """Return the words of "Ban … phụ nữ tỉnh Đắk Nông" up to the place; [] where there is none."""
    for at in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST_PLACE), -1):
        if words[at].text in _PLACES:
            is_second = at > 0 and words[at - 1].text in ("thành", "thị")
            return words[: at - 1] if is_second else words[:at]
        if not words[at].text[0].isupper():
            break
    return []


def _within(text: str, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield explanations in a bracket behind the word: "VSTBCPN (Vì sự tiến bộ …)"."""
    short = _SHORT_BEFORE.search(text, max(0, match.start() - 40), match.start())
    if short is None or not is_short(short[1]):
        return
    said = _CALLED.match(match[1])
    at = said.end() if said else 0
    inside = match[1][at:]
    if fit := align([short[1]], words_of(inside, match.start(1) + at)):
        yield from _pairs(fit, text)


def _pairs(fit: Alignment, text: str) -> Iterator[tuple[str, str]]:
    for short, start, end in fit.pairs:
        yield short, " ".join(re.sub(r"[*_]", "", text[start:end]).split())
