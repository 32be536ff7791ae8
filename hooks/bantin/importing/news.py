"""A captured news item of the portal: lines in, a proposed article out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bantin.errors import ImportRefusedError
from bantin.importing.bodies import BodyResolver
from bantin.importing.body_text import format_paragraphs
from bantin.importing.capture import Block, Capture
from bantin.importing.figures import propose_figures
from bantin.importing.meetings import find_meeting
from bantin.importing.names import SURNAMES, UPPER
from bantin.importing.people import find_people, merge_people
from bantin.importing.proposal import Context, Proposal, make_day, make_source, place_record
from bantin.importing.text_marks import NEWS_MARK
from bantin.records.models import Article
from bantin.records.parts import Photo
from bantin.records.registry import Registry
from bantin.text.dates import VIETNAM, clock, find_dates
from bantin.text.fold import exact, fold
from bantin.text.slug import slugify

_META = re.compile(
    rf"{NEWS_MARK}:? *(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d{{4}})"
    r"(?: *(?:\| *)?(?P<hour>\d{1,2}):(?P<minute>\d{2}))?"
    r"(?: *(?:\| *)?cms-view-count:? *(?P<views>\d{1,3}(?:[.,]\d{3})+|\d+))? *\|?",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    rf"[{UPPER}]{{1,3}}(?:[. -]{{1,2}}[{UPPER}]{{1,3}}){{0,3}}\.?|[{UPPER}]{{2,4}}"
)
_CREDIT = re.compile(r"(?:Tin|Bài|Ảnh)(?:,? (?:và )?(?:bài|ảnh))*: .{2,60}", re.IGNORECASE)
_PEN_NAME = re.compile(rf"(?:{SURNAMES})(?: [{UPPER}]\w*){{1,3}}")
_SENTENCE_MARKS = (".", "!", "?", "…", ":", ";", '."', ".”", "/.", ")")
_SHORTEST_CAPTION, _LONGEST_CAPTION = 6, 60
_EARLIEST_HOUR = {"sáng": 7, "trưa": 11, "chiều": 13, "tối": 18}
_SESSION = re.compile(r"(?<!\w)(sáng|trưa|chiều|tối)(?: nay| qua)?,? (?:ngày )?\(?$", re.IGNORECASE)

# Characters of the words before a day. A search from the beginning, day by day, takes minutes.
_LONGEST_SESSION = 40


@dataclass(frozen=True, slots=True)
class _Meta:
    """The portal's own line: day, clock time if any, views if any."""

    moment: dt.datetime
    has_time: bool
    views: int | None


def parse_news(capture: Capture, context: Context) -> Proposal:
    """Propose an article from a captured news item.

    Raises:
        ImportRefusedError: section, title, date line or text is missing or cannot be read.
    """
    at = next((i for i, line in enumerate(capture.blocks) if _is_meta(line)), None)
    if at is None:
        raise ImportRefusedError(
            "không nhận ra dạng bài: không phải văn bản, cũng không có dòng “cms-publish-date …”"
        )
    head, meta_line, rest = capture.blocks[:at], capture.blocks[at], capture.blocks[at + 1 :]
    meta = _parse_meta(meta_line)
    guesses: list[str] = []
    section_line, title = _split_head(head, guesses)
    paragraphs, author = _take_author([line.text for line in rest], guesses)
    if not paragraphs:
        raise ImportRefusedError("dưới dòng cms-publish-date không có đoạn văn nào")
    body, photos = _take_captions(paragraphs[1:], guesses)
    bodies = BodyResolver(context.registry, context.province, meta.moment.date())
    texts = [title, *paragraphs]
    slugs = bodies.resolve_all(texts)
    published = meta.moment.date()
    found = find_meeting(title, paragraphs, published=published, bodies=bodies)
    told = propose_figures(paragraphs, found.meeting, published=published)
    verified = _check_hour(meta, paragraphs[0], guesses)
    if context.province and slugs:
        guesses.append(f"“Tỉnh” trong bài hiểu là {context.province}, theo tùy chọn --province")
    folder = f"{Article.folder}/{published:%Y/%m}"
    record = Article(
        file=place_record(folder, title, format_paragraphs(body)),
        title=title,
        date=meta.moment if meta.has_time else published,
        time_verified=verified,
        author=author,
        views=meta.views,
        section=_find_section(section_line.text, context.registry),
        summary=paragraphs[0],
        bodies=slugs,
        people=merge_people(one for text in texts for one in find_people(text)),
        meeting=found.meeting,
        figures=told.figures,
        photos=photos,
        source=make_source(
            capture,
            (section_line.raw, meta_line.raw),
            (*guesses, *found.guesses, *bodies.guesses, *told.guesses),
        ),
    )
    return Proposal(capture, record, bodies=bodies.needed)


def _is_meta(line: Block) -> bool:
    return fold(line.text).startswith(NEWS_MARK)


def _parse_meta(line: Block) -> _Meta:
    match = _META.fullmatch(line.text)
    if match is None:
        raise ImportRefusedError(
            f"không đọc được dòng {line.number} “{line.text}”; cần đúng dạng "
            "“cms-publish-date 05/10/2021 | 03:57 | cms-view-count: 18486”"
        )
    day = make_day(match["year"], match["month"], match["day"], f"dòng {line.number}")
    hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        raise ImportRefusedError(f"dòng {line.number}: không có giờ {hour}:{minute:02}")
    views = re.sub(r"\D", "", match["views"]) if match["views"] else None
    moment = dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)
    return _Meta(moment, match["hour"] is not None, int(views) if views else None)


def _split_head(head: tuple[Block, ...], guesses: list[str]) -> tuple[Block, str]:
    if len(head) < 2:
        raise ImportRefusedError(
            "trên dòng cms-publish-date phải có dòng chuyên mục rồi dòng tiêu đề; "
            f"chỉ thấy {len(head)} dòng"
        )
    if len(head) > 2:
        guesses.append(f"Tiêu đề: nối các dòng {head[1].number}–{head[-1].number} thành một")
    return head[0], " ".join(line.text for line in head[1:])


def _find_section(printed: str, registry: Registry) -> str:
    wanted = exact(printed)
    for slug, section in sorted(registry.sections.items()):
        if wanted in (exact(name) for name in (section.name, *section.aliases)):
            return slug
    slug = slugify(printed)
    if not slug:
        raise ImportRefusedError(f"dòng đầu “{printed}” không phải là tên chuyên mục")
    return slug


def _take_author(lines: list[str], guesses: list[str]) -> tuple[list[str], str | None]:
    """Take the author off the last line, if it names one."""
    last = lines[-1] if len(lines) > 1 else ""
    if _INITIALS.fullmatch(last) or _CREDIT.fullmatch(last):
        return lines[:-1], last
    if _PEN_NAME.fullmatch(last):
        guesses.append(f"Tác giả: dòng cuối “{last}” trông như tên người")
        return lines[:-1], last
    guesses.append("Không thấy tên hoặc chữ viết tắt của tác giả ở dòng cuối")
    return lines, None


def _take_captions(
    paragraphs: list[str], guesses: list[str]
) -> tuple[list[str], tuple[Photo, ...]]:
    """Take captions of lost photos out of the body.

    A caption is a paragraph without a closing mark between two paragraphs with one. A paragraph of
    a few words may be a heading: it stays, and the editor is told.
    """
    body: list[str] = []
    photos: list[Photo] = []
    for at, text in enumerate(paragraphs):
        between = at < len(paragraphs) - 1  # the lead stands above the first
        if not between or text.endswith(_SENTENCE_MARKS) or text.startswith(("- ", "+ ", "* ")):
            body.append(text)
        elif _SHORTEST_CAPTION <= len(text.split()) <= _LONGEST_CAPTION and text[0].isupper():
            photos.append(Photo(caption=text))
            guesses.append(
                f"Chú thích của ảnh đã mất: “{text}” (đoạn không có dấu chấm cuối, nằm giữa hai "
                "đoạn văn); nếu là đoạn văn thì chuyển lại vào bài"
            )
        else:
            body.append(text)
            guesses.append(f"“{text}” không có dấu chấm cuối; có thể là đề mục hoặc chú thích ảnh")
    return body, tuple(photos)


def _check_hour(meta: _Meta, lead: str, guesses: list[str]) -> bool:
    """Return False, and tell the editor, when the hour of publication contradicts the text."""
    if not meta.has_time:
        return True
    for found in find_dates(lead, year=meta.moment.year):
        session = _SESSION.search(lead, max(0, found.start - _LONGEST_SESSION), found.start)
        if session is None or found.value != meta.moment.date():
            continue
        if meta.moment.hour < _EARLIEST_HOUR[session[1].lower()]:
            said = lead[session.start() : found.start + len(found.text)]
            guesses.append(
                f"Giờ đăng {clock(meta.moment)} không khớp với “{said}” trong bài: giữ ngày, "
                "giờ để chưa xác minh (có thể là giờ UTC hoặc đồng hồ 12 giờ)"
            )
            return False
    return True
