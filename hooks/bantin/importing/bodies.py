"""Finds the slug in to-chuc/ for a body's name in a text, and notes the assumptions.

A name of two bodies is never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bantin.importing.names import BodyName, find_bodies, parse_body_name
from bantin.importing.provinces import Province, find_province
from bantin.records.models import Body
from bantin.records.registry import Registry
from bantin.text.slug import slugify


class BodyResolver:
    """Resolves the names of one text and remembers the assumptions.

    Attributes:
        guesses: what the editor must look at, in Vietnamese, each once, in order.
    """

    def __init__(self, registry: Registry, province: Province | None) -> None:
        """Take the known bodies and the province that "tỉnh" means; None if unknown."""
        self._province = province
        self._known: dict[str, dict[str, tuple[Body, Province | None]]] = defaultdict(dict)
        for body in registry.bodies.values():
            names = [parse_body_name(name) for name in (body.name, *body.short_names)]
            place = find_province(body.province or "") or names[0].province
            for name in names:
                self._known[name.key][body.slug] = (body, place)
        self._guesses: dict[str, str] = {}

    @property
    def guesses(self) -> tuple[str, ...]:
        """Return the assumptions so far."""
        return tuple(self._guesses.values())

    def resolve(self, printed: str) -> str:
        """Return the slug for a body's name as printed."""
        name = parse_body_name(printed)
        province = name.province or self._province_of(name)
        known = self._known.get(name.key, {})
        near = [body for body, place in known.values() if province in (None, place)]
        if not near:
            near = [body for body, place in known.values() if place is None]
        if len(near) != 1:
            return self._derive(printed, name, province, near)
        if name.provincial and province is None:
            self._tell(
                near[0].slug, f"“{printed}” hiểu là {near[0].name} (tổ chức duy nhất cùng tên)"
            )
        return near[0].slug

    def resolve_all(self, texts: Iterable[str], *, without: str | None = None) -> tuple[str, ...]:
        """Return the slugs of all bodies named in `texts`, each once, in order.

        Args:
            texts: NFC paragraphs.
            without: a slug to leave out.
        """
        slugs = (self.resolve(mention.text) for text in texts for mention in find_bodies(text))
        return tuple(slug for slug in dict.fromkeys(slugs) if slug != without)

    def _province_of(self, name: BodyName) -> Province | None:
        if not name.provincial or self._province is None:
            return None
        wrong_level = "thành phố" if self._province.level == "tỉnh" else "tỉnh"
        return None if name.key.endswith(wrong_level) else self._province

    def _derive(
        self, printed: str, name: BodyName, province: Province | None, near: list[Body]
    ) -> str:
        slug = slugify(name.full(province))
        if near:
            among = ", ".join(body.slug for body in near)
            self._tell(slug, f"“{printed}” có thể là {among}; tạm ghi {slug}, chọn lại cho đúng")
        elif name.provincial and province is None:
            self._tell(
                slug,
                f"“{printed}” không nói rõ tỉnh nào, tạm ghi {slug}: sửa tay, hoặc xóa bản ghi "
                "rồi nhập lại với --province",
            )
        return slug

    def _tell(self, slug: str, guess: str) -> None:
        """Remember one guess for each slug, the first."""
        self._guesses.setdefault(slug, guess)
