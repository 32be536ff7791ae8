"""The steps to a new record of each kind, in order: each is a question and an option.

The same parsers serve answers and options.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bantin.errors import AnswerError
from bantin.records.kinds import document_kinds
from bantin.records.models import Article, Body, Document, Person, Record, Section
from bantin.text.numbers import number_key, parse_number
from bantin.writing import parse
from bantin.writing.answers import Answers, Choices, default_slug, free_slug


def _nothing(answers: Answers) -> str:
    return ""


def _no_choices(answers: Answers) -> Choices:
    return {}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to know.

    Attributes:
        name: of the option and of the answer.
        question: in Vietnamese, without its mark.
        read: from a clean answer, never "", to a value; raises AnswerError.
        default: the answer of a mere Enter; "" where there is none.
        choices: what can be chosen from, key → names.
        is_asked: it is a question too; otherwise an option only.
        required: there is no record without it.
        applies: it makes sense by what is known so far.
    """

    name: str
    question: str
    read: Callable[[str, Answers], Any]
    default: Callable[[Answers], str] = _nothing
    choices: Callable[[Answers], Choices] = _no_choices
    required: bool = False
    is_asked: bool = True
    applies: Callable[[Answers], bool] = lambda answers: True


def _bodies(answers: Answers) -> Choices:
    found = answers.docs.registry.bodies
    return {slug: (body.name, *body.short_names) for slug, body in sorted(found.items())}


def _sections(answers: Answers) -> Choices:
    sections = answers.docs.registry.sections_in_order()
    return {one.slug: (one.name, *one.aliases) for one in sections}


def _kinds(answers: Answers) -> Choices:
    return {code: (name,) for code, name in document_kinds().items()}


def _read_bodies(written: str, answers: Answers) -> list[str]:
    parts = [part.strip() for part in written.split(";") if part.strip()]
    choices = _bodies(answers)
    return list(dict.fromkeys(parse.choose(part, choices, "cơ quan") for part in parts))


def _read_field(written: str, answers: Answers) -> list[str]:
    return list(parse.parse_fields(written))


def _read_number(written: str, answers: Answers) -> str:
    number = written.replace(" ", "")
    if parse_number(number) is None:
        raise AnswerError(f"“{written}” không phải là số, ký hiệu văn bản; viết như 405/TB-VP.UBND")
    issuer, date = answers.given.get("issuer"), answers.given.get("date")
    if issuer and date:
        place = answers.docs.place_of((issuer, date.year, number_key(number)))
        if place:
            raise AnswerError(
                f"số {number} năm {date.year} của {issuer} đã có ở {place}; xem có phải cùng một "
                "văn bản, nếu không thì sửa số hoặc ngày"
            )
    return number


def _read_title(written: str, answers: Answers) -> str:
    return parse.parse_text(written)


def _read_slug(written: str, answers: Answers) -> str:
    slug = parse.parse_slug(written)
    if answers.docs.is_taken(place := answers.src_uri(slug)):
        raise AnswerError(
            f"đã có {place}; nếu là bài khác thì đặt tên tệp khác, ví dụ {free_slug(slug, answers)}"
        )
    return slug


def _read_pattern(written: str, answers: Answers) -> bool:
    return parse.choose(written, {"co": ("có",), "khong": ("không",)}, "câu trả lời") == "co"


def _next_period(answers: Answers) -> str:
    pattern = answers.followed
    period = pattern.next_period(answers.given["meeting"]) if pattern else None
    if period is None:
        return ""
    first, last = period.months
    return f"{first}-{last}/{period.year}"


def _next_title(answers: Answers) -> str:
    pattern = answers.followed
    return pattern.next_title(answers.given.get("period")) if pattern else ""


def _usual(name: str, otherwise: str = "") -> Callable[[Answers], str]:
    """Take the answer from the pattern, if that is of the same kind of record."""

    def default(answers: Answers) -> str:
        found = answers.followed
        return str(getattr(found.record, name, otherwise)) if found else otherwise

    return default


def _first_section(answers: Answers) -> str:
    return _usual("section", next(iter(_sections(answers)), ""))(answers)


def _has_body(answers: Answers) -> bool:
    return bool(answers.given.get("body"))


def _has_meeting(answers: Answers) -> bool:
    return "meeting" in answers.given


_DATE = "Ngày {} (ví dụ 5/10/2021{})"
_ABOUT_MEETING = (
    Step(
        "body",
        "Cơ quan liên quan, cơ quan họp nêu trước (số hoặc tên; nhiều cơ quan cách nhau bằng ;)",
        _read_bodies,
        choices=_bodies,
    ),
    Step(
        "meeting",
        "Ngày họp, nếu bài nói về một cuộc họp của cơ quan ấy",
        lambda written, answers: parse.parse_day(written),
        applies=_has_body,
    ),
    Step(
        "pattern",
        "Lấy bài kỳ trước làm mẫu?",
        _read_pattern,
        default=lambda answers: "có",
        choices=lambda answers: {"co": ("có",), "khong": ("không",)},
        required=True,
        applies=lambda answers: answers.pattern is not None,
    ),
    Step(
        "period",
        "Kỳ báo cáo (tháng đầu-tháng cuối/năm, ví dụ 1-9/2021)",
        lambda written, answers: parse.parse_period(written),
        default=_next_period,
        applies=_has_meeting,
    ),
)
_SLUG = Step("slug", "Tên tệp", _read_slug, default=default_slug, required=True)
_FIELD = Step("field", "Lĩnh vực", _read_field, is_asked=False)
_TITLE = Step("title", "Tiêu đề", _read_title, default=_next_title, required=True)
_NAME = Step("title", "Tên đầy đủ", _read_title, required=True)

STEPS: Mapping[type[Record], Sequence[Step]] = {
    Article: (
        Step(
            "date",
            _DATE.format("đăng", " hoặc 5/10/2021 15:00"),
            lambda written, answers: parse.parse_moment(written),
            default=lambda answers: answers.today.isoformat(),
            required=True,
        ),
        *_ABOUT_MEETING,
        Step(
            "section",
            "Chuyên mục",
            lambda written, answers: parse.choose(written, _sections(answers), "chuyên mục"),
            default=_first_section,
            choices=_sections,
            required=True,
        ),
        _FIELD,
        _TITLE,
        Step("initials", "Tên viết tắt hoặc bút danh người viết", _read_title),
        _SLUG,
    ),
    Document: (
        Step(
            "date",
            _DATE.format("ban hành", ""),
            lambda written, answers: parse.parse_day(written),
            default=lambda answers: answers.today.isoformat(),
            required=True,
        ),
        *_ABOUT_MEETING,
        Step(
            "kind",
            "Loại văn bản",
            lambda written, answers: parse.choose(written, _kinds(answers), "loại văn bản"),
            default=_usual("kind", "TB"),
            choices=_kinds,
            required=True,
        ),
        Step(
            "issuer",
            "Cơ quan ban hành",
            lambda written, answers: parse.choose(written, _bodies(answers), "cơ quan"),
            default=_usual("issuer"),
            choices=_bodies,
            required=True,
        ),
        Step("number", "Số, ký hiệu (ví dụ 405/TB-VP.UBND)", _read_number, required=True),
        _FIELD,
        Step("title", "Trích yếu", _read_title, default=_next_title, required=True),
        _SLUG,
    ),
    Body: (_NAME, _SLUG),
    Section: (_NAME, _SLUG),
    Person: (
        Step(
            "title",
            "Họ và tên",
            lambda written, answers: parse.parse_name(written),
            required=True,
        ),
        _SLUG,
    ),
}
