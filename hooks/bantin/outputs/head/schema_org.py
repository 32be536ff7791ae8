"""The schema.org things that several kinds of pages name: bodies, people, places.

The identifier of a thing is the address of its page and `#this`. So programs can join the
statements of many pages about one thing.

Source: schema.org 29.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bantin.outputs.cards import BodyLine, MeetingBlock, PersonLine
from bantin.rendering.frame import Link
from bantin.rendering.site import Site


def thing(kind: str, url: str, name: str, site: Site, **more: object) -> dict[str, Any]:
    """Return a thing with a page of its own.

    Args:
        kind: its schema.org type.
        url: address of its page, relative to the root.
        name: name on the page.
        site: makes addresses absolute.
        more: further properties; empty ones are left out.
    """
    address = site.url + url
    node = {"@type": kind, "@id": f"{address}#this", "name": name, "url": address}
    return {**node, **drop_empty(more)}


def drop_empty(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the properties that have a value."""
    return {key: value for key, value in values.items() if value}


def body_node(line: BodyLine | Link, site: Site) -> dict[str, Any]:
    """Return a body as other pages name it. Only its own page states its type."""
    name = line.name if isinstance(line, BodyLine) else line.text
    return thing("Organization", line.url, name, site)


def person_node(line: PersonLine, site: Site) -> dict[str, Any]:
    """Return a person with the positions that a record gives."""
    return thing("Person", line.url, line.name, site, jobTitle=list(line.positions))


def meeting_node(meeting: MeetingBlock | None, site: Site) -> dict[str, Any] | None:
    """Return the meeting that a record names; None for none."""
    if meeting is None:
        return None
    name = f"Cuộc họp: {meeting.day_text}"
    # The record's own metadata names these bodies.
    bodies = [{"@id": f"{site.url}{line.url}#this"} for line in meeting.bodies]
    more = drop_empty(
        {"startDate": meeting.day, "location": place_node(meeting.venue), "organizer": bodies}
    )
    if not meeting.url:
        return {"@type": "Event", "name": name, **more}
    return thing("Event", meeting.url, name, site, **more)


def term_node(kind: Link, term: Link, site: Site) -> dict[str, Any]:
    """Return a term that lists records, as a member of its kind."""
    return thing("DefinedTerm", term.url, term.text, site, inDefinedTermSet=site.url + kind.url)


def place_node(name: str) -> dict[str, Any] | None:
    """Return a place by its name alone; None without a name."""
    return {"@type": "Place", "name": name} if name else None


def publisher_node(site: Site) -> dict[str, Any]:
    """Return the publisher of the site."""
    name = site.holder or site.name
    return {"@type": "Organization", "@id": f"{site.url}#don-vi", "name": name, "url": site.url}


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
