"""Where a change can have gone wrong: enough to look at, and no more."""

from __future__ import annotations

from dataclasses import replace

from bantin.catalog.recheck_scope import (
    RecheckScope,
    people_of_many_names,
    shared_identities,
    shared_redirects,
    suspect_records,
)

from tests.unit.samples import article, catalog_of, document, person

NOTHING = RecheckScope(*(frozenset[str]() for _ in range(5)))


def uri(slug: str) -> str:
    return f"tin-tuc/2021/10/{slug}.md"


def test_suspect_is_what_changed_and_what_links_to_something_that_is_lost() -> None:
    catalog = catalog_of(
        article("a", body="[x](x.md)"),
        article("b", more="bodies: [khong-co]"),
        article("c", body="[d](d.md)"),
        article("d"),
    )

    def suspects(scope: RecheckScope | None) -> list[str]:
        return suspect_records(catalog, scope, catalog.has)

    assert suspects(None) == [uri("a"), uri("b")]
    assert suspects(NOTHING) == []
    assert suspects(replace(NOTHING, records=frozenset([uri("d")]))) == [uri("d")]
    assert suspects(replace(NOTHING, moved=frozenset([uri("x"), uri("d")]))) == [uri("a")]
    lost_body = replace(NOTHING, moved=frozenset(["to-chuc/khong-co.md"]))
    assert suspects(lost_body) == [uri("b")]


def test_documents_of_one_identity_are_found_by_it() -> None:
    one, two = document("b", number="05/TB"), document("a", number="5/TB")
    catalog = catalog_of(one, two, document("c", number="6/TB"))
    [identity] = {"\n".join(map(str, record.identity)) for record in (one, two)}  # type: ignore[attr-defined]
    both = [["van-ban/2013/a.md", "van-ban/2013/b.md"]]
    assert list(shared_identities(catalog, None)) == both
    assert list(shared_identities(catalog, NOTHING)) == []
    among = replace(NOTHING, identities=frozenset([identity, "khác"]))
    assert list(shared_identities(catalog, among)) == both


def test_records_of_one_old_address_are_found_by_it() -> None:
    more = "redirect_from: [cu/mot, cu/{}]"
    catalog = catalog_of(*(article(slug, more=more.format(slug)) for slug in ("b", "a")))
    both = [[uri("a"), uri("b")]]
    assert list(shared_redirects(catalog, None)) == both
    assert list(shared_redirects(catalog, NOTHING)) == []
    among = replace(NOTHING, addresses=frozenset(["cu/mot/", "cu/a/"]))
    assert list(shared_redirects(catalog, among)) == both


def test_people_written_in_several_ways_are_found_by_slug() -> None:
    catalog = catalog_of(
        person("tran-an", "Trần Ân"),
        article("a", more="people: [{name: Lê Hạnh}, {name: Trần An}, {name: Đỗ Một}]"),
        article("b", more="people: [{name: Lê Hanh}, {name: Đỗ Một}]"),
    )
    assert sorted(people_of_many_names(catalog, None)) == ["le-hanh", "tran-an"]
    assert list(people_of_many_names(catalog, NOTHING)) == []
    for slug in ("le-hanh", "tran-an", "do-mot"):
        among = replace(NOTHING, people=frozenset([slug]))
        assert list(people_of_many_names(catalog, among)) == ([slug] if slug != "do-mot" else [])
