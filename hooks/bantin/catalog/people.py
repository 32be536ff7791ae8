"""Who is named where, in which position, on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bantin.records.models import Dated, Document
from bantin.records.parts import PersonMention
from bantin.records.registry import Registry
from bantin.text.abbreviations import usual_case
from bantin.text.fold import exact
from bantin.text.slug import slugify


@dataclass(frozen=True, slots=True)
class Role:
    """A position that a record gives a person.

    Attributes:
        position: as printed.
        former: the record says "nguyên": the position had ended by then.
        item: the record that says so.
    """

    position: str
    former: bool
    item: Dated

    @property
    def day(self) -> date:
        """The day of the record."""
        return self.item.day


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person of the archive.

    Attributes:
        slug: address below nguoi/.
        name: full name.
        note: what tells them from a namesake; "" where nothing must.
        roles: newest first.
        items: every record that names them, newest first, each once.
    """

    slug: str
    name: str
    note: str
    roles: tuple[Role, ...]
    items: tuple[Dated, ...]


def person_slug(mention: PersonMention) -> str:
    """Return the slug a mention points to: its `id`, else its name's."""
    return mention.id or slugify(mention.name)


def slug_named(item: Dated, name: str) -> str:
    """Return the slug of whom a record means by the name of its signer or of a chair."""
    mention = _find_mention(item, name)
    return person_slug(mention) if mention else slugify(name)


def _find_mention(item: Dated, name: str) -> PersonMention | None:
    wanted = exact(name)
    return next((mention for mention in item.people if exact(mention.name) == wanted), None)


def mentions_of(item: Dated) -> Iterator[PersonMention]:
    """Yield everyone a record names, its signer and chairs included; a name may come twice."""
    yield from item.people
    signer = item.signer if isinstance(item, Document) else None
    if signer:
        mention = _find_mention(item, signer.name)
        yield PersonMention(
            name=signer.name,
            positions=(usual_case(signer.position),),
            id=mention.id if mention else None,
        )
    if item.meeting:
        for name in item.meeting.chairs:
            if _find_mention(item, name) is None:
                yield PersonMention(name=name)


def gather_people(items: Iterable[Dated], registry: Registry) -> Mapping[str, PersonEntry]:
    """Return slug → person for everyone named in `items` (newest first), by slug."""
    named: defaultdict[str, dict[str, Dated]] = defaultdict(dict)
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    names: dict[str, str] = {}
    for item in items:
        for mention in mentions_of(item):
            slug = person_slug(mention)
            names.setdefault(slug, mention.name)
            named[slug][item.file.src_uri] = item
            for position in mention.positions:
                roles[slug].append(Role(position, False, item))
            for position in mention.former:
                roles[slug].append(Role(position, True, item))
    people = {}
    for slug in sorted(named):
        record = registry.people.get(slug)
        people[slug] = PersonEntry(
            slug=slug,
            name=record.name if record else names[slug],
            note=(record.note or "") if record else "",
            roles=tuple(roles[slug]),
            items=tuple(named[slug].values()),
        )
    return MappingProxyType(people)
