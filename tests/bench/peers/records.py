"""The archive as peers get it: records in plain data, with what a template cannot work out itself.

Long dates and names are made ready, to the peers' advantage: theirs is to print them. Knows
nothing of any peer.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from bantin.text.dates import count, long_date, official_date, short_date
from bantin.text.slug import slugify

BODY_KINDS = {"committee": "Ban, hội đồng phối hợp", "peoples_committee": "Ủy ban nhân dân"}
EMPTY = ("", (), None)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a record names; `slug` is the last part of their page's address."""

    name: str
    slug: str
    positions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting a record tells of; records with the same `key` tell of the same one."""

    key: str
    day_text: str
    bodies: tuple[str, ...]
    chairs: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A news item or a notice.

    Attributes:
        path: POSIX path of its file below docs/.
        moment: ISO date and time with the offset of Vietnam.
        section: slug; "" for a notice.
        bodies: slugs, the issuer of a notice last.
        people: everyone named, each once.
        body: its Markdown.
    """

    path: str
    title: str
    moment: str
    day_text: str
    day_short: str
    clock: str
    author: str
    views: str
    section: str
    summary: str
    number: str
    place_and_date: str
    issuer: str
    signer: Person | None
    recipients: tuple[str, ...]
    filing: str
    bodies: tuple[str, ...]
    people: tuple[Person, ...]
    meeting: Meeting
    body: str

    @property
    def is_news(self) -> bool:
        return self.path.startswith("tin-tuc/")

    @property
    def slug(self) -> str:
        return posixpath.basename(self.path).removesuffix(".md")

    @property
    def url(self) -> str:
        """Its address, relative to the root."""
        return f"{self.path.removesuffix('.md')}/"

    def plain(self) -> dict[str, Any]:
        """Return its fields but the body, as front matter holds them; empty ones left out."""
        fields = asdict(self)
        del fields["path"], fields["body"]
        return {key: _plain(one) for key, one in fields.items() if one not in EMPTY}


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A committee or office."""

    slug: str
    name: str
    kind: str
    province: str
    parent: str
    short_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What records refer to: slug → body, slug → name of a section."""

    bodies: Mapping[str, BodyPage]
    sections: Mapping[str, str]


def read_names(docs: Path) -> Names:
    """Read bodies and sections of an archive."""
    bodies = {path.stem: _split(path)[0] for path in sorted(docs.glob("to-chuc/*.md"))}
    return Names(
        bodies={
            slug: BodyPage(
                slug,
                meta["name"],
                BODY_KINDS[meta["kind"]],
                meta["province"],
                meta.get("parent", ""),
                tuple(meta.get("short_names", ())),
            )
            for slug, meta in bodies.items()
        },
        sections={
            path.stem: _split(path)[0]["name"] for path in sorted(docs.glob("chuyen-muc/*.md"))
        },
    )


def read_records(docs: Path) -> Iterator[Record]:
    """Yield every record of an archive, by path."""
    for folder in ("tin-tuc", "van-ban"):
        for path in sorted(docs.glob(f"{folder}/**/*.md")):
            meta, body = _split(path)
            yield make_record(path.relative_to(docs).as_posix(), meta, body)


def make_record(path: str, meta: Mapping[str, Any], body: str) -> Record:
    """Return a record from its front matter as YAML reads it, and its body."""
    written = str(meta["date"])
    day, clock = date.fromisoformat(written[:10]), written[11:16]
    people = {one["name"]: _person(one["name"], one["positions"]) for one in meta["people"]}
    signer = meta.get("signer")
    if signer:
        people.setdefault(signer["name"], _person(signer["name"], [signer["position"]]))
    meeting, issuer = meta["meeting"], meta.get("issuer", "")
    return Record(
        path=path,
        title=meta["title"],
        moment=f"{day}T{clock or '00:00'}:00+07:00",
        day_text=long_date(day),
        day_short=short_date(day),
        clock=clock,
        author=meta.get("author", ""),
        views=count(meta["views"]) if "views" in meta else "",
        section=meta.get("section", ""),
        summary=meta.get("summary", ""),
        number=meta.get("number", ""),
        place_and_date=f"{meta['place']}, {official_date(day)}" if "place" in meta else "",
        issuer=issuer,
        signer=_person(signer["name"], [signer["position"]]) if signer else None,
        recipients=tuple(meta.get("recipients", ())),
        filing=meta.get("filing", ""),
        bodies=(*meta["bodies"], issuer) if issuer else tuple(meta["bodies"]),
        people=tuple(people.values()),
        meeting=Meeting(
            key=f"{meeting['date']}-{'-'.join(sorted(meeting['bodies']))}",
            day_text=long_date(meeting["date"]),
            bodies=tuple(meeting["bodies"]),
            chairs=tuple(_person(name) for name in meeting["chairs"]),
        ),
        body=body,
    )


def dump_yaml(data: Mapping[str, Any]) -> str:
    """Return plain data as YAML, in its own order."""
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def write_page(path: Path, meta: Mapping[str, Any], body: str = "") -> None:
    """Write a Markdown file with YAML front matter, as Hugo, MkDocs and Zensical read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{dump_yaml(meta)}---\n{body}", "utf-8", newline="\n")


def _person(name: str, positions: list[str] | None = None) -> Person:
    return Person(name, slugify(name), tuple(positions or ()))


def _split(path: Path) -> tuple[dict[str, Any], str]:
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    meta: dict[str, Any] = yaml.load(front, yaml.CSafeLoader)
    return meta, body


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if one not in EMPTY}
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value
