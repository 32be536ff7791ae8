"""Finds who chaired a meeting, in the ways people write it.

Precision before recall: no chair is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bantin.importing.people import FoundPerson, find_people
from bantin.importing.sentences import sentences

_EVENT = (
    r"(?:các )?(?:hội nghị|cuộc|phiên|buổi|kỳ họp|họp|lễ|đại hội|giao ban|hội thảo|tọa đàm|toạ đàm|"
    r"diễn đàn|hội thi|chương trình|bế mạc|khai mạc)"
)
_CHAIRED = re.compile(r"(?<!\w)(?P<joint>đồng )?chủ trì(?!\w)", re.IGNORECASE)
# What follows where somebody chairs a meeting, not a task ("chủ trì, phối hợp với …").
_OBJECT = re.compile(
    rf"(?: (?:và )?(?:{_EVENT}(?!\w)|tại (?!điểm cầu)|chỉ đạo|điều hành)| ?[.:;…)]|$)"
    r"| ?,(?! ?(?:phối hợp|tham mưu|xây dựng|nghiên cứu|soạn|rà soát|triển khai|thực hiện"
    r"|đề xuất|cùng))",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"(?<!\w)(?:sẽ|từng|được giao|dự kiến|không|cần|phải) (?:đồng )?$", re.IGNORECASE
)
_BY = re.compile(r"(?<!\w)(?:do|của)(?: (?:các )?(?:đồng chí|ông|bà))?:? ?$", re.IGNORECASE)
_OF = re.compile(
    r"(?:,? (?:và )?(?:chỉ đạo|điều hành))?(?: trực tiếp)? của (?:các |hai )?", re.IGNORECASE
)
_WERE = re.compile(
    rf"(?: {_EVENT}[^.,;:]{{0,40}}?)? (?:có|là|gồm)(?: có)?(?!\w):? ?(?:các |hai )?", re.IGNORECASE
)
# Words that no position has: another sentence part begins, or somebody does something else.
_OTHER_DOING = re.compile(
    r"(?<!\w)(?:yêu cầu|giao(?! thông)|đề nghị|cho biết|phát biểu|nhấn mạnh|báo cáo|trình bày"
    r"|trao|tặng"
    r"|thay mặt|(?<!thư )ký|cho rằng|theo|phân công|ủy quyền|làm|tiếp(?! công dân)|thăm"
    r"|(?<!ban )kiểm tra|(?<!ban )tổ chức|họp|có|được|bầu|nghe|tại|đến|giải trình|dẫn đầu"
    r"|chúc mừng|dự(?! khuyết| án)|khẳng định|ban hành|thống nhất|gửi|nhưng)(?!\w)",
    re.IGNORECASE,
)
_MOST_CHAIRS = 8
_OTHERS = re.compile(
    r"(?<!\w)(?:lãnh đạo|đại diện|đại biểu(?! quốc hội)"
    r"|(?<!bí thư )(?<!chủ tịch )thường trực (?:tỉnh|hđnd|ubnd|huyện))(?!\w)",
    re.IGNORECASE,
)
_BODY_OF_DUTY = re.compile(r"(?:ban|tổ|tiểu ban) (?:chỉ đạo|công tác|giúp việc)", re.IGNORECASE)
_BEFORE_CHAIRED = re.compile(
    r"(?:,? ?(?:và|đã|cũng|cùng|trực tiếp|tham dự|đến dự|dự|tham gia)){0,8}+,? ?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:[;,]| và| cùng(?: các)?(?! dự))", re.IGNORECASE)
_ATTENDING = re.compile(r"(?<!\w)dự(?:[^.;:]{0,40}?) (?:có|gồm)", re.IGNORECASE)
_CONCLUDED = re.compile(
    r"(?<!\w)(?:có ý kiến )?kết luận(?: (?:hội nghị|cuộc họp|phiên họp|buổi làm việc|chỉ đạo))?"
    r"(?: như sau)?(?: ?:|(?<=như sau)[.]?$)",
    re.IGNORECASE,
)
_CONCLUSION_OF = re.compile(
    r"^(?:thông báo )?(?:ý kiến )?kết luận (?:chỉ đạo )?của ", re.IGNORECASE
)


def find_chairs(title: str, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the chairs; empty where it is not sure who they were.

    Args:
        title: headline or abstract.
        paragraphs: the text's opening paragraphs.
    """
    opening = [one for paragraph in paragraphs for one in sentences(paragraph)]
    for sentence in opening:
        people = find_people(sentence) if _CHAIRED.search(sentence) else []
        for match in _CHAIRED.finditer(sentence) if people else ():
            chosen = _who_chaired(sentence, match, people)
            if chosen:
                return tuple(dict.fromkeys(one.name for one in chosen))
    for sentence in opening:
        concluded = _CONCLUDED.search(sentence)
        if concluded:
            chosen = _subjects(sentence, concluded.start(), find_people(sentence), joint=False)
            if chosen:
                return (chosen[-1].name,)
    if of := _CONCLUSION_OF.match(title):
        people = find_people(title)
        if people and not _OTHER_DOING.search(title[of.end() : people[0].start]):
            return (people[0].name,)
    return ()


def _who_chaired(
    sentence: str, match: re.Match[str], people: list[FoundPerson]
) -> list[FoundPerson]:
    before = sentence[: match.start()]
    if before.lower().endswith("sự "):
        by = _OF.match(sentence, match.end())
        return _list_from(sentence, by.end(), people) if by else []
    if opened := _WERE.match(sentence, match.end()):
        return _list_from(sentence, opened.end(), people)
    if _OBJECT.match(sentence, match.end()) is None or _NOT_NOW.search(before):
        return []
    return _subjects(sentence, match.start(), people, joint=match["joint"] is not None)


def _subjects(
    sentence: str, verb: int, everybody: list[FoundPerson], *, joint: bool
) -> list[FoundPerson]:
    """Return the people who are the subject of the verb at an offset."""
    people = [one for one in everybody if one.end <= verb][-_MOST_CHAIRS:]
    if not people or not _is_position(sentence[people[-1].end : verb], last=True):
        return []
    chosen = [people[-1]]
    is_list = joint or re.search(r"(?:các|hai) (?:đồng chí|ông|bà)", sentence[:verb], re.IGNORECASE)
    for one in reversed(people[:-1]):
        gap = sentence[one.end : chosen[0].start]
        if not _is_position(gap, last=False) or not _LINK.search(gap):
            break
        if ";" in gap and not is_list:
            break
        chosen.insert(0, one)
    if _ATTENDING.search(sentence[: chosen[0].start]) and not joint:
        return chosen[-1:]
    return chosen


def _is_position(gap: str, *, last: bool) -> bool:
    """Whether the words behind a name hold nothing but positions."""
    words = _BODY_OF_DUTY.sub("", gap)
    if last:
        words = _BEFORE_CHAIRED.sub("", words)
        if ";" in words or _OTHERS.search(words):
            return False
    return _OTHER_DOING.search(words) is None and len(gap) < 250


def _list_from(sentence: str, start: int, people: list[FoundPerson]) -> list[FoundPerson]:
    """Return the people of a list that begins at an offset; empty if none stands there."""
    chosen: list[FoundPerson] = []
    at = start
    for one in people:
        if one.start < start:
            continue
        gap = sentence[at : one.start]
        if (
            not _is_position(gap, last=False)
            or len(gap) > 200
            or (chosen and not _LINK.search(gap))
        ):
            break
        chosen.append(one)
        at = one.end
    return chosen
