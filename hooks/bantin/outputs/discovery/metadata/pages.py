"""What the pages of bodies, people, meetings and lists tell machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.outputs.discovery.metadata.things import (
    body_node,
    place_node,
    publisher_node,
    thing,
    told,
)
from bantin.rendering.frame import PageFrame
from bantin.rendering.metadata import Metadata, page_node
from bantin.rendering.site import Site

if TYPE_CHECKING:
    from bantin.outputs.pages.bodies import BodyView
    from bantin.outputs.pages.meetings import MeetingView
    from bantin.outputs.pages.people import PersonView


def describe_body(view: BodyView, site: Site) -> Metadata:
    """Return what a body's page tells machines: an organisation, mostly of the state."""
    frame = view.frame
    node = thing(
        "GovernmentOrganization" if view.is_government else "Organization",
        frame.url,
        frame.title,
        site,
        alternateName=list(view.short_names),
        foundingDate=view.first_day,
        dissolutionDate=view.last_day,
        areaServed={"@type": "AdministrativeArea", "name": view.province}
        if view.province
        else None,
        parentOrganization=body_node(view.parents[0], site) if view.parents else None,
        subOrganization=[body_node(link, site) for link in view.children],
        mainEntityOfPage=site.url + frame.url,
    )
    return Metadata(node)


def describe_person(view: PersonView, site: Site) -> Metadata:
    """Return what a person's page tells machines; former positions are left out."""
    frame = view.frame
    positions = [role.position for role in view.roles if not role.former]
    person = thing(
        "Person",
        frame.url,
        frame.title,
        site,
        jobTitle=list(dict.fromkeys(positions)),
        disambiguatingDescription=view.note,
    )
    return Metadata({**page_node(frame, site, "ProfilePage"), "mainEntity": person})


def describe_meeting(view: MeetingView, site: Site) -> Metadata:
    """Return what a meeting's page tells machines."""
    frame = view.frame
    chairs = [thing("Person", chair.url, chair.text, site) for chair in view.chairs]
    node = thing(
        "Event",
        frame.url,
        frame.title,
        site,
        startDate=view.day,
        location=[place_node(venue) for venue in view.venues],
        organizer=[body_node(line, site) for line in view.bodies],
        attendee=chairs,
        subjectOf=[
            told({"@type": "CreativeWork", "name": card.title, "url": site.url + card.url})
            for card in view.records
        ],
        mainEntityOfPage=site.url + frame.url,
    )
    return Metadata(node)


def describe_list(frame: PageFrame, size: int, site: Site) -> Metadata:
    """Return what a list tells machines: how many records it holds."""
    node = page_node(frame, site, "CollectionPage")
    return Metadata({**node, "mainEntity": {"@type": "ItemList", "numberOfItems": size}})


def describe_site(frame: PageFrame, site: Site) -> Metadata:
    """Return what the home page tells machines: the site, who keeps it, how it is searched."""
    node = {
        "@type": "WebSite",
        "@id": f"{site.url}#trang",
        "url": site.url,
        "name": site.name,
        "description": frame.description,
        "inLanguage": "vi",
        "publisher": publisher_node(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site.url}tim-kiem/?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    return Metadata(told(node))
