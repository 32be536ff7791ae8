"""Proposes the files of bodies and sections that records need and the archive lacks.

Only what is sure stands in them: a day that is not exact, or one of several successors, is left
out. Writes nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bantin.importing.bodies import BodyResolver, NeededBody
from bantin.importing.proposal import Proposal, place_record
from bantin.records import folders
from bantin.records.body_names import parse_body_name, title_of
from bantin.records.known_bodies import KnownBody, bodies_by_name, load_known_bodies, spell_out
from bantin.records.models import Article, Body, Section
from bantin.records.provinces import merged_into
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.records.writer import format_record
from bantin.text.abbreviations import usual_case
from bantin.text.fold import syllables
from bantin.text.slug import slugify

# Of these alone it is sure that a new province's body took over from each of the old ones.
_MERGED = ("ubnd-tinh", "hdnd-tinh")
_LAST_DAY_OF_OLD_PROVINCES = dt.date(2025, 6, 30)  # Source: NQ202/2025/QH15


@dataclass(frozen=True, slots=True)
class ProposedFile:
    """A file of a body or a section to write.

    Attributes:
        record: the body or section.
        target: its path in docs/, POSIX.
        text: the file's content.
        printed: the ways in which the records write its name, each once.
        doubts: what nobody could know, in Vietnamese; () when all is sure.
    """

    record: Body | Section
    target: str
    text: str
    printed: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeededSection:
    """A section that a record names and the archive lacks: slug, and name as printed or ""."""

    slug: str
    printed: str


@dataclass(frozen=True, slots=True)
class Needs:
    """What a record needs beside itself; plain data."""

    bodies: tuple[NeededBody, ...] = ()
    sections: tuple[NeededSection, ...] = ()


NO_NEEDS = Needs()


def needs_of(proposal: Proposal, registry: Registry) -> Needs:
    """Return the bodies and sections that a proposed record names and the archive lacks."""
    record = proposal.record
    section: str | None = None
    if isinstance(record, UnfinishedDraft):
        section = record.values().get("section")
    elif isinstance(record, Article):
        section = record.section
    if not section or section in registry.sections:
        return Needs(proposal.bodies)
    # The slug was made from the name as printed, alone or beside a day.
    capture = proposal.capture
    texts = [fact.value for fact in proposal.facts if fact.field == "section"]
    texts += [*(one.text for one in capture.fields), *(one.text for one in capture.blocks)]
    printed = next((text for text in texts if slugify(text) == section), "")
    return Needs(proposal.bodies, (NeededSection(section, printed),))


def propose_files(needs: Iterable[Needs], registry: Registry) -> tuple[ProposedFile, ...]:
    """Return the files that records need: bodies with those above them, then sections.

    Args:
        needs: of the records that will be written.
        registry: the bodies and sections of the archive, those of earlier batches among them.

    Returns:
        One file for each slug that the archive lacks, in the order of their slugs.
    """
    bodies = _Proposing(registry)
    sections: dict[str, ProposedFile] = {}
    for one in needs:
        for needed in one.bodies:
            bodies.add(needed)
        for section in one.sections:
            if section.slug not in registry.sections:
                sections.setdefault(section.slug, _section_file(section))
    return (*bodies.files(), *(file for _, file in sorted(sections.items())))


class _Proposing:
    """The bodies to make, each once, however many records and ways of writing name it."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._needed: dict[str, NeededBody] = {}
        self._parents: dict[str, str] = {}

    def add(self, needed: NeededBody) -> None:
        """Add a body, and those above it."""
        if needed.slug in self._registry.bodies:
            return
        if known := self._needed.get(needed.slug):
            ways = dict.fromkeys((*known.printed, *needed.printed))
            self._needed[needed.slug] = replace(known, printed=tuple(ways))
            return
        self._needed[needed.slug] = needed
        if above := _above(needed):
            resolver = BodyResolver(self._registry, needed.province, needed.day)
            self._parents[needed.slug] = resolver.resolve(above)
            for other in resolver.needed:
                self.add(replace(other, printed=()))

    def files(self) -> Iterator[ProposedFile]:
        """Yield the files in the order of their slugs."""
        for _, needed in sorted(self._needed.items()):
            yield _file_of(self._body(needed), needed.printed, _doubts(needed))

    def _body(self, needed: NeededBody) -> Body:
        file = place_record(Body.folder, needed.slug, "")
        name = needed.name
        if len(name.known) != 1:
            province = needed.province.name if needed.province else None
            return Body(file=file, name=_as_printed(needed), province=province)
        known = name.known[0]
        title = title_of(name, needed.province)
        heir = self._heir(needed, known)
        values: dict[str, Any] = {"active": _span(needed, known)}
        return Body(
            file=file,
            name=title,
            short_names=_short_names(needed, known, title),
            kind=known.kind,
            parent=self._parents.get(needed.slug),
            province=_province_of(needed, known),
            succeeded_by=heir,
            **{key: value for key, value in values.items() if value},
        )

    def _heir(self, needed: NeededBody, known: KnownBody) -> str | None:
        """Return the successor's slug where it is sure and stands in the archive or the list."""
        province = needed.province
        if known.id in _MERGED and province and (heir := merged_into(province)):
            after = replace(needed.name, province=heir, level=heir.level)
            title, province = title_of(after, heir), heir
        elif known.successor and known.sure and not needed.name.is_local:
            title = load_known_bodies()[known.successor].name
            if province and known.place != "nation":
                title = f"{title} {province}"
        else:
            return None
        slug = BodyResolver(self._registry, province).resolve(title)
        found = slug in self._registry.bodies or slug in self._needed
        return slug if found and slug != needed.slug else None


def _above(needed: NeededBody) -> str | None:
    """Return the full name of the body above one, where it is sure."""
    name, province = needed.name, needed.province
    if len(name.known) != 1 or not name.known[0].parent:
        return None
    parent = load_known_bodies()[name.known[0].parent]
    if name.place:
        return f"{parent.name} {name.place}"
    if province is None:
        return None
    level = name.level or province.level
    if parent.id == "tinh-uy":
        return f"{'Tỉnh' if level == 'tỉnh' else 'Thành'} ủy {province.name_at(level)}"
    return f"{parent.name} {level} {province.name_at(level)}"


def _span(needed: NeededBody, known: KnownBody) -> dict[str, dt.date] | None:
    """Return the days of a body as far as they are exact and sure."""
    province = needed.province
    if known.id in _MERGED and province and merged_into(province):
        return {"to": _LAST_DAY_OF_OLD_PROVINCES}
    if not known.sure or known.place not in ("nation", "district", "name"):
        return None  # a province's own council decided on the day
    span = {}
    if len(known.since) == len("2025-03-01"):
        span["from"] = dt.date.fromisoformat(known.since)
    if len(known.until) == len("2025-03-01"):
        span["to"] = dt.date.fromisoformat(known.until) - dt.timedelta(days=1)
    return span or None


def _short_names(needed: NeededBody, known: KnownBody, title: str) -> tuple[str, ...]:
    """Return the safe other names: those of councils, and the table's ways that were printed."""
    place = title.removeprefix(known.name)
    names = [title.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")]
    printed = [tuple(word for word, _ in spell_out(way)) for way in needed.printed]
    for way in known.ways if place != title else ():
        words = tuple(word for word, _ in spell_out(way))
        alone = [body for body in bodies_by_name()[words] if body.place == known.place] == [known]
        if alone and any(one[: len(words)] == words for one in printed):
            names.append(way + place)
    spelt: dict[str, str] = {}
    for name in names:
        spelt.setdefault(_sound(name), name)
    return tuple(name for key, name in spelt.items() if key != _sound(title))


def _sound(name: str) -> str:
    """Return what tells names apart: no comma, dash, "và" or place of a tone mark."""
    return " ".join(word for word in syllables(name) if word != "và")


def _province_of(needed: NeededBody, known: KnownBody) -> str | None:
    if needed.province is None or known.place in ("nation", "region"):
        return None
    return needed.province.name_at(needed.name.level)


def _as_printed(needed: NeededBody) -> str:
    """Return a name that the table does not settle. Proper names keep the capitals of a head."""
    printed = next((way for way in needed.printed if not way.isupper()), needed.called)
    for gap in re.finditer(" ", printed):
        inner = parse_body_name(printed[gap.end() :])
        if len(inner.known) == 1:
            title = title_of(inner, inner.province or needed.province)
            return f"{usual_case(printed[: gap.start()])} {title}"
    return printed


def _doubts(needed: NeededBody) -> tuple[str, ...]:
    name, doubts = needed.name, []
    if not name.known:
        doubts.append("tên không có trong bảng các cơ quan đã biết; xem lại cách viết hoa")
    elif len(name.known) > 1:
        doubts.append(f"có thể là {', '.join(body.name for body in name.known)}")
    elif not name.known[0].sure:
        doubts.append("bảng các cơ quan đã biết chưa chắc về cơ quan này")
    if needed.province is None and (name.provincial or name.is_local):
        doubts.append("chưa rõ tỉnh")
    elif needed.province and name.province is None and name.is_local:
        doubts.append(f"hiểu là thuộc {needed.province} vì văn bản là của tỉnh ấy")
    return tuple(doubts)


def _section_file(needed: NeededSection) -> ProposedFile:
    name = usual_case(needed.printed or needed.slug.replace("-", " "))
    name = name[:1].upper() + name[1:]
    section = Section(file=place_record(Section.folder, needed.slug, ""), name=name)
    doubts = () if needed.printed else ("không thấy tên chuyên mục có dấu trong bản gốc",)
    return _file_of(section, (needed.printed,) if needed.printed else (), doubts)


def _file_of(
    record: Body | Section, printed: tuple[str, ...], doubts: tuple[str, ...]
) -> ProposedFile:
    return ProposedFile(record, record.file.src_uri, format_record(record), printed, doubts)


def describe_files(files: Sequence[ProposedFile]) -> Iterator[str]:
    """Yield a list of proposed files for the editor, as plain lines."""
    for file in files:
        what = "chuyên mục" if isinstance(file.record, Section) else "cơ quan"
        yield f"  {file.target}: {what} “{file.record.name}”"
        if isinstance(file.record, Body):
            for label, value in (
                ("cấp trên", file.record.parent),
                ("kế tục", file.record.succeeded_by),
            ):
                if value:
                    yield f"    {label}: {folders.BODIES}/{value}.md"
        ways = {_sound(way): way for way in (*file.printed[::-1], file.record.name)}
        others = [way for way in reversed(ways.values()) if way != file.record.name]
        if others:
            yield f"    trong bài viết là: {'; '.join(others)}"
        for doubt in file.doubts:
            yield f"    Chưa chắc: {doubt}"


def describe_needed(files: Sequence[ProposedFile]) -> Iterator[str]:
    """Yield the list of files that records need, before anything is written."""
    if not files:
        yield "Kho đã có mọi cơ quan và chuyên mục mà các bản ghi cần. Chưa ghi gì."
        return
    yield f"Các bản ghi cần {len(files)} tệp chưa có trong kho:"
    yield from describe_files(files)
    unsure = sum(bool(file.doubts) for file in files)
    yield ""
    yield (
        f"Chưa ghi gì; {unsure} tệp cần xem lại. Chạy lại lệnh này không có --bodies thì các "
        "tệp ấy được ghi cùng bản ghi."
    )
