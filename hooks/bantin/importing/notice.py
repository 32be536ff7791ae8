"""A captured administrative document: lines in, a proposed document record out."""

from __future__ import annotations

from bantin.errors import ImportRefusedError
from bantin.importing.bodies import BodyResolver
from bantin.importing.body_text import format_conclusions
from bantin.importing.capture import Capture
from bantin.importing.figures import propose_figures
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.meetings import FoundMeeting, find_meeting
from bantin.importing.people import find_people, merge_people
from bantin.importing.proposal import Context, Proposal, make_source, place_record
from bantin.importing.signature import find_foot, parse_foot
from bantin.records.models import Document


def parse_notice(capture: Capture, context: Context) -> Proposal:
    """Propose a document record from a captured notice.

    Raises:
        ImportRefusedError: a part of the heading is missing, or there is no text below it.
    """
    heading = parse_heading(capture.blocks)
    below = capture.blocks[heading.size :]
    end = find_foot(below)
    paragraphs = [line.text for line in below[:end]]
    if not paragraphs:
        raise ImportRefusedError("dưới trích yếu không có nội dung văn bản")
    foot = parse_foot(below[end:])
    bodies = BodyResolver(context.registry, heading.province or context.province)
    issuer = bodies.resolve(heading.issuer_name)
    texts = [heading.title, *paragraphs]
    slugs = bodies.resolve_all(texts, without=issuer)
    found = find_meeting(heading.title, paragraphs, published=heading.day, bodies=bodies)
    told = propose_figures(paragraphs, found.meeting, published=heading.day)
    guesses = (*_guesses(heading, found, foot.guesses, bodies), *told.guesses)
    folder = f"{Document.folder}/{heading.day:%Y}"
    record = Document(
        file=place_record(folder, heading.number, format_conclusions(paragraphs)),
        title=heading.title,
        date=heading.day,
        kind=heading.kind,
        number=heading.number,
        place=heading.place,
        issuer=issuer,
        signer=foot.signer,
        recipients=foot.recipients,
        filing=foot.filing,
        bodies=slugs,
        people=merge_people(one for text in texts for one in find_people(text)),
        meeting=found.meeting,
        figures=told.figures,
        source=make_source(capture, heading.header, guesses),
    )
    return Proposal(capture, record)


def _guesses(
    heading: Heading, found: FoundMeeting, foot: tuple[str, ...], bodies: BodyResolver
) -> tuple[str, ...]:
    printed = f"“{heading.superior} / {heading.issuer}”" if heading.superior else ""
    issuer = [f"Cơ quan ban hành: {printed} hiểu là {heading.issuer_name}"] if printed else []
    return (*issuer, *heading.guesses, *found.guesses, *foot, *bodies.guesses)
