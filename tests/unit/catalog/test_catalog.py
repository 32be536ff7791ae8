"""Order, neighbours and meetings."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.relations.meetings import MEETING_RECORDS
from bantin.catalog.relations.neighbours import BODY_NEIGHBOURS, SECTION_NEIGHBOURS
from bantin.catalog.timeline_names import (
    DOCUMENTS,
    NEWS,
    bodies_of,
    body_timeline,
    meeting_timeline,
    section_timeline,
)
from bantin.records.models import Article, Dated, Record

from tests.unit.samples import article, body, catalog_of, document, section


def slugs(items: Iterable[Item]) -> list[str]:
    return [item.slug for item in items]


def one(catalog: Catalog, slug: str) -> Dated:
    [uri] = [uri for uri in catalog.shown_uris() if uri.endswith(f"/{slug}.md")]
    return catalog.dated(uri)


def near(catalog: Catalog, slug: str) -> list[str]:
    """Return the neighbours of a record in its bodies."""
    return slugs(BODY_NEIGHBOURS.shown_on(one(catalog, slug), catalog))


def others_of_meeting(catalog: Catalog, slug: str) -> list[str]:
    """Return the other records of a record's meeting."""
    name = meeting_timeline(one(catalog, slug))
    found = slugs(MEETING_RECORDS.shown_on(name, catalog)) if name else []
    return [other for other in found if other != slug]


def of_ban(slug: str, day: str) -> Record:
    return article(slug, day, "bodies: [ban]")


def test_newest_comes_first_and_equal_moments_go_by_address() -> None:
    catalog = catalog_of(
        of_ban("b", "2021-10-05"),
        of_ban("a", "2021-10-05"),
        document("x", "2021-10-05", more="bodies: [ban]"),
        of_ban("c", "2021-10-05 08:00"),
        of_ban("d", "2020-01-01"),
    )
    assert slugs(catalog.timeline(body_timeline("ban")).latest()) == ["c", "a", "b", "x", "d"]
    assert slugs(catalog.timeline(NEWS).latest()) == ["c", "a", "b", "d"]
    assert slugs(catalog.timeline(section_timeline("chi-dao")).latest()) == ["c", "a", "b", "d"]
    assert slugs(catalog.timeline(DOCUMENTS).latest()) == ["x"]


def test_neighbours_are_those_of_the_section() -> None:
    catalog = catalog_of(
        section("khac"),
        article("a", "2021-10-01"),
        article("b", "2021-10-02", "featured: true"),
        article("c", "2021-10-03"),
    )
    middle = one(catalog, "b")
    assert isinstance(middle, Article)
    newer, older = SECTION_NEIGHBOURS.shown_on(middle, catalog)
    assert (newer and newer.slug, older and older.slug) == ("c", "a")
    first, last = one(catalog, "c"), one(catalog, "a")
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert SECTION_NEIGHBOURS.shown_on(first, catalog)[0] is None
    assert SECTION_NEIGHBOURS.shown_on(last, catalog)[1] is None


def test_bodies_of_a_record_come_once_issuer_publisher_and_meeting_included() -> None:
    meeting = "meeting: {date: 2021-10-01, bodies: [ban, hop]}"
    news = article(more=f"bodies: [ban]\npublisher: vp\n{meeting}")
    notice = document(more=f"bodies: [ban, vp]\n{meeting}")
    assert isinstance(news, Dated)
    assert isinstance(notice, Dated)
    assert bodies_of(news) == ["ban", "vp", "hop"]
    assert bodies_of(notice) == ["vp", "ban", "hop"]


def meeting(day: str, bodies: str) -> str:
    return f"meeting: {{date: {day}, bodies: [{bodies}]}}"


def test_same_bodies_and_day_are_one_meeting_in_any_order() -> None:
    catalog = catalog_of(
        article("tin", "2021-10-05", meeting("2021-10-04", "ban, vp")),
        document("thong-bao", "2021-10-09", more=meeting("2021-10-04", "vp, ban")),
        article("khac-co-quan", "2021-10-05", meeting("2021-10-04", "ban")),
        article("khac-ngay", "2021-10-05", meeting("2021-10-05", "ban, vp")),
    )
    assert others_of_meeting(catalog, "tin") == ["thong-bao"]
    assert others_of_meeting(catalog, "khac-ngay") == []


def test_a_day_alone_joins_nothing() -> None:
    catalog = catalog_of(
        article("a", more="meeting: {date: 2021-10-04}"),
        article("b", more="meeting: {date: 2021-10-04}"),
        article("c"),
    )
    assert others_of_meeting(catalog, "a") == []
    assert others_of_meeting(catalog, "c") == []
    assert meeting_timeline(one(catalog, "a")) is None


def test_neighbours_in_a_body_are_two_newer_and_three_older() -> None:
    catalog = catalog_of(*(of_ban(f"t{day}", f"2021-10-0{day}") for day in range(1, 10)))
    assert near(catalog, "t5") == ["t7", "t6", "t4", "t3", "t2"]
    assert near(catalog, "t9") == ["t8", "t7", "t6"]
    assert near(catalog, "t1") == ["t3", "t2"]


def test_neighbours_in_bodies_come_from_all_timelines() -> None:
    catalog = catalog_of(
        of_ban("a", "2021-10-01"),
        article("b", "2021-10-02", "bodies: [vp]"),
        article("c", "2021-10-03", "bodies: [ban, vp]"),
        article("d", "2021-10-04"),
    )
    assert near(catalog, "c") == ["b", "a"]
    assert near(catalog, "d") == []


def test_neighbours_in_a_body_are_no_more_for_several_bodies() -> None:
    catalog = catalog_of(
        article("giua", "2021-10-05", "bodies: [ban, vp]"),
        *(
            article(f"{slug}-{day}", f"2021-10-0{day}", f"bodies: [{slug}]")
            for slug in ("ban", "vp")
            for day in (1, 2, 3, 7, 8, 9)
        ),
    )
    assert near(catalog, "giua") == ["ban-7", "vp-7", "ban-3", "vp-3", "ban-2"]


def test_new_record_changes_only_its_neighbours() -> None:
    old = [of_ban(f"t{number:02}", f"2021-10-{number:02}") for number in range(1, 21)]
    before = catalog_of(*old)
    after = catalog_of(*old, of_ban("moi", "2021-10-10 09:00"))
    changed = [
        item.slug
        for item in before.timeline(NEWS).latest()
        if near(before, item.slug) != near(after, item.slug)
    ]
    # Two after it show it as newer of theirs … three older ones reach up to it, and so on.
    assert changed == ["t13", "t12", "t11", "t10", "t09"]


def test_body_without_records_has_no_timeline() -> None:
    catalog = catalog_of(body("trong"), of_ban("a", "2021-10-05"))
    assert catalog.timeline_sizes("to-chuc/") == {"to-chuc/ban": 1}
    assert catalog.timeline(body_timeline("trong")).size == 0
    assert catalog.timeline(body_timeline("trong")).latest() == ()


def test_draft_is_a_record_and_stands_in_the_lists_of_a_preview_only() -> None:
    draft = article("nhap", "2021-10-06", "status: draft\nbodies: [ban]")
    uri = draft.file.src_uri
    for drafts_shown, listed in ((False, ["a"]), (True, ["nhap", "a"])):
        catalog = catalog_of(draft, of_ban("a", "2021-10-05"), drafts_shown=drafts_shown)
        assert (catalog.find(uri), catalog.has(uri), catalog.is_draft(uri)) == (draft, True, True)
        assert catalog.is_shown(uri) is drafts_shown
        assert slugs(catalog.timeline(NEWS).latest()) == listed
        assert slugs(catalog.timeline(body_timeline("ban")).latest()) == listed
        assert (uri in catalog.shown_uris()) is drafts_shown
