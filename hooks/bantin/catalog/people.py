"""The people whom records name, with their positions and days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bantin.records.models import Dated, Document
from bantin.records.parts import PersonMention
from bantin.text.abbreviations import usual_case
from bantin.text.fold import exact
from bantin.text.slug import slugify


@dataclass(frozen=True, slots=True)
class Role:
    """A position that a record gives a person.

    Attributes:
        position: as printed.
        former: the record says "nguyên": the position had ended by then.
        src_uri: the record that states it.
    """

    position: str
    former: bool
    src_uri: str


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person of the archive.

    Attributes:
        slug: name of the folder below nguoi/.
        name: full name; of several spellings, the one in the newest record.
        note: text that tells them from a namesake; "" for none.
        roles: newest first.
    """

    slug: str
    name: str
    note: str
    roles: tuple[Role, ...]


def person_slug(mention: PersonMention) -> str:
    """Return the slug that a mention points to: its `id`, or else the slug of its name."""
    return mention.id or _name_slug(mention.name)


def slug_named(item: Dated, name: str) -> str:
    """Return the slug of the person whom a record means by its signer's or a chair's name."""
    mention = _find_mention(item, name)
    return person_slug(mention) if mention else _name_slug(name)


def _find_mention(item: Dated, name: str) -> PersonMention | None:
    wanted = _name_key(name)
    return next((mention for mention in item.people if _name_key(mention.name) == wanted), None)


# Thousands of records share a few names.
@lru_cache(maxsize=16_384)
def _name_slug(name: str) -> str:
    return slugify(name)


@lru_cache(maxsize=16_384)
def _name_key(name: str) -> str:
    return exact(name)


def mentions_of(item: Dated) -> Iterator[PersonMention]:
    """Yield everyone whom a record names, with signer and chairs; a name may come twice."""
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
