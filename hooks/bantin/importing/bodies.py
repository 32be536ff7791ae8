"""Finds the slug in to-chuc/ for a body's name in a text, and notes the assumptions.

A name of two bodies is never guessed, nor is the province of a bare name: that the archive has only
one "UBND tỉnh" does not make it the one that is meant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bantin.importing.names import find_bodies
from bantin.records import folders
from bantin.records.body_names import BodyName, name_on_day, parse_body_name
from bantin.records.called_bodies import said_province
from bantin.records.models import Body
from bantin.records.provinces import Province
from bantin.records.registry import Registry
from bantin.text.slug import MAX_SLUG, slugify

# Ends the address of a body whose province nobody knows, where the plain address is another's.
_UNKNOWN_PROVINCE = "chua-ro-tinh"


@dataclass(frozen=True, slots=True)
class NeededBody:
    """A body that a record names and the archive lacks; plain data.

    Attributes:
        slug: that the record refers to it by.
        called: its name as first printed.
        province: that it serves, printed with it or the issuing body's; None if unknown.
        day: of the record; None if unknown.
        printed: the ways in which texts write it, each once; () where only another body needs it.
    """

    slug: str
    called: str
    province: Province | None
    day: dt.date | None
    printed: tuple[str, ...]

    @property
    def name(self) -> BodyName:
        """Its one form."""
        return name_on_day(parse_body_name(self.called), self.day)


class BodyResolver:
    """Resolves the names of one text and remembers the assumptions.

    Attributes:
        guesses: what the editor must look at, in Vietnamese, each once, in order.
        needed: the bodies that the archive lacks, in order.
    """

    def __init__(
        self, registry: Registry, province: Province | None, day: dt.date | None = None
    ) -> None:
        """Take what is known beside the text.

        Args:
            registry: the bodies of the archive.
            province: the province that "tỉnh" means; None if unknown.
            day: of the record; None if unknown. It parts bodies that shared a short name.
        """
        self._province = province.on(day) if province else None
        self._day = day
        self._known = registry.called
        self._taken = {*registry.bodies, *_old_slugs(registry.bodies.values())}
        self._guesses: dict[str, str] = {}
        self._needed: dict[str, NeededBody] = {}

    @property
    def guesses(self) -> tuple[str, ...]:
        """Return the assumptions so far."""
        return tuple(self._guesses.values())

    @property
    def needed(self) -> tuple[NeededBody, ...]:
        """Return the bodies so far that the archive lacks."""
        return tuple(self._needed.values())

    def resolve(self, printed: str) -> str:
        """Return the slug for a body's name as printed."""
        name = name_on_day(parse_body_name(printed), self._day)
        province = name.province or self._province_of(name)
        known = self._known.called(name.key).values()
        place_name = province.name if province else ""
        near = [one.body for one in known if one.province == place_name]
        # An archive of one province may leave its name out; in one of several it would be a guess.
        if not near and self._known.provinces <= {place_name}:
            near = [one.body for one in known if not one.province]
        if not near and not (name.provincial or name.is_local):
            near = [one.body for one in known]
        if len(near) == 1:
            return self._take(printed, name, province, near[0])
        return self._derive(printed, name, province, near)

    def resolve_all(self, texts: Iterable[str], *, without: str | None = None) -> tuple[str, ...]:
        """Return the slugs of all bodies named in `texts`, each once, in order.

        Args:
            texts: NFC paragraphs.
            without: a slug to leave out.
        """
        slugs = (self.resolve(mention.text) for text in texts for mention in find_bodies(text))
        return tuple(slug for slug in dict.fromkeys(slugs) if slug != without)

    def _province_of(self, name: BodyName) -> Province | None:
        """Return the province that the text does not need to say."""
        if self._province is None or not (name.provincial or name.is_local):
            return None
        levels = (self._province.level,) if self._day else self._province.levels
        return None if name.level and name.level not in levels else self._province

    def _take(self, printed: str, name: BodyName, province: Province | None, body: Body) -> str:
        if name.provincial and province and not said_province(body):
            place = f"{folders.BODIES}/{body.slug}.md"
            self._tell(body.slug, f"“{printed}” hiểu là {body.name}; {place} chưa ghi tỉnh nào")
        elif name.provincial and province is None:
            self._tell(body.slug, f"“{printed}” không nói rõ tỉnh nào, tạm ghi {body.slug}")
        return body.slug

    def _derive(
        self, printed: str, name: BodyName, province: Province | None, near: list[Body]
    ) -> str:
        slug = self._free_slug(name, province)
        known = self._known.called(name.key).values()
        if near or (known and name.provincial and province is None):
            others = near or [one.body for one in known]
            among = ", ".join(body.slug for body in others)
            self._tell(slug, f"“{printed}” có thể là {among}; tạm ghi {slug}, chọn lại cho đúng")
        elif len(name.known) > 1:
            among = ", ".join(body.name for body in name.known)
            self._tell(slug, f"“{printed}” có thể là {among}; tạm ghi {slug}, chọn lại cho đúng")
        elif name.provincial and province is None:
            self._tell(
                slug,
                f"“{printed}” không nói rõ tỉnh nào, tạm ghi {slug}: sửa tay, hoặc xóa bản ghi "
                "rồi nhập lại với --province",
            )
        needed = self._needed.get(slug) or NeededBody(slug, printed, province, self._day, ())
        ways = dict.fromkeys((*needed.printed, printed))
        self._needed[slug] = replace(needed, printed=tuple(ways))
        return slug

    def _free_slug(self, name: BodyName, province: Province | None) -> str:
        """Return the address of a new body; never one that another body has."""
        slug = slugify(name.full(province))
        if len(slugify(name.full(province), max_length=10 * MAX_SLUG)) > MAX_SLUG and name.known:
            # A name that was cut would lose its place.
            slug = slugify(f"{name.known[0].id} {name.place} {province or ''}")
        if slug not in self._taken:
            return slug
        return f"{slug}-{slugify(str(province)) if province else _UNKNOWN_PROVINCE}"

    def _tell(self, slug: str, guess: str) -> None:
        """Remember one guess for each slug, the first."""
        self._guesses.setdefault(slug, guess)


def _old_slugs(bodies: Iterable[Body]) -> set[str]:
    """Return the names of files that old addresses of bodies had."""
    old = (address.strip("/").partition("/") for body in bodies for address in body.redirect_from)
    return {slug for folder, _, slug in old if folder == folders.BODIES}
