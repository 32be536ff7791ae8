"""Kinds of lists: the look of each kind's lists, one entry for each kind.

`bantin.catalog.taxonomies` has the other half of each entry: it sorts records under terms. Pages,
feeds, sitemap, directories, share pictures and search facets follow from the two halves. Only a
kind whose terms have special pages is also named in `bantin.outputs.plan`. Knows no pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.taxonomies import TAXONOMIES, Taxonomy
from bantin.outputs.cards import BODIES, DOCUMENTS, NEWS, PEOPLE, SECTIONS
from bantin.records import folders
from bantin.records.kinds import BODY_KIND_NAMES
from bantin.rendering.frame import Link
from bantin.text.collate import initial, person_sort_key, sort_key

# A heading ("" for none) and the slugs under it.
Groups = Iterable[tuple[str, Iterable[str]]]


def _no_intro(slug: str, catalog: Catalog) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class TermsPage:
    """The page that lists all terms of a kind.

    Attributes:
        description: a sentence.
        arrange: puts terms (slug → name) in the order of the page.
    """

    description: str
    arrange: Callable[[Mapping[str, str], Catalog], Groups]


@dataclass(frozen=True, slots=True)
class ListingKind:
    """The look of the lists of a kind.

    Attributes:
        link: link to the page of all its terms, or to its only list.
        nav: the navigation entry above its pages.
        description: description of a term's page; "{name}" stands for the term's name.
        picture: words of its share picture.
        intro: makes the sentence under a term's title from its slug; "" for none. The sentence is
            the page's description too.
        directory: the page of all terms; None for none.
        has_pictures: each term has its own share picture.
        has_calendar: its first page shows all years with their months.
        is_facet: records show its terms in a line of their own, and search offers them in a list.
            Sections, bodies and people are shown and offered in other ways.
    """

    link: Link
    nav: str
    description: str
    picture: str
    intro: Callable[[str, Catalog], str] = _no_intro
    directory: TermsPage | None = None
    has_pictures: bool = False
    has_calendar: bool = False
    is_facet: bool = False

    @property
    def folder(self) -> str:
        """The folder of its lists."""
        return self.link.url.removesuffix("/")

    @property
    def taxonomy(self) -> Taxonomy:
        """The rule that sorts records into its lists."""
        return TAXONOMIES[self.folder]

    def title_of(self, name: str) -> str:
        """Return a term's name as a title, with a capital first letter where the kind needs it."""
        return name[:1].upper() + name[1:] if self.is_facet else name

    @property
    def depth(self) -> int:
        """The depth of its deepest pages: folder, term, year, month."""
        return 3 if self.taxonomy.is_whole else 4


def _section_intro(slug: str, catalog: Catalog) -> str:
    return catalog.registry.sections[slug].description or ""


def _in_editors_order(_: Mapping[str, str], catalog: Catalog) -> Groups:
    return [("", [one.slug for one in catalog.registry.sections_in_order()])]


def _by_province(_: Mapping[str, str], catalog: Catalog) -> Groups:
    kinds = list(BODY_KIND_NAMES)
    ordered = sorted(
        catalog.registry.bodies.values(),
        key=lambda body: (kinds.index(body.kind), sort_key(body.name), body.slug),
    )
    by_province = group(ordered, lambda body: [body.province or ""])
    for province in sorted(by_province, key=lambda name: (name == "", sort_key(name))):
        yield province or "Khác", [body.slug for body in by_province[province]]


def _by_letter(names: Mapping[str, str], _: Catalog) -> Groups:
    ordered = sorted(names, key=lambda slug: (person_sort_key(names[slug]), slug))
    return group(ordered, lambda slug: [initial(names[slug])]).items()


def _by_name(names: Mapping[str, str], _: Catalog) -> Groups:
    ordered = sorted(names, key=lambda slug: (sort_key(names[slug]), slug))
    return [("", ordered)] if ordered else []


_ALL = (
    ListingKind(
        NEWS,
        nav=folders.NEWS,
        description="Tin tức theo ngày đăng, mới nhất ở trên.",
        picture="Tin tức",
        has_calendar=True,
    ),
    ListingKind(
        DOCUMENTS,
        nav=folders.DOCUMENTS,
        description="Văn bản theo ngày ban hành, mới nhất ở trên.",
        picture="Văn bản",
        has_calendar=True,
    ),
    ListingKind(
        SECTIONS,
        nav=folders.NEWS,
        description="",
        picture="Chuyên mục",
        intro=_section_intro,
        directory=TermsPage("Các chuyên mục của tin tức.", _in_editors_order),
        has_pictures=True,
    ),
    ListingKind(
        BODIES,
        nav=folders.BODIES,
        description="{name}: tin tức và văn bản liên quan.",
        picture="Cơ quan",
        directory=TermsPage("Các cơ quan trong kho tin, theo tỉnh.", _by_province),
        has_pictures=True,
    ),
    ListingKind(
        PEOPLE,
        nav=folders.BODIES,
        description="{name}: chức vụ theo từng bài và các bài có nêu tên.",
        picture="Người được nêu tên",
        directory=TermsPage("Những người được nêu tên, theo vần.", _by_letter),
    ),
    ListingKind(
        Link("Lĩnh vực", f"{folders.FIELDS}/"),
        nav=folders.NEWS,
        description="Lĩnh vực {name}: tin tức và văn bản.",
        picture="Lĩnh vực",
        directory=TermsPage("Tin tức và văn bản theo lĩnh vực.", _by_name),
        is_facet=True,
    ),
)
KINDS: Mapping[str, ListingKind] = MappingProxyType({one.folder: one for one in _ALL})


def kind_of(timeline: str) -> ListingKind:
    """Return the kind of a listed timeline."""
    return KINDS[timeline.partition("/")[0]]


def facet_kinds() -> list[ListingKind]:
    """Return the kinds that are facets, in order."""
    return [kind for kind in KINDS.values() if kind.is_facet]
