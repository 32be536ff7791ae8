"""Takes an RTF file apart into control words, letters and bytes. Knows no document."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

# A number longer than ten digits is none that a program writes; the rest of it is text.
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32}+)(?P<number>-?\d{1,10}+)?+ ?+"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]++)"
    r"|[\r\n]++"
    r"|\\",
    re.DOTALL,
)
_DEEPEST = 400


class RtfKind(enum.Enum):
    """The kinds of token."""

    OPEN = enum.auto()
    CLOSE = enum.auto()
    WORD = enum.auto()
    SYMBOL = enum.auto()
    BYTES = enum.auto()
    BINARY = enum.auto()


@dataclass(frozen=True, slots=True)
class RtfToken:
    """A token.

    Attributes:
        kind: of it.
        word: of a control word, its name; of a symbol, its character.
        number: of a control word; None without one.
        data: of text, its bytes in the font's encoding; of binary data, the data.
    """

    kind: RtfKind
    word: str = ""
    number: int | None = None
    data: bytes = b""


def rtf_tokens(data: bytes) -> Iterator[RtfToken]:
    """Yield the tokens of a file. What is broken is passed over, as word processors do."""
    source = data.decode("latin-1")
    at, depth = 0, 0
    while match := _TOKEN.match(source, at):
        at = match.end()
        if word := match["word"]:
            number = int(match["number"]) if match["number"] else None
            if word == "bin" and number is not None and number >= 0:
                yield RtfToken(RtfKind.BINARY, data=data[at : at + number])
                at += number
            else:
                yield RtfToken(RtfKind.WORD, word, number)
        elif match["text"]:
            yield RtfToken(RtfKind.BYTES, data=match["text"].encode("latin-1"))
        elif match["hex"]:
            yield RtfToken(RtfKind.BYTES, data=bytes.fromhex(match["hex"]))
        elif match["symbol"]:
            yield RtfToken(RtfKind.SYMBOL, match["symbol"])
        elif match["brace"]:
            depth += 1 if match["brace"] == "{" else -1
            if depth > _DEEPEST:
                return
            yield RtfToken(RtfKind.OPEN if match["brace"] == "{" else RtfKind.CLOSE)
