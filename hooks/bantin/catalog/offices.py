"""The people in a body's positions, as its records state them, with the days of the records.

A record names the holder of "Trưởng Ban X" on its day. No record says when a position began.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from functools import lru_cache

from bantin.records import folders
from bantin.records.models import Body
from bantin.text.fold import exact

# "Trưởng Ban …", "Phó Phòng …": the position keeps the first word of the body's name.
_TAKES_ONE = ("trưởng", "phó")
# "Chánh Văn phòng …", "Chánh Thanh tra …": the position keeps the first two words.
_TAKES_TWO = ("chánh",)
_LEVELS = ("tỉnh", "thành phố")


@dataclass(frozen=True, slots=True)
class Office:
    """A position that a person held in a body.

    Attributes:
        person: slug.
        name: name of the person in the newest of these records.
        role: the position without the body's name, "Trưởng Ban".
        first: src_uri of the oldest record that gives it; "" where all records say that it is over.
        last: src_uri of the newest record that gives it; "" likewise.
        ended: src_uri of the first record after `last` that says it is over; "" for none.
    """

    person: str
    name: str
    role: str
    first: str
    last: str
    ended: str


def find_offices(connection: sqlite3.Connection, body: Body) -> list[Office]:
    """Return the positions in a body. Newest records come first, ended positions last."""
    rows = connection.execute(
        "select person, name, position, former, office, src_uri from members "
        "join mentions using (age, src_uri) where timeline = ? and shown and position != '' "
        "order by age desc, src_uri desc, rank",
        (f"{folders.BODIES}/{body.slug}",),
    )
    names = [_name_key(name) for name in (body.name, *body.short_names)]
    roles: dict[str, str | None] = {}
    found: dict[tuple[str, str], Office] = {}
    for person, name, position, former, office, src_uri in rows:
        if position not in roles:
            roles[position] = _role_in(position, names)
        role = position if office == body.slug else roles[position]
        if role is None:
            continue
        key = person, role.casefold()
        # The newest record counts, and moves the position to the end.
        known = found.pop(key, Office(person, name, role, "", "", ""))
        found[key] = (
            replace(known, name=name, ended=known.ended or src_uri)
            if former
            else replace(known, name=name, first=known.first or src_uri, last=src_uri, ended="")
        )
    newest_first = list(reversed(found.values()))
    return sorted(newest_first, key=lambda office: office.ended != "")


def _role_in(position: str, names: list[str]) -> str | None:
    """Return the position without the body's name; None for a position elsewhere."""
    words = position.removeprefix("nguyên ").split()
    for at in range(1, len(words)):
        rest = _name_key(" ".join(words[at:]))
        if any(_means(rest, name) for name in names):
            last = words[at - 1].lower()
            taken = 1 if last in _TAKES_ONE else 2 if last in _TAKES_TWO else 0
            role = " ".join(words[: at + taken])
            return role[:1].upper() + role[1:]
    return None


# The same few names stand in thousands of records.
_name_key = lru_cache(maxsize=16_384)(exact)


def _means(wanted: str, name: str) -> bool:
    """True when a position that leaves out the province, or its level too, means a body's name.

    The record is one of the body's: which province is meant is no question.
    """
    if name == wanted:
        return True
    rest = name.removeprefix(f"{wanted} ")
    return rest != name and (wanted.endswith(_LEVELS) or rest.startswith(_LEVELS))
