"""What tells forms of captured texts apart: the portal's line of news, the head of a document.

Source: Decree 30/2020/NĐ-CP, Annex I; Party documents by their own rules of form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bantin.records.kinds import document_kinds
from bantin.text.fold import exact, fold

NEWS_MARK = "cms-publish-date"
NATION_WORDS = "cong hoa xa hoi chu nghia viet nam"
# For folded text. Recognition of scans reads HÒA as HÕA or HỊA, and loses spaces.
NATION = re.compile(
    r"c[o0]ng\W{0,3}h[oi]a\W{0,3}xa\W{0,3}h[o0]i\W{0,3}chu\W{0,3}nghia\W{0,3}viet\W{0,3}nam"
)
MOTTO = re.compile(r"doc\W{0,3}lap\W{0,5}tu\W{0,3}do\W{0,5}hanh\W{0,3}phuc")
PARTY = re.compile(r"\W{0,3}dang cong san viet nam\W{0,3}")
NUMBER_LINE = re.compile(
    r"(?:(?:Luật|Nghị quyết|Nghị định|Pháp lệnh) )?Số *(?:[:;] *|(?=\d)|$)", re.IGNORECASE
)
ADDRESS_LINE = re.compile(r"kính (?:gửi|gởi|mời) *(?::|;|$)", re.IGNORECASE)
SUBJECT_LINE = re.compile(r"v ?/ ?v\b *[:.]? *", re.IGNORECASE)
RECIPIENTS = re.compile(r"Nơi (?:nhận|gửi) *(?:[:;] *|$)", re.IGNORECASE)
# Types that the decree does not name. A record cannot bear them yet.
_OTHER_KINDS = (
    "Thông tư", "Thông tư liên tịch", "Nghị định", "Luật", "Pháp lệnh", "Lệnh",
    "Điều lệ", "Nghị quyết liên tịch", "Quy chế làm việc", "Kế hoạch liên tịch",
)  # fmt: skip


@cache
def kinds_by_name() -> Mapping[str, tuple[str, str]]:
    """Return name of a type, folded and without spaces → its code and its exact name.

    A type that records do not know has the code "".
    """
    names = [(name, "") for name in _OTHER_KINDS]
    names += [(name, code) for code, name in reversed(list(document_kinds().items()))]
    return MappingProxyType({squeeze(name): (code, exact(name)) for name, code in names})


def holds_nation(text: str) -> bool:
    """True for a line with the nation's name as a head has it: in capitals, or alone."""
    folded = fold(text)
    match = NATION.search(folded)
    if match is None or len(folded) != len(text):
        return False
    around = text[: match.start()] + text[match.end() :]
    return text[match.start() : match.end()].isupper() or not around.strip(" .,;-–|")


def squeeze(text: str) -> str:
    """Return a text folded and without spaces: scans and spaced letters read alike."""
    return fold(text).replace(" ", "")
