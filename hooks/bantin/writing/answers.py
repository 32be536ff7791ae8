"""The answers about a new record, gathered while an editor is asked, and what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bantin.records import folders
from bantin.records.models import Article, Body, Document, Person, Record, Section
from bantin.text.dates import today_in_vietnam
from bantin.text.slug import slugify
from bantin.writing.docs_folder import DocsFolder
from bantin.writing.pattern import Pattern, find_pattern

TYPES: Mapping[str, tuple[type[Record], str]] = {
    "tin": (Article, "Tin"),
    folders.DOCUMENTS: (Document, "Văn bản"),
    "co-quan": (Body, "Cơ quan"),
    folders.SECTIONS: (Section, "Chuyên mục"),
    folders.PEOPLE: (Person, "Người (chỉ khi trùng tên)"),
}
Choices = Mapping[str, Sequence[str]]


@dataclass
class Answers:
    """The answers so far about the record to make.

    Attributes:
        given: name of a step → its parsed answer, without skipped steps.
        pattern: last period's record, once body and day of the meeting are known.
        today: in Viet Nam.
    """

    docs: DocsFolder
    record_type: type[Record]
    given: dict[str, Any] = field(default_factory=dict)
    pattern: Pattern | None = None
    today: dt.date = field(default_factory=today_in_vietnam)

    @property
    def followed(self) -> Pattern | None:
        """The pattern, unless the editor does not want it."""
        return self.pattern if self.given.get("pattern", True) else None

    def look_for_pattern(self) -> None:
        """Find last period's record as soon as body and meeting are known."""
        bodies, day = self.given.get("body"), self.given.get("meeting")
        if self.pattern is None and bodies and day and self.record_type in (Article, Document):
            kind = Article if self.record_type is Article else Document
            self.pattern = find_pattern(self.docs, kind, bodies[0], day)

    def src_uri(self, slug: str) -> str:
        """Return the place of the record under a file name."""
        date = self.given.get("date", self.today)
        year = {Article: f"{date:%Y/%m}/", Document: f"{date:%Y}/"}.get(self.record_type, "")
        return f"{self.record_type.folder}/{year}{slug}.md"


def free_slug(slug: str, answers: Answers) -> str:
    """Return a file name that is free now: with -2, -3 … behind."""
    number = 2
    while answers.docs.is_taken(answers.src_uri(f"{slug}-{number}")):
        number += 1
    return f"{slug}-{number}"


def default_slug(answers: Answers) -> str:
    """Return a file name made from the title or a document's number; "" if that makes none."""
    name = "number" if answers.record_type is Document else "title"
    slug = slugify(answers.given.get(name, ""))
    return f"{slug}-1" if slug == "index" else slug
