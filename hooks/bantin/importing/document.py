"""A captured official document of any kind: blocks in, a proposed document record out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from bantin.errors import ImportRefusedError
from bantin.importing.annexes import tell_annexes
from bantin.importing.block_text import format_blocks, words_of
from bantin.importing.bodies import BodyResolver, place_province
from bantin.importing.capture import Capture
from bantin.importing.document_fields import NamedFields, read_fields
from bantin.importing.figures import propose_figures
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.issuers import is_nameless
from bantin.importing.meetings import FoundMeeting, find_meeting
from bantin.importing.people import people_of
from bantin.importing.proposal import Context, Fact, Proposal, Sure, make_source, place_record
from bantin.importing.signature import Foot, find_foot, parse_foot
from bantin.records.models import Document
from bantin.records.parts import Signer

_REQUIRED = ("kind", "number", "date", "issuer", "title")
_NO_ISSUER = (
    "phần đầu văn bản không có tên cơ quan ban hành (bên trái Quốc hiệu, trên dòng “Số: …”)"
)


def parse_document(capture: Capture, context: Context) -> Proposal:
    """Propose a document record from a captured document.

    Raises:
        ImportRefusedError: a part that a record must have is open, or there is no text.
    """
    heading = parse_heading(capture.blocks)
    named = read_fields(capture.fields)
    below = capture.blocks[heading.size :]
    end = find_foot(below)
    foot = parse_foot(below[end:])
    body = (*below[:end], *foot.behind)
    paragraphs = list(words_of(body))
    facts = {fact.field: fact for fact in (*heading.facts, *_foot_facts(foot))}
    guesses: list[str] = []
    values = named.merge(_values_of(heading, foot), facts, guesses)
    issuer_name = named.issuer or heading.issuer_name
    province = heading.province or context.province
    by_place = None if province else place_province(issuer_name, values["place"])
    bodies = BodyResolver(context.registry, province or by_place, heading.day)
    values["issuer"] = _issuer(issuer_name, heading, named, bodies, facts)
    _refuse_open(values, facts)
    if not paragraphs:
        raise ImportRefusedError("dưới phần đầu văn bản không có nội dung văn bản")
    day: dt.date = values["date"]
    texts = [values["title"], *paragraphs]
    slugs = bodies.resolve_all(texts, without=values["issuer"])
    found = find_meeting(values["title"], paragraphs, published=day, bodies=bodies)
    told = propose_figures(paragraphs, found.meeting, published=day)
    if heading.is_secret:
        guesses.append(
            "Văn bản có dấu chỉ độ mật: để ở bản nháp; chỉ đăng khi đã giải mật, "
            "hỏi người phụ trách bảo vệ bí mật nhà nước"
        )
        values["status"] = "draft"
    guesses += [
        *_issuer_guess(heading, issuer_name, named),
        *([f"“{issuer_name}” hiểu là của {by_place}, theo địa danh ban hành"] if by_place else ()),
        *heading.guesses,
        *found.guesses,
        *foot.guesses,
        *tell_annexes(below, foot.behind),
        *bodies.guesses,
        *told.guesses,
        *capture.doubts,
    ]
    people = people_of(texts)
    values |= {
        "bodies": slugs,
        "people": people,
        "meeting": found.meeting,
        "figures": told.figures,
        "source": make_source(capture, heading.header, tuple(dict.fromkeys(guesses))),
    }
    file = place_record(f"{Document.folder}/{day:%Y}", values["number"], format_blocks(body))
    record = Document(file=file, **values)
    return Proposal(capture, record, _all_facts(record, facts, found), bodies.needed)


def _values_of(heading: Heading, foot: Foot) -> dict[str, Any]:
    """Return what head and foot say, by key of the record; "" or None where open."""
    return {
        "title": heading.title,
        "date": heading.day,
        "kind": heading.kind,
        "number": heading.number,
        "place": heading.place or None,
        "signer": foot.signer,
        "recipients": foot.recipients,
        "filing": foot.filing,
        "effective": None,
    }


def _issuer(
    name: str,
    heading: Heading,
    named: NamedFields,
    bodies: BodyResolver,
    facts: dict[str, Fact],
) -> str:
    if not name or is_nameless(name):
        note = f"“{name}” không nói rõ là cơ quan nào" if name else _NO_ISSUER
        facts["issuer"] = Fact("issuer", "", Sure.OPEN, "", note)
        return ""
    slug = bodies.resolve(name)
    where = named.issuer_place or heading.issuer_where
    is_plain = name == heading.body.issuer and not heading.body.guesses
    sure = Sure.READ if named.issuer or is_plain else Sure.GUESSED
    note = "" if sure is Sure.READ else f"Cơ quan ban hành hiểu là {name}"
    facts["issuer"] = Fact("issuer", slug, sure, where, note)
    return slug


def _refuse_open(values: Mapping[str, Any], facts: Mapping[str, Fact]) -> None:
    """Refuse a document that lacks what a record must have."""
    missing = [key for key in _REQUIRED if not values.get(key)]
    if missing:
        told = "; ".join(f"{key}: {facts[key].note}" for key in missing)
        raise ImportRefusedError(f"văn bản còn thiếu {told}")


def _issuer_guess(heading: Heading, name: str, named: NamedFields) -> Iterable[str]:
    if heading.body.superior and not named.issuer:
        printed = f"“{heading.body.superior} / {heading.body.issuer}”"
        yield f"Cơ quan ban hành: {printed} hiểu là {name}"


def _foot_facts(foot: Foot) -> Iterable[Fact]:
    signer, where = foot.signer, foot.found.where
    if signer is None:
        note = foot.found.note or "không thấy phần chữ ký"
        yield from (Fact(f"signer.{key}", "", Sure.OPEN, "", note) for key in ("position", "name"))
    else:
        yield from _signer_facts(signer, where)
    if foot.recipients:
        yield Fact("recipients", "; ".join(foot.recipients), Sure.READ, foot.where)
    else:
        yield Fact("recipients", "", Sure.OPEN, "", "không thấy “Nơi nhận:”")
    if foot.filing:
        yield Fact("filing", foot.filing, Sure.READ, foot.where)


def _signer_facts(signer: Signer, where: str) -> Iterable[Fact]:
    if signer.authority:
        yield Fact("signer.authority", " / ".join(signer.authority), Sure.READ, where)
    yield Fact("signer.position", signer.position, Sure.READ, where)
    yield Fact("signer.name", signer.name, Sure.READ, where)


def _all_facts(
    record: Document, facts: Mapping[str, Fact], found: FoundMeeting
) -> tuple[Fact, ...]:
    """Return the facts in the record's order, with what the text alone told."""
    names = list(Document.model_fields)
    told = dict(facts)
    if record.bodies:
        told["bodies"] = Fact("bodies", ", ".join(record.bodies), Sure.GUESSED, "trong bài")
    if record.people:
        people = ", ".join(person.name for person in record.people)
        told["people"] = Fact("people", people, Sure.GUESSED, "trong bài")
    if meeting := found.meeting:
        note = "; ".join(found.guesses)
        told["meeting.date"] = Fact(
            "meeting.date", f"{meeting.date:%d/%m/%Y}", Sure.GUESSED, "trong bài", note
        )
        if meeting.chairs:
            told["meeting.chairs"] = Fact(
                "meeting.chairs", ", ".join(meeting.chairs), Sure.GUESSED, "trong bài", note
            )
    order = {name: at for at, name in enumerate(names)}
    return tuple(sorted(told.values(), key=lambda fact: order[fact.field.partition(".")[0]]))
