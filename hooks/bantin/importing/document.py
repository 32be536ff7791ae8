"""A captured official document of any kind: blocks in, a proposed document record out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from bantin.errors import ImportRefusedError
from bantin.importing.annexes import tell_annexes
from bantin.importing.block_text import format_blocks, words_of
from bantin.importing.bodies import BodyResolver
from bantin.importing.capture import Capture, FieldName
from bantin.importing.column_order import settle_columns
from bantin.importing.content import read_content, tell_content
from bantin.importing.document_fields import LABELS, NamedFields, read_fields
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.issuers import is_joint, is_nameless
from bantin.importing.proposal import (
    Context,
    Fact,
    Proposal,
    Sure,
    make_source,
    place_record,
    tell_idle_columns,
)
from bantin.importing.secrecy import SECRECY_GUESS
from bantin.importing.signature import Foot, find_foot, parse_foot
from bantin.records import folders
from bantin.records.body_names import place_province
from bantin.records.models import Document, RecordFile
from bantin.records.parts import Signer
from bantin.records.unfinished import make_record
from bantin.text.slug import slugify

_USED = frozenset(
    {FieldName.TITLE, FieldName.DATE, FieldName.KIND, FieldName.NUMBER, FieldName.ISSUER}
    | {FieldName.SIGNER, FieldName.PLACE, FieldName.EFFECTIVE, FieldName.URL, FieldName.STATUS}
)
_REQUIRED = ("kind", "number", "date", "issuer", "title")
_NO_ISSUER = (
    "phần đầu văn bản không có tên cơ quan ban hành (bên trái Quốc hiệu, trên dòng “Số: …”)"
)


def parse_document(capture: Capture, context: Context) -> Proposal:
    """Propose a document record; an unfinished draft where a required part is open.

    Raises:
        ImportRefusedError: there is no text below the head.
    """
    blocks = settle_columns(capture.blocks)
    heading = parse_heading(blocks)
    named = read_fields(capture.fields)
    below = blocks[heading.size :]
    end = find_foot(below)
    foot = parse_foot(below[end:])
    body = (*below[:end], *foot.behind)
    if not any(block.text for block in body):
        raise ImportRefusedError("dưới phần đầu văn bản không có nội dung văn bản")
    paragraphs = list(words_of(body))
    facts = {fact.field: fact for fact in (*heading.facts, *_foot_facts(foot))}
    guesses: list[str] = []
    values = named.merge(_values_of(heading, foot), facts, guesses)
    issuer_name = named.issuer or heading.issuer_name
    province = heading.province or context.province
    by_place = None if province else place_province(issuer_name, values["place"])
    day: dt.date | None = values["date"]
    bodies = BodyResolver(context.registry, province or by_place, day)
    values["issuer"] = _issuer(issuer_name, heading, named, bodies, facts)
    content = read_content(
        values["title"] or "", paragraphs, paragraphs, day, bodies, without=values["issuer"]
    )
    if heading.is_secret:
        guesses.append(SECRECY_GUESS)
        values["status"] = "draft"
    guesses += [
        *_issuer_guess(heading, issuer_name, named),
        *([f"“{issuer_name}” hiểu là của {by_place}, theo địa danh ban hành"] if by_place else ()),
        *heading.guesses,
        *(f"{LABELS[key]}: {facts[key].note}" for key in _REQUIRED if not values[key]),
        *content.found.guesses,
        *foot.guesses,
        *tell_annexes(below, foot.behind),
        *bodies.guesses,
        *content.figures.guesses,
        *tell_idle_columns(capture, _USED),
        *capture.doubts,
    ]
    values |= {
        "bodies": content.bodies,
        "people": content.people,
        "meeting": content.found.meeting,
        "figures": content.figures.figures,
        "source": make_source(capture, heading.header, tuple(dict.fromkeys(guesses))),
    }
    file = _place(capture, values, format_blocks(body))
    told = _in_order((*facts.values(), *tell_content(content, "")))
    return Proposal(capture, make_record(Document, file, values), told, bodies.needed)


def _place(capture: Capture, values: Mapping[str, Any], markdown: str) -> RecordFile:
    """Return the place of the record: by its number, else its title, else its file's name."""
    day: dt.date | None = values["date"]
    folder = f"{Document.folder}/{day:%Y}" if day else f"{Document.folder}/{folders.UNDATED}"
    stem = capture.name.rpartition(".")[0] or capture.name
    names = (values["number"], values["title"], f"{stem} {capture.part}")
    name = next((name for name in names if name and slugify(name)), "")
    return place_record(folder, name or f"van-ban-{capture.sha256[:8]}", markdown)


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
    if not named.issuer and is_joint(heading.body):
        printed = " / ".join(filter(None, (heading.body.superior, heading.body.issuer)))
        note = f"văn bản liên tịch của “{printed}”; chọn một cơ quan"
        facts["issuer"] = Fact("issuer", "", Sure.OPEN, "", note)
        return ""
    slug = bodies.resolve(name)
    where = named.issuer_place or heading.issuer_where
    is_plain = name == heading.body.issuer and not heading.body.guesses
    sure = Sure.READ if named.issuer or is_plain else Sure.GUESSED
    note = "" if sure is Sure.READ else f"Cơ quan ban hành hiểu là {name}"
    facts["issuer"] = Fact("issuer", slug, sure, where, note)
    return slug


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


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts in the record's order."""
    order = {name: at for at, name in enumerate(Document.model_fields)}
    return tuple(sorted(facts, key=lambda fact: order[fact.field.partition(".")[0]]))
