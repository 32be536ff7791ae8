"""A proposed record with what went into it, before anything is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.provinces import Province
from bantin.records.models import Article, Document, RecordFile
from bantin.records.parts import Source
from bantin.records.registry import Registry
from bantin.text.slug import slugify

OLDEST_YEAR, LATEST_YEAR = 1945, 2200


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text.

    Attributes:
        registry: bodies and sections of the site; may be empty.
        province: what a text means by "tỉnh" when it does not say; None when nobody said.
    """

    registry: Registry
    province: Province | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record proposed from a capture; its `source` lists repairs and guesses."""

    capture: Capture
    record: Article | Document


def place_record(folder: str, name: str, body: str) -> RecordFile:
    """Return the place of a new record.

    Args:
        folder: "tin-tuc/2021/10"; the month's or year's folder.
        name: title or number, which gives the slug.
        body: Markdown.

    Raises:
        ImportRefusedError: `name` has no letter or digit to make an address from.
    """
    slug = slugify(name)
    if not slug:
        raise ImportRefusedError(f"không tạo được tên tệp từ “{name}”; cần có chữ hoặc số")
    uri = f"{folder}/{slug}"
    return RecordFile(f"{uri}.md", f"{uri}/", slug, body, 1, "")


def make_source(
    capture: Capture, header: tuple[str, ...], guesses: tuple[str, ...], *repairs: str
) -> Source:
    """Return where a record came from and what was done to it."""
    return Source(
        file=capture.name,
        sha256=capture.sha256,
        header=header,
        repairs=(*capture.repairs, *repairs),
        guesses=guesses,
    )


def make_day(year: str, month: str, day: str, where: str) -> dt.date:
    """Return a printed day.

    Raises:
        ImportRefusedError: the calendar has no such day, or its year cannot be meant.
    """
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        found = None
    if found is None or not OLDEST_YEAR <= found.year <= LATEST_YEAR:
        raise ImportRefusedError(f"{where}: {day}/{month}/{year} không phải là một ngày có thật")
    return found
