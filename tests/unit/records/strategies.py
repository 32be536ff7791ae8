"""Records as editors can write them, for Hypothesis; each kind with all that it may hold."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bantin.records.models import Article, Body, Document, Person, Record, RecordFile, Section
from bantin.records.parts import (
    Attachment,
    Change,
    Figure,
    Meeting,
    Period,
    PersonMention,
    Photo,
    Signer,
    Source,
    Span,
)
from bantin.text.dates import VIETNAM
from bantin.text.slug import slugify
from hypothesis import strategies as st


def stripped(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return of.filter(str.strip).map(str.strip)


def tuples(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


# As an editor's text can be: no control characters, and in normal form.
words = stripped(st.text("aăâđêôơư ÁẾỬ:#-'\"*&!|>%@`{}[],?0189…", min_size=1, max_size=25))
names = stripped(st.text("AĐàếưn ", min_size=1, max_size=15))
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
days = st.dates(date(1945, 1, 1), date(2200, 12, 31))


def moments_from(first: date, last: date) -> st.SearchStrategy[date]:
    some_days = st.dates(first, last)
    hours = st.times().map(lambda time: time.replace(microsecond=0, fold=0, tzinfo=VIETNAM))
    return some_days | st.builds(datetime.combine, some_days, hours)


moments = moments_from(date(1945, 1, 1), date(2200, 12, 31))
any_moments = moments_from(date(1800, 1, 1), date(2200, 12, 31))
bodies_text = st.text("aăĐ\n #-*:|", max_size=60).map(str.strip)
sha256s = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)

people = st.builds(
    PersonMention,
    name=names,
    positions=tuples(words),
    former=tuples(words),
    id=st.none() | slugs,
)
months = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted).map(tuple)
meetings = st.builds(
    Meeting,
    date=days,
    bodies=tuples(slugs),
    period=st.none() | st.builds(Period, year=st.integers(1945, 2200), months=months),
    venue=st.none() | words,
    chairs=tuples(names),
    attendees=tuples(words),
)
figures = st.builds(
    Figure,
    name=words,
    value=st.integers(-(10**17), 10**17) | st.floats(-1e12, 1e12),
    unit=st.none() | words,
    as_of=st.none() | days,
    sentence=st.none() | words,
)
sources = st.builds(
    Source,
    system=st.none() | words,
    url=st.none() | st.sampled_from(["https://a.vn/b?c=1&d=đ", "http://a"]),
    captured=st.none() | any_moments,
    file=st.none() | words,
    sha256=st.none() | sha256s,
    header=tuples(st.text("aĐ : ", max_size=9)),
    repairs=tuples(words),
    guesses=tuples(words),
)
photos = st.builds(
    Photo,
    src=st.none() | words,
    alt=st.none() | st.text("aĐ ", max_size=5),
    caption=st.none() | words,
    credit=st.none() | words,
)
_any: dict[str, st.SearchStrategy[Any]] = {
    "redirect_from": tuples(
        st.sampled_from(["a/b/", "tin-tuc/cũ.html", "/x/index.html", "a%20b?c=%20"])
    ),
}
_dated = _any | {
    "title": words,
    "people": tuples(people),
    "meeting": st.none() | meetings,
    "figures": st.lists(figures, max_size=3, unique_by=lambda one: one.key).map(tuple),
    "field": st.lists(names, max_size=3, unique_by=slugify).map(tuple),
    "attachments": tuples(st.builds(Attachment, src=words, title=words)),
    "tags": tuples(words),
    "status": st.sampled_from(["draft", "published", "withdrawn"]),
    "changes": tuples(st.builds(Change, date=days, note=words)),
    "source": st.none() | sources,
    "summary": st.none() | words,
    "bodies": tuples(slugs),
}
articles = st.fixed_dictionaries(
    _dated
    | {
        "date": moments,
        "section": slugs,
        "time_verified": st.booleans(),
        "author": st.none() | words,
        "views": st.none() | st.integers(0, 10**9),
        "views_as_of": st.none() | days,
        "publisher": st.none() | slugs,
        "photos": tuples(photos),
        "featured": st.booleans(),
    }
)
documents = st.fixed_dictionaries(
    _dated
    | {
        "date": days,
        "kind": st.sampled_from(["TB", "QĐ", "CV"]),
        "number": st.sampled_from(["405/TB-VP.UBND", "12/UBND-VX", "30/2020/NĐ-CP", "18-KL/TW"]),
        "place": st.none() | words,
        "issuer": slugs,
        "signer": st.none()
        | st.builds(
            Signer, authority=tuples(words), position=words, name=names, signed=st.booleans()
        ),
        "recipients": tuples(words),
        "filing": st.none() | words,
        "effective": st.none() | days,
        "replaces": tuples(words),
        "replaced_by": tuples(words),
    }
)
bodies = st.fixed_dictionaries(
    _any
    | {
        "name": words,
        "short_names": tuples(words),
        "kind": st.sampled_from(["office", "committee", "other"]),
        "parent": st.none() | slugs,
        "province": st.none() | words,
        "active": st.none()
        | st.tuples(st.none() | days, st.none() | days).map(
            lambda ends: Span.model_validate({"from": ends[0], "to": ends[1]})
        ),
        "succeeded_by": st.none() | slugs,
    }
)
sections = st.fixed_dictionaries(
    _any
    | {
        "name": words,
        "aliases": tuples(words),
        "description": st.none() | words,
        "order": st.integers(-5, 10**6),
    }
)
persons = st.fixed_dictionaries(_any | {"name": names, "note": st.none() | words})


def make(record_type: type[Record], values: dict[str, Any], body: str) -> Record:
    """Return a record that lies where its kind and date say."""
    folder = record_type.folder
    if "date" in values:
        folder += f"/{values['date']:%Y/%m}" if record_type is Article else f"/{values['date']:%Y}"
    uri = f"{folder}/thu.md"
    file = RecordFile(uri, uri[:-3] + "/", "thu", body, 7, "0" * 64)
    return record_type.model_validate({**values, "file": file})


records = st.one_of(
    st.builds(make, st.just(record_type), values, bodies_text)
    for record_type, values in (
        (Article, articles),
        (Document, documents),
        (Body, bodies),
        (Section, sections),
        (Person, persons),
    )
)
