"""Makes bodies that try to get past the cleaner: Markdown and HTML, whole and damaged.

Knows no test. The same seed makes the same bodies.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from tests.attack.payloads import BODIES, HARMLESS
from tests.unit.rendering.markdown_samples import SAMPLES, SIGNS, SPACES, WORDS

_WHOLE = (*BODIES.values(), *HARMLESS.values(), *SAMPLES)
_TAGS = (
    "a abbr b blockquote br caption code del details div figure h2 img ins li math noscript ol p "
    "pre q script select span style svg table td template textarea th title tr u ul video xmp"
).split()
_NAMES = (
    "href src cite poster srcset action formaction data xlink:href ping onclick onerror style "
    "class id name title alt target to due directive value start"
).split()
_SCHEMES = ("javascript", "JaVaScRiPt", "vbscript", "data", "http", "https", "mailto", "blob", "x")
_COLONS = (":", "&colon;", "&#58;", "&#x3a;", "%3A", "\\:", "")
_SKIPPED = ("", "", "", *" \t\n\r\x00\x01\x1f\u00a0", "&#9;", "&#10;", "&#1;")
_REST = (
    "hit()",
    "//evil.example/p.png",
    "/evil.example/p.png",
    "\\\\evil.example",
    "text/html,<b>",
)
_QUOTES = ('"', "'", "", "`")
_BRACKETS = (*")[]<>`\\", "](", "![", "](<", ">)", "](#", "][", "]: ", "{: ", " }")
_LIST_STARTS = (*"1. |2. |- |a) |đ) |I. |1.1. |+ |> |# |    ".split("|"), "| ", "")
_CLOSINGS = (">", "/>", "", " ")
_PLAIN = ("Ban họp phiên 9 tháng", "giao Sở Y tế", "“hai”", "2021", "x-y", "số 405/TB-VP", "c.")


class BodyMaker:
    """Makes one body after the other."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def make(self, count: int) -> Iterator[str]:
        """Yield that many bodies."""
        makers: tuple[Callable[[], str], ...] = (
            self._debris,
            self._element,
            self._link,
            self._mutated,
            self._mixed,
            self._lines,
        )
        for _ in range(count):
            yield self._random.choice(makers)()

    def _pick(self, *groups: tuple[str, ...]) -> str:
        return self._random.choice(self._random.choice(groups))

    def _debris(self) -> str:
        """Signs, words and white space in any order."""
        return "".join(
            self._pick(SIGNS, WORDS, SPACES, _BRACKETS, _LIST_STARTS)
            for _ in range(self._random.randint(1, 16))
        )

    def _address(self) -> str:
        scheme = self._random.choice(_SCHEMES)
        at = self._random.randint(0, len(scheme))
        parts = (
            self._random.choice(_SKIPPED),
            scheme[:at],
            self._random.choice(_SKIPPED),
            scheme[at:],
            self._random.choice(_COLONS),
            self._random.choice(_SKIPPED),
            self._random.choice(_REST),
        )
        return "".join(parts)

    def _element(self) -> str:
        """Elements with attributes, in any order, closed or not."""
        choose = self._random.choice
        made = []
        for _ in range(self._random.randint(1, 4)):
            quote = choose(_QUOTES)
            value = self._address() if self._random.random() < 0.7 else choose(_WHOLE)[:40]
            gap = choose((" ", "\n", "/", "\t", "\x0c"))
            tag = choose(_TAGS)
            made.append(
                f"<{tag}{gap}{choose(_NAMES)}={quote}{value}{quote}{choose(('>', '/>', '', ' '))}"
            )
            made.append(
                choose(("x", "\n\n", f"</{tag}>", f"</{choose(_TAGS)}>", "<!--", "-->", "]]>"))
            )
        return "".join(made)

    def _link(self) -> str:
        """Links and pictures of Markdown, one within the other, with brackets amiss."""
        inner = self._address()
        for _ in range(self._random.randint(1, 3)):
            mark = self._random.choice(("", "!"))
            form = self._random.choice(
                ("{m}[x]({i})", "{m}[x](<{i}>)", "{m}[{i}](#)", "](#{m}[x]( {i})", "<{i}>",
                 "{m}[x][r]\n\n[r]: {i}", "{m}[x]({i} 'y')", "[x](#){{: href={i} }}", "`{i}`",
                 "<a href='{i}'>x</a>", "{m}[x]({i}\n\n)", "[^1]\n\n[^1]: {i}")
            )  # fmt: skip
            inner = form.format(m=mark, i=inner)
        return f"{self._random.choice(_PLAIN)} {inner}{self._random.choice(_BRACKETS)}"

    def _mutated(self) -> str:
        """A known attack or sample with pieces doubled, cut, moved or put in."""
        text = self._random.choice(_WHOLE)
        for _ in range(self._random.randint(1, 4)):
            at, to = sorted(self._random.randint(0, len(text)) for _ in range(2))
            put = self._pick(_BRACKETS, _SKIPPED, SIGNS, _QUOTES)
            entities = "".join(f"&#{ord(sign)};" for sign in text[at : at + 2])
            text = self._random.choice(
                (
                    text[:at] + put + text[at:],
                    text[:at] + text[to:],
                    text[:to] + text[at:],
                    text[:at] + text[at:to].swapcase() + text[to:],
                    text[:at] + entities + text[at + 2 :],
                )
            )
        return text

    def _mixed(self) -> str:
        """Several of them, below each other or glued."""
        pieces = [
            self._random.choice((self._debris, self._element, self._link, self._mutated))()
            for _ in range(self._random.randint(2, 3))
        ]
        return self._random.choice(("", " ", "\n", "\n\n", "\n1. ")).join(pieces)

    def _lines(self) -> str:
        """Lines of plain paragraphs and lists, as most records have, and nearly such."""
        lines = [
            self._random.choice(_LIST_STARTS) + self._pick(_PLAIN, _PLAIN, _PLAIN, WORDS)
            for _ in range(self._random.randint(1, 8))
        ]
        return self._random.choice(("\n", "\n\n")).join(lines)
