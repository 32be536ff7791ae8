"""Regular expressions for names of bodies in running text, made from the table of known bodies.

The patterns are for text in one tone style. They say where a name stands, not whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType

from bantin.records.known_bodies import ABBREVIATED, KnownBody, all_ways, load_known_bodies
from bantin.records.provinces import province_pattern
from bantin.text.capitals import SURNAMES as SURNAMES
from bantin.text.capitals import UPPER as UPPER
from bantin.text.tones import one_tone_style

LEVEL = r"(?:tỉnh|thành phố|t\.?p\.?)"
# Between two parts of a name. A comma at the last place would join two names of a list.
_JOINT = r"(?: ?[&–—-] ?| và | )"
_INNER_JOINT = r"(?: ?[,&–—-] ?(?:và )?| và | )"
_JOINTS = re.compile(r",? và |, ?| ?[-–—&/] ?| ")
# In lower case too these words mean bodies.
_ALWAYS = (
    "ủy ban nhân dân|hội đồng nhân dân|văn phòng (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)"
)
# For one body named as another would be: "các sở Nội vụ" are many, "Ủy viên Ban …" is a rank.
_NOT_BEFORE = rf"(?<!các )(?i:(?<!ủy viên )(?<!ủy viên ban thường vụ ))(?<![{UPPER}]-)(?<!/)"
# "Cán bộ Tư pháp" and "cơ sở Y tế" hold no body: word by word, what makes another word of it.
_COMPOUNDS: Mapping[str, str] = MappingProxyType(
    {
        "bộ": "cán đảng chi nội toàn liên",
        "sở": "cơ trụ",
        "hội": "xã quốc lễ vũ",
        "đoàn": "tập quân sư lữ trung tiểu binh",
        "ban": "tiểu phân địa",
    }
)
_Tree = dict[str, "_Tree"]


@cache
def body_pattern() -> str:
    """Return a regular expression for a body's name with its place."""
    by_place: dict[str, list[KnownBody]] = {}
    for body in load_known_bodies().values():
        by_place.setdefault(body.place, []).append(body)
    behind = _places()
    named = "|".join(
        f"(?:{_tree_of(by_place[place])}){pattern}" for place, pattern in behind.items()
    )
    guard = rf"(?-i:(?=[{UPPER}]|\w{{1,12}} [{UPPER}])|(?i:(?=(?:{_ALWAYS}))))"
    begins = "|".join(_first_words())
    steering = rf"ban chỉ đạo [^.,;:()]{{1,80}}? {_provincial()}"
    # Most words begin no name: the first words, in one plain step, spare all the rest.
    return rf"(?-i:(?={begins}))(?<!\w){_NOT_BEFORE}{_no_compound()}{guard}(?i:{named}|{steering})"


def _no_compound() -> str:
    """Return a pattern that fails behind the first half of a word that is no body's."""
    pairs = (
        rf"(?:{'|'.join(f'(?<={first} )' for first in firsts.split())}){word}(?!\w)"
        for word, firsts in _COMPOUNDS.items()
    )
    return rf"(?!(?i:{'|'.join(pairs)}))"


@cache
def listed_pattern(head: str) -> str:
    """Return a regular expression for what stands behind "Sở" (or "Bộ") in the known names."""
    bodies = [b for b in load_known_bodies().values() if b.id.startswith(("so-", "bo-"))]
    ways = [w for b in bodies for w in all_ways(b) if w.startswith(f"{head} ")]
    return _tree(way.removeprefix(f"{head} ") for way in ways)


def _places() -> Mapping[str, str]:
    """Return place → pattern for what stands behind a name; the longer names come first."""
    aside = r"(?: \([^()]{1,20}\))?"
    names = province_pattern()
    provincial = rf"{aside} (?:{_provincial()}|{_province_name()})"
    number = r"khu vực (?:[ivxl]{1,6}|\d{1,2})(?!\w)"
    in_province = rf"(?: ?[-–,]? (?:{LEVEL} )?(?:{names})(?!\w))?"
    return {
        "district": aside + local_pattern("huyện|thị xã|quận|thành phố|tx|tp"),
        "commune": aside + local_pattern("phường|xã|thị trấn|đặc khu"),
        "area": rf" {number}{in_province}",
        "region": rf" {number}",
        "name": rf" (?-i:(?!(?:{names})(?!\w)){_proper_name()})",
        "province": provincial,
        "province+": rf"{aside} {_provincial()}",
        "province?": rf"(?!\w| viên)(?:{provincial}|(?! {LEVEL}(?!\w)))",
        "nation": r"(?!\w)(?! (?:các )?(?:tỉnh|huyện|xã|khu vực)(?!\w))",
    }


def local_pattern(levels: str) -> str:
    """Return a pattern for a lower place, and the province that may follow with its level."""
    inside = rf"(?:,? {LEVEL} (?:{province_pattern()})(?!\w))?"
    # A point behind a whole word ends a sentence: "UBND xã. Tổng số …".
    name = rf"(?:{_province_name()}|(?-i:{_proper_name()}))"
    return rf" (?:{levels})(?:(?<=t[xp])\.)? {name}{inside}"


def _provincial() -> str:
    # "Tỉnh, thành phố" are all of them.
    many = r"(?!,? (?:và |hoặc )?(?:tỉnh|thành phố)(?!\w))"
    return rf"(?:t\.?p\.? ?hcm(?!\w)|{LEVEL}(?!\w){many}(?: ?{_province_name()})?)"


def _province_name() -> str:
    """Return a pattern for a province's name; typists write "Hồ Chí minh", "HÀ Nội"."""
    return rf"(?-i:(?=[{UPPER}]))(?i:{province_pattern()})(?!\w)"


def _proper_name() -> str:
    surname = rf"(?!(?:{SURNAMES}) [{UPPER}])"
    return rf"(?:[{UPPER}][\w'’]*(?: {surname}[{UPPER}][\w'’]*){{0,2}}|\d{{1,2}}(?!\w))"


def _first_words() -> list[str]:
    """Return the first two letters of all names as they may be printed."""
    ways = [way for body in load_known_bodies().values() for way in all_ways(body)]
    begins = {name[:2] for way in ways for name in _abbreviated(way)}
    return sorted(
        one
        for two in begins
        for one in (two, two.upper(), two.capitalize(), two[0] + two[1].upper())
    )


def _tree_of(bodies: Iterable[KnownBody]) -> str:
    return _tree(way for body in bodies for way in all_ways(body))


def _tree(names: Iterable[str]) -> str:
    """Return an alternation of names in which names with one beginning share it."""
    root: _Tree = {}
    for name in dict.fromkeys(way for given in names for way in _abbreviated(given)):
        node = root
        for token in _tokens(name):
            node = node.setdefault(token, {})
        node[""] = {}
    return _written(root)


def _written(node: _Tree) -> str:
    # Children first: the longest name wins.
    branches = [
        token + _written(below) for token, below in sorted(node.items(), reverse=True) if token
    ]
    text = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
    return f"(?:{text})?" if "" in node and text else text


def _tokens(name: str) -> list[str]:
    words = _JOINTS.split(name)
    joints = [joint.strip() for joint in _JOINTS.findall(name)]
    parted = [at for at, joint in enumerate(joints) if joint]
    tokens = [re.escape(words[0])]
    for at, word in enumerate(words[1:]):
        if at not in parted:
            tokens.append(" ")
        elif "," in joints[at] or at != parted[-1]:
            tokens.append(_INNER_JOINT)
        else:
            tokens.append(_JOINT)
        tokens.append(re.escape(word))
    return tokens


def _abbreviated(name: str) -> list[str]:
    """Return a name with and without each of the general abbreviations."""
    whole = one_tone_style(name).lower()
    within = [(long, short) for short, long in ABBREVIATED.items() if f" {long} " in f" {whole} "]
    names = [whole]
    for chosen in product((False, True), repeat=len(within)):
        shortened = whole
        for (long, short), taken in zip(within, chosen, strict=True):
            shortened = shortened.replace(long, short) if taken else shortened
        names.append(shortened)
    return list(dict.fromkeys(names))
