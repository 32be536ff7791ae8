"""A captured news item of any portal: blocks in, a proposed article out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bantin.errors import ImportRefusedError
from bantin.importing.bodies import BodyResolver
from bantin.importing.captions import is_sure_caption
from bantin.importing.capture import Block, BlockKind, Capture, FieldName
from bantin.importing.content import read_content, tell_content
from bantin.importing.news_body import make_news_body
from bantin.importing.news_end import NewsEnd, read_news_end
from bantin.importing.news_facts import (
    tell_fields,
    tell_lead,
    tell_photos,
)
from bantin.importing.news_fields import NewsFields, choose_fields
from bantin.importing.news_head import NewsHead, read_news_head
from bantin.importing.news_source import make_news_source
from bantin.importing.proposal import (
    Context,
    Fact,
    Proposal,
    place_record,
    portal_province,
    tell_idle_columns,
)
from bantin.records import folders
from bantin.records.models import Article, RecordFile
from bantin.records.registry import Registry
from bantin.records.unfinished import make_record
from bantin.text.dates import clock, find_dates
from bantin.text.fold import exact
from bantin.text.slug import slugify

_EARLIEST_HOUR = {"sáng": 7, "trưa": 11, "chiều": 13, "tối": 18}
_SESSION = re.compile(r"(?<!\w)(sáng|trưa|chiều|tối)(?: nay| qua)?,? (?:ngày )?\(?$", re.IGNORECASE)
_WORDS_OF_NAME = 12
_USED = frozenset(
    {FieldName.TITLE, FieldName.DATE, FieldName.AUTHOR, FieldName.VIEWS, FieldName.SECTION}
    | {FieldName.SUMMARY, FieldName.TAGS, FieldName.URL, FieldName.STATUS}
)

# Characters of the words before a day. A search from the beginning, day by day, takes minutes.
_LONGEST_SESSION = 40


def parse_news(capture: Capture, context: Context) -> Proposal:
    """Propose an article from a captured news item; an unfinished draft where its head is unknown.

    Raises:
        ImportRefusedError: it has no text below its head.
    """
    head, end = _read_parts(capture, context.registry)
    fields = choose_fields(capture, head, end, context.registry)
    lead, blocks = _take_lead(capture, end.body)
    texts = [block.text for block in end.body if block.text]
    if not texts:
        if head.is_known or not fields.title:
            raise ImportRefusedError("dưới phần đầu của bài không có đoạn văn nào")
        fields.guesses.append("Dưới tiêu đề không có đoạn văn nào")
    first = next((block for block in end.body if block.text), None)
    opening = first.text if first else ""
    pictures = {one.name: one for one in capture.pictures}
    body = make_news_body(blocks, pictures, above=lead is not None)
    bodies = BodyResolver(context.registry, context.province, fields.day)
    paragraphs = [block.text for block in end.body if block.kind is BlockKind.PARAGRAPH]
    if lead and lead not in paragraphs:
        # It stands in a field of its own.
        paragraphs.insert(0, lead)
    content = read_content(fields.title or "", texts, paragraphs, fields.day, bodies)
    verified = _check_hour(fields, lead or opening)
    if context.province and content.bodies:
        by_portal = portal_province(capture) == context.province
        told_by = "địa chỉ trang" if by_portal else "tùy chọn --province"
        fields.guesses.append(f"“Tỉnh” trong bài hiểu là {context.province}, theo {told_by}")
    guesses = (
        *fields.guesses,
        *body.guesses,
        *content.found.guesses,
        *bodies.guesses,
        *content.figures.guesses,
        *tell_idle_columns(capture, _USED),
        *capture.doubts,
    )
    values: dict[str, Any] = {
        "title": fields.title,
        "date": fields.moment or fields.day,
        "time_verified": verified,
        "author": fields.author,
        "views": fields.views,
        "section": fields.section,
        "summary": lead,
        "bodies": content.bodies,
        "people": content.people,
        "meeting": content.found.meeting,
        "figures": content.figures.figures,
        "photos": tuple(body.photos),
        "tags": _tags(capture),
        "source": make_news_source(capture, head, end, fields.author, guesses),
    }
    file = _place(capture, fields, opening, body.markdown)
    given = capture.field(FieldName.SUMMARY)
    where = given.place if given else first.where if first else ""
    facts: tuple[Fact, ...] = (
        *tell_fields(fields, verified=verified),
        tell_lead(lead, where, said=given is not None),
        *tell_content(content, "; ".join(bodies.guesses)),
        *tell_photos(body),
    )
    return Proposal(capture, make_record(Article, file, values), facts, bodies.needed)


def _read_parts(capture: Capture, registry: Registry) -> tuple[NewsHead, NewsEnd]:
    sections = frozenset(
        exact(name)
        for section in registry.sections.values()
        for name in (section.name, *section.aliases)
    )
    title = capture.field(FieldName.TITLE)
    head = read_news_head(capture.blocks, sections, title.text if title else "")
    taken = {block.number for block in (*head.lines, *head.leftover, *head.title)}
    end = read_news_end([block for block in capture.blocks if block.number not in taken])
    if not any(block.text for block in end.body):
        # Nothing stands below the head: the unread lines of the head are the text.
        end.body[:0] = head.leftover
        head.leftover = []
    return head, end


def _take_lead(capture: Capture, body: list[Block]) -> tuple[str | None, list[Block]]:
    """Return the lead and the blocks without it."""
    given = capture.field(FieldName.SUMMARY)
    texts = [block for block in body if block.kind is not BlockKind.PICTURE]
    first = next(
        (
            block
            for block in texts
            if block.kind is BlockKind.PARAGRAPH and not is_sure_caption(block.text)
        ),
        None,
    )
    above = texts[: texts.index(first)] if first else texts
    if any(block.kind in (BlockKind.HEADING, BlockKind.TABLE) for block in above):
        first = None
    if given:
        same = first is not None and exact(first.text) == exact(given.text)
        return given.text, [block for block in body if not (same and block is first)]
    if first is None:
        # A text of captions alone: its first line stands for a lead.
        first = next((one for one in texts if one.kind is BlockKind.PARAGRAPH), None)
        if first is None or first is not texts[0]:
            return None, body
    return first.text, [block for block in body if block is not first]


def _tags(capture: Capture) -> tuple[str, ...]:
    given = capture.field(FieldName.TAGS)
    tags = re.split(r"[,;|]", given.text) if given else []
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def _place(capture: Capture, fields: NewsFields, text: str, markdown: str) -> RecordFile:
    """Return the record's place; without a title its first words or its file name it."""
    day = f"{fields.day:%Y/%m}" if fields.day else folders.UNDATED
    return place_record(f"{Article.folder}/{day}", _name(capture, fields, text), markdown)


def _name(capture: Capture, fields: NewsFields, text: str) -> str:
    words = " ".join(text.split()[:_WORDS_OF_NAME])
    stem = capture.name.rpartition(".")[0] or capture.name
    names: Iterator[str] = (
        name for name in (fields.title or "", words, f"{stem} {capture.part}") if slugify(name)
    )
    return next(names, f"bai-{capture.sha256[:8]}")


def _check_hour(fields: NewsFields, lead: str) -> bool:
    """Return False, and tell the editor, when the hour of publication contradicts the text."""
    moment = fields.moment
    if moment is None:
        return True
    for found in find_dates(lead, year=moment.year):
        session = _SESSION.search(lead, max(0, found.start - _LONGEST_SESSION), found.start)
        if session is None or found.value != moment.date():
            continue
        if moment.hour < _EARLIEST_HOUR[session[1].lower()]:
            said = lead[session.start() : found.start + len(found.text)]
            fields.guesses.append(
                f"Giờ đăng {clock(moment)} không khớp với “{said}” trong bài: giữ ngày, "
                "giờ để chưa xác minh (có thể là giờ UTC hoặc đồng hồ 12 giờ)"
            )
            return False
    return True
