"""The readers of captured items, one for each form, and which of them reads an item.

Whoever adds a form adds its reader to READERS, and its marks to `recognise`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Block, Capture, FieldName
from bantin.importing.document import parse_document
from bantin.importing.head_pieces import HeadPart, HeadPiece, read_pieces
from bantin.importing.kind_lines import kind_of
from bantin.importing.minutes_day import find_minutes_day
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context, Proposal
from bantin.importing.text_marks import ADDRESS_LINE, NEWS_MARK, RECIPIENTS, holds_nation
from bantin.text.fold import fold

Form = Literal["news", "document"]
Reader = Callable[[Capture, Context], Proposal]

READERS: Mapping[Form, Reader] = MappingProxyType({"news": parse_news, "document": parse_document})
_NUMBERS = frozenset({HeadPart.NUMBER, HeadPart.BLANK_NUMBER})
# Lines above the type of minutes: the bodies, a rule.
_MOST_ABOVE = 5
_HEADS = frozenset({HeadPart.NATION, HeadPart.MOTTO, HeadPart.PARTY})


def recognise(capture: Capture) -> Form:
    """Return the form of a captured item: what is no official document is news.

    Raises:
        ImportRefusedError: the file holds several news items, or news and a document.
    """
    marks = [line for line in capture.blocks if fold(line.text).startswith(NEWS_MARK)]
    nations = [line for line in capture.blocks if holds_nation(line.text)]
    if marks and len(marks) + len(nations) > 1:
        where = ", ".join(str(line.number) for line in sorted((*marks, *nations), key=_number))
        raise ImportRefusedError(
            f"tệp có nhiều bài (xem các dòng {where}); tách mỗi bài ra một tệp"
        )
    if marks:
        return "news"
    return "document" if _is_document(capture) else "news"


def _number(line: Block) -> int:
    return line.number


def _is_document(capture: Capture) -> bool:
    if capture.field(FieldName.KIND) or capture.field(FieldName.NUMBER):
        return True
    pieces = read_pieces(capture.blocks)
    parts = {piece.part for piece in pieces}
    if parts & _HEADS:
        return True
    if HeadPart.KIND in parts and _is_minutes(pieces, capture.blocks):
        return True
    if parts & _NUMBERS and parts & {HeadPart.KIND, HeadPart.ADDRESS, HeadPart.SUBJECT}:
        return True
    opens = any(ADDRESS_LINE.match(line.text) for line in capture.blocks[:3])
    return opens and any(RECIPIENTS.match(line.text) for line in capture.blocks)


def _is_minutes(pieces: Sequence[HeadPiece], blocks: Sequence[Block]) -> bool:
    """True for minutes without the nation's name and without a number: many have neither."""
    at = next(one for one, piece in enumerate(pieces) if piece.part is HeadPart.KIND)
    named = kind_of(pieces[at].text)
    return (
        named is not None
        and named[0] == "BB"
        and at <= _MOST_ABOVE
        and find_minutes_day(blocks[pieces[at].at + 1 :]) is not None
    )
