"""The schema.org things that several kinds of pages name: bodies, people, places.

The identifier of a thing is its lasting id. So programs can join the statements of many pages about
one thing, also after its address has changed.

Source: schema.org 29.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bantin.outputs.cards import BodyLine, MeetingBlock, PersonLine
from bantin.rendering.frame import Link
from bantin.rendering.site import Site


def thing(kind: str, link: Link, site: Site, **more: object) -> dict[str, Any]:
    """Return a thing with a page of its own.

    Args:
        kind: its schema.org type.
        link: its name, its page, and its lasting id.
        site: makes addresses absolute.
        more: further properties; empty ones are left out.
    """
    node = {"@type": kind, "@id": id_of(link, site), "name": link.text, "url": site.url + link.url}
    return {**node, **drop_empty(more)}


def id_of(link: Link, site: Site) -> str:
    """Return the identifier of the thing that a link leads to."""
    return site.id_of(link.lasting_id or link.url.removesuffix("/"))


def drop_empty(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the properties that have a value."""
    return {key: value for key, value in values.items() if value}


def body_node(line: BodyLine | Link, site: Site) -> dict[str, Any]:
    """Return a body as other pages name it. Only its own page states its type."""
    return thing("Organization", line.link if isinstance(line, BodyLine) else line, site)


def person_node(line: PersonLine, site: Site) -> dict[str, Any]:
    """Return a person with the positions that a record gives."""
    return thing("Person", line.link, site, jobTitle=list(line.positions))


def meeting_node(meeting: MeetingBlock | None, site: Site) -> dict[str, Any] | None:
    """Return the meeting that a record names; None for none."""
    if meeting is None:
        return None
    name = f"Cuộc họp: {meeting.day_text}"
    # The record's own metadata names these bodies.
    bodies = [{"@id": id_of(line.link, site)} for line in meeting.bodies]
    more = drop_empty(
        {"startDate": meeting.day, "location": place_node(meeting.venue), "organizer": bodies}
    )
    if not meeting.url:
        return {"@type": "Event", "name": name, **more}
    return thing("Event", Link(name, meeting.url), site, **more)


def term_node(kind: Link, term: Link, site: Site) -> dict[str, Any]:
    """Return a term that lists records, as a member of its kind."""
    return thing("DefinedTerm", term, site, inDefinedTermSet=site.url + kind.url)


def place_node(name: str) -> dict[str, Any] | None:
    """Return a place by its name alone; None without a name."""
    return {"@type": "Place", "name": name} if name else None


def publisher_node(site: Site) -> dict[str, Any]:
    """Return the publisher of the site."""
    name = site.holder or site.name
    return {"@type": "Organization", "@id": site.id_of("#don-vi"), "name": name, "url": site.url}


def terms_of(**values: str | Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return elements of Dublin Core: `DC_creator="M.L"` gives ("DC.creator", "M.L").

    Several values give several elements. Empty values are left out.
    """
    return tuple(
        (name.replace("_", "."), text)
        for name, value in values.items()
        for text in ([value] if isinstance(value, str) else value)
        if text
    )
