"""Who held which position in a body, as the records that concern it say, with the days of those.

A record says "Trưởng Ban X" of somebody on its day; when that began, no record says.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from bantin.catalog.decided import name_key, name_means
from bantin.records import folders
from bantin.records.models import Body

# "Trưởng Ban …", "Phó Phòng …": the position takes the first word of the body's name with it.
_TAKES_ONE = ("trưởng", "phó")
# "Chánh Văn phòng …", "Chánh Thanh tra …".
_TAKES_TWO = ("chánh",)


@dataclass(frozen=True, slots=True)
class Office:
    """A position that somebody held in a body.

    Attributes:
        person: slug.
        name: as the newest of these records writes it.
        role: the position without the body's name, "Trưởng Ban".
        first: src_uri of the oldest record that gives it; "" where all say it is over.
        last: of the newest.
        ended: of the oldest record after those which says that it is over; "" where none does.
    """

    person: str
    name: str
    role: str
    first: str
    last: str
    ended: str


def find_offices(connection: sqlite3.Connection, body: Body) -> list[Office]:
    """Return the positions in a body, those given by the newest records first; ended ones last."""
    rows = connection.execute(
        "select person, name, position, former, office, src_uri from members "
        "join mentions using (age, src_uri) where timeline = ? and shown and position != '' "
        "order by age desc, src_uri desc, rank",
        (f"{folders.BODIES}/{body.slug}",),
    )
    names = [name_key(name) for name in (body.name, *body.short_names)]
    roles: dict[str, str | None] = {}
    found: dict[tuple[str, str], Office] = {}
    for person, name, position, former, office, src_uri in rows:
        if position not in roles:
            roles[position] = _role_in(position, names)
        role = position if office == body.slug else roles[position]
        if role is None:
            continue
        key = person, role.casefold()
        # What is told last counts, and moves it to the end.
        known = found.pop(key, Office(person, name, role, "", "", ""))
        found[key] = (
            replace(known, name=name, ended=known.ended or src_uri)
            if former
            else replace(known, name=name, first=known.first or src_uri, last=src_uri, ended="")
        )
    newest_first = list(reversed(found.values()))
    return sorted(newest_first, key=lambda office: office.ended != "")


def _role_in(position: str, names: list[str]) -> str | None:
    """Return the position without the body's name; None where it is no position in that body."""
    words = position.removeprefix("nguyên ").split()
    for at in range(1, len(words)):
        rest = name_key(" ".join(words[at:]))
        if any(name_means(rest, name) for name in names):
            last = words[at - 1].lower()
            taken = 1 if last in _TAKES_ONE else 2 if last in _TAKES_TWO else 0
            role = " ".join(words[: at + taken])
            return role[:1].upper() + role[1:]
    return None
