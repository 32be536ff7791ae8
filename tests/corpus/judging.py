"""Holds imported records against the labels of the corpus, field by field.

A field is right, left open, or wrong. Words of menus and of other items in a text are wrong too.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.plan import plan_record
from bantin.importing.proposal import Context
from bantin.importing.reading.formats import read_rows, recognise_format
from bantin.importing.reading.tables.columns import UnconfirmedColumnsError, confirmed
from bantin.records.models import Article, Document
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.fold import exact, syllables
from bantin.text.slug import slugify

FILES = Path(__file__).parent / "files"
# Words that stand around the items of the pages.
GARBAGE = (
    "tin liên quan",
    "chia sẻ",
    "bình luận",
    "bản quyền",
    "lịch tiếp công dân",
    "đang truy cập",
    "gửi email",
    "trả lời",
    "bài liên quan",
    "tổng số điểm",
    "xem cỡ chữ",
)


@dataclass(frozen=True)
class Verdict:
    """A field of an item: `outcome` is "right", "open" or "wrong"."""

    place: str
    field: str
    outcome: str
    expected: object = None
    found: object = None


def judge_corpus() -> list[Verdict]:
    """Read every file of the corpus, and judge each field of each item."""
    labels = json.loads((FILES / "labels.json").read_text("utf-8"))
    return [one for name, items in labels.items() for one in judge_file(name, items)]


def judge_file(name: str, labels: list[dict[str, Any]]) -> Iterator[Verdict]:
    try:
        captures = list(read(FILES / name))
    except ImportRefusedError as error:
        yield Verdict(name, "form", "open", labels[0]["form"], str(error))
        return
    if len(captures) != len(labels):
        yield Verdict(name, "items", "wrong", len(labels), len(captures))
    for number, (capture, label) in enumerate(zip(captures, labels, strict=False), start=1):
        place = f"{name} {number}" if len(labels) > 1 else name
        try:
            planned = plan_record(capture, Context(Registry()), FILES / name)
        except ImportRefusedError as error:
            yield Verdict(place, "form", "open", label["form"], str(error))
            continue
        yield from judge_record(place, planned.proposal.record, label)


def read(path: Path) -> Iterator[Capture]:
    """Read a file as an import does, with drafted columns confirmed as they are."""
    found = recognise_format(path, path.name)
    if found.is_table:
        drafts: dict[str, str] = {}
        try:
            yield from read_rows(path, found, drafts.get)
        except UnconfirmedColumnsError as error:
            drafts[error.key] = confirmed(error.draft)
            yield from read_rows(path, found, drafts.get)
    elif found.read:
        yield from found.read(path)


def judge_record(
    place: str, record: Article | Document | UnfinishedDraft, label: dict[str, Any]
) -> Iterator[Verdict]:
    missing: tuple[str, ...] = ()
    if isinstance(record, UnfinishedDraft):
        missing, record = record.missing, record.stand_in
    form = "news" if isinstance(record, Article) else "document"
    if form != label["form"]:
        yield Verdict(place, "form", "wrong", label["form"], form)
        return
    yield Verdict(place, "form", "right")
    found = news_values(record) if isinstance(record, Article) else document_values(record)
    found |= dict.fromkeys(missing)
    plain = str.casefold if label.get("case") == "lost" else str
    for key, value in found.items():
        if key in label:
            yield verdict(place, key, label[key], value, plain)
    text = exact(" ".join((record.summary or "", record.body)).replace("\\", ""))
    words = " ".join(syllables(text))
    for paragraph in (label.get("lead"), *label["paragraphs"], *label.get("cells", ())):
        if paragraph:
            is_there = " ".join(syllables(exact(paragraph))) in words
            outcome = "right" if is_there else "wrong"
            yield Verdict(place, "text", outcome, paragraph, None if is_there else text[:80])
    for scrap in GARBAGE:
        if scrap in text:
            yield Verdict(place, "text", "wrong", "", scrap)


def verdict(
    place: str, key: str, expected: Any, found: Any, plain: Callable[[str], str]
) -> Verdict:
    """Judge one field. What a page does not show must be left open, but for the section."""
    if key == "issuer" and expected is None:
        return Verdict(place, key, "right", expected, found)
    if key == "section":
        if expected is None:
            return Verdict(place, key, "right", expected, found)
        expected = slugify(expected)
    if key == "title":
        expected, found = title_key(expected), title_key(found or "")
    if isinstance(expected, str) and isinstance(found, str):
        expected, found = plain(expected), plain(found)
    if isinstance(expected, list):
        expected, found = [plain(one) for one in expected], [plain(one) for one in found or ()]
    if expected == found or (not expected and not found):
        return Verdict(place, key, "right")
    if found in (None, "", []):
        return Verdict(place, key, "open", expected, found)
    if key == "date" and isinstance(found, str) and str(expected).startswith(found):
        return Verdict(place, key, "open", expected, found)  # the day without its hour
    return Verdict(place, key, "wrong", expected, found)


def title_key(title: str) -> str:
    """Return a title without its opening words: "V/v", "Về việc"."""
    for opening in ("V/v ", "Về việc ", "về việc "):
        title = title.removeprefix(opening)
    return title[:1].upper() + title[1:]


def news_values(article: Article) -> dict[str, Any]:
    shown = f"{article.day}T{article.time}" if article.time else str(article.day)
    return {
        "title": article.title,
        "lead": article.summary,
        "date": shown,
        "author": article.author,
        "views": article.views,
        "section": article.section,
        "captions": [photo.caption for photo in article.photos if photo.caption],
        **_meeting(article),
    }


def document_values(document: Document) -> dict[str, Any]:
    signer = document.signer
    return {
        "title": document.title,
        "date": str(document.day),
        "kind": document.kind,
        "number": document.number,
        "place": document.place,
        "issuer": document.issuer,
        "authority": list(signer.authority) if signer else [],
        "position": signer.position if signer else None,
        "name": signer.name if signer else None,
        "recipients": list(document.recipients),
        "filing": document.filing,
        **_meeting(document),
    }


def _meeting(record: Article | Document) -> dict[str, Any]:
    meeting = record.meeting
    return {
        "chairs": list(meeting.chairs) if meeting else [],
        "meeting": str(meeting.date) if meeting else None,
    }


def table(verdicts: list[Verdict]) -> Iterator[str]:
    """Yield precision and recall of each field, as lines of Markdown."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in verdicts:
        counts[one.field][one.outcome] += 1
    yield "| field | right | open | wrong | precision | recall |"
    yield "|---|---|---|---|---|---|"
    for name, its in counts.items():
        right, left, wrong = its["right"], its["open"], its["wrong"]
        precision = right / (right + wrong) if right + wrong else 1.0
        yield (
            f"| {name} | {right} | {left} | {wrong} | {precision:.3f} "
            f"| {right / (right + left + wrong):.3f} |"
        )
