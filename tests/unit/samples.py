"""Small invented records for tests: their text, and the records themselves."""

from __future__ import annotations

from bantin.building.reading import full_row
from bantin.catalog.catalog import Catalog
from bantin.catalog.rows import Row
from bantin.records.models import Record
from bantin.records.reader import RecordSet, parse_record
from bantin.rendering.abbreviations import Abbreviation
from bantin.rendering.linked_text import LinkedText
from bantin.rendering.markdown import render_text

from tests.unit.in_memory import build_catalog

ARTICLE_URI = "tin-tuc/2021/10/hop-ban.md"
DOCUMENT_URI = "van-ban/2013/5-tb-vp.md"


def parse(src_uri: str, text: str) -> Record:
    """Return the record of a text that has nothing wrong with it."""
    outcome = parse_record(src_uri, text.encode())
    assert isinstance(outcome, Record), outcome
    return outcome


def read_row(record: Record) -> Row:
    """Return the row of a record, its text read."""
    return full_row(record, render_text(record.body))


def page_html(source: str, base: str = "", abbreviations: tuple[Abbreviation, ...] = ()) -> str:
    """Return the HTML of a Markdown text on a page; relative links are taken from the root."""
    text = render_text(source)
    targets = tuple((link.href, True) for link in text.links if link.is_relative)
    return LinkedText(text.html, targets, abbreviations).to_html(base)


def article(
    slug: str = "hop-ban", day: str = "2021-10-05", more: str = "", body: str = ""
) -> Record:
    """Return a news article of the section `chi-dao`; `more` is further front matter."""
    uri = f"tin-tuc/{day[:4]}/{day[5:7]}/{slug}.md"
    return parse(
        uri, f"---\ntitle: Tin {slug}\ndate: {day}\nsection: chi-dao\n{more}\n---\n\n{body}\n"
    )


def document(
    slug: str = "5-tb-vp",
    day: str = "2013-10-10",
    number: str = "5/TB-VP",
    more: str = "",
    body: str = "",
) -> Record:
    """Return a notice that `vp` issued; `more` is further front matter."""
    uri = f"van-ban/{day[:4]}/{slug}.md"
    head = f"kind: TB\nnumber: {number}\ntitle: Văn bản {slug}\ndate: {day}\nissuer: vp"
    return parse(uri, f"---\n{head}\n{more}\n---\n\n{body}\n")


def body(slug: str, more: str = "") -> Record:
    return parse(f"to-chuc/{slug}.md", f"---\nname: Cơ quan {slug}\n{more}\n---\n")


def section(slug: str = "chi-dao", more: str = "") -> Record:
    return parse(f"chuyen-muc/{slug}.md", f"---\nname: Mục {slug}\n{more}\n---\n")


def person(slug: str, name: str, more: str = "") -> Record:
    return parse(f"nguoi/{slug}.md", f"---\nname: {name}\n{more}\n---\n")


def record_set(*records: Record) -> RecordSet:
    """Return the records in the order the reader gives, with a section and two bodies added."""
    base = (section(), body("vp"), body("ban"))
    return RecordSet(tuple(sorted((*base, *records), key=lambda r: r.file.src_uri)), ())


def catalog_of(*records: Record, drafts_shown: bool = False) -> Catalog:
    """Return the catalog of a `record_set`; it knows what each record links and refers to."""
    return build_catalog(record_set(*records), drafts_shown=drafts_shown, make_row=read_row)
