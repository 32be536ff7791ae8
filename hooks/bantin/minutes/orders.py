"""Finds the orders of a document: its points, each with directive, addressees and deadline.

Rules read them from the text, and skip what is not sure. What a point does not say it gets from the
headings around it. An editor's word overrides the rules. Knows records and text; nothing of pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bantin.minutes.completion import Completion
from bantin.minutes.deadlines import Deadline
from bantin.minutes.directives import Directive
from bantin.minutes.overrides import KEYS, Override, unused_attributes
from bantin.minutes.read_points import ReadPoint, read_points
from bantin.minutes.selection import select_orders
from bantin.minutes.structure import build_tree
from bantin.records.models import Document
from bantin.rendering.item_addresses import ItemAddresses
from bantin.rendering.outline import read_outline, write_ids
from bantin.rendering.rendered_text import ItemAttribute, RenderedText
from bantin.text.dates import short_date
from bantin.text.slug import slugify

# Notices, minutes and conclusions of a leader. Each of their points counts below certain words.
CONCLUDING = ("TB", "BB", "KL")
# Telegrams, directives, letters, decisions, resolutions, plans: what orders in them counts.
_ORDERING = ("CĐ", "CT", "CV", "QĐ", "NQ", "KH")
_CUES = ("kết luận", "ý kiến chỉ đạo", "ý kiến của")
_TOLD = ("directive", "to", "with", "due")
# Words of an introduction that stands as a heading above its points, at most.
_LONGEST_HEADING = 12


@dataclass(frozen=True, slots=True)
class Order:
    """One point of a document that orders, agrees or acknowledges something.

    Attributes:
        anchor: its address on the page, "kl-3", "kl-ii-2", "kl-3-a" or "kl-3-ra-soat-quy-hoach".
        number: the printed numbers from the outermost on, "3", "3.a", "Điều 2.1"; a dash below "3."
            has "3"; "" where none is printed.
        text: its own words on one line, without those of the points within it.
        directive: its kind, and its addressees by name.
        bodies: slugs of its addressees, when the editor gives slugs.
        deadline: the first one; None when none is sure.
        edited: the editor's keys among "directive", "to", "with" and "due", in this order. The
            rules read the others.
        heading: words of the point that it stands under and that is no order itself, "Sở Xây dựng";
            "" without one.
        depth: number of points around it, headings included.
        handed_down: those of "directive", "to", "with" and "due" that its heading or introduction
            says, and not its own words.
        mark: as printed before its words, "a)", "Điều 2."; "" for a dash or a paragraph.
        helper_bodies: slugs of those who help, when the editor gives slugs.
        path: the headings around it as printed, with their marks, the outermost first.
    """

    anchor: str
    number: str
    text: str
    directive: Directive
    deadline: Deadline | None
    bodies: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    heading: str = ""
    depth: int = 0
    handed_down: tuple[str, ...] = ()
    mark: str = ""
    helper_bodies: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


def find_orders(document: Document, text: RenderedText) -> tuple[Order, ...]:
    """Return the orders of a document, in order; () for a document that states none."""
    return read_orders(document, text)[0]


def read_orders(document: Document, text: RenderedText) -> tuple[tuple[Order, ...], RenderedText]:
    """Return the orders of a document, and its text in which each of them has its address."""
    if not states_orders(document, text):
        return (), text
    found = _select(document, _points_of(document, text))
    anchors, written = _addresses(found, text)
    return tuple(map(_told, found, anchors)), written


def find_unused_keys(document: Document, text: RenderedText) -> list[ItemAttribute]:
    """Return the editor's keys that change nothing: of headings without orders, of other texts."""
    used: set[str] = set()
    if not unused_attributes(text, used):
        return []  # as in most texts: nobody wrote any
    if states_orders(document, text):
        points = _points_of(document, text)
        orders = _select(document, points)
        told = [*orders, *(one for order in orders for one in order.around())]
        told += [one for one in points if one.said.is_order is False]
        used.update(one.point.passage.anchor for one in told)
    return unused_attributes(text, used)


def _points_of(document: Document, text: RenderedText) -> tuple[ReadPoint, ...]:
    return read_points(build_tree(read_outline(text)), day=document.day)


def _select(document: Document, points: Sequence[ReadPoint]) -> list[ReadPoint]:
    return select_orders(points, are_conclusions=document.kind in CONCLUDING)


def states_orders(document: Document, text: RenderedText) -> bool:
    """True when a document is of a kind that orders; notices and minutes must mention conclusions.

    An editor's key `orders` says otherwise.
    """
    if document.orders is not None:
        return document.orders
    if document.kind in CONCLUDING:
        return document.kind == "KL" or _has_cue(document.title) or _has_cue(text.words)
    return document.kind in _ORDERING


def _has_cue(words: str) -> bool:
    small = words.lower()
    return any(cue in small for cue in _CUES)


def _addresses(found: list[ReadPoint], text: RenderedText) -> tuple[list[str], RenderedText]:
    """Return the address of each point, and the text with those that it did not have."""
    addresses = ItemAddresses(text.ids)
    anchors = [one.point.passage.anchor for one in found]
    bare = [at for at, anchor in enumerate(anchors) if not anchor]
    unnumbered = []
    for at in bare:
        point = found[at].point
        # "Điều 2" gives "kl-dieu-2".
        numbers = [slugify(number) if " " in number else number for number in point.numbers]
        if point.number:
            anchors[at] = addresses.give(numbers)
        else:
            unnumbered.append((at, (numbers, point.text)))
    given = addresses.give_words(passage for _, passage in unnumbered)
    for (at, _), anchor in zip(unnumbered, given, strict=True):
        anchors[at] = anchor
    ids = {found[at].point.passage.place: anchors[at] for at in bare}
    return anchors, write_ids(text, ids)


def _told(one: ReadPoint, anchor: str) -> Order:
    point, said = one.point, one.said
    read = Completion(one)
    read.take_details(one)
    for around in one.around():
        read.take(around)
    deadline = read.deadline
    if "due" in said.given:
        # The words of the text stay when they set the same day.
        words = deadline.text if deadline and deadline.due == said.due else ""
        deadline = Deadline(words or short_date(said.due), said.due) if said.due else None
    edited = tuple(key for key in KEYS if key in _TOLD and key in said.given | read.edited)
    bodies, helper_bodies = said.bodies or read.bodies, said.helper_bodies or read.helper_bodies
    return Order(
        anchor=anchor,
        number=".".join(point.numbers),
        text=one.words,
        directive=_overridden(read.directive, said),
        deadline=deadline,
        bodies=bodies,
        edited=edited,
        heading=next(map(_words_of, _headings(one)), ""),
        depth=sum(map(_is_seen, one.around())),
        handed_down=tuple(key for key in _TOLD if key in read.handed_down - said.given),
        mark=point.mark if point.number else "",
        helper_bodies=helper_bodies,
        path=tuple(reversed([*map(_printed, _headings(one))])),
    )


def _overridden(read: Directive, said: Override) -> Directive:
    return Directive(
        said.directive if "directive" in said.given else read.kind,
        said.names if "to" in said.given else read.addressees,
        said.helpers if "with" in said.given else read.helpers,
    )


def _headings(one: ReadPoint) -> Iterator[ReadPoint]:
    """Yield the headings that a point stands under, the nearest first."""
    for around in one.around():
        if around.opens_conclusions:
            return
        if _is_seen(around) and around.is_heading:
            yield around


def _words_of(heading: ReadPoint) -> str:
    return heading.point.text.rstrip(" :;.,")


def _printed(heading: ReadPoint) -> str:
    """Return a heading with its number, "2. Sở Xây dựng"."""
    mark = heading.point.mark if heading.point.number else ""
    return f"{mark} {_words_of(heading)}".strip()


def _is_seen(one: ReadPoint) -> bool:
    """True for a point that a reader sees as one: no sentence that only leads to others."""
    point = one.point
    if point.is_marked or point.is_title:
        return True
    # "Giao Sở X:" is a heading; "Chủ tịch UBND tỉnh kết luận:" only leads to the points.
    if one.tells_who_speaks:
        return False
    return bool(one.handed.directive.addressees) and len(point.text.split()) <= _LONGEST_HEADING
