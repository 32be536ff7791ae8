"""Finds figures in running text: "toàn tỉnh có 681 cán bộ …", "tỷ lệ hộ nghèo còn 3,5%".

Knows running text and the year it reports on; nothing of the record. Skips a figure in doubt: no
plan, no rough number, no other year, no smaller place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bantin.records.parts import Figure
from bantin.text.dates import find_dates
from bantin.text.quantities import read_number

_NUMBER = (
    r"(?<![\w/.,:–-])(?P<number>(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)"
    r"(?![\w/]|[.,]\d|\s*[-–]\s*\d)"
)
# Counted things, longest first. The noun as printed is the unit.
_NOUNS = (
    "cán bộ, công chức, viên chức|cán bộ, công chức|công chức, viên chức|nữ đại biểu|nữ đảng viên"
    "|nữ cán bộ|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|đại biểu|phụ nữ"
    "|lao động|học sinh|sinh viên|học viên|trẻ em|trẻ|cộng tác viên|tuyên truyền viên"
    "|báo cáo viên|giáo viên|ủy viên|uỷ viên|người|lượt|hộ|lớp|cuộc|buổi|hội nghị|hội thảo|văn bản"
    "|vụ việc|vụ|mô hình|câu lạc bộ|tổ chức|tổ|nhóm|doanh nghiệp|hợp tác xã|xã|phường|thôn"
    "|cơ quan|đơn vị|địa chỉ|căn nhà|suất|công trình|dự án|trường hợp|cặp"
)
_MEASURES = (
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|USD)(?:/\w+){0,2}|(?:nghìn |triệu )?tấn|ha|héc-ta"
    r"|km|m2|m3|con"
)
_DONE = (
    r"(?:tổ chức|mở|kết nạp|thành lập|hỗ trợ|giúp|xây dựng|ban hành|duy trì|phát hiện|xử lý"
    r"|giải quyết|trao|trao tặng|tặng|tập huấn|đào tạo|xảy ra)(?: được)?"
)
# The subject stands before "có". It must mean the whole place or time.
_WHOLE = (
    r"(?:^|[;:]|(?<!\w)(?:nay|qua|năm|kỳ|tháng|đó|quả|\d{4}),"
    r"|(?<!\w)(?:tỉnh|toàn ngành|ngành [\w ]{2,30}|địa bàn|hiện|nay|qua|kỳ|năm|năm \d{4}|đầu năm"
    r"|tháng|tháng \d{1,2}|trong đó|theo đó|đã))\s*"
)
_COUNT = re.compile(
    rf"(?:{_WHOLE}(?<!\w)có|(?<!\w){_DONE})\s+{_NUMBER}\s+(?P<noun>{_NOUNS})(?!\w)",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:,|,? và|;)\s+{_NUMBER}\s+(?P<noun>{_NOUNS})(?!\w)", re.IGNORECASE)
_SHARE = re.compile(
    r"(?<!\w)(?P<name>t[ỷỉ] lệ [^,;:.()%]{2,90}?)\s+(?:hiện\s+)?"
    r"(?:đạt|là|chiếm|còn|giảm còn|giảm xuống còn|giảm xuống|tăng lên|ở mức"
    r"|(?:giảm|tăng) từ [\d,.]+ ?%(?: năm \d{4})? (?:xuống còn|xuống|lên))"
    rf"\s+{_NUMBER}\s?(?P<unit>%)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?<!\w)(?P<name>(?:tổng (?:thu|chi|kinh phí|số|nguồn|dư nợ|doanh|vốn|giá trị|sản lượng)"
    r"|thu ngân sách|chi ngân sách|thu nhập|doanh số|doanh thu|dư nợ|kinh phí|nguồn vốn|giá trị"
    r"|kim ngạch|sản lượng|diện tích|số)\s[^,;:.()%\d]{3,90}?(?: năm \d{4})?)\s+(?:đạt|là|còn)"
    rf"\s+{_NUMBER}\s+(?P<unit>{_MEASURES}|{_NOUNS})(?![\w/]|\s+\w)",
    re.IGNORECASE,
)
# The words for the counted thing, up to a punctuation mark.
_PHRASE = re.compile(r"(?:[^,;:.()…!?\d]|(?<=phòng), (?=chống ))*")
# A comma ends them before a number or one of these. Before other words the enumeration may go on
# ("về bình đẳng giới, kỹ năng lãnh đạo"), and its end cannot be found.
_AFTER_COMMA = re.compile(
    rf",\s+(?:\d|(?:đã )?{_DONE} \d"
    r"|(?:trong đó|chiếm|đạt|tăng|giảm|thu hút|với|so với|t[ỷỉ] lệ|tổng|nâng|góp phần|qua đó|mỗi"
    r"|bình quân|cao hơn|thấp hơn|vượt|bằng)(?!\w))",
    re.IGNORECASE,
)
# Another statement about the counted thing also ends them.
_PHRASE_END = re.compile(
    r"(?<!\s)\s+(?:so với|tăng|giảm|chiếm|đạt(?= [\d,.]|$)|trong đó|trong (?:năm|kỳ|quý|tháng)"
    r"|(?:trên địa bàn|tại|trong|trong toàn) tỉnh|với (?:tổng|số|kinh phí)|(?:với|cho|và|năm)$"
    r"|và (?:trao|tổ chức|mở|thành lập|kết nạp|hỗ trợ|xây dựng)|là|để|nhằm|theo|ngay)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(r"(?<!\w)và (?!vì sự tiến bộ)|(?<!\w)hoặc ", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?<!\w)(?:tại|thuộc|của (?:huyện|xã|phường|thị xã))(?!\w)", re.IGNORECASE)
_LONGEST_NAME = 16
# Nobody writes a longer one. What stands before each of its numbers is read again.
_LONGEST_SENTENCE = 5_000
# After these words, a number is no fact of this place and time.
_DOUBT = re.compile(
    # Plans, tasks, conditions.
    r"(?<!\w)(?:phấn đấu|dự kiến|ước|sẽ|mục tiêu|chỉ tiêu|kế hoạch|đề nghị|yêu cầu|giao|phân công"
    r"|thống nhất|nhất trí|đồng ý|cho phép|khẩn trương|tập trung|tiếp tục|đẩy mạnh|tăng cường"
    r"|cần|phải|nếu|để|quy định|ít nhất|tối thiểu|tối đa|không quá|mỗi|từng"
    # Other times.
    r"|cùng kỳ|năm trước|năm ngoái|trước (?:đây|đó|khi)|giai đoạn|nhiệm kỳ"
    # Smaller places.
    r"|huyện|thị xã|thành phố|xã(?! hội)|phường|thị trấn|thôn|ấp|trường|chi hội|chi bộ)(?!\w)"
    # Number of a document.
    r"|(?<!\w)số \d+/",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|giai đoạn)(?!\w)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?!\d)")
_CLAUSE = re.compile(r"[^,;]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[“\"(]?(?P<letter>\w))")
_AS_OF = re.compile(r"(?<!\w)(?:tính )?đến (?:hết )?(?:ngày )?$", re.IGNORECASE)


def find_figures(text: str, *, year: int) -> Iterator[Figure]:
    """Yield the figures of a text, in order, each with its sentence.

    A figure with two different values is left out: the right one cannot be told.

    Args:
        text: NFC running text with single spaces.
        year: the year that the text reports on.
    """
    sentences = (one for one in _sentences(text) if len(one) <= _LONGEST_SENTENCE)
    found = [figure for sentence in sentences for figure in _in_sentence(sentence, year)]
    values: dict[str, set[int | float]] = {}
    for figure in found:
        values.setdefault(figure.key, set()).add(figure.value)
    told: set[str] = set()
    for figure in found:
        if len(values[figure.key]) == 1 and figure.key not in told:
            told.add(figure.key)
            yield figure


def _sentences(text: str) -> Iterator[str]:
    for paragraph in text.split("\n"):
        start = 0
        for match in _SENTENCE_END.finditer(paragraph):
            if match["letter"].isupper():
                yield paragraph[start : match.start()]
                start = match.end()
        yield paragraph[start:]


def _in_sentence(sentence: str, year: int) -> Iterator[Figure]:
    places: list[tuple[int, str, str, str]] = []
    for pattern in (_SHARE, _LEVEL):
        for match in pattern.finditer(sentence):
            if _is_stated(sentence[: match.start()], match["name"], year):
                unit = " ".join(match["unit"].split())
                places.append((match.start("number"), match["name"], match["number"], unit))
    for match in _COUNT.finditer(sentence):
        clause = _CLAUSE.match(sentence, match.end())
        if _is_stated(sentence[: match.start()], clause[0] if clause else "", year):
            places += _counted(sentence, match)
    for at, name, number, unit in sorted(places):
        value = read_number(number)
        if value is not None and len(name.split()) <= _LONGEST_NAME:
            yield Figure(
                name=name[:1].upper() + name[1:],
                value=value,
                unit=unit,
                as_of=_as_of(sentence[:at]),
                sentence=sentence,
            )


def _counted(sentence: str, match: re.Match[str]) -> Iterator[tuple[int, str, str, str]]:
    """Yield (place, name, number, unit) of a count, and of the counts right after it."""
    following: re.Match[str] | None = match
    while following is not None:
        noun = following["noun"]
        phrase = _PHRASE.match(sentence, following.end())
        assert phrase is not None
        end = following.end() + len(phrase[0])
        said = phrase[0].rstrip()
        words = _PHRASE_END.sub("", said).strip()
        rest = sentence[end:]
        # A number within the words ("dưới 30 tuổi") describes the counted thing.
        is_cut = words == said.strip() and (
            rest[:1].isdigit() or (rest[:1] == "," and not _AFTER_COMMA.match(rest))
        )
        if words and not is_cut and not _JOINED.search(words) and not _ELSEWHERE.search(words):
            yield following.start("number"), f"{noun} {words}", following["number"], noun
        if sentence[:end].endswith(" và "):
            end -= len(" và ")
        following = _NEXT.match(sentence, end)


def _is_stated(before: str, words: str, year: int) -> bool:
    """True when the words before a number let it be a fact of the reporting place and year."""
    clause = before.rpartition(";")[2]
    if _DOUBT.search(clause) or _PAST.search(words):
        return False
    return all(int(found) == year for found in _YEAR.findall(before + words))


def _as_of(before: str) -> date | None:
    """Return the day up to which a sentence counts; None without a day that has a year."""
    for found in find_dates(before, year=1):
        if found.year_given and _AS_OF.search(before[: found.start]):
            return found.value
    return None
