"""Small invented records beside their files' text, as a check sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.records.models import Record
from bantin.rendering.markdown import render_text

from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI, parse


def read_manuscript(record: Record, text: str = "") -> Manuscript:
    """Return a record beside the text of its file, its body read."""
    return Manuscript(record, text, render_text(record.body))


def manuscript(uri: str, head: str, body: str = "") -> Manuscript:
    """Return a record that has nothing wrong with it, and its text."""
    text = f"---\n{head}\n---\n\n{body}\n"
    return read_manuscript(parse(uri, text), text)


def article(body: str = "", more: str = "", title: str = "Tin họp") -> Manuscript:
    """Return a news article; its title stands on line 2, `more` on line 5, the body on line 7."""
    head = f"title: {title}\ndate: 2021-10-05\nsection: chi-dao\n{more or 'featured: false'}"
    return manuscript(ARTICLE_URI, head, body)


def document(more: str = "", body: str = "Việc.", number: str = "5/TB-VP") -> Manuscript:
    """Return a notice; `more` stands on line 7."""
    head = f"kind: TB\nnumber: {number}\ntitle: Kết luận\ndate: 2013-10-10\nissuer: vp\n{more}"
    return manuscript(DOCUMENT_URI, head, body)


def told(
    check: Callable[[Manuscript], Iterable[Problem]], record: Manuscript
) -> list[tuple[int, int, str]]:
    """Return (line, column, message) of all that a check says of a record."""
    return [(one.line, one.column, one.message) for one in check(record)]
